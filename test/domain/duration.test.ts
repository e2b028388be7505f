import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMinutes, parseMinutes } from '../../src/domain/duration.ts';

describe('minutes as people say them', () => {
  test.each([
    [0, '0 min'],
    [1, '1 min'],
    [59, '59 min'],
    [59.4, '59 min'],
    [59.5, '1 h'],
    [60, '1 h'],
    [61, '1 h 01'],
    [80, '1 h 20'],
    [120, '2 h'],
    [119.6, '2 h'],
    [6000, '100 h'],
  ])('%d is %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text);
  });

  test('what is said is understood again', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (minutes) => {
        expect(parseMinutes(formatMinutes(minutes))).toBe(minutes);
      }),
    );
  });
});

describe('reading minutes', () => {
  test.each([
    ['45', 45],
    ['45m', 45],
    ['45 min', 45],
    ['45 MINS', 45],
    ['45 minutes', 45],
    [' 45\t', 45],
    ['0', 0],
    ['1h', 60],
    ['1 hour', 60],
    ['2 hours', 120],
    ['1h20', 80],
    ['1h5', 65],
    ['1 h 20 min', 80],
    ['1:20', 80],
    ['0:05', 5],
    ['1.5h', 90],
    ['0.25 h', 15],
    ['1.01h', 61],
  ])('%j is %i', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes);
  });

  test.each([
    '',
    ' ',
    'soon',
    '-5',
    '+5',
    '1.5',
    '1,5h',
    '1h60',
    '1:60',
    '1:20:30',
    '1h20h',
    'h',
    'min',
    '1e3',
    '0x10',
    '５',
    'NaN',
    'Infinity',
  ])('not %j', (text) => {
    expect(parseMinutes(text)).toBeNull();
  });
});
