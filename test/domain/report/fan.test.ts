import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../../../src/domain/day.ts';
import { measureAttendance } from '../../../src/domain/forecast/attendance.ts';
import { rangeOf, simulateFinish } from '../../../src/domain/forecast/finish.ts';
import type { Outlook } from '../../../src/domain/forecast/outlook.ts';
import { type Medium, measurePace } from '../../../src/domain/plan/pace.ts';
import { forecastFan } from '../../../src/domain/report/fan.ts';
import { MONDAY } from '../../helpers/learner.ts';

function outlookOf(left: number, each: number, changes: Partial<Outlook> = {}): Outlook {
  return {
    from: MONDAY,
    minutesOn: () => each,
    spent: 0,
    left: new Map<Medium, number>([
      ['video', left / 4],
      ['book', (3 * left) / 4],
    ]),
    questions: left / 20,
    pace: measurePace([]),
    attendance: measureAttendance([]),
    reviews: { known: new Float64Array(0), returns: [2, 10, 40, 120], factor: 1.2, each: 2 / 3 },
    ...changes,
  };
}

function fanOf(outlook: Outlook, today: Day, work: { done: number; planned: number }) {
  const finish = rangeOf(simulateFinish(outlook), outlook.from);
  return { finish, fan: forecastFan(outlook, today, work, finish) };
}

test('a fan rises from what is done today to the whole plan on the days of the finish', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6000 }),
      fc.integer({ min: 5, max: 240 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 30 }),
      (left, each, done, away) => {
        const planned = done + left;
        const outlook = outlookOf(left, each, { from: addDays(MONDAY, away) });
        const { fan, finish } = fanOf(outlook, MONDAY, { done, planned });
        const days = fan.map(({ day }) => day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days[0]).toBe(MONDAY);
        expect(days.at(-1)).toBe(finish.p80);
        expect(fan.every(({ p50, p80 }) => p50 >= p80 && p80 >= done && p50 <= planned)).toBe(true);
        for (const by of ['p50', 'p80'] as const) {
          const minutes = fan.map((point) => point[by]);
          expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
          // All of it on the day of the finish, and not before.
          expect(fan.find((point) => point[by] === planned)?.day).toBe(finish[by]);
        }
        const begin = fan.find(({ day }) => day === outlook.from);
        if (finish.p50 > outlook.from) expect([begin?.p50, begin?.p80]).toEqual([done, done]);
        if (away > 0) expect(fan[0]).toEqual({ day: MONDAY, p50: done, p80: done });
      },
    ),
    { numRuns: 60 },
  );
});

test('no part of it is done after the whole', () => {
  const finish = { p50: addDays(MONDAY, 20), p80: addDays(MONDAY, 30) };
  const fan = forecastFan(outlookOf(6000, 60), MONDAY, { done: 0, planned: 6000 }, finish);
  expect(fan.at(-1)).toEqual({ day: finish.p80, p50: 6000, p80: 6000 });
});

test('a long time off lies flat in it', () => {
  const off = (day: number) => day >= 30 && day < 90;
  const outlook = outlookOf(6000, 60, { minutesOn: (day) => (off(day) ? 0 : 60) });
  const { fan } = fanOf(outlook, MONDAY, { done: 0, planned: 6000 });
  const by = (day: number) => fan.findLast((point) => point.day <= addDays(MONDAY, day))?.p50 ?? 0;
  const [before, within, after] = [by(30), by(88) - by(30), by(120) - by(90)];
  expect(within).toBeLessThan(before / 2);
  expect(after).toBeGreaterThan(before / 2);
});

test('new questions come with the work, and their reviews slow each part of it', () => {
  const work = { done: 0, planned: 6000 };
  const halfDone = (questions: number) =>
    fanOf(outlookOf(6000, 60, { questions }), MONDAY, work).fan.find(({ p50 }) => p50 >= 3000)?.day;
  expect(daysBetween(halfDone(0) ?? '', halfDone(2000) ?? '')).toBeGreaterThan(14);
});
