import { expect, test } from 'vitest';
import { readCount, readDay, readMinutes, readTimezone } from '../../src/cli/read.ts';

const TODAY = '2026-12-07';

test.each([
  ['45', 45],
  [' 45 ', 45],
  ['45m', 45],
  ['1h20', 80],
  ['1 h 20 min', 80],
  ['1:05', 65],
  ['1.5h', 90],
  ['1', 1],
  ['1440', 1440],
])('%j is %i minutes', (text, minutes) => {
  expect(readMinutes(text, '--minutes')).toBe(minutes);
});

test.each([
  ['0', 'must be more than 0'],
  ['0h', 'must be more than 0'],
  ['-5', '"-5" in --minutes is not a number'],
  ['abc', '"abc" in --minutes is not a number'],
  ['', '"" in --minutes is not a number'],
  ['1e3', '"1e3" in --minutes is not a number'],
  ['4.5', '"4.5" in --minutes is not a number'],
  ['1h75', '"1h75" in --minutes is not a number'],
  ['NaN', '"NaN" in --minutes is not a number'],
  ['1441', 'more than a day has'],
  ['99999', 'more than a day has'],
  ['24h01', 'more than a day has'],
])('%j is no number of minutes to count', (text, message) => {
  expect(thrownBy(() => readMinutes(text, '--minutes'))).toMatchObject({
    code: 'usage.minutes',
    message: expect.stringContaining(message),
    hint: expect.stringContaining('--minutes 45'),
  });
});

test.each([
  ['1', 1],
  ['7', 7],
  [' 3 ', 3],
  ['007', 7],
])('%j is the count %i', (text, count) => {
  expect(readCount(text, '--units', 7)).toBe(count);
});

test.each(['0', '8', '-1', '1.5', 'x', '', '1e1', '9999999999'])('%j is no count to 7', (text) => {
  expect(thrownBy(() => readCount(text, '--units', 7))).toMatchObject({
    code: 'usage.count',
    message: `"${text}" in --units is not a whole number from 1 to 7.`,
  });
});

test.each([
  ['2026-12-01', '2026-12-01'],
  [' 2028-02-29 ', '2028-02-29'],
  ['today', '2026-12-07'],
  ['Yesterday', '2026-12-06'],
  ['tomorrow', '2026-12-08'],
])('%j is the day %s', (text, day) => {
  expect(readDay(text, '--on', TODAY)).toBe(day);
});

test.each([
  ['2026-02-29', 'There is no day 2026-02-29.'],
  ['2026-13-01', 'There is no day 2026-13-01.'],
  ['7.12.2026', '"7.12.2026" in --on is not a day.'],
  ['2026-1-1', '"2026-1-1" in --on is not a day.'],
  ['monday', '"monday" in --on is not a day.'],
  ['', '"" in --on is not a day.'],
])('%j is no day', (text, message) => {
  const hint = 'Write it like --on 2026-12-07, or --on today.';
  expect(thrownBy(() => readDay(text, '--on', TODAY))).toMatchObject({
    code: 'usage.day',
    message,
    hint,
  });
});

test.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is a zone', (zone) => {
  expect(readTimezone(zone)).toBe(zone);
});

test.each(['Mars/Base', '', '+02:00', 'Berlin'])('%j is no zone', (zone) => {
  expect(thrownBy(() => readTimezone(zone))).toMatchObject({ code: 'usage.timezone' });
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
