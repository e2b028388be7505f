import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import { readAskedBefore, readSchedule } from '../../src/storage/read-questions.ts';
import type { Store } from '../../src/storage/store.ts';
import { anAnswer } from '../helpers/answers.ts';
import { at, MONDAY, newStore } from '../helpers/store.ts';

const DAY = 86_400_000;
const same = (ref: string) => ref;

function answer(store: Store, ref: string, correct: boolean): void {
  const body = { ...anAnswer(ref, store.today).body, correct, grade: correct ? 4 : 1 } as const;
  appendEvents(store, [{ kind: 'answered', path: 'llm', ref, body }]);
}

/** One question right and one wrong, some days ago, and one long after the other. */
async function storeOfThree(): Promise<Store> {
  const store = await newStore();
  answer(store, 'a/q/right', true);
  answer(store, 'a/q/wrong', false);
  const later = at(store, MONDAY + 3 * DAY);
  answer(later, 'a/q/late', true);
  return later;
}

test('before choosing only what is due is read, and the rest when it is asked for', async () => {
  const store = await storeOfThree();
  const before = readAskedBefore(store, 'llm', same);
  expect([...before.due.keys()]).toEqual(['a/q/wrong']);
  expect(before.all()).toEqual(readSchedule(store, 'llm', same));
  expect([...before.all().keys()].sort()).toEqual(['a/q/late', 'a/q/right', 'a/q/wrong']);
  for (const ref of before.all().keys()) expect(before.has(ref)).toBe(true);
  expect(before.has('a/q/other')).toBe(false);
  expect(readAskedBefore(store, 'other', same).has('a/q/wrong')).toBe(false);
});

test('a question with two names is due when the one asked last says so', async () => {
  const store = await storeOfThree();
  const renamed = (ref: string) => (ref === 'a/q/wrong' ? 'a/q/late' : ref);
  const before = readAskedBefore(store, 'llm', renamed);
  expect(before.due.size).toBe(0);
  expect(before.has('a/q/wrong')).toBe(false);
  expect(before.all().get('a/q/late')?.reviewed).toBe(store.today);
});

test('the reviews of a record are those due within a week, the first due first', async () => {
  const store = await storeOfThree();
  const { reviews } = readRecord(store, 'llm');
  const soon = addDays(store.today, 7);
  const due = [...readSchedule(store, 'llm', same)].map(([ref, state]) => ({
    ref,
    due: state.due,
  }));
  const expected = due.filter((review) => review.due <= soon);
  expect(expected.length).toBeGreaterThan(0);
  expect(reviews).toEqual(expected.sort((a, b) => (a.due < b.due ? -1 : 1)));
});
