import type { Value } from '../template.ts';
import { listOf, MAX_ENTRIES, NoValue, numberOf, wholeOf } from './values.ts';

/** Numbers in [0, 1), of 32 bits each. */
export type Random = () => number;

/** A function that draws; only parameters may call it. */
export interface Draw {
  arity: readonly [fewest: number, most: number];
  of: (args: readonly Value[], random: Random) => Value;
}

const { MAX_SAFE_INTEGER } = Number;
const MAX_PLACES = 9;

/** Every value of a range, both ends included, and every entry of a list is as likely. */
export const DRAWS: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['int', { arity: [2, 2], of: ([lo, hi], random) => drawWhole(lo, hi, random) }],
  [
    'ints',
    {
      arity: [3, 3],
      of: ([n, lo, hi], random) => times(n, () => drawWhole(lo, hi, random)),
    },
  ],
  [
    'intMatrix',
    {
      arity: [4, 4],
      of: ([rows, columns, lo, hi], random) =>
        times(rows, () => times(columns, () => drawWhole(lo, hi, random))),
    },
  ],
  [
    'decimal',
    { arity: [3, 3], of: ([lo, hi, places], random) => drawDecimal(lo, hi, places, random) },
  ],
  [
    'decimals',
    {
      arity: [4, 4],
      of: ([n, lo, hi, places], random) => times(n, () => drawDecimal(lo, hi, places, random)),
    },
  ],
  ['pick', { arity: [1, 1], of: ([list], random) => picked(listOf(list), random) }],
  [
    'sample',
    {
      arity: [2, 2],
      of: ([list, k], random) => {
        const entries = listOf(list);
        return shuffled(entries, random).slice(0, wholeOf(k, 0, entries.length));
      },
    },
  ],
  ['shuffle', { arity: [1, 1], of: ([list], random) => shuffled(listOf(list), random) }],
]);

/** The same entries in an order in which every order is as likely (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [here, there] = [result[i], result[j]] as [T, T];
    result[i] = there;
    result[j] = here;
  }
  return result;
}

function drawWhole(lo: Value | undefined, hi: Value | undefined, random: Random): number {
  const from = wholeOf(lo, -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
  const to = wholeOf(hi, -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
  return between(from, to, random);
}

function drawDecimal(
  lo: Value | undefined,
  hi: Value | undefined,
  places: Value | undefined,
  random: Random,
): number {
  const digits = wholeOf(places, 0, MAX_PLACES);
  const scale = 10 ** digits;
  const from = Math.round(numberOf(lo) * scale);
  const whole = between(from, Math.round(numberOf(hi) * scale), random);
  return Number((whole / scale).toFixed(digits)) + 0;
}

function between(from: number, to: number, random: Random): number {
  const count = to - from + 1;
  if (count < 1) throw new NoValue(`needs a range that does not end before it begins, at ${from}`);
  if (count > 2 ** 32) throw new NoValue('needs a range of at most 4294967296 values');
  return from + Math.floor(random() * count);
}

function picked(list: readonly Value[], random: Random): Value {
  const entry = list[Math.floor(random() * list.length)];
  if (entry === undefined) throw new NoValue('needs a list with entries, not an empty one');
  return entry;
}

function times<T extends Value>(count: Value | undefined, of: () => T): T[] {
  return Array.from({ length: wholeOf(count, 0, MAX_ENTRIES) }, of);
}
