import fc from 'fast-check';
import type { NewEvent } from '../../src/domain/event/event.ts';
import { appendEvents, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import type { Store } from '../../src/storage/store.ts';
import { at, enrolled, MONDAY } from './store.ts';

/** What a learner may do next: a change of one or more events, or taking changes back and forth. */
export type Step =
  | { does: 'append'; events: NewEvent[]; later: number }
  | { does: 'undo'; count: number }
  | { does: 'redo' };

const path = fc.constantFrom('llm', 'other');
const ref = fc.constantFrom('a', 'a/book', 'b');
const minutes = fc.integer({ min: 0, max: 90 });
const day = fc.constantFrom('2026-12-05', '2026-12-06', '2026-12-07');

const event: fc.Arbitrary<NewEvent> = fc.oneof(
  about(fc.constant('clock-started'), { units: fc.option(fc.integer({ min: 1, max: 3 })) }),
  about(fc.constantFrom('clock-paused', 'clock-resumed'), {}),
  about(fc.constant('clock-stopped'), { minutes, day }),
  about(fc.constant('time-logged'), { minutes, day, estimated: fc.boolean() }),
  about(fc.constant('resource-done'), { units: fc.option(fc.integer({ min: 1, max: 4 })) }),
  about(fc.constantFrom('topic-done', 'milestone-done', 'skipped', 'unskipped'), {}),
  about(fc.constant('overridden'), { waitingFor: fc.constant(['b']) }),
  about(fc.constant('noted'), { text: fc.constant('a thought') }),
  about(fc.constant('quiz-ended'), { quiz: fc.constant('s'), minutes, day }),
  anAnswer(),
  fc.tuple(path, day).map(([id, start]) => enrolled(id, start)),
);

function about(
  kind: fc.Arbitrary<string>,
  body: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<NewEvent> {
  return fc.record({ kind, path, ref, body: fc.record(body) }) as fc.Arbitrary<NewEvent>;
}

function anAnswer(): fc.Arbitrary<NewEvent> {
  return about(fc.constant('answered'), {
    quiz: fc.constant('s'),
    seed: fc.nat(),
    topic: fc.constant('a'),
    concept: fc.constantFrom('a/x', 'a/y'),
    kind: fc.constantFrom('number', 'choice', undefined),
    difficulty: fc.constantFrom(1, 5),
    answer: fc.constant(null),
    correct: fc.boolean(),
    credit: fc.constant(1),
    hints: fc.nat(2),
    ms: fc.nat(60_000),
    grade: fc.constantFrom(1, 2, 3, 4),
  });
}

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: appending() },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('undo' as const),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('redo' as const) }) },
);

/** The clock mostly moves on, and sometimes is set back over a day's end. */
export function appending(): fc.Arbitrary<Step> {
  return fc.record({
    does: fc.constant('append' as const),
    events: fc.array(event, { minLength: 1, maxLength: 3 }),
    later: fc.integer({ min: -30 * 60, max: 60 * 60 }).map((m) => m * 60_000),
  });
}

/** The store after a step, at the moment of it. */
export function take(store: Store, taken: Step): Store {
  if (taken.does === 'undo') undoChanges(store, taken.count);
  else if (taken.does === 'redo') redoChanges(store);
  else {
    const later = at(store, Math.max(MONDAY - 86_400_000 * 9, store.now + taken.later));
    appendEvents(later, taken.events, readRecord(store, 'llm').clock);
    return later;
  }
  return store;
}
