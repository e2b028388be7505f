import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { rebuild } from '../../src/storage/derive.ts';
import { readHistory } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { derivedRows, newStore } from '../helpers/store.ts';

/**
 * Runs many commands in one process, one after the other; command `i` not before `begin` and `i`
 * times `every` milliseconds. Ends with the exit code of the first command that failed.
 */
const MANY_COMMANDS = `
  const [, root, begin, every, ...commands] = process.argv;
  const { run } = require(root + '/bin/load.js').load(root + '/dist/main.js');
  (async () => {
    for (let i = 0; i < commands.length && !process.exitCode; i++) {
      while (Date.now() < Number(begin) + i * Number(every));
      process.argv = ['node', 'llmpath', ...commands[i].split(' ')];
      await run(root);
    }
  })();
`;

test('two processes write fifty changes each at once, and all hundred are there', async () => {
  const home = join(temporaryFolder(), 'home');
  const path = aPathFolder().dir;
  const fifty = (ref: string) =>
    Array(50).fill(`log ${ref} --minutes 1 --path ${path} --home ${home}`);
  (await newStore(join(home, 'llmpath.db'))).db.close();
  const codes = await Promise.all([runMany(fifty('vectors')), runMany(fifty('odds'))]);
  expect(codes).toEqual([0, 0]);

  const store = await newStore(join(home, 'llmpath.db'));
  const logs = readHistory(store, 1000).filter((event) => event.kind === 'time-logged');
  expect(logs).toHaveLength(100);
  expect(new Set(logs.map((event) => event.id)).size).toBe(100);
  const { items, days } = readRecord(store, 'small');
  expect(items.get('vectors')?.minutes).toBe(50);
  expect(items.get('odds')?.minutes).toBe(50);
  expect([...days.values()]).toEqual([100]);
  const kept = derivedRows(store);
  rebuild(store);
  expect(derivedRows(store)).toEqual(kept);
});

test('two processes that make the database at the same moment both succeed', async () => {
  const folder = temporaryFolder();
  const path = aPathFolder().dir;
  const homes = Array.from({ length: 20 }, (_, i) => join(folder, `home-${i}`));
  const commands = homes.map((home) => `log vectors --minutes 1 --path ${path} --home ${home}`);
  const begin = Date.now() + 500;
  const codes = await Promise.all([0, 1].map(() => runMany(commands, begin, 50)));
  expect(codes).toEqual([0, 0]);
  for (const home of homes) {
    const store = await newStore(join(home, 'llmpath.db'));
    expect(readRecord(store, 'small').items.get('vectors')?.minutes).toBe(2);
    store.db.close();
  }
});

function runMany(commands: string[], begin = 0, every = 0): Promise<number | null> {
  const args = ['-e', MANY_COMMANDS, resolve('.'), `${begin}`, `${every}`, ...commands];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, TZ: 'UTC', LLMPATH_NOW: '2026-12-07T19:00:00Z' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((done) => {
    child.once('exit', done);
  });
}
