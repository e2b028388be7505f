import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countEvents } from '../../src/storage/export.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { newStore, openBeside } from '../helpers/store.ts';
import { expectSound, printFigures } from './sound.ts';
import { runInLoop, runOnce, wait } from './victim.ts';

test('eight processes write 200 events each at once, and all 1,600 are there', async () => {
  const home = join(temporaryFolder(), 'home');
  const command = `log vectors --minutes 1 --path ${aPathFolder().dir}`;
  const started = performance.now();
  const writers = Array.from({ length: 8 }, () => runInLoop(home, 200, command));
  const ends = await Promise.all(writers.map((writer) => writer.end));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  expect(writers.map((writer) => writer.said().replaceAll('done log\n', '')).join('')).toBe('');
  expect(ends.map(({ code }) => code)).toEqual(Array(8).fill(0));
  expect(await expectSound(join(home, 'llmpath.db'))).toHaveLength(1_600);
  printFigures('Eight processes at once', [
    ['events written, 200 each', `1,600 of 1,600 there, none failed, ${seconds} s`],
  ]);
}, 180_000);

test('a command waits for a database that another one keeps for 3 s, as a slow disk does', async () => {
  const home = join(temporaryFolder(), 'home');
  const store = await newStore(join(home, 'llmpath.db'));
  const slow = openBeside(join(home, 'llmpath.db'));
  slow.exec('BEGIN IMMEDIATE');
  const waiting = runOnce(home, ['log', 'vectors', '--minutes', '1', '--path', aPathFolder().dir]);
  await wait(3_000);
  expect(waiting.process.exitCode).toBeNull();
  slow.exec('COMMIT');
  expect(await waiting.end).toMatchObject({ code: 0 });
  expect(countEvents(store)).toBe(1);
});
