import { expect, test } from 'vitest';
import type { NewEvent } from '../../../src/domain/event/event.ts';
import { currentRef, indexPath } from '../../../src/domain/path/refs.ts';
import { measureProgress } from '../../../src/domain/progress/progress.ts';
import { appendEvents } from '../../../src/storage/log.ts';
import { readRecord } from '../../../src/storage/read.ts';
import { aPath, aPhase, aTopic, core, milestone } from '../../helpers/path-builder.ts';
import { newStore } from '../../helpers/store.ts';

const path = aPath({
  ...aPhase(
    'math',
    aTopic('vectors', {
      was: ['arrows'],
      parts: [core('film', [30, 30], ['reel']), milestone('draw', 30, ['sketch'])],
    }),
    aTopic('matrices', { needs: ['vectors'], parts: [core('book', 60)] }),
  ),
  was: ['maths'],
});
const outline = { ...path, id: 'llm' };

/** Where a learner stands on the path after events under whatever names were in use then. */
async function standAfter(...events: NewEvent[]) {
  const store = await newStore();
  for (const event of events) appendEvents(store, [event]);
  const index = indexPath(outline);
  const record = readRecord(store, 'llm', (ref) => currentRef(index, ref));
  return measureProgress(outline, index, record.items);
}

const on = { path: 'llm' };
const topicDone = (ref: string): NewEvent => ({ ...on, kind: 'topic-done', ref, body: {} });
const reached = (ref: string): NewEvent => ({ ...on, kind: 'milestone-done', ref, body: {} });
const skipped = (ref: string): NewEvent => ({ ...on, kind: 'skipped', ref, body: {} });
const unskipped = (ref: string): NewEvent => ({ ...on, kind: 'unskipped', ref, body: {} });
const units = (ref: string, count: number | null): NewEvent => ({
  ...on,
  kind: 'resource-done',
  ref,
  body: { units: count },
});
const spent = (ref: string, minutes: number, day: string): NewEvent => ({
  ...on,
  kind: 'time-logged',
  ref,
  body: { minutes, day, estimated: false },
});

test.each([
  ['a topic', [topicDone('arrows')]],
  ['its parts', [units('vectors/reel', null), reached('vectors/m/sketch')]],
  ['a topic and its parts', [units('arrows/reel', 2), reached('arrows/m/sketch')]],
])('%s renamed stays done, and what needs it is ready', async (_, events) => {
  const progress = await standAfter(...events);
  expect(progress.get('vectors')?.state).toBe('done');
  expect(progress.get('matrices')?.state).toBe('ready');
});

test('a skipped phase stays skipped under its new name', async () => {
  const progress = await standAfter(skipped('maths'));
  expect([...progress.values()].map((entry) => entry.state)).toEqual(['skipped', 'skipped']);
});

test('what was skipped under the old name and taken up under the new is open', async () => {
  const progress = await standAfter(skipped('arrows'), unskipped('vectors'));
  expect(progress.get('vectors')?.state).toBe('ready');
});

test('what was recorded before and after the renaming is joined', async () => {
  const progress = await standAfter(
    spent('arrows/reel', 40, '2026-12-01'),
    units('arrows/reel', 1),
    spent('vectors/reel', 5, '2026-12-03'),
    spent('vectors/film', 10, '2026-12-08'),
  );
  const entry = progress.get('vectors');
  expect(entry?.work[0]?.state).toMatchObject({ units: 1, minutes: 55, partial: 15 });
  expect(entry).toMatchObject({ state: 'started', minutesSpent: 55, lastDay: '2026-12-08' });
});

test('what a path no longer has is left alone', async () => {
  const progress = await standAfter(units('gone/film', null), units('arrows/gone', null));
  expect([...progress.values()].map((entry) => entry.percent)).toEqual([0, 0]);
});
