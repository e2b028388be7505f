import { expect, test } from 'vitest';
import { appendEvents, readHistory, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import type { Store } from '../../src/storage/store.ts';
import {
  at,
  clockStarted,
  clockStopped,
  enrolled,
  logged,
  MONDAY,
  newStore,
  noted,
} from '../helpers/store.ts';

const DAY = 86_400_000;

test('the events of one command are one change at one moment', async () => {
  const store = await newStore();
  const events = appendEvents(store, [logged('a', 10), noted('a', 'hard'), logged('b', 5)]);
  expect(new Set(events.map((event) => event.change))).toEqual(new Set([events[0]?.id]));
  expect(new Set(events.map((event) => event.at))).toEqual(new Set([MONDAY]));
  expect(events.map((event) => event.day)).toEqual(['2026-12-07', '2026-12-07', '2026-12-07']);
  expect(readHistory(store, 10).map((event) => event.id)).toEqual(
    events.map((event) => event.id).reverse(),
  );
});

test('nothing to append is no change', async () => {
  const store = await newStore();
  expect(appendEvents(store, [])).toEqual([]);
  expect(readHistory(store, 10)).toEqual([]);
});

test('a change that fails half-way leaves nothing', async () => {
  const store = await newStore();
  const broken = { ...logged('b', 1), body: { minutes: 'x', day: '2026-12-07' } };
  expect(() => appendEvents(store, [logged('a', 10), broken as never])).toThrow();
  expect(readHistory(store, 10)).toEqual([]);
  expect(minutesOf(store)).toEqual({});
});

test('ids rise over commands under a clock that stands still and one set back', async () => {
  const store = await newStore();
  for (let i = 0; i < 20; i++) appendEvents(store, [logged('a', 1), logged('b', 1)]);
  appendEvents(at(store, MONDAY - 400 * DAY), [logged('c', 7)]);
  const ids = readHistory(store, 100).map((event) => event.id);
  expect(ids).toHaveLength(41);
  expect(ids).toEqual([...ids].sort().reverse());
  expect(readHistory(store, 1)[0]?.ref).toBe('c');
});

test('undo takes back the last change whole, and says which events', async () => {
  const store = await newStore();
  appendEvents(store, [logged('a', 10)]);
  appendEvents(store, [logged('b', 20), noted('b', 'good')]);
  expect(undoChanges(store, 1).map((event) => event.kind)).toEqual(['time-logged', 'noted']);
  expect(minutesOf(store)).toEqual({ a: 10 });
  expect([...readRecord(store, 'llm').days]).toEqual([['2026-12-07', 10]]);
});

test('undo 3 takes back three changes, newest first, and never an undo', async () => {
  const store = await newStore();
  for (const ref of ['a', 'b', 'c', 'd']) appendEvents(store, [logged(ref, 1)]);
  undoChanges(store, 1);
  expect(undoChanges(store, 2).map((event) => event.ref)).toEqual(['c', 'b']);
  expect(minutesOf(store)).toEqual({ a: 1 });
});

test('undo of more than there is takes back all there is, then nothing', async () => {
  const store = await newStore();
  appendEvents(store, [logged('a', 1)]);
  appendEvents(store, [logged('b', 1)]);
  expect(undoChanges(store, 99)).toHaveLength(2);
  expect(undoChanges(store, 1)).toEqual([]);
});

test('undo adds to the log and takes nothing out of it', async () => {
  const store = await newStore();
  appendEvents(store, [logged('a', 1)]);
  undoChanges(store, 1);
  expect(readHistory(store, 10).map(({ kind, undone }) => [kind, undone])).toEqual([
    ['undone', false],
    ['time-logged', true],
  ]);
});

test('redo brings again what the last undo took, the whole of it', async () => {
  const store = await newStore();
  for (const ref of ['a', 'b', 'c']) appendEvents(store, [logged(ref, 1)]);
  undoChanges(store, 2);
  expect(new Set(redoChanges(store).map((event) => event.ref))).toEqual(new Set(['b', 'c']));
  expect(minutesOf(store)).toEqual({ a: 1, b: 1, c: 1 });
  expect(redoChanges(store)).toEqual([]);
});

test('several undos are redone one by one, the last first', async () => {
  const store = await newStore();
  for (const ref of ['a', 'b', 'c']) appendEvents(store, [logged(ref, 1)]);
  undoChanges(store, 1);
  undoChanges(store, 1);
  expect(redoChanges(store).map((event) => event.ref)).toEqual(['b']);
  expect(redoChanges(store).map((event) => event.ref)).toEqual(['c']);
});

test('redo is refused after something new, and for good', async () => {
  const store = await newStore();
  appendEvents(store, [logged('a', 1)]);
  undoChanges(store, 1);
  appendEvents(store, [logged('b', 1)]);
  expect(redoChanges(store)).toEqual([]);
  undoChanges(store, 1);
  expect(redoChanges(store).map((event) => event.ref)).toEqual(['b']);
  expect(redoChanges(store)).toEqual([]);
  expect(minutesOf(store)).toEqual({ b: 1 });
});

test('undo of an enrolment brings back the one before', async () => {
  const store = await newStore();
  appendEvents(store, [enrolled('llm', '2026-12-07')]);
  appendEvents(store, [enrolled('llm', '2027-01-04')]);
  undoChanges(store, 1);
  expect(readRecord(store, 'llm').enrolment?.start).toBe('2026-12-07');
  undoChanges(store, 1);
  expect(readRecord(store, 'llm').enrolment).toBeNull();
});

test('undo of a stop lets the clock run on from when it was started', async () => {
  const store = await newStore();
  appendEvents(store, [clockStarted('llm', 'a')]);
  const { clock } = readRecord(store, 'llm');
  const later = at(store, MONDAY + 30 * 60_000);
  appendEvents(later, [clockStopped('llm', 'a', 30)], clock);
  expect(readRecord(store, 'llm').clock).toBeNull();
  expect(minutesOf(store)).toEqual({ a: 30 });
  undoChanges(later, 1);
  expect(readRecord(store, 'llm').clock).toEqual(clock);
  expect(minutesOf(store)).toEqual({ a: 0 });
});

test('a clock that another command stopped meanwhile is not stopped twice', async () => {
  const store = await newStore();
  appendEvents(store, [clockStarted('llm', 'a')]);
  const { clock } = readRecord(store, 'llm');
  appendEvents(store, [clockStopped('llm', 'a', 30)], clock);
  const again = () => appendEvents(store, [logged('b', 1), clockStopped('llm', 'a', 30)], clock);
  expect(again).toThrow('The clock was changed by another command meanwhile.');
  expect(minutesOf(store)).toEqual({ a: 30 });
  expect(readHistory(store, 10)).toHaveLength(2);
});

function minutesOf(store: Store): Record<string, number> {
  const { items } = readRecord(store, 'llm');
  return Object.fromEntries([...items].map(([ref, item]) => [ref, item.minutes]));
}
