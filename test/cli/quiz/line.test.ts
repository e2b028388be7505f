import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Edit,
  EMPTY_LINE,
  edit,
  insert,
  type Line,
  lineOf,
  textOfLine,
  visiblePart,
} from '../../../src/cli/quiz/line.ts';
import { widthOf } from '../../../src/cli/render/text.ts';

/** `ab|c` with the cursor where the bar is. */
const at = (text: string): Line => {
  const [before = '', after = ''] = text.split('|');
  return { before, after };
};
const shown = ({ before, after }: Line) => `${before}|${after}`;

test.each<[string, Edit, string]>([
  ['ab|c', 'backspace', 'a|c'],
  ['|c', 'backspace', '|c'],
  ['cafe\u0301|', 'backspace', 'caf|'],
  ['a𝑥|', 'backspace', 'a|'],
  ['ab|c', 'delete', 'ab|'],
  ['a|e\u0301b', 'delete', 'a|b'],
  ['ab|c', 'left', 'a|bc'],
  ['|ab', 'left', '|ab'],
  ['ab|c', 'right', 'abc|'],
  ['ab|c', 'home', '|abc'],
  ['a|bc', 'end', 'abc|'],
  ['ab|c', 'clear', '|'],
  ['one two |three', 'cut-word', 'one |three'],
  ['|three', 'cut-word', '|three'],
  ['ab|c', 'cut-rest', 'ab|'],
])('%s, %s: %s', (line, by, result) => {
  expect(shown(edit(at(line), by))).toBe(result);
});

test('what could act on a terminal is left out, and lines become blanks', () => {
  const line = insert(at('a|b'), '1\u001B[31m2\n3\u0000\u202E\t4');
  expect(shown(line)).toBe('a1[31m2 3 4|b');
});

test('an empty line takes text', () => {
  expect(textOfLine(insert(EMPTY_LINE, 'x'))).toBe('x');
});

test.each<[string, number, string, number]>([
  ['abc|', 10, 'abc', 3],
  ['ab|c', 10, 'abc', 2],
  ['abcdefghijkl|', 8, '…hijkl', 6],
  ['|abcdefghijkl', 8, 'abcde…', 0],
  ['abcdef|ghijkl', 9, '…bcdefg…', 6],
])('%s on %i columns is shown as %s', (line, width, text, column) => {
  expect(visiblePart(at(line), width)).toEqual({ text, column });
});

test('the part shown holds the cursor and is never wider than there is room', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '名', 'e\u0301'), maxLength: 120 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 12, max: 120 }), (before, after, width) => {
      const part = visiblePart({ before, after }, width);
      expect(widthOf(part.text)).toBeLessThan(width);
      expect(part.column).toBeLessThanOrEqual(widthOf(part.text));
      const isWhole = part.text === before + after;
      expect(isWhole || part.text.includes('…')).toBe(true);
    }),
  );
});

test('a line made of a text has its cursor at the end', () => {
  expect(shown(lineOf('abc'))).toBe('abc|');
});
