import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import {
  type Attendance,
  measureAttendance,
  type PastWeek,
  pastWeeks,
} from '../../../src/domain/forecast/attendance.ts';
import { HOUR_EACH_DAY, MONDAY } from '../../helpers/learner.ts';

const timetable = (other: Record<string, number> = {}) => ({
  weeks: [{ from: MONDAY, minutes: HOUR_EACH_DAY }],
  days: new Map(Object.entries(other)),
});

describe('the weeks that are over', () => {
  const studied = new Map(
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => [addDays(MONDAY, day), 10 * (day + 1)]),
  );

  test.each<[string, number, PastWeek[]]>([
    ['none on the first day', 0, []],
    ['none before seven days are over', 6, []],
    ['one week', 7, [{ capacity: 420, studied: 280 }]],
    ['the last seven days, without what is left over', 10, [{ capacity: 420, studied: 490 }]],
    [
      'two weeks, the latest first',
      14,
      [
        { capacity: 420, studied: 270 },
        { capacity: 420, studied: 280 },
      ],
    ],
  ])('are %s', (_, days, weeks) => {
    expect(pastWeeks(studied, timetable(), MONDAY, addDays(MONDAY, days))).toEqual(weeks);
  });

  test('have no time on days off, and a week of these is none', () => {
    const off = (count: number) =>
      timetable(Object.fromEntries([...Array(count).keys()].map((i) => [addDays(MONDAY, i), 0])));
    const weeks = (count: number) =>
      pastWeeks(new Map(), off(count), MONDAY, addDays(MONDAY, 14)).map((week) => week.capacity);
    expect(weeks(3)).toEqual([420, 240]);
    expect(weeks(7)).toEqual([420]);
  });

  test('do not count what is studied today', () => {
    const today = addDays(MONDAY, 7);
    const days = new Map([[today, 500]]);
    expect(pastWeeks(days, timetable(), MONDAY, today)).toEqual([{ capacity: 420, studied: 0 }]);
  });
});

const weeksOf = (...shares: number[]): PastWeek[] =>
  shares.map((share) => ({ capacity: 400, studied: 400 * share }));
const same = (count: number, share: number) => new Array<number>(count).fill(share);
const USUAL = measureAttendance([]);

describe('attendance', () => {
  test('of somebody unknown is the usual one', () => {
    expect(USUAL.share.mean).toBeGreaterThan(0.75);
    expect(USUAL.share.mean).toBeLessThan(0.9);
    expect(USUAL.trend.mean).toBeLessThanOrEqual(0);
  });

  test('comes from the usual one to what was kept, week by week', () => {
    const means = [0, 1, 2, 4, 8, 16, 32].map(
      (count) => measureAttendance(weeksOf(...same(count, 0.4))).share.mean,
    );
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(means[1]).toBeGreaterThan(0.6);
    expect(means.at(-1)).toBeCloseTo(0.4, 1);
  });

  test('is known the better the longer it was seen', () => {
    const spreads = [0, 1, 4, 16].map(
      (count) => measureAttendance(weeksOf(...same(count, 0.8))).share.sd,
    );
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
  });

  test('that falls is foretold to fall on, and one that rises to rise', () => {
    const falling = [...Array(16).keys()].map((age) => 0.4 + 0.03 * age);
    const [down, up] = [falling, falling.toReversed()].map((shares) =>
      measureAttendance(weeksOf(...shares)),
    ) as [Attendance, Attendance];
    expect(down.trend.mean).toBeLessThan(-0.005);
    expect(up.trend.mean).toBeGreaterThan(0.003);
    expect(down.share.mean).toBeLessThan(0.625);
    expect(up.share.mean).toBeGreaterThan(0.625);
  });

  test('after a break is what it was before it', () => {
    const before = measureAttendance(weeksOf(...same(20, 0.9)));
    const after = measureAttendance(weeksOf(...same(30, 0), ...same(20, 0.9)));
    expect(Math.abs(after.share.mean - before.share.mean)).toBeLessThan(0.07);
    expect(Math.abs(after.trend.mean)).toBeLessThan(0.005);
  });

  test('counts a break of seven months as no longer than six weeks', () => {
    const back = (away: number) =>
      measureAttendance(weeksOf(...same(3, 0.9), ...same(away, 0), ...same(20, 0.9)));
    expect(back(30).stay).toBe(back(7).stay);
    expect(back(30).stay).toBeGreaterThan(back(2).stay);
    expect(back(30).stay).toBeLessThan(0.75);
    expect(back(30).stop).toBeCloseTo(back(2).stop, 9);
  });

  test('expects the more breaks the more there were', () => {
    const often = measureAttendance(weeksOf(...same(6, 0).flatMap(() => [1, 1, 0])));
    expect(often.stop).toBeGreaterThan(measureAttendance(weeksOf(...same(18, 1))).stop + 0.1);
  });

  test('is a number, whatever happened', () => {
    const week = fc.record({
      capacity: fc.integer({ min: 1, max: 10_080 }),
      studied: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_080 })),
    });
    fc.assert(
      fc.property(fc.array(week, { maxLength: 104 }), (weeks) => {
        const { share, trend, tilt, spread, stop, stay } = measureAttendance(weeks);
        for (const { mean, sd } of [share, trend]) {
          expect(Number.isFinite(mean)).toBe(true);
          expect(sd).toBeGreaterThan(0);
        }
        expect(Number.isFinite(tilt)).toBe(true);
        expect(spread).toBeGreaterThan(0);
        for (const chance of [stop, stay]) {
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThan(1);
        }
        expect(share.mean).toBeGreaterThan(-0.5);
        expect(share.mean).toBeLessThan(2.5);
      }),
    );
  });
});
