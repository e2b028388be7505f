import type { Value } from '../template.ts';
import { normalCdf } from './normal.ts';
import { rounded } from './show.ts';
import {
  eachOf,
  type Known,
  NoValue,
  nearWhole,
  numberOf,
  pairwise,
  type Steps,
  spend,
  wholeOf,
} from './values.ts';

const MAX_FACTORIAL = 170;
const MAX_PLACES = 15;
const { MAX_SAFE_INTEGER } = Number;

/** Functions of numbers, entry by entry on lists; angles are in radians. */
export const NUMBERS: Record<string, Known> = {
  sqrt: unary(Math.sqrt),
  cbrt: unary(Math.cbrt),
  exp: unary(Math.exp),
  log: {
    arity: [1, 2],
    of: ([x, base]) => (base === undefined ? entries(x, Math.log) : pairwise(x, base, logarithm)),
  },
  log2: unary(Math.log2),
  log10: unary(Math.log10),
  abs: unary(Math.abs),
  sign: unary(Math.sign),
  floor: unary((x) => Math.floor(nearWhole(x))),
  ceil: unary((x) => Math.ceil(nearWhole(x))),
  round: {
    arity: [1, 2],
    of: ([x, places]) => {
      const count = places === undefined ? 0 : wholeOf(places, 0, MAX_PLACES);
      return entries(x, (entry) => rounded(entry, count));
    },
  },
  sin: unary(Math.sin),
  cos: unary(Math.cos),
  tan: unary(Math.tan),
  asin: unary(Math.asin),
  acos: unary(Math.acos),
  atan: unary(Math.atan),
  sinh: unary(Math.sinh),
  cosh: unary(Math.cosh),
  tanh: unary(Math.tanh),
  sigmoid: unary((x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)))),
  relu: unary((x) => Math.max(0, x)),
  gelu: unary((x) => x * normalCdf(x)),
  normalCdf: unary(normalCdf),
  mod: binary(modulo),
  pow: binary(power),
  gcd: binary((a, b) => gcd(whole(a), whole(b))),
  factorial: unary((n) => factorial(wholeOf(n, 0, MAX_FACTORIAL))),
  combinations: {
    arity: [2, 2],
    of: ([n, k], steps) => pairwise(n, k, (from, count) => combinations(from, count, steps)),
  },
};

/** The rest of a division, with the sign of the divisor. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

export function power(base: number, exponent: number): number {
  return base ** exponent;
}

function unary(of: (x: number) => number): Known {
  return { arity: [1, 1], of: ([x]) => entries(x, of) };
}

function binary(of: (x: number, y: number) => number): Known {
  return { arity: [2, 2], of: ([a, b]) => pairwise(a, b, of) };
}

function entries(value: Value | undefined, of: (x: number) => number): Value {
  return eachOf(value, (entry) => of(numberOf(entry)) + 0);
}

/** Whole where it is exactly so: `log(1000, 10)` is 3. */
function logarithm(x: number, base: number): number {
  const value = Math.log(x) / Math.log(base);
  const near = Math.round(value);
  return base ** near === x ? near : value;
}

function whole(value: number): number {
  return wholeOf(value, -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER);
}

function gcd(a: number, b: number): number {
  let [large, small] = [Math.abs(a), Math.abs(b)];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return product;
}

function combinations(from: number, count: number, steps: Steps): number {
  const n = wholeOf(from, 0, MAX_SAFE_INTEGER);
  const chosen = wholeOf(count, 0, MAX_SAFE_INTEGER);
  if (chosen > n) return 0;
  const k = Math.min(chosen, n - chosen);
  spend(steps, k);
  let result = 1;
  for (let i = 1; i <= k; i += 1) result = (result * (n - k + i)) / i;
  if (Number.isFinite(result)) return Math.round(result);
  throw new NoValue('gives more than fits a number', false);
}
