import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { BIN, newLearner } from '../helpers/cli.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const newLooker = sharedHome(['path', 'compile']);

test.each([
  ['path show | head -1', 'From Linear Algebra to LLMs'],
  ['path show --json | head -1', '{'],
  ['show math | head -2', 'Mathematical Foundations'],
  ['plan --weeks 60 | head -1', 'This week'],
  ['--help | head -1', 'Usage: llmpath'],
])('a reader that stops early is no error: llmpath %s', (pipeline, first) => {
  const [command = '', reader = ''] = pipeline.split('|');
  const line = `("$NODE" "$BIN" ${command} --quiet; echo "exit $?" >&2) | ${reader}`;
  const { status, stdout, stderr } = inShell(line);
  expect(status).toBe(0);
  expect(stdout).toContain(first);
  expect(stderr).toMatch(/^exit (0|141)\n$/);
});

test('a reader that never reads is no error', () => {
  const { stderr } = inShell('("$NODE" "$BIN" path show --json; echo "exit $?" >&2) | true');
  expect(stderr).toMatch(/^exit (0|141)\n$/);
});

test('closed streams do no harm', () => {
  expect(inShell('"$NODE" "$BIN" prompt >&- 2>&-; exit $?').status).toBe(0);
  expect(inShell('"$NODE" "$BIN" prompt <&-').stdout).toMatch(/^▸ /);
});

test('an interrupt while waiting for the database ends the program, and nothing is written', async () => {
  const learner = newLearner();
  learner.run('log', 'math-vectors', '--minutes', '5');
  const other = new Sqlite(join(learner.home, 'llmpath.db'));
  other.exec('BEGIN IMMEDIATE');
  const child = spawn(process.execPath, [BIN, 'log', 'math-vectors', '--minutes', '7'], {
    env: { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_HOME: learner.home },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  child.kill('SIGINT');
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.once('close', (...end) => resolve(end));
  });
  other.close();
  expect(code === 130 || signal === 'SIGINT').toBe(true);
  expect(stderr).not.toMatch(/mistake|^ +at /m);
  expect(learner.json<{ minutes: object }>('status').minutes).toMatchObject({ spent: 5 });
});

test('a database that is busy for a moment is waited for', async () => {
  const learner = newLearner();
  learner.run('log', 'math-vectors', '--minutes', '5');
  const other = new Sqlite(join(learner.home, 'llmpath.db'));
  other.exec('BEGIN IMMEDIATE');
  const child = spawn(process.execPath, [BIN, 'log', 'math-vectors', '--minutes', '7'], {
    env: { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_HOME: learner.home },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(child.exitCode).toBeNull();
  other.exec('ROLLBACK');
  other.close();
  expect(await ended).toBe(0);
  expect(learner.json<{ minutes: object }>('status').minutes).toMatchObject({ spent: 12 });
});

function inShell(line: string) {
  return spawnSync('/bin/sh', ['-c', line], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      NODE: process.execPath,
      BIN,
      TZ: 'UTC',
      LLMPATH_HOME: newLooker().home,
      LLMPATH_NOW: '2026-12-07T19:00:00Z',
    },
  });
}
