import { describe, expect, test } from 'vitest';
import { BadExpression } from '../../../../src/domain/quiz/generate/bad-expression.ts';
import { fillText } from '../../../../src/domain/quiz/generate/fill.ts';
import { parseText } from '../../../../src/domain/quiz/generate/text.ts';
import type { Value } from '../../../../src/domain/quiz/template.ts';

const scope = new Map<string, Value>([
  ['n', 3],
  ['p', 0.123456],
  ['x', [1, 2.5]],
  ['word', 'low'],
]);
const names = new Set(scope.keys());

function filled(text: string): string {
  return fillText(parseText(text, names), scope);
}

test.each([
  ['no values', 'no values'],
  ['{{n}}', '3'],
  ['{{ n }}', '3'],
  ['a {{n}} b {{word}}', 'a 3 b low'],
  ['{{n}}{{n}}', '33'],
  ['x^{{{n}}}', 'x^{3}'],
  ['\\frac{{{n}}}{{{p}}}', '\\frac{3}{0.1235}'],
  ['{{{{n}}}}', '{{3}}'],
  ['{ {n} }', '{ {n} }'],
  ['\\sqrt{\\frac{1}{2}}', '\\sqrt{\\frac{1}{2}}'],
  ['{{p}}', '0.1235'],
  ['{{x}}', '[1, 2.5]'],
  ['{{[[1, 2], ["a", true]]}}', '[[1, 2], [a, true]]'],
  ['{{n > 2}}', 'true'],
  ['{{join(x, "}}")}}', '1}}2.5'],
  ["{{join(x, '\\'}}')}}", "1'}}2.5"],
  ["{{word}} is what it's called, {{n}}", "low is what it's called, 3"],
])('%s is %s', (text, shown) => {
  expect(filled(text)).toBe(shown);
});

test.each([
  ['1000000', '1000000'],
  ['1 / 3', '0.3333'],
  ['2 / 3', '0.6667'],
  ['0.1 + 0.2', '0.3'],
  ['2.99999999999', '3'],
  ['-0.50', '-0.5'],
  ['0.0000123456', '0.00001235'],
  ['1.5e-9', '1.5e-9'],
  ['1e21', '1e21'],
  ['2 ^ 53', '9007199254740992'],
  ['0 * -1', '0'],
])('the value of %s shows as %s', (expression, shown) => {
  expect(filled(`{{${expression}}}`)).toBe(shown);
});

test('a text without values stays a string', () => {
  expect(parseText('plain', names)).toBe('plain');
  expect(parseText('', names)).toBe('');
});

describe('refuses', () => {
  test.each([
    ['{{', /^opens \{\{ and does not close it/],
    ['a {{n} b', /^opens \{\{ and does not close it near "n} b"/],
    ['{{}}', 'holds {{}}, which is empty'],
    ['\\mathbf{{y}}', 'holds {{y}}, which names "y", which is not known here'],
    ['{{int(1, 2)}}', 'holds {{int(1, 2)}}, which calls "int", which draws: only params may'],
    ['{{n}} {{n +}}', /^holds \{\{n \+\}\}, which is not complete/],
  ])('%s', (text, message) => {
    expect(() => parseText(text, names)).toThrow(BadExpression);
    expect(() => parseText(text, names)).toThrow(message);
  });
});
