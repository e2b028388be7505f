import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';
import { KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { hostileFiles, hostileFolders, madeFiles } from './hostile.ts';
import type { Answered, Asked } from './path-reader.ts';
import { printFigures } from './sound.ts';

const COUNT = 10_000;
const LONGEST_MS = 5_000;
const MOST_MB = 512;
/** One in so many is looked at in all ways, drawn and with its formulas laid out. */
const DEEP_EVERY = 40;
/** Of a process that reads one path, as a command does; one that goes on keeps room for a while. */
const MOST_MB_ALONE = 300;
const OUTCOMES = ['path', 'refused'];

const figures: [string, string][] = [];
/** What reads the files, as the program does: built, and in a process of its own. */
let program: string;

beforeAll(async () => {
  // Beside the libraries, which it looks for.
  program = resolve(`node_modules/.llmpath-path-reader-${process.pid}.cjs`);
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    entryPoints: ['test/faults/path-reader.ts'],
    outfile: program,
  });
  return async () => (await import('node:fs')).rmSync(program, { force: true });
});

afterAll(() => printFigures('Hostile path files', figures));

function startReader(): ChildProcess {
  return fork(program, { execArgv: [] });
}

/** What came of reading a folder. Where it takes too long the process is ended. */
function ask(reader: ChildProcess, asked: Asked): Promise<Answered> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => reader.kill('SIGKILL'), LONGEST_MS);
    const onExit = () => fail(new Error(`it hung, or ended, at number ${asked.number}`));
    reader.once('exit', onExit);
    reader.once('message', (answer) => {
      clearTimeout(timer);
      reader.off('exit', onExit);
      done(answer as Answered);
    });
    reader.send(asked);
  });
}

function aFolder() {
  const folder = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS));
  const names = ['path.yaml', 'resources.yaml', '1-basics.yaml', '2-models.yaml', QUESTION_FILE];
  const files = names.map((name): [string, string] => [name, folder.read(name)]);
  expect(folder.load().issues).toEqual([]);
  const put = (name: string, content: Buffer | string) =>
    writeFileSync(join(folder.dir, name), content);
  const putBack = (name: string) => {
    for (const [file, text] of files) if (file === name) put(file, text);
  };
  return { dir: folder.dir, files, put, putBack };
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

test('10,000 hostile path files give issues or a path: nothing else, in time, in bounds', async () => {
  const { dir, files, put, putBack } = aFolder();
  const reader = startReader();
  let [valid, longest, total, drawn, peak] = [0, 0, 0, 0, 0];
  for (const { name, content } of hostileFiles(files, COUNT)) {
    total += 1;
    put(name, content);
    const deep = total % DEEP_EVERY === 0;
    const answer = await ask(reader, { folder: dir, number: total, deep });
    const start = JSON.stringify(content.subarray(0, 300).toString());
    const { outcome, detail } = answer;
    expect(OUTCOMES, `file ${total}, ${name}, ${start}: ${detail}`).toContain(outcome);
    if (outcome === 'path') valid += 1;
    if (answer.ms > 1_000) process.stdout.write(`file ${total}, ${name}: ${answer.ms} ms\n`);
    longest = Math.max(longest, answer.ms);
    drawn += answer.drawn;
    peak = Math.max(peak, megabytes(answer.peak));
    putBack(name);
  }
  reader.kill();
  expect(total).toBeGreaterThanOrEqual(COUNT);
  figures.push(
    ['files', `${total}: ${total - valid} refused with issues, ${valid} still a path, none failed`],
    ['questions drawn from those', `${drawn}`],
    ['the longest', `${Math.round(longest)} ms of ${LONGEST_MS}`],
    ['peak memory of one process that read all', `${peak} MB of ${MOST_MB}`],
  );
  expect(peak).toBeLessThan(MOST_MB);
}, 600_000);

/** Reads one folder as a command does, and gives its memory in megabytes. */
async function readAlone(dir: string, what: string): Promise<number> {
  const reader = startReader();
  const { outcome, detail, peak, ms } = await ask(reader, { folder: dir, number: 1, deep: true });
  reader.kill();
  expect(OUTCOMES, `${what}: ${detail}`).toContain(outcome);
  expect(ms, what).toBeLessThan(LONGEST_MS);
  expect(megabytes(peak), what).toBeLessThan(MOST_MB_ALONE);
  return megabytes(peak);
}

test('each of the largest takes little room by itself', async () => {
  const { dir, put, putBack } = aFolder();
  const base = await readAlone(dir, 'the path as it was');
  let most = 0;
  for (const { name, content } of madeFiles(['1-basics.yaml'])) {
    put(name, content);
    most = Math.max(most, await readAlone(dir, `beginning ${content.subarray(0, 30)}`));
    putBack(name);
  }
  figures.push([
    'peak memory of one that read one path',
    `${most} MB, of a sound one ${base} MB; ${MOST_MB_ALONE} allowed`,
  ]);
}, 120_000);

test('a folder of very many files, or of one named very often, is bounded as a whole', async () => {
  let [most, longest] = [0, 0];
  for (const { what, files } of hostileFolders()) {
    const { dir, put } = aFolder();
    for (const [name, content] of files) put(name, content);
    const started = performance.now();
    most = Math.max(most, await readAlone(dir, what));
    longest = Math.max(longest, performance.now() - started);
  }
  figures.push(['hostile folders', `${most} MB, ${Math.round(longest)} ms with its start`]);
}, 120_000);
