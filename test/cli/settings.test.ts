import { expect, test } from 'vitest';
import { parseDayStart, parseStored, SETTINGS, settingProblem } from '../../src/cli/settings.ts';

const FILE = '/home/a/config.json';

test.each([
  ['an empty file', ''],
  ['blank lines', '\n \n'],
  ['an empty object', '{}'],
])('%s holds no settings', (_, text) => {
  expect(parseStored(text, FILE)).toEqual({});
});

test('settings are read as they stand', () => {
  expect(parseStored('{"color": "never", "day-start": "3:30"}', FILE)).toEqual({
    color: 'never',
    'day-start': '3:30',
  });
});

test.each([
  ['a comma too many', '{\n  "color": "auto",\n}', '/home/a/config.json:3:1  is not valid JSON.'],
  ['a cut file', '{\n  "color": "au', '/home/a/config.json:2:15  is not valid JSON.'],
  ['a list', '[]', '/home/a/config.json:1:1  must be an object of settings.'],
  ['null', 'null', '/home/a/config.json:1:1  must be an object of settings.'],
  [
    'a number',
    '{\n\n "color": 1}',
    '/home/a/config.json:3  "color" must be text in quotation marks.',
  ],
  [
    'a value that is not allowed',
    '{\n "editor": "vi",\n "color": "blue"\n}',
    '/home/a/config.json:3  color is "blue" and must be auto, always, never.',
  ],
])('%s is told with its line', (_, text, message) => {
  expect(() => parseStored(text, FILE)).toThrow(message);
});

test('an unknown key is told with the nearest one', () => {
  expect(() => parseStored('{"colour": "auto"}', FILE)).toThrow(
    '/home/a/config.json:1  "colour" is not a setting. Did you mean color?',
  );
});

test.each([
  ['color', 'always', null],
  ['color', 'Always', 'color is "Always" and must be auto, always, never.'],
  ['hyperlinks', 'never', null],
  ['hyperlinks', '', 'hyperlinks is "" and must be auto, always, never.'],
  ['timezone', '', null],
  ['timezone', 'Asia/Tokyo', null],
  ['timezone', 'Tokyo', 'timezone is "Tokyo" and is not a time zone.'],
  ['day-start', '4', null],
  ['day-start', '13:00', 'day-start is "13:00" and must be a time from 0:00 to 12:00, like 4:00.'],
  ['pager', '', null],
  ['browser', 'firefox --new-tab', null],
])('%s = %j', (key, value, problem) => {
  expect(settingProblem(key, value)).toBe(problem);
});

test.each([
  ['4:00', 4],
  ['4', 4],
  ['0:00', 0],
  ['3:30', 3.5],
  ['12:00', 12],
  ['12:01', null],
  ['24', null],
  ['-1', null],
  ['4:60', null],
  ['four', null],
  ['', null],
])('a study day that begins at %j begins %s hours after midnight', (text, hours) => {
  expect(parseDayStart(text)).toBe(hours);
});

test('every default is allowed', () => {
  const wrong = SETTINGS.filter(({ key, fallback }) => settingProblem(key, fallback) !== null);
  expect(wrong).toEqual([]);
});
