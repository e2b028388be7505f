import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { BIN, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { KINDS, QUESTION_FILE, questionFile } from '../helpers/question-files.ts';
import { openBeside } from '../helpers/store.ts';
import { expectSound, printFigures } from './sound.ts';

/** Milliseconds that each order to bring a file to disk takes, as with a worn stick or a full queue. */
const SYNC_MS = 250;
/** A file system whose every order to bring a file to disk is slow, and is noted in a file. */
const SHIM = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
static void slow(int fd) {
  const char *note = getenv("SLOW_NOTE");
  int handle = open(note, O_WRONLY | O_APPEND | O_CREAT, 0600);
  struct timespec wait = { 0, ${SYNC_MS} * 1000000L };
  nanosleep(&wait, 0);
  if (handle >= 0) { if (write(handle, "synced\\n", 7)) {} close(handle); }
}
int fsync(int fd) { slow(fd); return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { slow(fd); return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
`;

const HAS_COMPILER =
  process.platform === 'linux' && spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;
if (!HAS_COMPILER)
  process.stdout.write('No slow disk is tried: there is no cc to make one with.\n');

interface SlowDisk {
  env: Record<string, string | undefined>;
  /** A file with a line for each order that was carried out. */
  note: string;
  home: string;
}

function makeSlow(): SlowDisk {
  const folder = temporaryFolder();
  const [source, library] = [join(folder, 'slow.c'), join(folder, 'slow.so')];
  writeFileSync(source, SHIM);
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const [home, note] = [join(folder, 'home'), join(folder, 'note')];
  mkdirSync(home, { mode: 0o700 });
  const env = { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_HOME: home };
  return { env: { ...env, LD_PRELOAD: library, SLOW_NOTE: note }, note, home };
}

test.runIf(HAS_COMPILER)(
  'on a slow disk commands succeed, and what they say comes after it is on disk',
  async () => {
    const slow = makeSlow();
    const { env, home } = slow;
    const path = aPathFolder().write(QUESTION_FILE, questionFile(...KINDS)).dir;
    const run = (...args: string[]) => {
      const started = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
        encoding: 'utf8',
        env,
      });
      return { status, stdout, stderr, ms: performance.now() - started };
    };
    const log = run('log', 'vectors', '--minutes', '5', '--path', path);
    expect(log).toMatchObject({ status: 0, stderr: '' });
    expect(log.ms).toBeGreaterThan(SYNC_MS);
    const took: [string, string][] = [
      ['log, which makes the database', `${Math.round(log.ms)} ms`],
    ];
    for (const args of [['note', 'vectors', 'slow'], ['undo'], ['redo'], ['next'], ['backup']]) {
      const { status, stderr, ms } = run(...args, '--path', path);
      expect(status, stderr).toBe(0);
      took.push([args[0] as string, `${Math.round(ms)} ms`]);
    }
    const answers = await answerSlowly(slow, path);
    expect(answers.length).toBe(3);
    for (const { ms, synced, there } of answers) {
      expect(ms).toBeGreaterThan(SYNC_MS);
      expect({ synced, there }).toEqual({ synced: true, there: true });
    }
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    took.push(['an answer, until it is judged', `${Math.round(slowest)} ms`]);
    expect((await expectSound(join(home, 'llmpath.db'))).length).toBeGreaterThanOrEqual(7);
    printFigures(`A disk that takes ${SYNC_MS} ms for each file brought to it`, took);
  },
  120_000,
);

/** Answers three questions; of each, how long its verdict took, and whether it was on disk by then. */
async function answerSlowly({ env, note }: SlowDisk, path: string) {
  const args = ['quiz', 'vectors', '--stdio', '--count', '3', '--path', path];
  const quiz = spawn(process.execPath, [BIN, ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => {
    quiz.kill('SIGKILL');
  });
  const db = openBeside(join(env.LLMPATH_HOME as string, 'llmpath.db'));
  const find = db.prepare("SELECT 1 FROM event WHERE id = ? AND kind = 'answered'");
  const answers: { ms: number; synced: boolean; there: boolean }[] = [];
  let [asked, before] = [0, 0];
  const syncs = () => readFileSync(note, 'utf8').length;
  for await (const line of createInterface({ input: quiz.stdout })) {
    const message = JSON.parse(line) as { type: string; event?: string };
    if (message.type === 'question' && answers.length < 3) {
      before = syncs();
      asked = performance.now();
      quiz.stdin.write('{"answer":null}\n');
    }
    if (message.type === 'graded') {
      const there = find.get(message.event) !== undefined;
      answers.push({ ms: performance.now() - asked, synced: syncs() > before, there });
      if (answers.length === 3) quiz.stdin.end();
    }
  }
  return answers;
}
