import { describe, expect, test } from 'vitest';
import { formatWeeks, parseWeeks } from '../../../src/domain/path/weeks.ts';

describe('weeks of a phase', () => {
  test.each([
    ['8', 8, 8, '8'],
    ['4-6', 4, 6, '4-6'],
    ['4 - 6', 4, 6, '4-6'],
    ['4–6', 4, 6, '4-6'],
    ['6-6', 6, 6, '6'],
    ['8+', 8, null, '8+'],
    [' 12 ', 12, 12, '12'],
  ])('%j', (text, min, max, shown) => {
    expect(parseWeeks(text)).toEqual({ min, max });
    expect(formatWeeks({ min, max })).toBe(shown);
  });

  test.each(['', '0', '0-2', '0+', '6-4', '-4', '4-', '+', '8++', '4-6+', '1.5', 'eight', '1000'])(
    'not %j',
    (text) => {
      expect(parseWeeks(text)).toBeNull();
    },
  );
});
