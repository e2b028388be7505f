import { describe, expect, test } from 'vitest';
import { BadExpression } from '../../../../src/domain/quiz/generate/bad-expression.ts';
import { isName, parseExpr } from '../../../../src/domain/quiz/generate/parse.ts';
import type { Expr } from '../../../../src/domain/quiz/template.ts';

const names = new Set(['a', 'b', 'n', 'x', 'norm', 'dog']);

function parsed(text: string, draws = false): Expr {
  return parseExpr(text, names, { draws });
}

function complaint(text: string, draws = false): string {
  try {
    return `read as ${JSON.stringify(parsed(text, draws))}`;
  } catch (error) {
    if (!(error instanceof BadExpression)) throw error;
    return error.message;
  }
}

const one: Expr = { type: 'value', value: 1 };
const a: Expr = { type: 'name', name: 'a' };
const b: Expr = { type: 'name', name: 'b' };
const call = (name: string, ...args: Expr[]): Expr => ({ type: 'call', name, args });

describe('reads', () => {
  const read: [string, Expr][] = [
    ['1', one],
    [' 1 \n', one],
    ['-1', { type: 'value', value: -1 }],
    ['+a', a],
    ['-a', call('negate', a)],
    ['"a\\tb"', { type: 'value', value: 'a b' }],
    ['"\\u001b[31mred"', { type: 'value', value: '[31mred' }],
    ['true', { type: 'value', value: true }],
    ['pi', { type: 'name', name: 'pi' }],
    ['[1, a]', { type: 'list', items: [one, a] }],
    ['[]', { type: 'list', items: [] }],
    ['(a)', a],
    ['a + b', call('add', a, b)],
    ['a - b', call('subtract', a, b)],
    ['a * b', call('multiply', a, b)],
    ['a b', call('multiply', a, b)],
    ['a / b', call('divide', a, b)],
    ['a ^ b', call('power', a, b)],
    ['a % b', call('modulo', a, b)],
    ['a .* b', call('dotMultiply', a, b)],
    ['a ./ b', call('dotDivide', a, b)],
    ['a .^ b', call('dotPower', a, b)],
    ['a == b', call('equal', a, b)],
    ['a != b', call('unequal', a, b)],
    ['a < b', call('smaller', a, b)],
    ['a <= b', call('smallerEq', a, b)],
    ['a > b', call('larger', a, b)],
    ['a >= b', call('largerEq', a, b)],
    ['a and b', call('and', a, b)],
    ['a or b', call('or', a, b)],
    ['not a', call('not', a)],
    ['a < 1 <= b', call('and', call('smaller', a, one), call('smallerEq', one, b))],
    ['a[1]', { type: 'index', of: a, at: [one] }],
    ['a[1, b]', { type: 'index', of: a, at: [one, b] }],
    // biome-ignore lint/suspicious/noThenProperty: the name of a branch
    ['a ? 1 : b', { type: 'if', test: a, then: one, else: b }],
    ['sqrt(a)', call('sqrt', a)],
    ['norm(norm)', call('norm', { type: 'name', name: 'norm' })],
  ];
  test.each(read)('%s', (text, expr) => {
    expect(parsed(text)).toEqual(expr);
  });

  test('draws where they are allowed', () => {
    expect(parsed('int(1, a)', true)).toEqual(call('int', one, a));
  });
});

describe('refuses', () => {
  const refused: [string, string | RegExp][] = [
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['import("fs")', 'calls "import", which is no function here'],
    ['lenght(a)', 'calls "lenght", which is no function here; did you mean "len"?'],
    ['randint(1, 2)', 'calls "randint", which is no function here'],
    ['dig + 1', 'names "dig", which is not known here; did you mean "dog"?'],
    ['sqrt', 'names the function "sqrt" without calling it'],
    ['int(1, 2)', 'calls "int", which draws: only params may'],
    ['sqrt()', 'calls sqrt with 0 values, and it takes 1'],
    ['log(1, 2, 3)', 'calls log with 3 values, and it takes 1 to 2'],
    ['n(2)', /calls "n".*to multiply write n \* \(…\), for an entry n\[…\]/],
    ['add(1, 2)', /^calls "add", which is no function here/],
    ['map([1, 2], sqrt)', /^calls "map", which is no function here/],
    ['[1, 2].map(f)', 'calls something that is no function'],
    ['cos.constructor("return 1")', 'calls something that is no function'],
    ['a.b', /asks for a property/],
    ['a?.b', /asks for a property/],
    ['a["b"]["c"].d', /asks for a property/],
    ['a.b = 1', /holds an assignment/],
    ['a = 1', /holds an assignment/],
    ['a[1] = 1', /holds an assignment/],
    ['f(x) = x', /holds a function of its own/],
    ['{a: 1}', /holds an object/],
    ['{"__proto__": 1}', /holds an object/],
    ['1:1000000', /holds a range/],
    ['a[1:2]', /holds a range/],
    ['a[]', 'has 0 indices in brackets, and 1 or 2 are possible'],
    ['a[1, 1, 1]', 'has 3 indices in brackets, and 1 or 2 are possible'],
    ['a; b', /holds several expressions/],
    ['a\nb', /holds several expressions/],
    ['__proto__', 'names "__proto__", which is not known here'],
    ['constructor', 'names "constructor", which is not known here'],
    ['toString()', 'calls "toString", which is no function here'],
    ['hasOwnProperty("a")', 'calls "hasOwnProperty", which is no function here'],
    ['i', /names "i", which is not known here/],
    ['null', 'holds null, which is no value here'],
    ['undefined', 'holds undefined, which is no value here'],
    ['NaN', 'holds NaN, which is no value here'],
    ['Infinity', 'holds Infinity, which is no value here'],
    ['1e999', 'holds Infinity, which is no value here'],
    ["a'", /uses ' in a way/],
    ['3!', /uses ! in a way/],
    ['a | b', /uses \| in a way/],
    ['a xor b', /uses xor in a way/],
    ['a to b', /uses to in a way/],
    ['a ?? b', /uses \?\? in a way/],
    ['~a', /uses ~ in a way/],
    ['50%', 'has a % with nothing to divide by behind it'],
    ['1/2n', /divides by what is unclear/],
    ['a/2n', /divides by what is unclear/],
    ['a +', 'is not complete: something is missing at its end'],
    ['(a', 'is not complete: something is missing at its end'],
    ['"abc', 'is not complete: something is missing at its end'],
    ['a ? b', 'is not complete: something is missing at its end'],
    ['a @ b', 'cannot be read from its character 3 on, "@ b"'],
    ['a)', 'cannot be read from its character 2 on, ")"'],
    [`"${'a'.repeat(500)}"`, 'has 502 characters, and at most 500 are read'],
    ['('.repeat(10_000), 'has 10000 characters, and at most 500 are read'],
    [`${'('.repeat(200)}a${')'.repeat(200)}`, 'is nested too deep'],
    [`${'['.repeat(200)}${']'.repeat(200)}`, 'is nested too deep'],
    [`${'-'.repeat(200)}a`, 'is nested too deep'],
    [`${'not '.repeat(100)}a`, 'is nested too deep'],
    [`${'a?1:'.repeat(100)}b`, 'is nested too deep'],
    [`[${'-a,'.repeat(160)}a]`, 'is too large'],
    ['1 < 2 < 3 < 4 < 5 < 6', 'compares more than 5 things in a row'],
    [`${'(1<'.repeat(20)}1${'<1)'.repeat(20)}`, 'is too large'],
  ];
  test.each(refused.map(([text, message]) => ({ start: text.slice(0, 40), text, message })))(
    '$start',
    ({ text, message }) => {
      if (typeof message === 'string') expect(complaint(text)).toBe(message);
      else expect(complaint(text)).toMatch(message);
    },
  );

  test('a name that a chain of properties would give', () => {
    expect(() => parseExpr('constructor', new Set(), { draws: false })).toThrow(BadExpression);
    expect(parseExpr('constructor', new Set(['constructor']), { draws: false })).toEqual({
      type: 'name',
      name: 'constructor',
    });
  });
});

test('brackets inside of texts do not count as nesting', () => {
  expect(parsed(`"${'('.repeat(300)}"`)).toEqual({ type: 'value', value: '('.repeat(300) });
});

test.each([
  ...['n', 'x1', 'a_b', 'norm', 'constructor'].map((name) => [name, true] as const),
  ...['', '1a', '_a', 'a b', 'pi', 'e', 'true', 'and', 'not', 'mod', 'in', 'NaN'].map(
    (name) => [name, false] as const,
  ),
])('whether "%s" can be a name: %s', (name, able) => {
  expect(isName(name)).toBe(able);
});
