import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { newLearner, temporaryFolder } from '../helpers/cli.ts';
import { fillTable, README_NOW, runSessions } from '../helpers/readme.ts';

const readme = readFileSync('README.md', 'utf8');

// `UPDATE_README=1 npx vitest run test/e2e/readme.test.ts` writes what the program prints now.
const update = process.env.UPDATE_README === '1';

test('the README shows what the program prints', () => {
  const learner = newLearner({ env: { COLUMNS: '80' }, cwd: temporaryFolder() }).at(README_NOW);
  const now = fillTable(runSessions(readme, learner));
  if (update) writeFileSync('README.md', now);
  expect(update ? readFileSync('README.md', 'utf8') : readme).toBe(now);
});

test('--help lists exactly the commands of the table', () => {
  const { stdout } = newLearner().run('--help');
  for (const { name } of COMMANDS)
    expect(stdout).toMatch(new RegExp(`^  ${name.split(' ')[0]} `, 'm'));
  const listed = [...stdout.matchAll(/^ {2}([a-z]+) (?=.*\S)/gm)].map((match) => match[1]);
  const words = new Set(COMMANDS.map(({ name }) => name.split(' ')[0]));
  expect(new Set(listed.filter((word) => word !== 'llmpath'))).toEqual(words);
});

test('the first command of the README runs in the repository', () => {
  expect(readme).toContain('npm ci && npx llmpath next\n');
  const { status, stdout } = spawnSync('npx', ['llmpath', 'next'], {
    encoding: 'utf8',
    env: { ...process.env, LLMPATH_HOME: join(temporaryFolder(), 'home') },
  });
  expect(status).toBe(0);
  expect(stdout).toContain('▸ Now');
});

test('the second command of the README is what CI ends with', () => {
  expect(readme).toContain('npm ci && npm test\n');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.check.endsWith('npm test')).toBe(true);
  const steps = readFileSync('.ci/run', 'utf8').trim().split('\n').slice(-2);
  expect(steps).toEqual(['npm ci', 'npm run check']);
});

test('the packed program runs from an empty folder, with its paths inside', () => {
  const folder = temporaryFolder();
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(execFileSync('npm', pack, { encoding: 'utf8' }));
  execFileSync('tar', ['xzf', join(folder, filename), '-C', folder]);
  mkdirSync(join(folder, 'node_modules'));
  // What npm would install beside it: only the dependencies that package.json names.
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), 'bindings', 'file-uri-to-path']) {
    mkdirSync(join(folder, 'node_modules', name, '..'), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'package/bin/llmpath.js'), ...args], {
      encoding: 'utf8',
      cwd: folder,
      env: { PATH: process.env.PATH, LLMPATH_HOME: join(folder, 'home') },
    });
  expect(run('init', '--yes').status).toBe(0);
  expect(JSON.parse(run('next', '--json').stdout).action.phase).toBe('math');
  expect(run('path', 'check', '--seeds', '1').stdout).toContain('No problems');
});
