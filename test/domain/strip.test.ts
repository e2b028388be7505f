import { describe, expect, test } from 'vitest';
import { stripText } from '../../src/domain/strip.ts';

describe('text of a stranger', () => {
  test.each([
    ['an escape sequence', 'a\u001B[31mb', 'a[31mb'],
    ['a one-byte escape', 'a\u009B31mb', 'a31mb'],
    ['a bell and a backspace', 'a\u0007\u0008b', 'ab'],
    ['a carriage return', 'safe\rvile', 'safevile'],
    ['a delete', 'a\u007Fb', 'ab'],
    ['a null', 'a\u0000b', 'ab'],
    ['a right-to-left override', 'a\u202Eb', 'ab'],
    ['isolates', '\u2066a\u2069\u2067b\u2069', 'ab'],
    ['direction marks', 'a\u200E\u200F\u061Cb', 'ab'],
    ['zero-width marks', 'a\u200B\u200C\u2060\uFEFFb', 'ab'],
    ['line separators', 'a\u2028b\u2029c', 'abc'],
    ['half of a pair', 'a\uD83Db', 'a\uFFFDb'],
    ['Windows line ends', 'a\r\nb', 'a\nb'],
    ['a tab', 'a\tb', 'a b'],
  ])('loses %s', (_, text, clean) => {
    expect(stripText(text)).toBe(clean);
  });

  test.each(['a\nb', 'ü ẞ 中 Ω', 'Rⁿ → ℝ', '🧮', 'שלום', 'e\u0301', 'soft\u00ADhyphen'])(
    'keeps %j',
    (text) => {
      expect(stripText(text)).toBe(text);
    },
  );
});
