import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { countDays, type DayRange, daysIn, rangesOf } from '../../src/domain/day-range.ts';

test('days that are named twice count once', () => {
  const ranges = [
    { from: '2027-02-27', to: '2027-03-01' },
    { from: '2027-02-28', to: '2027-02-28' },
    { from: '2026-12-31', to: '2027-01-01' },
  ];
  const days = ['2026-12-31', '2027-01-01', '2027-02-27', '2027-02-28', '2027-03-01'];
  expect(daysIn(ranges)).toEqual(days);
  expect(rangesOf(days)).toEqual([
    { from: '2026-12-31', to: '2027-01-01' },
    { from: '2027-02-27', to: '2027-03-01' },
  ]);
});

test('29 February is a day of leap years alone', () => {
  expect(countDays({ from: '2028-02-28', to: '2028-03-01' })).toBe(3);
  expect(countDays({ from: '2027-02-28', to: '2027-03-01' })).toBe(2);
  expect(rangesOf(['2028-02-28', '2028-02-29', '2028-03-01'])).toHaveLength(1);
});

const range: fc.Arbitrary<DayRange> = fc
  .tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]) => ({
    from: addDays('2027-01-01', start),
    to: addDays('2027-01-01', start + length),
  }));

test('ranges hold just the days they were made from, and never touch', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
      const days = daysIn(ranges);
      const made = rangesOf([...days].reverse());
      expect(daysIn(made)).toEqual(days);
      expect(made.reduce((total, each) => total + countDays(each), 0)).toBe(days.length);
      for (const [i, { to }] of made.entries()) {
        const next = made[i + 1];
        if (next) expect(next.from > addDays(to, 1)).toBe(true);
      }
      const isIn = (day: string) => ranges.some(({ from, to }) => from <= day && day <= to);
      expect(days.every(isIn)).toBe(true);
    }),
  );
});
