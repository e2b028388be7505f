import type { Value } from '../template.ts';
import {
  described,
  isSame,
  isVector,
  type Known,
  listOf,
  MAX_ENTRIES,
  NoValue,
  needs,
  numberOf,
  numbersIn,
  spend,
  textOf,
  vectorOf,
  wholeOf,
} from './values.ts';

const { MAX_SAFE_INTEGER } = Number;

/** Functions over a list; those that also take texts go by their characters. */
export const LISTS: Record<string, Known> = {
  sum: over(sum),
  mean: over((x) => sum(x) / x.length),
  prod: over((x) => x.reduce((product, entry) => product * entry, 1)),
  min: extreme(Math.min),
  max: extreme(Math.max),
  median: over(median),
  cumsum: { arity: [1, 1], of: ([x]) => cumulative(vectorOf(x)) },
  sort: { arity: [1, 1], of: ([x]) => sorted(listOf(x)) },
  reverse: { arity: [1, 1], of: ([x]) => listOf(x).toReversed() },
  variance: spread(variance),
  std: spread((x, less) => Math.sqrt(variance(x, less))),
  argmax: { arity: [1, 1], of: ([x]) => place(vectorOf(x), Math.max) },
  argmin: { arity: [1, 1], of: ([x]) => place(vectorOf(x), Math.min) },
  len: { arity: [1, 1], of: ([x]) => parts(x).length },
  range: { arity: [2, 2], of: ([a, b]) => range(whole(a), whole(b)) },
  concat: { arity: [2, 20], of: concatenated },
  distinct: {
    arity: [1, 1],
    of: ([x], steps) => {
      const list = listOf(x);
      spend(steps, list.length ** 2 / 2);
      return !list.some((entry, i) => list.slice(0, i).some((other) => isSame(entry, other)));
    },
  },
  contains: { arity: [2, 2], of: ([x, v]) => indexOf(x, v) > 0 },
  count: { arity: [2, 2], of: ([x, v]) => count(x, v) },
  indexOf: { arity: [2, 2], of: ([x, v]) => indexOf(x, v) },
  slice: { arity: [3, 3], of: ([x, from, to]) => slice(x, from, to) },
  repeat: { arity: [2, 2], of: ([v, n]) => Array<Value>(wholeOf(n, 0, MAX_ENTRIES)).fill(v ?? 0) },
};

function over(of: (x: readonly number[]) => number): Known {
  return { arity: [1, 1], of: ([x]) => of(numbersIn(x)) };
}

/** Of a list, or of several numbers. */
function extreme(of: (...x: number[]) => number): Known {
  return {
    arity: [1, 20],
    of: (args) => {
      const numbers = args.length === 1 ? numbersIn(args[0]) : args.map(numberOf);
      if (numbers.length === 0) throw new NoValue('needs a list with entries, not an empty one');
      return of(...numbers);
    },
  };
}

function spread(of: (x: readonly number[], less: number) => number): Known {
  return {
    arity: [1, 2],
    of: ([x, less]) => of(numbersIn(x), less === undefined ? 0 : wholeOf(less, 0, 1)),
  };
}

export function sum(x: readonly number[]): number {
  return x.reduce((total, entry) => total + entry, 0);
}

function median(x: readonly number[]): number {
  const ordered = x.toSorted(ascending);
  const middle = (ordered.length - 1) / 2;
  return ((ordered[Math.floor(middle)] ?? Number.NaN) + (ordered[Math.ceil(middle)] ?? 0)) / 2;
}

/** `less` is what is taken off the number of entries that it divides by. */
function variance(x: readonly number[], less: number): number {
  const mean = sum(x) / x.length;
  return sum(x.map((entry) => (entry - mean) ** 2)) / (x.length - less);
}

function cumulative(x: readonly number[]): number[] {
  let total = 0;
  return x.map((entry) => {
    total += entry;
    return total;
  });
}

function sorted(x: readonly Value[]): Value[] {
  if (isVector([...x])) return x.map(numberOf).toSorted(ascending);
  return x.map(textOf).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Where the extreme entry stands, the first of equal ones. */
function place(x: readonly number[], extreme: (...x: number[]) => number): number {
  if (x.length === 0) throw new NoValue('needs a list with entries, not an empty one');
  return x.indexOf(extreme(...x)) + 1;
}

function range(from: number, to: number): number[] {
  const length = Math.max(0, to - from + 1);
  if (length > MAX_ENTRIES) throw new NoValue(`gives more than ${MAX_ENTRIES} entries`);
  return Array.from({ length }, (_, i) => from + i);
}

function concatenated(args: readonly Value[]): Value {
  if (args.every((arg) => typeof arg === 'string')) return args.join('');
  if (args.every(Array.isArray)) return args.flat(1);
  throw new NoValue(`joins lists or texts, not ${args.map(described).join(' and ')}`);
}

function indexOf(x: Value | undefined, value: Value | undefined): number {
  if (typeof x !== 'string') return listOf(x).findIndex((entry) => isSame(entry, value)) + 1;
  const at = x.indexOf(textOf(value));
  return at < 0 ? 0 : Array.from(x.slice(0, at)).length + 1;
}

function count(x: Value | undefined, value: Value | undefined): number {
  if (typeof x !== 'string') return listOf(x).filter((entry) => isSame(entry, value)).length;
  const text = textOf(value);
  if (text === '') throw new NoValue('needs a text with characters to count');
  return x.split(text).length - 1;
}

function slice(x: Value | undefined, from: Value | undefined, to: Value | undefined): Value {
  const all = parts(x);
  const last = wholeOf(to, 0, all.length);
  const some = all.slice(wholeOf(from, 1, all.length + 1) - 1, last);
  return typeof x === 'string' ? some.join('') : some;
}

/** The entries of a list or the characters of a text. */
function parts(x: Value | undefined): Value[] {
  if (typeof x === 'string') return Array.from(x);
  if (Array.isArray(x)) return x;
  throw needs('a list or a text', x);
}

function whole(value: Value | undefined): number {
  return wholeOf(value, -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
}

function ascending(a: number, b: number): number {
  return a - b;
}
