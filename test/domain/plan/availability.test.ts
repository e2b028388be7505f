import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/domain/error.ts';
import {
  describeAvailability,
  parseHours,
  sittingMinutes,
  spreadHours,
  weeklyMinutes,
} from '../../../src/domain/plan/availability.ts';

describe('hours are read', () => {
  test.each([
    ['7', [60, 60, 60, 60, 60, 60, 60]],
    [' 7.0 ', [60, 60, 60, 60, 60, 60, 60]],
    ['7h', [60, 60, 60, 60, 60, 60, 60]],
    ['0.25', [2, 2, 2, 2, 2, 2, 3]],
    ['3.5', [30, 30, 30, 30, 30, 30, 30]],
    ['168', [1440, 1440, 1440, 1440, 1440, 1440, 1440]],
    ['mon=1,wed=1.5,sat=3', [60, 0, 90, 0, 0, 180, 0]],
    ['Monday=1, TUES = 0.25', [60, 15, 0, 0, 0, 0, 0]],
    ['mo=1,tu=1,we=1,th=1,fr=1,sa=1,su=1', [60, 60, 60, 60, 60, 60, 60]],
    ['mon=1h, tue=0.5 h', [60, 30, 0, 0, 0, 0, 0]],
    ['sun=24', [0, 0, 0, 0, 0, 0, 1440]],
    ['mon=0,tue=1', [0, 60, 0, 0, 0, 0, 0]],
  ])('%j', (text, minutes) => {
    expect(parseHours(text)).toEqual(minutes);
  });
});

describe('hours are refused', () => {
  test.each([
    ['', 'is not a number'],
    ['   ', 'is not a number'],
    ['nine', 'is not a number'],
    ['-9', 'is not a number'],
    ['9hh', 'is not a number'],
    ['h', 'is not a number'],
    ['9,5', 'is not a number'],
    ['1e2', 'is not a number'],
    ['.5', 'is not a number'],
    ['NaN', 'is not a number'],
    ['0', 'leaves no time'],
    ['0.00', 'leaves no time'],
    ['0.001', 'leaves no time'],
    ['0.24', 'leaves no time'],
    ['169', 'A week has no 169 hours'],
    ['168.5', 'A week has no 168.5 hours'],
    ['mon=25', '"mon=25" in --hours is more than the day has'],
    ['tue=1,mon=24.01', '"mon=24.01" in --hours is more than the day has'],
    ['mon=-1', '"mon=-1" in --hours is not a number'],
    ['mon=', '"mon=" in --hours is not a number'],
    ['mon=one', '"mon=one" in --hours is not a number'],
    ['mon=1;tue=2', '"mon=1;tue=2" in --hours'],
    ['mon=1=2', '"mon=1=2" in --hours'],
    ['foo=1', '"foo" in --hours is not a day'],
    ['mondays=1', '"mondays" in --hours is not a day'],
    ['m=1', '"m" in --hours is not a day'],
    ['t=1', '"t" in --hours is not a day'],
    ['=1', '"" in --hours is not a day'],
    ['mon=1,', '"" in --hours is not a day'],
    ['mon=0', 'leaves no time'],
    ['mon=0,sat=0', 'leaves no time'],
    ['mon=0.1,tue=0.1', 'leaves no time'],
    ['mon=1,mon=2', '"mon" in --hours names a day a second time'],
    ['mon=1,monday=1', '"monday" in --hours names a day a second time'],
  ])('%j', (text, message) => {
    const read = () => parseHours(text);
    expect(read).toThrow(UserError);
    expect(read).toThrow(
      expect.objectContaining({
        code: 'usage.hours',
        message: expect.stringContaining(message),
        hint: expect.stringContaining('--hours mon=1,wed=1.5,sat=3'),
      }),
    );
  });
});

test('hours a week are spread to the minute, no day more than a minute before another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 168 * 60 }), (minutes) => {
      const days = spreadHours(minutes / 60);
      expect(days).toHaveLength(7);
      expect(weeklyMinutes(days)).toBe(minutes);
      expect(Math.max(...days) - Math.min(...days)).toBeLessThanOrEqual(1);
    }),
  );
});

const week = [30, 0, 90, 0, 0, 180, 0];

test.each<[string, number, number[], number, number]>([
  ['what the day has', 90, week, 0, 90],
  ['what the day has left', 90, week, 50, 40],
  ['no more than two hours', 180, week, 0, 120],
  ['a quarter of an hour is worth it', 90, week, 75, 15],
  ['less is not: an average day instead', 90, week, 76, 100],
  ['an average day when the day is full', 30, week, 300, 100],
  ['an average day on a day off', 0, week, 0, 100],
  ['five minutes at least', 1, [1, 0, 0, 0, 0, 0, 0], 0, 5],
  ['five minutes for somebody without time', 0, [0, 0, 0, 0, 0, 0, 0], 0, 5],
])('a sitting is %s', (_, planned, usual, spent, minutes) => {
  expect(sittingMinutes(planned, usual, spent)).toBe(minutes);
});

test.each([
  ['9', '9 h a week'],
  ['1', '1 h a week'],
  ['mon=1,wed=1.5,sat=3', 'mon 1 h, wed 1 h 30, sat 3 h'],
  ['sun=0.5', 'sun 30 min'],
])('--hours %s is told as %s', (text, told) => {
  expect(describeAvailability(parseHours(text))).toBe(told);
});
