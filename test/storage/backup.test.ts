import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups, rotateBackups } from '../../src/storage/backup.ts';
import { temporaryFolder } from '../helpers/cli.ts';

const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

test('only what a backup is named like, and is a file, is listed or ever deleted', () => {
  const folder = temporaryFolder();
  const made = ['01', '02', '03', '04', '05'].map((day) => `llmpath-202001${day}T190000Z-daily.db`);
  const others = [
    'llmpath-20200101T190000Z-daily.db.bak',
    'llmpath-20200101T190000Z-mine.db',
    'llmpath-20209901T190000Z-daily.db',
    'my-llmpath-20200101T190000Z-daily.db',
    'llmpath.db',
    'thesis.txt',
  ];
  for (const name of [...made, ...others]) writeFileSync(join(folder, name), 'x');
  const inner = 'llmpath-20200101T200000Z-daily.db';
  mkdirSync(join(folder, inner));
  symlinkSync('/nowhere', join(folder, 'llmpath-20200101T210000Z-daily.db'));
  expect(listBackups(folder).map(({ name }) => name)).toEqual(made);
  expect(rotateBackups(folder, '2026-12-07', dayOf)).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(
    [...made.slice(2), ...others, inner, 'llmpath-20200101T210000Z-daily.db'].sort(),
  );
});

test('where there is no folder there is nothing to list or delete', () => {
  const folder = join(temporaryFolder(), 'none');
  expect(listBackups(folder)).toEqual([]);
  expect(rotateBackups(folder, '2026-12-07', dayOf)).toBe(0);
});
