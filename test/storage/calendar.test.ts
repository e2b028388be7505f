import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import type { Event, NewEvent } from '../../src/domain/event/event.ts';
import { foldOtherDays } from '../../src/domain/plan/other-days.ts';
import {
  foldTarget,
  foldTimetable,
  minutesOn,
  usualWeek,
} from '../../src/domain/plan/timetable.ts';
import { rebuild } from '../../src/storage/derive.ts';
import { appendEvents, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { readCalendar, readRecord } from '../../src/storage/read.ts';
import type { Store } from '../../src/storage/store.ts';
import { at, enrolled, logged, MONDAY, newStore } from '../helpers/store.ts';

const TODAY = '2026-12-07';
const EVENINGS = [60, 60, 60, 60, 60, 120, 120];
const WEEKEND = [0, 0, 0, 0, 0, 180, 180];

test('hours, days off and the target come and go with undo and redo, and a rebuild keeps them', async () => {
  const store = await newStore();
  appendEvents(store, [enrolled('llm')]);
  appendEvents(later(store), [hours('2027-01-04', WEEKEND)]);
  appendEvents(later(store), [
    days('2026-12-24', '2026-12-26', 0),
    days('2026-12-31', '2026-12-31', 0),
  ]);
  appendEvents(later(store), [target('2027-06-01')]);
  const all = {
    target: '2027-06-01',
    weeks: [EVENINGS, WEEKEND],
    christmas: 0,
    newYearsEve: 0,
  };
  expect(told(store)).toEqual(all);

  undoChanges(later(store), 1);
  expect(told(store)).toEqual({ ...all, target: null });
  undoChanges(later(store), 1);
  expect(told(store)).toEqual({ ...all, target: null, christmas: 60, newYearsEve: 60 });
  undoChanges(later(store), 1);
  const first = { target: null, weeks: [EVENINGS, EVENINGS], christmas: 60, newYearsEve: 60 };
  expect(told(store)).toEqual(first);

  redoChanges(later(store));
  redoChanges(later(store));
  expect(told(store)).toEqual({ ...all, target: null });
  rebuild(store);
  expect(told(store)).toEqual({ ...all, target: null });
  redoChanges(later(store));
  expect(told(store)).toEqual(all);
});

test('a second enrolment settles the usual week and the target, and leaves days off', async () => {
  const store = await newStore();
  appendEvents(store, [enrolled('llm')]);
  appendEvents(later(store), [hours('2027-01-04', WEEKEND)]);
  appendEvents(later(store), [days('2026-12-24', '2026-12-24', 0), target('2027-06-01')]);
  appendEvents(later(store), [enrolled('llm')]);
  const after = { target: null, weeks: [EVENINGS, EVENINGS], christmas: 0, newYearsEve: 60 };
  expect(told(store)).toEqual(after);
  rebuild(store);
  expect(told(store)).toEqual(after);
  undoChanges(later(store), 1);
  expect(told(store)).toMatchObject({ target: '2027-06-01', weeks: [EVENINGS, WEEKEND] });
});

test('each path has a calendar of its own', async () => {
  const store = await newStore();
  appendEvents(store, [enrolled('llm'), { ...days(TODAY, TODAY, 0), path: 'other' }]);
  appendEvents(later(store), [{ ...target('2027-06-01'), path: 'other' }]);
  expect(told(store)).toMatchObject({ target: null });
  expect(readRecord(store, 'llm').timetable.days.size).toBe(0);
  const other = readRecord(store, 'other');
  expect(other).toMatchObject({ target: '2027-06-01', enrolment: null });
  expect(other.timetable).toEqual({ weeks: [], days: new Map([[TODAY, 0]]) });
});

test('what a calendar calls a day off is kept', async () => {
  const store = await newStore();
  appendEvents(store, [days('2026-12-24', '2026-12-26', 0, 'Christmas')]);
  expect(foldOtherDays(readCalendar(store, 'llm'))).toEqual([
    { from: '2026-12-24', to: '2026-12-26', minutes: 0, title: 'Christmas' },
  ]);
});

type Step =
  | { does: 'change'; events: NewEvent[] }
  | { does: 'undo'; count: number }
  | { does: 'redo' | 'rebuild' };

const day = fc.integer({ min: -5, max: 40 }).map((n) => addDays(TODAY, n));
const event: fc.Arbitrary<NewEvent> = fc.oneof(
  fc.tuple(day, fc.constantFrom(EVENINGS, WEEKEND)).map(([from, week]) => hours(from, week)),
  fc
    .tuple(day, fc.nat(5), fc.constantFrom(0, 90, null))
    .map(([from, length, minutes]) => days(from, addDays(from, length), minutes)),
  fc.option(day).map(target),
  day.map((start) => enrolled('llm', start)),
  fc.constant(logged('a', 25)),
);
const change = fc.array(event, { minLength: 1, maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: change.map((events) => ({ does: 'change' as const, events })) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 3 }).map((count) => ({ does: 'undo' as const, count })),
  },
  { weight: 2, arbitrary: fc.constant({ does: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'rebuild' as const }) },
);

test('after any changes, undos, redos and rebuilds it is what the standing changes tell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      let store = await newStore();
      let standing: NewEvent[][] = [];
      let taken: NewEvent[][][] = [];
      for (const taking of steps) {
        store = later(store);
        if (taking.does === 'change') {
          appendEvents(store, taking.events);
          standing = [...standing, taking.events];
          taken = [];
        } else if (taking.does === 'undo') {
          undoChanges(store, taking.count);
          const left = Math.max(0, standing.length - taking.count);
          if (left < standing.length) taken = [...taken, standing.slice(left)];
          standing = standing.slice(0, left);
        } else if (taking.does === 'redo') {
          redoChanges(store);
          standing = [...standing, ...(taken.at(-1) ?? [])];
          taken = taken.slice(0, -1);
        } else {
          rebuild(store);
        }
        const events = standing.flat().map((e) => ({ ...e, day: TODAY }) as Event);
        const { timetable, target: aim } = readRecord(store, 'llm');
        expect({ timetable, aim }).toEqual({
          timetable: foldTimetable(events),
          aim: foldTarget(events),
        });
      }
      store.db.close();
    }),
    { numRuns: 150 },
  );
});

function told(store: Store) {
  const { timetable, target: aim } = readRecord(store, 'llm');
  return {
    target: aim,
    weeks: [TODAY, '2027-01-04'].map((each) => usualWeek(timetable, each)),
    christmas: minutesOn(timetable, '2026-12-24'),
    newYearsEve: minutesOn(timetable, '2026-12-31'),
  };
}

let seconds = 0;

/** The store a second after all that was before. */
function later(store: Store): Store {
  seconds += 1;
  return at(store, MONDAY + 1000 * (seconds % 3600));
}

function hours(from: string, availability: number[]): NewEvent {
  return { kind: 'hours-changed', path: 'llm', ref: null, body: { from, availability } };
}

function days(
  from: string,
  to: string,
  minutes: number | null,
  title: string | null = null,
): NewEvent {
  return { kind: 'days-changed', path: 'llm', ref: null, body: { from, to, minutes, title } };
}

function target(finish: string | null): NewEvent {
  return { kind: 'finish-changed', path: 'llm', ref: null, body: { finish } };
}
