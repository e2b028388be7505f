import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, newLearner, type Result, temporaryFolder } from '../helpers/cli.ts';
import { fingerprints } from '../helpers/hash.ts';
import { said } from '../helpers/said.ts';

const NOBODY = 65_534;
const CHANGE = ['log', 'math-vectors', '--minutes', '5'];

test('a home that is a file is refused and stays that file', () => {
  const home = join(temporaryFolder(), 'home');
  writeFileSync(home, 'my notes');
  const result = newLearner({ env: { LLMPATH_HOME: home } }).run(...CHANGE);
  expectRefusal(result, home);
  expect(fingerprints(dirname(home))).toHaveProperty('home');
});

test('a home below a file is refused', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), 'my notes');
  const home = join(folder, 'file', 'deep');
  expectRefusal(newLearner({ env: { LLMPATH_HOME: home } }).run(...CHANGE), home);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a folder in the place of the database is refused', () => {
  const learner = newLearner();
  mkdirSync(join(learner.home, 'llmpath.db'), { recursive: true });
  expectRefusal(learner.run(...CHANGE), learner.home);
  expectRefusal(learner.run('next'), learner.home);
});

test('a missing home is made, deep as it may lie', () => {
  const home = join(temporaryFolder(), 'not', 'there', 'yet');
  expect(newLearner({ env: { LLMPATH_HOME: home } }).run(...CHANGE).code).toBe(0);
  expect(readdirSync(home)).toContain('llmpath.db');
});

test('in a read-only home one can look, and a change is refused', () => {
  const home = readOnlyFolder();
  const look = runAsOrdinaryUser(home, 'next');
  expect(look.code).toBe(0);
  expect(look.stdout).toContain('▸ Now');
  expectRefusal(runAsOrdinaryUser(home, ...CHANGE), home);
  expectRefusal(runAsOrdinaryUser(home, 'config', 'set', 'color', 'never'), home);
  expect(readdirSync(home)).toEqual([]);
});

test('a home that became read-only keeps what it holds', () => {
  const learner = newLearner();
  learner.run(...CHANGE);
  chmodSync(dirname(learner.home), 0o755);
  chmodSync(join(learner.home, 'llmpath.db'), 0o444);
  chmodSync(learner.home, 0o555);
  const before = fingerprints(learner.home);
  expectRefusal(runAsOrdinaryUser(learner.home, ...CHANGE), learner.home);
  expect(fingerprints(learner.home)).toEqual(before);
  chmodSync(learner.home, 0o755);
});

test('what goes into a folder that may not be written is refused in words, and nothing is made', () => {
  const learner = newLearner();
  learner.run('init', '--yes');
  learner.run(...CHANGE);
  const folder = dirname(learner.home);
  chmodSync(folder, 0o755);
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  giveAway(learner.home);
  for (const args of [
    ['report', '-o', join(closed, 'report.html')],
    ['plan', '--format', 'ics', '-o', join(closed, 'plan.ics')],
    ['export', join(closed, 'log.jsonl')],
    ['backup', join(closed, 'copy.db')],
    ['sync', closed],
  ]) {
    const { code, stdout, stderr } = runAsOrdinaryUser(learner.home, ...args);
    expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
    expect(said(stderr), args[0]).toMatch(
      /^✗ .+ cannot be (written: permission denied|opened)\. .+\.$/,
    );
    expect(said(stderr)).toContain(closed);
  }
  expect(readdirSync(closed)).toEqual([]);
});

/** To whom `runAsOrdinaryUser` runs as. */
function giveAway(folder: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, NOBODY, NOBODY);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, name), NOBODY, NOBODY);
  }
}

function readOnlyFolder(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const home = join(folder, 'home');
  mkdirSync(home);
  chmodSync(home, 0o555);
  return home;
}

/** Root may write anywhere, so as root the program runs as nobody. */
function runAsOrdinaryUser(home: string, ...args: string[]): Result {
  const nobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      LLMPATH_HOME: home,
      LLMPATH_NOW: '2026-12-07T19:00:00Z',
    },
  });
  return { code: status, stdout, stderr };
}

/** One sentence that names the place, what to do, exit code 5, and no stack. */
function expectRefusal({ code, stdout, stderr }: Result, home: string): void {
  expect({ code, stdout, stderr }).toMatchObject({ code: 5, stdout: '' });
  expect(said(stderr)).toMatch(/^✗ .+\. .+\.$/);
  expect(said(stderr)).toContain(home);
}
