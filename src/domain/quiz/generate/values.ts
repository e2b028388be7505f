import type { Value } from '../template.ts';

/** The most entries of a list, those of lists in it counted too. */
export const MAX_ENTRIES = 1000;
/** The most characters of a text, or of all texts of a list together. */
export const MAX_CHARACTERS = 10_000;

/** Numbers nearer than this share of the larger one count as equal, as rounding alone parts them. */
const SAME = 1e-12;

/**
 * An expression has no value. The message is the end of a sentence about it. `misuse` tells a
 * mistake in the expression, such as a text where a number is needed, from a place where the
 * mathematics has no value, such as a division by zero.
 */
export class NoValue extends Error {
  override readonly name = 'NoValue';
  readonly misuse: boolean;
  /** Whether the message begins with the name of what has no value. */
  readonly named: boolean;

  constructor(message: string, misuse = true, named = false) {
    super(message);
    this.misuse = misuse;
    this.named = named;
  }
}

/** The most steps of one expression. */
export const MAX_STEPS = 20_000;

/** How much work is left for an expression; each call and each entry takes one step. */
export interface Steps {
  left: number;
}

/** Throws NoValue when the steps are used up. */
export function spend(steps: Steps, count: number): void {
  steps.left -= count;
  if (steps.left < 0) throw new NoValue('takes too many steps');
}

/** A function of the sandbox. Its NoValue messages go on after its name: `needs a number`. */
export interface Known {
  arity: readonly [fewest: number, most: number];
  of: (args: readonly Value[], steps: Steps) => Value;
}

export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  throw needs('a number', value);
}

/** A whole number; one that only rounding keeps from being whole is taken for it. */
export function wholeOf(value: Value | undefined, min: number, max: number): number {
  const whole = typeof value === 'number' ? nearWhole(value) : Number.NaN;
  if (Number.isInteger(whole) && whole >= min && whole <= max) return whole;
  const range = max < Number.MAX_SAFE_INTEGER ? ` from ${min} to ${max}` : ` from ${min}`;
  throw needs(`a whole number${min > Number.MIN_SAFE_INTEGER ? range : ''}`, value);
}

export function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  throw needs('a text', value);
}

export function truthOf(value: Value | undefined): boolean {
  if (typeof value === 'boolean') return value;
  throw needs('true or false', value);
}

export function listOf(value: Value | undefined): Value[] {
  if (Array.isArray(value)) return value;
  throw needs('a list', value);
}

export function vectorOf(value: Value | undefined): number[] {
  if (isVector(value)) return value;
  throw needs('a list of numbers', value);
}

export function matrixOf(value: Value | undefined): number[][] {
  if (isMatrix(value)) return value;
  throw needs('a matrix', value);
}

export function squareOf(value: Value | undefined): number[][] {
  const matrix = matrixOf(value);
  if (matrix.length === matrix[0]?.length) return matrix;
  throw needs('a square matrix', value);
}

/** Two lists of numbers of the same length. */
export function vectorsOf(args: readonly Value[]): [number[], number[]] {
  const [a, b] = [vectorOf(args[0]), vectorOf(args[1])];
  if (a.length !== b.length) throw unequal(a, b);
  return [a, b];
}

export function isVector(value: Value | undefined): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}

/** Whether it is rows of numbers, all of one length and not empty. */
export function isMatrix(value: Value | undefined): value is number[][] {
  if (!Array.isArray(value) || !isVector(value[0]) || value[0].length === 0) return false;
  const width = value[0].length;
  return value.every((row) => isVector(row) && row.length === width);
}

/** All numbers of a list and the lists in it, in order. */
export function numbersIn(value: Value | undefined): number[] {
  return listOf(value).flatMap((entry) =>
    Array.isArray(entry) ? numbersIn(entry) : numberOf(entry),
  );
}

/** The same for each number of a list, and of the lists in it. */
export function eachOf(value: Value | undefined, of: (x: Value) => Value): Value {
  if (Array.isArray(value)) return value.map((entry) => eachOf(entry, of));
  if (value === undefined) throw needs('a value', value);
  return of(value);
}

/** A number with each number of a list, or the numbers of two lists of the same size in pairs. */
export function pairwise(
  a: Value | undefined,
  b: Value | undefined,
  of: (x: number, y: number) => number,
): Value {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) throw unequal(a, b);
    return a.map((entry, i) => {
      if (Array.isArray(entry) !== Array.isArray(b[i])) throw unequal(a, b);
      return pairwise(entry, b[i], of);
    });
  }
  if (Array.isArray(a)) return a.map((entry) => pairwise(entry, b, of));
  if (Array.isArray(b)) return b.map((entry) => pairwise(a, entry, of));
  return of(numberOf(a), numberOf(b)) + 0;
}

/** Whether two values are equal, numbers but for rounding. */
export function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, i) => isSame(entry, b[i]));
  }
  return a === b;
}

/** The whole number that a value is but for rounding, else the value. */
export function nearWhole(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= SAME * Math.max(1, Math.abs(value)) ? whole + 0 : value;
}

/** What a value is, inside a message. */
export function described(value: Value | undefined): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return String(value);
  if (value === undefined) return 'nothing';
  if (isMatrix(value)) return `a matrix of ${value.length} by ${value[0]?.length}`;
  return `a list of ${value.length}${isVector(value) ? '' : ' that are not all numbers'}`;
}

export function needs(wanted: string, value: Value | undefined): NoValue {
  return new NoValue(`needs ${wanted}, not ${described(value)}`);
}

function unequal(a: Value, b: Value): NoValue {
  return new NoValue(`needs two of the same size, not ${described(a)} and ${described(b)}`);
}
