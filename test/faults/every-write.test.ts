import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { BIN, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { said } from '../helpers/said.ts';
import { printFigures } from './sound.ts';

/** Where one may mount a small disk for oneself: as root, or where users may have namespaces. */
const MAY_MOUNT =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

interface Case {
  name: string;
  template: string;
  args: string[];
  input?: string;
}

interface Result {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

interface Found {
  name: string;
  room: number;
  before: { ids: string[] | null; files: string[] };
  after: { ids: string[] | null; files: string[] };
  result: Result;
  again: Result | null;
  finally: string[] | null;
}

/** Commands that only keep what others wrote, put a backup in its place, or may mend nothing. */
const APPENDS_NOTHING = /^(config|backup|export|sync|report|plan|migration|doctor|restore|cache)/;
/** What a command makes, but for the database and what lies beside it. */
const FINISHED =
  /^(home\/(config\.json|llmpath\.db(-wal|-shm)?|cache\/[\w.-]+\.json|backups\/llmpath-\w+-[\w-]+\.db|damaged\/\w+-\w+\/llmpath\.db(-wal)?)|shared\/\w{32}\/\d{5}\.jsonl|out\.\w+)$/;
const figures: [string, string][] = [];

afterAll(() => printFigures('Every command that writes, with little room', figures));

/** Homes in which something can be done to, or go wrong with, each command. */
function makeCases(): Case[] {
  const folder = temporaryFolder();
  const path = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS)).dir;
  const home = (name: string) => join(folder, name);
  const run = (name: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        TZ: 'UTC',
        LLMPATH_HOME: home(name),
        LLMPATH_NOW: '2026-12-07T19:00:00Z',
      },
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  };
  const copy = (from: string, to: string) => cpSync(home(from), home(to), { recursive: true });
  run('used', 'init', path, '--yes');
  run('used', 'log', 'vectors', '--minutes', '5');
  run('used', 'note', 'vectors', 'hard');
  run('used', 'skip', 'odds');
  run('used', 'next');
  for (const name of ['undone', 'running', 'spoilt', 'damaged', 'cold']) copy('used', name);
  run('undone', 'undo');
  run('running', 'start', 'vectors');
  copy('running', 'paused');
  run('paused', 'pause');
  const spoilt = new Sqlite(join(home('spoilt'), 'llmpath.db'));
  spoilt.exec('DELETE FROM study_day');
  spoilt.close();
  truncateSync(join(home('damaged'), 'llmpath.db'), 30_000);
  rmSync(join(home('cold'), 'cache'), { recursive: true });
  run('other', 'init', path, '--yes');
  run('other', 'export', join(folder, 'log.jsonl'));
  mkdirSync(home('old'));
  const old = new Sqlite(join(home('old'), 'llmpath.db'));
  old.exec(readFileSync('test/fixtures/schema-1.sql', 'utf8'));
  old.exec(`INSERT INTO local VALUES ('device', 'd1');
    INSERT INTO event VALUES ('0193a000-0000-7000-8000-000000000000',
      '0193a000-0000-7000-8000-000000000000', 'd1', 1, '2026-12-01', 'noted', 'small', 'vectors',
      '{"text":"${'x'.repeat(50_000)}"}')`);
  old.close();
  mkdirSync(home('empty'));
  const used = (...args: string[]): Case => ({
    name: args.slice(0, args[0] === 'config' ? 2 : 1).join(' '),
    template: home('used'),
    args,
  });
  return [
    { ...used('init', path, '--yes', '--hours', '9'), template: home('empty') },
    used('log', 'vectors', '--minutes', '5'),
    used('done', 'vectors', '--minutes', '5'),
    used('start', 'vectors'),
    ...['pause', 'stop'].map((name) => ({
      ...used(name, ...(name === 'stop' ? ['--minutes', '20'] : [])),
      template: home('running'),
    })),
    { ...used('quiz', 'vectors', '--stdio'), input: '{"answer":null}\n' },
    used('note', 'vectors', 'x'.repeat(60_000)),
    used('skip', 'matrices'),
    used('unskip', 'odds'),
    { ...used('resume'), template: home('paused') },
    used('hours', '9'),
    used('off', '2026-12-20..2026-12-24'),
    used('finish', '2028-01-01'),
    used('config', 'set', 'name', 'Ada'),
    used('undo'),
    { ...used('redo'), template: home('undone') },
    used('backup'),
    { ...used('backup', 'out.db'), name: 'backup to a file' },
    used('restore', '2026-12-07', '--yes'),
    used('export', 'out.jsonl'),
    used('import', join(folder, 'log.jsonl')),
    used('sync', 'shared'),
    { ...used('doctor', '--fix'), template: home('spoilt') },
    {
      ...used('doctor', '--fix'),
      name: 'doctor --fix of a damaged one',
      template: home('damaged'),
    },
    used('report', '-o', 'out.html'),
    used('plan', '--format', 'ics', '-o', 'out.ics'),
    { ...used('next', '--path', path), name: 'migration', template: home('old') },
    { ...used('next'), name: 'cache', template: home('cold') },
    { ...used('prompt'), name: 'cache of the prompt', template: home('cold') },
  ];
}

/** Runs all of them with each amount of room, in kilobytes. */
function runTight(kind: 'disk' | 'limit', rooms: number[]): Found[] {
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  const job = join(temporaryFolder(), 'job.json');
  writeFileSync(job, JSON.stringify({ bin: BIN, disk, kind, rooms, cases: makeCases() }));
  const driver = [process.execPath, resolve('test/faults/tight-disk.cjs'), job];
  const script = `mount -t tmpfs -o size=100m tmpfs ${disk} && exec "$@"`;
  const [program = '', ...args] =
    kind === 'disk' ? ['unshare', '-rm', 'sh', '-c', script, 'sh', ...driver] : driver;
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Found[];
}

/** What must hold of a command, whatever room it had. */
function expectWholeOrNothing({ name, room, before, after, result, again, ...rest }: Found): void {
  const what = `${name}, ${room} kB, ${result.code}: ${result.stderr}`;
  const { code, signal, stdout, stderr } = result;
  expect.soft(signal, what).toBeNull();
  expect.soft(stderr, what).not.toMatch(/mistake in llmpath|\n {4}at /);
  // What cannot be finished leaves nothing half-made.
  expect
    .soft(
      after.files.filter((file) => !FINISHED.test(file)),
      what,
    )
    .toEqual([]);
  if (before.ids !== null && name !== 'restore') {
    expect.soft(after.ids, what).toEqual(expect.arrayContaining(before.ids));
  }
  if (code === 0) {
    expect.soft(after.ids, what).not.toBeNull();
    if (!APPENDS_NOTHING.test(name)) {
      expect.soft(after.ids?.length, what).toBeGreaterThan(before.ids?.length ?? 0);
    }
    return;
  }
  expect.soft([1, 5], what).toContain(code);
  // What doctor finds it tells as it does all else.
  if (said(stderr) !== '' || !name.startsWith('doctor')) {
    expect.soft(said(stderr), what).toMatch(/^✗ [^.]+(\.\S[^.]*)*\. [^✗]+\.$/);
  }
  expect.soft(said(stdout + stderr), what).toMatch(/may be full|is full|larger than files may be/);
  expect.soft(again?.code, `${what}; again: ${again?.stderr}`).toBe(0);
  expect.soft(rest.finally, what).not.toBeNull();
}

function record(what: string, found: readonly Found[]): void {
  const refused = found.filter(({ result }) => result.code !== 0);
  const names = new Set(refused.map(({ name }) => name));
  figures.push([
    what,
    `${found.length} runs: ${found.length - refused.length} done and whole, ${refused.length} refused in words, of ${names.size} commands`,
  ]);
}

test.runIf(MAY_MOUNT)(
  'on a disk with little room each is done whole or refused in words, and nothing is lost',
  () => {
    const found = runTight('disk', [0, 48]);

    found.forEach(expectWholeOrNothing);
    record('disks with 0 and 48 kB left', found);
    expect(found.filter(({ result }) => result.code !== 0).length).toBeGreaterThan(35);
  },
  180_000,
);

test('under a limit on the size of files each is done whole or refused in words', () => {
  const found = runTight('limit', [1, 40]);

  found.forEach(expectWholeOrNothing);
  record('files of at most 1 and 40 kB', found);
  expect(found.filter(({ result }) => result.code !== 0).length).toBeGreaterThan(25);
}, 180_000);
