import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/domain/quiz/generate/evaluate.ts';
import { fillText } from '../../src/domain/quiz/generate/fill.ts';
import type { Body, Template, Value } from '../../src/domain/quiz/template.ts';
import { TEMPLATES } from './bank.ts';
import { EXAMPLES, type Example, type Expected, WITHOUT_EXAMPLE } from './examples.ts';

const LEAST_PLACES = 4;
const ROUNDING = 1e-12;

test('every generator of the curriculum has its example, or a reason why not', () => {
  const refs = readFileSync('test/fixtures/generators.txt', 'utf8').trim().split('\n');
  const tried = new Set(EXAMPLES.map(({ ref }) => ref));
  expect([...tried, ...Object.keys(WITHOUT_EXAMPLE)].sort()).toEqual(refs.toSorted());
});

describe('the worked example of the curriculum comes out as there:', () => {
  test.each(EXAMPLES.map((example) => [example.ref, example] as const))('%s', (ref, example) => {
    const template = TEMPLATES.find((other) => other.ref === ref);
    if (!template) throw new Error(`The bank has no ${ref}.`);
    const scope = scopeOf(template, example);
    for (const [name, expected] of Object.entries(example.lets ?? {})) {
      expectAgreement(scope.get(name), expected, name);
    }
    expectAgreement(answerOf(template.body, scope), example.answer, 'the answer');
  });
});

test('a result that is off in its last digit is noticed', () => {
  expect(agrees(0.59626, 0.5963)).toBe(true);
  expect(agrees(0.59636, 0.5963)).toBe(false);
  expect(agrees(7.0001, 7)).toBe(false);
  expect(agrees(0.0009766, 0.000977)).toBe(true);
  expect(agrees(0.0009756, 0.000977)).toBe(false);
  expect(agrees([1, 2], [1, null])).toBe(true);
  expect(agrees([1, 2], [1])).toBe(false);
  expect(agrees('output A', 'output B')).toBe(false);
});

/** The values that the template computes from the parameters given, instead of drawing them. */
function scopeOf({ params, lets }: Template, example: Example): Map<string, Value> {
  expect(Object.keys(example.params).sort()).toEqual(params.map(({ name }) => name).sort());
  const scope = new Map(Object.entries(example.params));
  for (const { name, value } of lets) scope.set(name, evaluate(value, scope));
  return scope;
}

function answerOf(body: Body, scope: ReadonlyMap<string, Value>): Value {
  switch (body.kind) {
    case 'choice':
      return fillText(body.right.text, scope);
    case 'number':
    case 'vector':
    case 'matrix':
    case 'shape':
      return evaluate(body.answer, scope);
    default:
      throw new Error(`An example cannot be put to a question of the kind ${body.kind}.`);
  }
}

function expectAgreement(value: Value | undefined, expected: Expected, what: string): void {
  const told = `${what} is ${JSON.stringify(value)}, in the example ${JSON.stringify(expected)}`;
  expect(agrees(value, expected), told).toBe(true);
}

/** Within half a unit of the last digit given, or of the fourth decimal where fewer are given. */
function agrees(value: Value | undefined, expected: Expected): boolean {
  if (expected === null) return true;
  if (typeof expected === 'number') {
    const places = Math.max(LEAST_PLACES, /\.(\d+)$/.exec(String(expected))?.[1]?.length ?? 0);
    const allowed = 0.5 * 10 ** -places + ROUNDING * Math.abs(expected);
    return typeof value === 'number' && Math.abs(value - expected) <= allowed;
  }
  if (typeof expected === 'string') return value === expected;
  return (
    Array.isArray(value) &&
    value.length === expected.length &&
    expected.every((entry, i) => agrees(value[i], entry))
  );
}
