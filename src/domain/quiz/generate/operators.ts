import type { Value } from '../template.ts';
import { matrixPower, product } from './linear-algebra.ts';
import { modulo, power } from './numbers.ts';
import { eachOf, isSame, type Known, NoValue, numberOf, pairwise, truthOf } from './values.ts';

/** An operator; `sign` is how it is written. */
export interface Operator extends Known {
  sign: string;
}

/**
 * The operators, under the names that they have in an expression. `and` and `or` are not here: they
 * look at their right side only when it matters.
 */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['add', entrywise('+', (a, b) => a + b)],
  ['subtract', entrywise('-', (a, b) => a - b)],
  [
    'multiply',
    binary('*', (a, b, steps) =>
      Array.isArray(a) && Array.isArray(b) ? product(a, b, steps) : pairwise(a, b, times),
    ),
  ],
  [
    'divide',
    binary('/', (a, b) => {
      if (Array.isArray(b)) throw new NoValue('divides by numbers; entry by entry write ./');
      return pairwise(a, b, divided);
    }),
  ],
  [
    'power',
    binary('^', (a, b, steps) =>
      Array.isArray(a) ? matrixPower(a, b, steps) : power(numberOf(a), numberOf(b)),
    ),
  ],
  ['modulo', entrywise('%', modulo)],
  ['dotMultiply', entrywise('.*', times)],
  ['dotDivide', entrywise('./', divided)],
  ['dotPower', entrywise('.^', power)],
  ['negate', { sign: '-', arity: [1, 1], of: ([x]) => eachOf(x, (entry) => -numberOf(entry) + 0) }],
  ['not', { sign: 'not', arity: [1, 1], of: ([x]) => !truthOf(x) }],
  ['equal', binary('==', isSame)],
  ['unequal', binary('!=', (a, b) => !isSame(a, b))],
  ['smaller', comparison('<', (a, b) => a < b && !isSame(a, b))],
  ['smallerEq', comparison('<=', (a, b) => a < b || isSame(a, b))],
  ['larger', comparison('>', (a, b) => a > b && !isSame(a, b))],
  ['largerEq', comparison('>=', (a, b) => a > b || isSame(a, b))],
]);

function binary(
  sign: string,
  of: (a: Value, b: Value, steps: Parameters<Known['of']>[1]) => Value,
): Operator {
  return { sign, arity: [2, 2], of: ([a = 0, b = 0], steps) => of(a, b, steps) };
}

function entrywise(sign: string, of: (a: number, b: number) => number): Operator {
  return { sign, arity: [2, 2], of: ([a, b]) => pairwise(a, b, of) };
}

function comparison(sign: string, of: (a: number, b: number) => boolean): Operator {
  return { sign, arity: [2, 2], of: ([a, b]) => of(numberOf(a), numberOf(b)) };
}

function times(a: number, b: number): number {
  return a * b;
}

function divided(a: number, b: number): number {
  return a / b;
}
