import type { Value } from '../template.ts';
import { sum } from './lists.ts';
import {
  described,
  isMatrix,
  isVector,
  type Known,
  MAX_ENTRIES,
  matrixOf,
  NoValue,
  needs,
  numbersIn,
  type Steps,
  spend,
  squareOf,
  vectorOf,
  vectorsOf,
  wholeOf,
} from './values.ts';

/** A pivot this small beside the entries it came from is a zero that was not computed exactly. */
const SINGULAR = 1e-12;
const WHOLE = 1e-9;

/** Vectors are lists of numbers, matrices lists of rows of one length. */
export const LINEAR_ALGEBRA: Record<string, Known> = {
  dot: { arity: [2, 2], of: (args) => dot(...vectorsOf(args)) },
  norm: { arity: [1, 2], of: ([x, p = 2]) => norm(vectorOf(x), p) },
  outer: {
    arity: [2, 2],
    of: ([a, b]) => {
      const [column, row] = [vectorOf(a), vectorOf(b)];
      checkSize(column.length, row.length);
      return column.map((x) => row.map((y) => x * y + 0));
    },
  },
  transpose: { arity: [1, 1], of: ([a]) => transposed(matrixOf(a)) },
  trace: { arity: [1, 1], of: ([a]) => sum(diagonal(squareOf(a))) },
  det: { arity: [1, 1], of: ([a], steps) => determinant(squareOf(a), steps) },
  inv: { arity: [1, 1], of: ([a], steps) => inverse(squareOf(a), steps) },
  identity: {
    arity: [1, 1],
    of: ([n = 0]) => identity(n),
  },
  zeros: { arity: [1, 2], of: (args) => filled(args, () => 0) },
  ones: { arity: [1, 2], of: (args) => filled(args, () => 1) },
  diag: {
    arity: [1, 1],
    of: ([x]) => {
      if (isMatrix(x)) return diagonal(x);
      const entries = vectorOf(x);
      return filled([entries.length, entries.length], (i, j) => (i === j ? (entries[i] ?? 0) : 0));
    },
  },
  row: { arity: [2, 2], of: ([a, i]) => at(matrixOf(a), i) },
  column: { arity: [2, 2], of: ([a, j]) => at(transposed(matrixOf(a)), j) },
  size: { arity: [1, 1], of: ([a]) => size(a) },
  flatten: { arity: [1, 1], of: ([a]) => numbersIn(a) },
};

/**
 * A number times anything, entry by entry; two vectors give their dot product, and a matrix with a
 * vector or a matrix the matrix product.
 */
export function product(a: Value, b: Value, steps: Steps): Value {
  if (isVector(a) && isVector(b)) return dot(...vectorsOf([a, b]));
  if (isMatrix(a) && isVector(b))
    return multiplied(
      a,
      b.map((x) => [x]),
      steps,
    ).flat();
  if (isVector(a) && isMatrix(b)) return multiplied([a], b, steps).flat();
  if (isMatrix(a) && isMatrix(b)) return multiplied(a, b, steps);
  throw new NoValue(
    `multiplies numbers, vectors and matrices, not ${described(a)} and ${described(b)}`,
  );
}

/** A square matrix times itself so many times. */
export function matrixPower(a: Value, exponent: Value, steps: Steps): Value {
  const matrix = squareOf(a);
  let result = matrixOf(identity(matrix.length));
  for (let left = wholeOf(exponent, 0, MAX_ENTRIES); left > 0; left -= 1) {
    result = multiplied(result, matrix, steps);
  }
  return result;
}

function multiplied(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  steps: Steps,
): number[][] {
  const [inner, width] = [a[0]?.length ?? 0, b[0]?.length ?? 0];
  if (inner !== b.length) {
    throw new NoValue(`cannot multiply ${a.length} by ${inner} with ${b.length} by ${width}`);
  }
  spend(steps, a.length * inner * width);
  checkSize(a.length, width);
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((x, i) => x * (b[i] ?? Number.NaN)));
}

function norm(x: readonly number[], p: Value): number {
  const sizes = x.map(Math.abs);
  if (p === 1) return sum(sizes);
  if (p === 2) return Math.sqrt(dot(x, x));
  if (p === 'inf') return Math.max(0, ...sizes);
  throw needs('1, 2 or "inf" for its kind', p);
}

function transposed(a: readonly (readonly number[])[]): number[][] {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j] ?? Number.NaN));
}

function diagonal(a: readonly (readonly number[])[]): number[] {
  return a.slice(0, a[0]?.length).map((row, i) => row[i] ?? Number.NaN);
}

/**
 * By Gaussian elimination with partial pivoting; whole for a matrix of whole numbers. Source: Golub
 * and Van Loan, Matrix Computations, 4th edition, section 3.4.
 */
function determinant(a: readonly (readonly number[])[], steps: Steps): number {
  spend(steps, a.length ** 3);
  const rows = a.map((row) => [...row]);
  const smallest = SINGULAR * Math.max(...a.flat().map(Math.abs));
  let result = 1;
  for (let i = 0; i < rows.length; i += 1) {
    if (bringPivot(rows, i)) result = -result;
    const pivot = rows[i]?.[i] ?? 0;
    if (Math.abs(pivot) <= smallest) return 0;
    result *= pivot;
    eliminate(rows, i, i + 1);
  }
  const whole = Math.round(result);
  const isNear = Math.abs(result - whole) <= WHOLE * Math.max(1, Math.abs(result));
  return areWhole(a) && isNear ? whole : result;
}

/** By Gauss-Jordan elimination; for a matrix of whole numbers each entry is the nearest fraction. */
function inverse(a: readonly (readonly number[])[], steps: Steps): number[][] {
  const det = determinant(a, steps);
  if (det === 0) throw new NoValue('has no value for a matrix without an inverse', false);
  spend(steps, 2 * a.length ** 3);
  const rows = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < rows.length; i += 1) {
    bringPivot(rows, i);
    const pivot = rows[i]?.[i] ?? 0;
    rows[i] = (rows[i] ?? []).map((entry) => entry / pivot);
    eliminate(rows, i, 0);
  }
  const exact = (x: number) => (areWhole(a) ? Math.round(x * det) / det : x) + 0;
  return rows.map((row) => row.slice(a.length).map(exact));
}

/** Exchanges rows so that the largest entry of column i from row i on stands there; whether it did. */
function bringPivot(rows: number[][], i: number): boolean {
  const sizes = rows.slice(i).map((row) => Math.abs(row[i] ?? 0));
  const best = i + sizes.indexOf(Math.max(...sizes));
  const [here = [], there = []] = [rows[i], rows[best]];
  rows[i] = there;
  rows[best] = here;
  return best !== i;
}

/** Takes so much of row i off the other rows, beginning with `from`, that their column i is 0. */
function eliminate(rows: number[][], i: number, from: number): void {
  const pivot = rows[i] ?? [];
  for (let k = from; k < rows.length; k += 1) {
    const factor = (rows[k]?.[i] ?? 0) / (pivot[i] ?? 1);
    if (k !== i && factor !== 0) {
      rows[k] = (rows[k] ?? []).map((entry, j) => entry - factor * (pivot[j] ?? 0));
    }
  }
}

function areWhole(a: readonly (readonly number[])[]): boolean {
  return a.every((row) => row.every(Number.isInteger));
}

function size(a: Value | undefined): number[] {
  if (typeof a === 'number') return [];
  if (isVector(a)) return [a.length];
  if (Array.isArray(a) && a.length > 0) {
    const inner = a.map(size);
    const [first = []] = inner;
    if (inner.every((other) => other.join() === first.join())) return [a.length, ...first];
  }
  throw needs('a list in which all rows are of one size', a);
}

function at(rows: readonly number[][], place: Value | undefined): number[] {
  return rows[wholeOf(place, 1, rows.length) - 1] ?? [];
}

/** A vector for one size, a matrix for two. */
function filled(sizes: readonly Value[], of: (i: number, j: number) => number): Value {
  const [rows = 0, columns = 1] = sizes.map((count) => wholeOf(count, 0, MAX_ENTRIES));
  checkSize(rows, columns);
  const grid = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => of(i, j)),
  );
  return sizes.length === 1 ? grid.flat() : grid;
}

function identity(n: Value): Value {
  return filled([n, n], (i, j) => (i === j ? 1 : 0));
}

function checkSize(rows: number, columns: number): void {
  if (rows * columns > MAX_ENTRIES) throw new NoValue(`gives more than ${MAX_ENTRIES} entries`);
}
