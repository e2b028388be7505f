import { describe, expect, test } from 'vitest';
import { earliestDay, readComing, readDayHours, readDays } from '../../src/cli/read-days.ts';

const TODAY = '2026-12-07';

describe('days are read', () => {
  test.each([
    ['2026-12-24', '2026-12-24', '2026-12-24'],
    ['2026-12-24..2027-01-02', '2026-12-24', '2027-01-02'],
    [' 2026-12-24 .. 2027-01-02 ', '2026-12-24', '2027-01-02'],
    ['today..2026-12-10', '2026-12-07', '2026-12-10'],
    ['yesterday', '2026-12-06', '2026-12-06'],
    ['Yesterday..TOMORROW', '2026-12-06', '2026-12-08'],
    ['2026-12-24..2026-12-24', '2026-12-24', '2026-12-24'],
    ['2028-02-28..2028-03-01', '2028-02-28', '2028-03-01'],
    ['2028-02-29', '2028-02-29', '2028-02-29'],
    ['2027-01-01..2028-01-01', '2027-01-01', '2028-01-01'],
    ['2025-12-06', '2025-12-06', '2025-12-06'],
    ['2036-12-14', '2036-12-14', '2036-12-14'],
  ])('%j', (text, from, to) => {
    expect(readDays(text, 'llmpath off', TODAY)).toEqual({ from, to });
  });
});

describe('days are refused', () => {
  test.each([
    ['', '"" in llmpath off is not a day.'],
    ['soon', '"soon" in llmpath off is not a day.'],
    ['24.12.2026', '"24.12.2026" in llmpath off is not a day.'],
    ['2026-12-24-2027-01-02', '"2026-12-24-2027-01-02" in llmpath off is not a day.'],
    ['2026-12-24..soon', '"soon" in llmpath off is not a day.'],
    ['..', '".." in llmpath off is not a range of days.'],
    ['2026-12-24..', '"2026-12-24.." in llmpath off is not a range of days.'],
    ['..2026-12-24', '"..2026-12-24" in llmpath off is not a range of days.'],
    ['1..2..3', '"1..2..3" in llmpath off is not a range of days.'],
    ['2027-02-29', 'There is no day 2027-02-29.'],
    ['2027-02-28..2027-02-30', 'There is no day 2027-02-30.'],
    ['2027-01-02..2026-12-24', '2027-01-02..2026-12-24 ends before it begins.'],
    ['2027-01-01..2028-01-02', '2027-01-01..2028-01-02 is 367 days; a range holds at most 366.'],
    ['2036-12-15', '2036-12-15 is more than ten years away.'],
    ['2025-12-05', '2025-12-05 is too long ago: days before 2025-12-06 count no more.'],
  ])('%j', (text, message) => {
    expect(thrownBy(() => readDays(text, 'llmpath off', TODAY))).toMatchObject({
      code: 'usage.day',
      message,
      hint: expect.stringMatching(/./),
    });
  });
});

test('a range turned round is offered the right way', () => {
  expect(thrownBy(() => readDays('2027-01-02..today', '--on', TODAY))).toMatchObject({
    message: '2027-01-02..2026-12-07 ends before it begins.',
    hint: 'Turned round: --on 2026-12-07..2027-01-02',
  });
});

test.each([
  ['not enrolled', undefined, '2025-12-06'],
  ['enrolled this year', '2026-03-02', '2025-12-06'],
  ['enrolled long ago', '2024-03-04', '2024-03-04'],
  ['about to begin', '2027-01-04', '2025-12-06'],
])('the first day that may still be told of, %s', (_, start, day) => {
  expect(earliestDay(TODAY, start)).toBe(day);
});

test('days before the first that counts are refused', () => {
  const read = () => readDays('2024-03-03', '--on', TODAY, '2024-03-04');
  expect(thrownBy(read)).toMatchObject({
    message: '2024-03-03 is too long ago: days before 2024-03-04 count no more.',
  });
  expect(readDays('2024-03-04', '--on', TODAY, '2024-03-04').from).toBe('2024-03-04');
});

test.each([
  ['today', '2026-12-07'],
  ['tomorrow', '2026-12-08'],
  ['2028-02-29', '2028-02-29'],
])('%s is to come', (text, day) => {
  expect(readComing(text, '--from', TODAY)).toBe(day);
});

test.each([
  ['yesterday', '2026-12-06 is over; the usual week changes from today or a later day.'],
  ['2036-12-15', '2036-12-15 is more than ten years away.'],
])('%s is not', (text, message) => {
  expect(thrownBy(() => readComing(text, '--from', TODAY))).toMatchObject({
    code: 'usage.day',
    message,
  });
});

test.each([
  ['3', 180],
  ['0', 0],
  ['1.5', 90],
  ['1.5h', 90],
  ['1h30', 90],
  ['1:30', 90],
  ['90min', 90],
  [' 2 H ', 120],
  ['0.1', 6],
  ['24', 1440],
])('%j is %i minutes of a day', (text, minutes) => {
  expect(readDayHours(text)).toBe(minutes);
});

test.each([
  ['', '"" is not a number of hours.'],
  ['x', '"x" is not a number of hours.'],
  ['-3', '"-3" is not a number of hours.'],
  ['1,5', '"1,5" is not a number of hours.'],
  ['1.5.5', '"1.5.5" is not a number of hours.'],
  ['.', '"." is not a number of hours.'],
  ['1e1', '"1e1" is not a number of hours.'],
  ['25', '"25" is more than the day has: at most 24 hours.'],
  ['24h01', '"24h01" is more than the day has: at most 24 hours.'],
  ['9'.repeat(400), 'is more than the day has'],
  ['mon=1', '"mon=1" tells the hours of a week, and --on takes those of one day.'],
])('%j is no number of hours of a day', (text, message) => {
  expect(thrownBy(() => readDayHours(text))).toMatchObject({
    code: 'usage.hours',
    message: expect.stringContaining(message),
    hint: expect.stringContaining('llmpath hours 3 --on tomorrow'),
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
