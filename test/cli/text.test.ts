import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bar,
  cut,
  flow,
  hang,
  indent,
  padEnd,
  plural,
  rows,
  spread,
  widthOf,
  wrap,
} from '../../src/cli/render/text.ts';

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom(
    'https://example.org/a-very-long/address/without-any/space/in-it',
    '名前',
    'naïve',
  ),
);
const prose = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
const columns = fc.integer({ min: 40, max: 200 });

describe('no line is wider than the screen', () => {
  test.each([
    ['wrap', (text: string, width: number) => wrap(text, width)],
    ['indent', (text: string, width: number) => indent(text, 10, width)],
    ['hang', (text: string, width: number) => hang('  label   ', text, width)],
    ['spread', (text: string, width: number) => spread('  • ', text, '1 h 20', width)],
    [
      'rows',
      (text: string, width: number) =>
        rows(
          [
            ['one', text],
            ['another', text],
          ],
          2,
          width,
        ),
    ],
  ])('%s', (_, render) => {
    fc.assert(
      fc.property(prose, columns, (text, width) => {
        const widest = Math.max(...render(text, width).split('\n').map(widthOf));
        expect(widest).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('wrapping loses no word', () => {
  fc.assert(
    fc.property(prose, columns, (text, width) => {
      const letters = (from: string) => from.replaceAll(/\s/g, '');
      expect(letters(wrap(text, width))).toBe(letters(text));
    }),
  );
});

test.each([
  ['', 0],
  ['abc', 3],
  ['▸ Now — ½', 9],
  ['名前', 4],
  ['\u001B[1mbold\u001B[22m', 4],
  ['\u001B]8;;https://example.org\u0007here\u001B]8;;\u0007', 4],
  ['e\u0301', 1],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test.each([
  ['short', 10, 'short'],
  ['exactly 10', 10, 'exactly 10'],
  ['eleven char', 10, 'eleven ch…'],
  ['a word then', 8, 'a word…'],
  ['名前名前', 5, '名前…'],
])('%j cut to %i columns is %j', (text, width, result) => {
  expect(cut(text, width)).toBe(result);
});

test.each([
  [0, '░░░░░░░░░░'],
  [0.001, '█░░░░░░░░░'],
  [0.5, '█████░░░░░'],
  [0.999, '█████████░'],
  [1, '██████████'],
  [3, '██████████'],
  [-1, '░░░░░░░░░░'],
])('a bar at %d shows any progress, and is full only when all is done', (share, result) => {
  expect(bar(share, 10)).toBe(result);
});

test('hanging text stays in its column', () => {
  expect(hang('  Now   ', 'one two three four', 18)).toBe('  Now   one two\n        three four');
});

test('what does not fit beside the text goes below it, at the far end', () => {
  expect(spread('- ', 'short', '5 min', 20)).toBe('- short        5 min');
  expect(spread('- ', 'quite long text', '5 min', 20)).toBe(
    '- quite long text\n               5 min',
  );
});

test('rows align their texts', () => {
  const pairs: [string, string][] = [
    ['a', 'one'],
    ['long', 'two'],
  ];
  expect(rows(pairs, 2, 40)).toBe('  a     one\n  long  two');
});

test('padding counts columns, not characters', () => {
  expect(padEnd('名', 4)).toBe('名  ');
});

test('a count agrees with its word', () => {
  expect([plural(1, 'day'), plural(2, 'day'), plural(0, 'day')]).toEqual([
    '1 day',
    '2 days',
    '0 days',
  ]);
});

test('pieces flow over lines whole and in order, as many to a line as fit', () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 8 }), columns, (pieces, width) => {
      const lines = flow(pieces, ' | ', width);
      expect(lines.flatMap((line) => line.split(' | '))).toEqual(pieces);
      for (const [i, line] of lines.entries()) {
        if (line.includes(' | ')) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const next = lines[i + 1]?.split(' | ')[0];
        if (next !== undefined) expect(widthOf(`${line} | ${next}`)).toBeGreaterThan(width);
      }
    }),
  );
});
