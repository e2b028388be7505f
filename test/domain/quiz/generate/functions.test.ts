import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../../src/domain/quiz/generate/evaluate.ts';
import { FUNCTIONS } from '../../../../src/domain/quiz/generate/functions.ts';
import { parseExpr } from '../../../../src/domain/quiz/generate/parse.ts';
import type { Value } from '../../../../src/domain/quiz/template.ts';

const scope = new Map<string, Value>([
  ['x', [3, 1, 2]],
  [
    'A',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['word', 'tokens'],
]);

function computed(text: string): Value {
  return evaluate(parseExpr(text, new Set(scope.keys()), { draws: false }), scope);
}

/** Numbers to nine digits: floating point may differ behind them. */
function near(value: Value): unknown {
  if (Array.isArray(value)) return value.map(near);
  return typeof value === 'number' && !Number.isInteger(value) ? expect.closeTo(value, 9) : value;
}

const operators: [string, Value][] = [
  ['2 + 3 * 4', 14],
  ['2 ^ 3 ^ 2', 512],
  ['-2 ^ 2', -4],
  ['7 % 3', 1],
  ['-7 % 3', 2],
  ['7 % -3', -2],
  ['2 x', [6, 2, 4]],
  ['x + 1', [4, 2, 3]],
  ['1 - x', [-2, 0, -1]],
  ['x - x', [0, 0, 0]],
  ['-x', [-3, -1, -2]],
  ['x / 2', [1.5, 0.5, 1]],
  ['x * x', 14],
  ['x .* x', [9, 1, 4]],
  ['6 ./ x', [2, 6, 3]],
  ['x .^ 2', [9, 1, 4]],
  ['2 .^ x', [8, 2, 4]],
  [
    'A * A',
    [
      [7, 10],
      [15, 22],
    ],
  ],
  [
    'A .* A',
    [
      [1, 4],
      [9, 16],
    ],
  ],
  ['A * [1, 1]', [3, 7]],
  ['[1, 1] * A', [4, 6]],
  [
    'A ^ 2',
    [
      [7, 10],
      [15, 22],
    ],
  ],
  [
    'A ^ 0',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  ['0.1 + 0.2 == 0.3', true],
  ['x == [3, 1, 2]', true],
  ['x != [3, 1]', true],
  ['"a" == "b"', false],
  ['1 < 2 <= 2', true],
  ['0.1 + 0.2 > 0.3', false],
  ['0.1 + 0.2 >= 0.3', true],
  ['1 < 2 and not (2 < 1)', true],
  ['false and 1 / 0 > 1', false],
  ['true or 1 / 0 > 1', true],
  ['1 > 2 ? 1 / 0 : "no"', 'no'],
  ['x[1]', 3],
  ['A[2, 1]', 3],
  ['A[2]', [3, 4]],
  ['A[2][1]', 3],
  ['word[2]', 'o'],
  ['pi', Math.PI],
  ['e', Math.E],
  ["'it\\'s'", "it's"],
];

const functions: [string, Value][] = [
  ['sqrt(16)', 4],
  ['sqrt([4, 9])', [2, 3]],
  ['cbrt(-27)', -3],
  ['exp(0)', 1],
  ['log(e)', 1],
  ['log(1000, 10)', 3],
  ['log(8, 2)', 3],
  ['log([4, 8], 2)', [2, 3]],
  ['log2(8)', 3],
  ['log10(0.01)', -2],
  ['abs([-1, 2])', [1, 2]],
  ['sign(-3)', -1],
  ['floor(2.7)', 2],
  ['floor(2.9999999999999996)', 3],
  ['floor(-2.5)', -3],
  ['ceil(2.1)', 3],
  ['ceil(3.0000000000000004)', 3],
  ['round(2.5)', 3],
  ['round(-2.5)', -3],
  ['round(2.675, 2)', 2.68],
  ['round(1.005, 2)', 1.01],
  ['round([1.26, -1.26], 1)', [1.3, -1.3]],
  ['round(1234.5678, 0)', 1235],
  ['sin(0)', 0],
  ['cos(0)', 1],
  ['tan(1)', 1.5574077246549023],
  ['asin(1)', Math.PI / 2],
  ['acos(1)', 0],
  ['atan(1)', Math.PI / 4],
  ['sinh(0)', 0],
  ['cosh(0)', 1],
  ['tanh(1)', 0.7615941559557649],
  ['sigmoid(0)', 0.5],
  ['sigmoid(1)', 0.7310585786300049],
  ['sigmoid(-1000)', 0],
  ['sigmoid(1000)', 1],
  ['relu([-2, 3])', [0, 3]],
  ['gelu(1)', 0.8413447460685429],
  ['gelu(-1)', -0.15865525393145707],
  ['mod(-5, 3)', 1],
  ['mod([4, 5, 6], 3)', [1, 2, 0]],
  ['pow(2, 10)', 1024],
  ['pow([1, 2], 2)', [1, 4]],
  ['gcd(12, 18)', 6],
  ['gcd(-4, 6)', 2],
  ['gcd(0, 5)', 5],
  ['factorial(0)', 1],
  ['factorial(5)', 120],
  ['combinations(52, 5)', 2598960],
  ['combinations(4, 7)', 0],
  ['sum(x)', 6],
  ['sum(A)', 10],
  ['sum([])', 0],
  ['mean(x)', 2],
  ['prod(x)', 6],
  ['min(x)', 1],
  ['max(A)', 4],
  ['max(2, 7, 5)', 7],
  ['median(x)', 2],
  ['median([4, 1, 3, 2])', 2.5],
  ['cumsum(x)', [3, 4, 6]],
  ['sort(x)', [1, 2, 3]],
  ['sort([10, 9, 1])', [1, 9, 10]],
  ['sort(["b", "a"])', ['a', 'b']],
  ['reverse(x)', [2, 1, 3]],
  ['variance([1, 2, 3, 4])', 1.25],
  ['variance([1, 2, 3], 1)', 1],
  ['std([1, 3])', 1],
  ['std([1, 2, 3], 1)', 1],
  ['argmax(x)', 1],
  ['argmax([1, 5, 5])', 2],
  ['argmin(x)', 2],
  ['len(x)', 3],
  ['len(A)', 2],
  ['len("naïve 🙂")', 7],
  ['range(2, 5)', [2, 3, 4, 5]],
  ['range(3, 2)', []],
  ['concat(x, [9])', [3, 1, 2, 9]],
  ['concat("ab", "c")', 'abc'],
  [
    'concat(A, [[5, 6]])',
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  ],
  ['distinct(x)', true],
  ['distinct([0.3, 0.1 + 0.2])', false],
  ['distinct([[1, 2], [1, 2]])', false],
  ['contains(x, 2)', true],
  ['contains(x, 4)', false],
  ['contains(word, "ken")', true],
  ['count([1, 2, 1], 1)', 2],
  ['count("banana", "an")', 2],
  ['indexOf(x, 2)', 3],
  ['indexOf(x, 9)', 0],
  ['indexOf("🙂ab", "b")', 3],
  ['slice(x, 2, 3)', [1, 2]],
  ['slice(x, 3, 2)', []],
  ['slice("🙂abc", 1, 2)', '🙂a'],
  ['repeat(0, 3)', [0, 0, 0]],
  ['repeat("a", 2)', ['a', 'a']],
  [
    'repeat([1, 2], 2)',
    [
      [1, 2],
      [1, 2],
    ],
  ],
  ['dot(x, [1, 1, 1])', 6],
  ['norm([3, 4])', 5],
  ['norm([3, -4], 1)', 7],
  ['norm([3, -4], "inf")', 4],
  [
    'outer([1, 2], [3, 4])',
    [
      [3, 4],
      [6, 8],
    ],
  ],
  [
    'transpose([[1, 2, 3], [4, 5, 6]])',
    [
      [1, 4],
      [2, 5],
      [3, 6],
    ],
  ],
  ['trace(A)', 5],
  ['det(A)', -2],
  ['det([[2, 4], [1, 2]])', 0],
  ['det([[0, 1], [1, 0]])', -1],
  ['det([[2, -3, 1], [2, 0, -1], [1, 4, 5]])', 49],
  ['det([[0.1, 0.2], [0.2, 0.4]])', 0],
  [
    'inv(A)',
    [
      [-2, 1],
      [1.5, -0.5],
    ],
  ],
  [
    'inv([[0, 2], [4, 0]])',
    [
      [0, 0.25],
      [0.5, 0],
    ],
  ],
  [
    'inv([[0.5, 0], [0, 4]])',
    [
      [2, 0],
      [0, 0.25],
    ],
  ],
  [
    'identity(2)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  ['zeros(2)', [0, 0]],
  ['zeros(1, 2)', [[0, 0]]],
  ['ones(2)', [1, 1]],
  ['ones(2, 1)', [[1], [1]]],
  [
    'diag([1, 2])',
    [
      [1, 0],
      [0, 2],
    ],
  ],
  ['diag(A)', [1, 4]],
  ['row(A, 2)', [3, 4]],
  ['column(A, 2)', [2, 4]],
  ['size(A)', [2, 2]],
  ['size(x)', [3]],
  ['size([A, A, A])', [3, 2, 2]],
  ['size(5)', []],
  ['flatten(A)', [1, 2, 3, 4]],
  ['softmax([0, 0])', [0.5, 0.5]],
  ['softmax([1, 2, 3], 2)', [0.1863237232258476, 0.30719588571849837, 0.506480391055654]],
  ['softmax([1000, 1000])', [0.5, 0.5]],
  [
    'softmax([[0, 0], [1, 1]])',
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
  ],
  ['logsumexp([1, 2, 3])', 3.40760596444438],
  ['logsumexp([1000, 1000])', 1000.6931471805599],
  ['entropy([0.7, 0.2, 0.1])', 0.8018185525433373],
  ['entropy([0.5, 0.5], 2)', 1],
  ['entropy([1, 0])', 0],
  ['crossEntropy([0.7, 0.2, 0.1], [0.5, 0.25, 0.25])', 0.9010913347279288],
  ['crossEntropy([1, 0], [1, 0])', 0],
  ['kl([0.7, 0.2, 0.1], [0.5, 0.25, 0.25])', 0.0992727821845915],
  ['kl([1, 0], [0.5, 0.5])', Math.LN2],
  ['text(x)', '[3, 1, 2]'],
  ['join(x, " + ")', '3 + 1 + 2'],
  ['split("low lower", " ")', ['low', 'lower']],
  ['split("a🙂", "")', ['a', '🙂']],
  ['upper("low")', 'LOW'],
  ['lower("LOW")', 'low'],
  ['editDistance("kitten", "sitting")', 3],
  ['fixed(2, 2)', '2.00'],
  ['fixed(2.675, 2)', '2.68'],
  ['fixed(-0.001, 2)', '0.00'],
  ['fixed([0.5, 0.25], 1)', ['0.5', '0.3']],
  ['sig(0.5, 3)', '0.500'],
  ['sig(123456, 3)', '123000'],
  ['sig(9.996, 3)', '10.0'],
  ['sig(0.00001234, 2)', '0.000012'],
  ['sig(0.000000123, 2)', '1.2e-7'],
  ['sig(0, 2)', '0.0'],
  ['tex(3)', '3'],
  ['tex(0.00000012)', '1.2 \\times 10^{-7}'],
  ['tex(x)', '(3, 1, 2)'],
  ['tex(A)', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}'],
  ['tex(fixed([0.5, 1], 2))', '(0.50, 1.00)'],
  ['tex("x")', 'x'],
  ['col(x)', '\\begin{pmatrix} 3 \\\\ 1 \\\\ 2 \\end{pmatrix}'],
  ['col(fixed([0.5, 1], 1))', '\\begin{pmatrix} 0.5 \\\\ 1.0 \\end{pmatrix}'],
  ['signed(3)', '+ 3'],
  ['signed(-3)', '- 3'],
  ['paren(-3)', '(-3)'],
  ['paren(3)', '3'],
  ['percent(0.7314, 1)', '73.1%'],
  ['percent(0.07)', '7%'],
  ['tuple([32, 128])', '(32, 128)'],
  ['tuple([3])', '(3,)'],
  ['tuple([])', '()'],
  ['thousands(1234567)', '1,234,567'],
  ['thousands(-123)', '-123'],
  ['thousands(1234.5)', '1,235'],
  ['thousands(100)', '100'],
];

test.each(operators)('%s', (text, value) => {
  expect(computed(text)).toEqual(near(value));
});

test.each(functions)('%s', (text, value) => {
  expect(computed(text)).toEqual(near(value));
});

test('every function has a known value here', () => {
  const told = functions.map(([text]) => text.replace(/\(.*/s, ''));
  const elsewhere = ['normalCdf'];
  expect([...FUNCTIONS.keys()].filter((name) => ![...told, ...elsewhere].includes(name))).toEqual(
    [],
  );
});

describe('normalCdf', () => {
  const known: [number, number][] = [
    [-8, 6.220960574271785e-16],
    [-7.2, 3.0106279811174e-13],
    [-3, 0.0013498980316300933],
    [-1.96, 0.024997895148220435],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [1, 0.8413447460685429],
    [2.5, 0.9937903346742238],
  ];
  test.each(known)('of %d', (x, share) => {
    const found = computed(`normalCdf(${x})`);
    expect(Math.abs(Number(found) - share)).toBeLessThan(1e-7 * share);
  });
});
