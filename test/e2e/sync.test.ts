import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner, temporaryFolder } from '../helpers/cli.ts';
import { said } from '../helpers/said.ts';

const GIT = {
  GIT_AUTHOR_NAME: 'A Learner',
  GIT_AUTHOR_EMAIL: 'learner@example.org',
  GIT_COMMITTER_NAME: 'A Learner',
  GIT_COMMITTER_EMAIL: 'learner@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

function git(folder: string, ...args: string[]): string {
  const env = { ...process.env, ...GIT };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

function log(learner: Learner, minutes: number): void {
  expect(learner.run('log', 'math-vectors', '--minutes', `${minutes}`).code).toBe(0);
}

function minutes(learner: Learner): number {
  return learner.json<{ minutes: { spent: number } }>('status').minutes.spent;
}

test('two machines exchange through a folder, and the second time it need not be named', () => {
  const folder = temporaryFolder();
  const [one, two] = [newLearner(), newLearner()];
  log(one, 10);
  log(two, 20);
  const first = one.run('sync', folder);
  expect(said(first.stdout)).toContain(
    'No other machine has been there yet; 1 event written for it',
  );
  expect(said(two.run('sync', folder).stdout)).toContain(
    '1 new event from 1 other machine, 1 event written for it',
  );
  expect(one.json('sync')).toMatchObject({
    received: 1,
    sent: 0,
    machines: 2,
    skipped: [],
    git: null,
  });
  expect([minutes(one), minutes(two)]).toEqual([30, 30]);
});

test('a damaged file is named, nothing of it is taken, and the exit code says so', () => {
  const folder = temporaryFolder();
  const [one, two] = [newLearner(), newLearner()];
  log(one, 10);
  one.run('sync', folder);
  const [device = ''] = readdirSync(folder);
  appendFileSync(join(folder, device, '00001.jsonl'), '{"id":"half');
  const { code, stderr } = two.run('sync', folder);
  expect(code).toBe(1);
  expect(said(stderr)).toContain('00001.jsonl:3 is not valid JSON. Nothing of it was taken');
  expect(minutes(two)).toBe(0);
  one.run('sync', folder);
  expect(two.run('sync', folder).code).toBe(0);
  expect(minutes(two)).toBe(10);
});

test('a folder that is not there is not made: the stick may only not be plugged in', () => {
  const learner = newLearner();
  const { code, stderr } = learner.run('sync', '/nowhere/stick');
  expect(code).toBe(4);
  expect(said(stderr)).toContain('There is no folder /nowhere/stick. mkdir /nowhere/stick');
  expect(learner.run('sync').code).toBe(2);
});

test('a clock that another machine replaced is told of, with what it ran', () => {
  const folder = temporaryFolder();
  const [one, two] = [newLearner(), newLearner()];
  one.run('start', 'math-vectors');
  two.at('2026-12-07T19:20:00Z').run('start', 'math-matrices');
  two.run('sync', folder);
  const { stdout } = one.at('2026-12-07T19:30:00Z').run('sync', folder);
  expect(said(stdout)).toContain('llmpath log math-vectors/3b1b-linear-algebra --minutes 30');
});

test('three machines and a bare remote: pulled, committed, pushed, and all say the same', () => {
  const root = temporaryFolder();
  git(root, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'remote.git');
  const machines = ['one', 'two', 'three'].map((name, i) => {
    const folder = join(root, name);
    mkdirSync(folder);
    git(folder, 'init', '--quiet', '--initial-branch', 'main');
    git(folder, 'remote', 'add', 'origin', join(root, 'remote.git'));
    const learner = newLearner({ env: GIT });
    log(learner, 10 ** i);
    return { folder, learner };
  });
  // What else is in the repository, staged or not, is not touched.
  const [one] = machines as [(typeof machines)[0]];
  writeFileSync(join(one.folder, 'thesis.tex'), 'unfinished');
  git(one.folder, 'add', 'thesis.tex');
  for (const { learner, folder } of [...machines, ...machines]) {
    const { code, stdout, stderr } = learner.run('sync', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(said(stdout)).toContain('pulled from and pushed to origin');
  }
  expect(machines.map(({ learner }) => minutes(learner))).toEqual([111, 111, 111]);
  expect(
    git(join(root, 'remote.git'), 'ls-tree', '-r', '--name-only', 'main').trim().split('\n'),
  ).toHaveLength(3);
  expect(git(one.folder, 'status', '--porcelain')).toBe('A  thesis.tex\n');
});

test('two machines that pushed past each other find together again', () => {
  const root = temporaryFolder();
  git(root, 'init', '--quiet', '--bare', '--initial-branch', 'main', 'remote.git');
  const [one, two] = [newLearner({ env: GIT }), newLearner({ env: GIT })];
  log(one, 1);
  git(root, 'clone', '--quiet', 'remote.git', 'one');
  git(join(root, 'one'), 'checkout', '--quiet', '-B', 'main');
  one.run('sync', join(root, 'one'));
  git(root, 'clone', '--quiet', 'remote.git', 'two');
  two.run('sync', join(root, 'two'));
  // Both commit by hand on their own, so that the histories part.
  for (const name of ['one', 'two']) {
    writeFileSync(join(root, name, `${name}.txt`), name);
    git(join(root, name), 'add', '.');
    git(join(root, name), 'commit', '--quiet', '-m', name);
  }
  log(one, 10);
  log(two, 100);
  for (const [learner, name] of [
    [one, 'one'],
    [two, 'two'],
    [one, 'one'],
  ] as const) {
    expect(learner.run('sync', join(root, name))).toMatchObject({ code: 0, stderr: '' });
  }
  expect([minutes(one), minutes(two)]).toEqual([111, 111]);
  expect(readFileSync(join(root, 'one', 'two.txt'), 'utf8')).toBe('two');
});

test('a remote that cannot be reached is told, and the folder is exchanged all the same', () => {
  const root = temporaryFolder();
  const folder = join(root, 'one');
  mkdirSync(folder);
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'remote', 'add', 'origin', join(root, 'gone.git'));
  const learner = newLearner({ env: GIT });
  log(learner, 10);
  const { code, stdout, stderr } = learner.run('sync', folder);
  expect(code).toBe(1);
  expect(said(stdout)).toContain('1 event written');
  expect(said(stderr)).toContain('Your git could not exchange with origin');
  expect(said(stderr)).toContain('nothing is lost');
});
