import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/domain/quiz/generate/evaluate.ts';
import { FUNCTIONS } from '../../../../src/domain/quiz/generate/functions.ts';
import { OPERATORS } from '../../../../src/domain/quiz/generate/operators.ts';
import { parseExpr } from '../../../../src/domain/quiz/generate/parse.ts';
import { NoValue } from '../../../../src/domain/quiz/generate/values.ts';
import type { Expr, Value } from '../../../../src/domain/quiz/template.ts';

const scope = new Map<string, Value>([
  ['n', 3],
  ['x', [3, 1, 2]],
  [
    'A',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['long', Array.from({ length: 900 }, (_, i) => i)],
  ['words', Array.from({ length: 900 }, () => 'abcdefghij')],
]);

function failure(text: string): NoValue {
  const expr = parseExpr(text, new Set(scope.keys()), { draws: false });
  try {
    return new NoValue(`gave ${JSON.stringify(evaluate(expr, scope))}`);
  } catch (error) {
    if (!(error instanceof NoValue)) throw error;
    return error;
  }
}

describe('has no value, as the mathematics has none', () => {
  test.each([
    ['1 / 0', '/ gives no finite number'],
    ['[1, 2] / 0', '/ gives no finite number'],
    ['0 / 0', '/ gives no finite number'],
    ['5 % 0', '% gives no finite number'],
    ['sqrt(-1)', 'sqrt gives no finite number'],
    ['sqrt([1, -1])', 'sqrt gives no finite number'],
    ['log(0)', 'log gives no finite number'],
    ['exp(1000)', 'exp gives no finite number'],
    ['10 ^ 400', '^ gives no finite number'],
    ['(-8) ^ (1 / 3)', '^ gives no finite number'],
    ['mean([])', 'mean gives no finite number'],
    ['median([])', 'median gives no finite number'],
    ['variance([1], 1)', 'variance gives no finite number'],
    ['combinations(1100, 550)', 'combinations gives more than fits a number'],
    ['inv([[1, 2], [2, 4]])', 'inv has no value for a matrix without an inverse'],
    ['softmax(x, 0)', 'softmax needs a temperature above 0'],
    ['kl([0.5, 0.5], [1, 0])', 'kl gives no finite number'],
    ['1 + log(0)', 'log gives no finite number'],
  ])('%s', (text, message) => {
    const { message: told, misuse } = failure(text);
    expect([told, misuse]).toEqual([message, false]);
  });
});

describe('refuses, as it is a mistake', () => {
  test.each([
    ['x + [1, 2]', '+ needs two of the same size, not a list of 3 and a list of 2'],
    ['A + [1, 2]', '+ needs two of the same size, not a matrix of 2 by 2 and a list of 2'],
    ['x + "a"', '+ needs a number, not a text'],
    ['"a" + "b"', '+ needs a number, not a text'],
    ['true + 1', '+ needs a number, not true'],
    ['-"a"', '- needs a number, not a text'],
    ['1 / x', '/ divides by numbers; entry by entry write ./'],
    ['A * x', '* cannot multiply 2 by 2 with 3 by 1'],
    ['[[1, 2], [3]] * A', /^\* multiplies numbers, vectors and matrices/],
    ['x ^ 2', '^ needs a matrix, not a list of 3'],
    ['[[1, 2, 3]] ^ 2', '^ needs a square matrix, not a matrix of 1 by 3'],
    ['A ^ -1', '^ needs a whole number from 0 to 1000, not -1'],
    ['"a" < "b"', '< needs a number, not a text'],
    ['n and true', 'and needs true or false, not 3'],
    ['true and n', 'and needs true or false, not 3'],
    ['not n', 'not needs true or false, not 3'],
    ['n ? 1 : 2', '? needs true or false, not 3'],
    ['x[0]', 'the index needs a whole number from 1 to 3, not 0'],
    ['x[4]', 'the index needs a whole number from 1 to 3, not 4'],
    ['x[1.5]', 'the index needs a whole number from 1 to 3, not 1.5'],
    ['x["a"]', 'the index needs a whole number from 1 to 3, not a text'],
    ['A[1, 3]', 'the index needs a whole number from 1 to 2, not 3'],
    ['n[1]', 'the index needs a list, not 3'],
    ['sum(n)', 'sum needs a list, not 3'],
    ['sum(["a"])', 'sum needs a number, not a text'],
    ['min([])', 'min needs a list with entries, not an empty one'],
    ['argmax([])', 'argmax needs a list with entries, not an empty one'],
    ['len(n)', 'len needs a list or a text, not 3'],
    ['concat(x, "a")', 'concat joins lists or texts, not a list of 3 and a text'],
    ['slice(x, 0, 2)', 'slice needs a whole number from 1 to 4, not 0'],
    ['slice(x, 1, 4)', 'slice needs a whole number from 0 to 3, not 4'],
    ['sort([1, "a"])', 'sort needs a text, not 1'],
    ['dot(x, [1])', 'dot needs two of the same size, not a list of 3 and a list of 1'],
    ['dot(x, A)', 'dot needs a list of numbers, not a matrix of 2 by 2'],
    ['norm(x, 3)', 'norm needs 1, 2 or "inf" for its kind, not 3'],
    ['transpose(x)', 'transpose needs a matrix, not a list of 3'],
    ['det([[1, 2, 3]])', 'det needs a square matrix, not a matrix of 1 by 3'],
    ['row(A, 3)', 'row needs a whole number from 1 to 2, not 3'],
    ['size([[1], [1, 2]])', /^size needs a list in which all rows are of one size/],
    ['entropy([-0.5, 1.5])', 'entropy needs shares from 0 on'],
    ['factorial(-1)', 'factorial needs a whole number from 0 to 170, not -1'],
    ['gcd(1.5, 2)', 'gcd needs a whole number, not 1.5'],
    ['variance(x, 2)', 'variance needs a whole number from 0 to 1, not 2'],
    ['fixed(1, 99)', 'fixed needs a whole number from 0 to 15, not 99'],
    ['fixed("a", 1)', 'fixed needs a number, not a text'],
    ['upper(1)', 'upper needs a text, not 1'],
    ['tex([[1, [2]]])', /^tex shows lists and matrices/],
  ])('%s', (text, message) => {
    const { message: told, misuse } = failure(text);
    if (typeof message === 'string') expect(told).toBe(message);
    else expect(told).toMatch(message);
    expect(misuse).toBe(true);
  });
});

describe('keeps its bounds', () => {
  test.each([
    ['range(1, 1000000)', 'range gives more than 1000 entries'],
    ['repeat(0, 1001)', 'repeat needs a whole number from 0 to 1000, not 1001'],
    ['repeat(repeat("a", 1000), 1000)', 'repeat gives more than 1000 entries'],
    ['concat(long, long)', 'concat gives more than 1000 entries'],
    ['[long, long]', 'the list gives more than 1000 entries'],
    ['join(words, "abcdefghij")', 'join gives more than 10000 characters'],
    ['concat(join(words, ""), join(words, ""))', 'concat gives more than 10000 characters'],
    ['split(join(words, ""), "")', 'split gives more than 1000 entries'],
    ['identity(40)', 'identity gives more than 1000 entries'],
    ['identity(1e9)', 'identity needs a whole number from 0 to 1000, not 1000000000'],
    ['zeros(1000, 1000)', 'zeros gives more than 1000 entries'],
    ['outer(long, long)', 'outer gives more than 1000 entries'],
    ['ones(30, 30) * ones(30, 30)', '* takes too many steps'],
    ['det(identity(31))', 'det takes too many steps'],
    ['identity(25) ^ 1000', '^ takes too many steps'],
    ['distinct(long)', 'distinct takes too many steps'],
    ['factorial(171)', 'factorial needs a whole number from 0 to 170, not 171'],
    ['combinations(1e9, 5e8)', 'combinations takes too many steps'],
    ['editDistance(join(words, ""), join(words, ""))', 'editDistance takes too many steps'],
    [`[${Array(25).fill('sum(long + long)').join()}]`, 'takes too many steps'],
  ])('%s', (text, message) => {
    expect(failure(text).message).toBe(message);
  });

  test('even the longest work ends soon', () => {
    const began = performance.now();
    failure(`[${Array(30).fill('sum(sort(long))').join()}]`);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

test('an expression from elsewhere calls only what is known', () => {
  for (const name of ['constructor', '__proto__', 'import', 'toString', 'int']) {
    const call: Expr = { type: 'call', name, args: [{ type: 'value', value: 1 }] };
    expect(() => evaluate(call, scope)).toThrow(NoValue);
    expect(() => evaluate({ type: 'name', name }, scope)).toThrow(NoValue);
  }
});

/** Every function and operator, with each number of values that it takes. */
function calls(): [string, number][] {
  return [...FUNCTIONS, ...OPERATORS].flatMap(
    ([
      name,
      {
        arity: [fewest, most],
      },
    ]) => [fewest, Math.min(most, 3)].map((count): [string, number] => [name, count]),
  );
}

function isSound(value: Value): boolean {
  if (Array.isArray(value)) return value.every(isSound);
  return typeof value !== 'number' || Number.isFinite(value);
}

/** Expressions over the scope, sense or nonsense. */
const anything = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -9, max: 9 }))
      .map((value): Expr => ({ type: 'value', value })),
    fc.constantFrom<Expr>(
      { type: 'value', value: 'a' },
      { type: 'value', value: true },
      { type: 'name', name: 'n' },
      { type: 'name', name: 'x' },
      { type: 'name', name: 'A' },
    ),
    fc.array(tie('expr'), { maxLength: 3 }).map((items): Expr => ({ type: 'list', items })),
    fc
      .tuple(fc.constantFrom(...calls()), tie('expr'), tie('expr'), tie('expr'))
      .map(
        ([[name, count], ...args]): Expr => ({ type: 'call', name, args: args.slice(0, count) }),
      ),
    fc.tuple(tie('expr'), tie('expr')).map(([of, at]): Expr => ({ type: 'index', of, at: [at] })),
  ),
}));

test('whatever it is, it gives finite values or NoValue', () => {
  fc.assert(
    fc.property(anything.expr, (expr) => {
      try {
        expect(isSound(evaluate(expr, scope))).toBe(true);
      } catch (error) {
        if (!(error instanceof NoValue)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});
