import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/day.ts';
import { measureAttendance } from '../../../src/domain/forecast/attendance.ts';
import {
  dayBy,
  rangeOf,
  simulateFinish,
  simulateShortfall,
} from '../../../src/domain/forecast/finish.ts';
import type { Outlook } from '../../../src/domain/forecast/outlook.ts';
import { type Learner, outlookOf } from '../../../src/domain/plan/learner.ts';
import { type Medium, measurePace } from '../../../src/domain/plan/pace.ts';
import { LONGEST_DAYS } from '../../../src/domain/plan/plan.ts';
import { NO_REVIEWS } from '../../../src/domain/plan/reviews.ts';
import { bundledOutline } from '../../helpers/bundled-outline.ts';
import { aLearner, HOUR_EACH_DAY, MONDAY } from '../../helpers/learner.ts';

/** A hundred hours of films and books for somebody with an hour each day. */
const OUTLOOK: Outlook = {
  from: MONDAY,
  minutesOn: () => 60,
  spent: 0,
  left: new Map<Medium, number>([
    ['video', 2000],
    ['book', 4000],
  ]),
  questions: 200,
  pace: measurePace([]),
  attendance: measureAttendance([]),
  reviews: { known: new Float64Array(0), returns: [2, 10, 40, 120], factor: 1.2, each: 2 / 3 },
};

const days = (changes: Partial<Outlook> = {}) => [...simulateFinish({ ...OUTLOOK, ...changes })];
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Futures of which each, the soonest first, is no sooner than that of the others. */
function expectNoneSooner(later: readonly number[], sooner: readonly number[]): void {
  for (const [i, day] of later.entries()) expect(day).toBeGreaterThanOrEqual(sooner[i] ?? 0);
  expect(mean(later)).toBeGreaterThan(mean(sooner));
}

const more = (minutes: number) =>
  new Map([...OUTLOOK.left, ['book', 4000 + minutes] as [Medium, number]]);

describe('the days until all is done', () => {
  test('are the same for the same outlook, the soonest first', () => {
    const [one, other] = [days(), days()];
    expect(other).toEqual(one);
    expect(one).toEqual(one.toSorted((a, b) => a - b));
    expect(one.every((day) => Number.isInteger(day) && day >= 0)).toBe(true);
  });

  test('are as many as the work takes at the usual share, and reviews come on top', () => {
    const plain = mean(days({ reviews: NO_REVIEWS }));
    expect(plain).toBeGreaterThan(100 / 0.95);
    expect(plain).toBeLessThan(100 / 0.65);
    expectNoneSooner(days(), days({ reviews: NO_REVIEWS }));
  });

  test.each<[string, Partial<Outlook>]>([
    ['ten minutes more to do', { left: more(10) }],
    ['ten hours more to do', { left: more(600) }],
    ['a minute less each day', { minutesOn: () => 59 }],
    ['a week off', { minutesOn: (day) => (day >= 20 && day < 27 ? 0 : 60) }],
    ['less left of the first day', { spent: 60 }],
    [
      'a slower pace',
      { pace: { ...OUTLOOK.pace, overall: { ...OUTLOOK.pace.overall, mean: 1.1 } } },
    ],
    [
      'less kept of each week',
      { attendance: { ...OUTLOOK.attendance, share: { ...OUTLOOK.attendance.share, mean: 0.7 } } },
    ],
    ['more breaks', { attendance: { ...OUTLOOK.attendance, stop: 0.2 } }],
    [
      'a backlog of reviews',
      { reviews: { ...OUTLOOK.reviews, known: new Float64Array(40).fill(20) } },
    ],
  ])('are no sooner with %s', (_, worse) => {
    expectNoneSooner(days(worse), days());
  });

  test('move by little for a little more to do', () => {
    let before = days();
    for (let minutes = 30; minutes <= 300; minutes += 30) {
      const now = days({ left: more(minutes) });
      for (const share of [0.5, 0.8]) {
        const at = Math.ceil(share * now.length) - 1;
        expect((now[at] ?? 0) - (before[at] ?? 0)).toBeLessThanOrEqual(3);
      }
      before = now;
    }
  });

  test('are none when nothing is left', () => {
    expect(new Set(days({ left: new Map() }))).toEqual(new Set([0]));
    expect(rangeOf(simulateFinish({ ...OUTLOOK, left: new Map() }), MONDAY)).toEqual({
      p50: MONDAY,
      p80: MONDAY,
    });
  });

  test('are twenty years where there is no time at all', () => {
    expect(new Set(days({ minutesOn: () => 0 }))).toEqual(new Set([LONGEST_DAYS - 1]));
  });
});

test('as likely as not is the middle of the days, and four times in five the last but a fifth', () => {
  const sorted = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(dayBy(sorted, MONDAY, 0.5)).toBe(addDays(MONDAY, 5));
  expect(rangeOf(sorted, MONDAY)).toEqual({ p50: addDays(MONDAY, 5), p80: addDays(MONDAY, 8) });
  expect(dayBy(sorted, MONDAY, 0)).toBe(addDays(MONDAY, 1));
  expect(dayBy(sorted, MONDAY, 1)).toBe(addDays(MONDAY, 10));
});

describe('what is missing for a target', () => {
  test('is nothing where four in five are in time, and something a week before', () => {
    const { p80 } = rangeOf(simulateFinish(OUTLOOK), MONDAY);
    const last = daysBetween(MONDAY, p80);
    expect(simulateShortfall(OUTLOOK, last + 7).share).toBe(0);
    const early = simulateShortfall(OUTLOOK, last - 14);
    expect(early.share).toBeGreaterThan(0);
    expect(early.stretch).toBeGreaterThan(1);
  });

  test('is made up by what it tells', () => {
    const last = 90;
    // The remedy is told to the half hour a week and to the topic: a week is as near as it can be.
    const near = last + 7;
    const { stretch, share } = simulateShortfall(OUTLOOK, last);
    const longer = simulateFinish({ ...OUTLOOK, minutesOn: () => 60 * stretch });
    expect(daysBetween(MONDAY, rangeOf(longer, MONDAY).p80)).toBeLessThanOrEqual(near);
    const left = new Map([...OUTLOOK.left].map(([medium, m]) => [medium, m * (1 - share)]));
    const shorter = simulateFinish({ ...OUTLOOK, left, questions: 200 * (1 - share) });
    expect(daysBetween(MONDAY, rangeOf(shorter, MONDAY).p80)).toBeLessThanOrEqual(near);
  });
});

describe('on the bundled path', () => {
  const path = bundledOutline();
  const finishOf = (learner: Learner) => {
    const outlook = outlookOf(learner);
    return rangeOf(simulateFinish(outlook), outlook.from);
  };
  const studied = (count: number) =>
    new Map([...Array(count).keys()].map((day) => [addDays(MONDAY, day), 60]));

  test('the range is later than the plan without breaks, and not beyond belief', () => {
    const { p50, p80 } = finishOf(aLearner(path, { week: HOUR_EACH_DAY }));
    expect(p50 > addDays(MONDAY, 330)).toBe(true);
    expect(p80 > p50).toBe(true);
    expect(p80 < addDays(MONDAY, 1000)).toBe(true);
  });

  test('somebody back after seven months has not half as far again to go as when they left', () => {
    const left = aLearner(path, { today: addDays(MONDAY, 70), days: studied(70) });
    const back = { ...left, today: addDays(MONDAY, 280) };
    const [before, after] = [left, back].map((learner) =>
      daysBetween(learner.today, finishOf(learner).p50),
    ) as [number, number];
    expect(after / before).toBeGreaterThan(0.9);
    expect(after / before).toBeLessThan(1.5);
  });

  test('the finish is counted from the day one begins', () => {
    const ahead = aLearner(path, { today: addDays(MONDAY, -30) });
    expect(finishOf(ahead)).toEqual(finishOf(aLearner(path)));
  });
});
