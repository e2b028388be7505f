import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/day.ts';
import { measureStreak } from '../../../src/domain/progress/streak.ts';

const TODAY = '2026-12-07';

/** A learner who studied on these days, counted back from today. */
function studied(...daysAgo: number[]): Map<string, number> {
  return new Map(daysAgo.map((ago) => [addDays(TODAY, -ago), 25]));
}

test.each<[string, number[], number, number]>([
  ['nobody ever studied', [], 0, 0],
  ['today', [0], 1, 3],
  ['yesterday, today may still come', [1], 1, 3],
  ['two days ago', [2], 1, 2],
  ['four days ago: today is the last chance', [4], 1, 0],
  ['five days ago is over', [5], 0, 0],
  ['every day of a week', [0, 1, 2, 3, 4, 5, 6], 7, 3],
  ['gaps of three days are forgiven', [0, 4, 8, 12], 4, 3],
  ['a gap of four days is not', [0, 1, 6, 7], 2, 3],
  ['the buffer is that of the latest days off', [3, 4, 8], 3, 1],
])('%s', (_, daysAgo, days, buffer) => {
  expect(measureStreak(studied(...daysAgo), TODAY)).toEqual({ days, buffer });
});

test('days with no minutes, or after today, do not count', () => {
  const days = new Map([
    [TODAY, 0],
    [addDays(TODAY, -1), 10],
    [addDays(TODAY, 1), 60],
  ]);
  expect(measureStreak(days, TODAY)).toEqual({ days: 1, buffer: 3 });
});

test('counts the study days back to the first gap of more than three days off', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), (daysAgo) => {
      const sorted = [...daysAgo].sort((a, b) => a - b);
      let expected = 0;
      let previous = sorted[0] === 0 ? -1 : 0;
      for (const ago of sorted) {
        if (ago - previous - 1 > 3) break;
        expected += 1;
        previous = ago;
      }
      const streak = measureStreak(studied(...daysAgo), TODAY);
      expect(streak.days).toBe(expected);
      expect(streak.buffer).toBeLessThanOrEqual(3);
      expect(streak.buffer).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a streak of years is counted to its first day', () => {
  const days = new Map<string, number>();
  for (let day = '2020-01-01'; day <= TODAY; day = addDays(day, 1)) days.set(day, 5);
  expect(measureStreak(days, TODAY).days).toBe(daysBetween('2020-01-01', TODAY) + 1);
});
