import { expect, test } from 'vitest';
import { appendEvents, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { readEnrolledPath, readNotes, readRecord } from '../../src/storage/read.ts';
import { clockStarted, enrolled, logged, newStore, noted } from '../helpers/store.ts';

test('a record holds one path alone, and the clock of whichever runs', async () => {
  const store = await newStore();
  appendEvents(store, [
    logged('a', 10),
    { ...logged('a', 99), path: 'other' },
    clockStarted('other', 'a'),
  ]);
  const record = readRecord(store, 'llm');
  expect(record.items.get('a')?.minutes).toBe(10);
  expect([...record.days]).toEqual([['2026-12-07', 10]]);
  expect(record.clock).toMatchObject({ path: 'other', ref: 'a' });
  expect(record.enrolment).toBeNull();
});

test('time logged for an earlier day counts on that day', async () => {
  const store = await newStore();
  appendEvents(store, [logged('a', 40, '2026-12-05'), logged('a', 5)]);
  expect([...readRecord(store, 'llm').days]).toEqual([
    ['2026-12-05', 40],
    ['2026-12-07', 5],
  ]);
});

test('the path enrolled in last is the one in use, also after an undo', async () => {
  const store = await newStore();
  expect(readEnrolledPath(store.db)).toBeNull();
  appendEvents(store, [enrolled('llm')]);
  appendEvents(store, [enrolled('other')]);
  expect(readEnrolledPath(store.db)?.path).toBe('other');
  appendEvents(store, [enrolled('llm')]);
  expect(readEnrolledPath(store.db)?.path).toBe('llm');
  undoChanges(store, 1);
  expect(readEnrolledPath(store.db)?.path).toBe('other');
});

test('notes come oldest first, without those taken back', async () => {
  const store = await newStore();
  for (const text of ['first', 'second\nline', 'third']) appendEvents(store, [noted('a', text)]);
  appendEvents(store, [{ ...noted('a', 'elsewhere'), path: 'other' }]);
  undoChanges(store, 2);
  expect(readNotes(store, 'llm').map((note) => note.text)).toEqual(['first', 'second\nline']);
  redoChanges(store);
  expect(readNotes(store, 'llm')).toHaveLength(3);
});
