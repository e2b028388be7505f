import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  isDay,
  partsOfDay,
  startOfWeek,
  weekday,
} from '../../src/domain/day.ts';

describe('isDay', () => {
  test.each(['1970-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '9999-12-31'])('%s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    '',
    '2023-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '1969-12-31',
    '0070-01-01',
    '10000-01-01',
    ' 2026-12-07',
    '2026-12-07\n',
    '2026-12-07T00:00',
    '2026/12/07',
    '07.12.2026',
    'tomorrow',
    '２０２６-12-07',
  ])('not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

/** Days between 1990 and 2089, 29 February of leap years among them. */
const days = fc
  .integer({ min: 0, max: 36_500 })
  .map((count) => new Date(Date.UTC(1990, 0, 1 + count)).toISOString().slice(0, 10));
const counts = fc.integer({ min: -5000, max: 5000 });

describe('reckoning with days', () => {
  test('as far as one goes, so far it is back', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  test('two steps are one', () => {
    fc.assert(
      fc.property(days, counts, counts, (day, a, b) => {
        expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b));
      }),
    );
  });

  test('a later day is a greater text', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-02-29', 366, '2025-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-12-07', 0, '2026-12-07'],
  ])('%s and %i days are %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });
});

describe('weeks', () => {
  test.each([
    ['1970-01-01', 3],
    ['2024-02-29', 3],
    ['2026-12-07', 0],
    ['2026-12-13', 6],
  ])('%s is weekday %i from Monday', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  test('weekdays follow each other round', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) + 1) % 7);
      }),
    );
  });

  test('a week starts on the Monday not more than six days before', () => {
    fc.assert(
      fc.property(days, (day) => {
        const start = startOfWeek(day);
        expect(weekday(start)).toBe(0);
        expect(daysBetween(start, day)).toBe(weekday(day));
      }),
    );
  });
});

test('the parts of a day are numbers as one says them', () => {
  expect(partsOfDay('2024-02-09')).toEqual({ year: 2024, month: 2, date: 9 });
});
