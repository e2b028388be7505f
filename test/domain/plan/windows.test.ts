import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Outline } from '../../../src/domain/path/path.ts';
import { spreadHours } from '../../../src/domain/plan/availability.ts';
import { type Pace, USUAL_PACE } from '../../../src/domain/plan/pace.ts';
import { NO_REVIEWS, type ReviewsAhead } from '../../../src/domain/plan/reviews.ts';
import { compress, type Window, windowsOf } from '../../../src/domain/plan/windows.ts';
import { bundledOutline } from '../../helpers/bundled-outline.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
import { aPath, aPhase, aTopic, type Recorded } from '../../helpers/path-builder.ts';

interface Facts {
  hours?: number;
  other?: Record<Day, number>;
  recorded?: Recorded;
  from?: Day;
  chosen?: Record<string, number>;
  pace?: Pace;
  reviews?: ReviewsAhead;
}

function windowsOn(path: Outline, facts: Facts = {}): Window[] {
  const { hours = 7, other = {}, recorded = {}, ...rest } = facts;
  const { progress, timetable } = aLearner(path, { week: spreadHours(hours), other, recorded });
  const usual = { start: MONDAY, from: MONDAY, chosen: {}, pace: USUAL_PACE, reviews: NO_REVIEWS };
  return windowsOf({ path, progress, timetable, ...usual, ...rest });
}

/** Days of each window, from the first day on. */
function daysOf(windows: readonly Window[]): number[] {
  return windows.map(({ last }, i) => last - (windows[i - 1]?.last ?? -1));
}

const daysOff = (first: Day, count: number) =>
  Object.fromEntries([...Array(count).keys()].map((i) => [addDays(first, i), 0]));
const slow: Pace = { ...USUAL_PACE, overall: { mean: 1.25, sd: 0.1 } };

const bundled = bundledOutline();
const path = aPath(
  aPhase('math', aTopic('vectors', { hours: 20 })),
  aPhase('ml', aTopic('trees', { hours: 7 }), aTopic('layers', { hours: 7 })),
);

describe('the windows of the phases', () => {
  test.each([
    [9, [7, 9, 7, 4, 9, 9]],
    [18, [3, 4, 3, 2, 4, 4]],
  ])('of the bundled path at %i hours, to the nearest week', (hours, weeks) => {
    const days = daysOf(windowsOn(bundled, { hours }));
    expect(days.map((count) => Math.round(count / 7))).toEqual(weeks);
  });

  // An hour each day counts 55 minutes: 1,200 of them are over on the 22nd day.
  test.each<[string, Facts, number[]]>([
    ['hold what the topics take, and some slack', {}, [22, 16]],
    ['are shorter with more hours', { hours: 20 }, [8, 6]],
    ['are longer at a slower pace', { pace: slow }, [28, 20]],
    ['grow by a week off in them', { other: daysOff(addDays(MONDAY, 3), 7) }, [29, 16]],
    ['do not grow for four days off', { other: daysOff(addDays(MONDAY, 3), 4) }, [22, 16]],
    ['do not grow for a week off after them', { other: daysOff('2027-01-18', 7) }, [22, 16]],
    ['are as long as the learner chose', { chosen: { math: 6 } }, [42, 16]],
    ['do not hold what is left out', { recorded: { trees: { skipped: true } } }, [22, 8]],
    ['hold what is done', { recorded: { trees: { done: true } } }, [22, 16]],
    ['have at least a day', { hours: 168 }, [1, 1]],
  ])('%s', (_, facts, days) => {
    expect(daysOf(windowsOn(path, facts))).toEqual(days);
  });

  test('hold reviews where these are more than the practice', () => {
    const reviews = { ...NO_REVIEWS, returns: [2, 8, 30, 80], each: 2 / 3 };
    const [plain, reviewed, often] = [0, 1, 8].map((factor) =>
      daysOf(windowsOn(bundled, { reviews: { ...reviews, factor } })),
    ) as [number[], number[], number[]];
    expect(reviewed[0]).toBe(plain[0]);
    expect(reviewed.at(-1)).toBeGreaterThanOrEqual(plain.at(-1) ?? 0);
    for (const [i, days] of often.entries()) expect(days).toBeGreaterThan(plain[i] ?? 0);
  });

  test('of a phase without anything are none', () => {
    const recorded = { math: { skipped: true } };
    expect(windowsOn(path, { recorded })).toEqual([{ phase: 2, last: 15, chosen: false }]);
  });

  test('do not move when days pass', () => {
    const [first, later] = [MONDAY, addDays(MONDAY, 10)].map((from) => windowsOn(path, { from }));
    expect(later).toEqual(first?.map((window) => ({ ...window, last: window.last - 10 })));
  });

  test('end after twenty years where there is no time', () => {
    const [first, second] = windowsOn(path, { hours: 0 });
    expect(first?.last).toBeGreaterThan(7000);
    expect(second?.last).toBeGreaterThan(first?.last ?? 0);
  });
});

describe('windows drawn together', () => {
  const windows: Window[] = [
    { phase: 1, last: -3, chosen: false },
    { phase: 2, last: 20, chosen: true },
    { phase: 3, last: 40, chosen: false },
  ];

  test('end by the last day, each in proportion, and those that are over as they were', () => {
    expect(compress(windows, 30).map((window) => window.last)).toEqual([-3, 15, 30]);
  });

  test.each([40, 41, 1000])('stay as they are by day %i', (last) => {
    expect(compress(windows, last)).toEqual(windows);
  });
});
