import { seeded } from '../../seeded.ts';
import { CLEAN_DIGITS, type Formula, significantDigits } from './formula.ts';

/** The prime 2^61 - 1: arithmetic modulo it is exact where floating point rounds. */
const PRIME = 2n ** 61n - 1n;
const MAX_EXPONENT = 10_000;

export interface Residue {
  value: bigint;
  /**
   * Whether another residue means another formula. Not so once a function was called, which stands
   * for itself only, or a constant carries rounding.
   */
  decisive: boolean;
}

/**
 * A formula modulo a prime, at a random point: two rational expressions are the same if and, but
 * for a chance of about degree / 2^61, only if their residues are. Each name stands for a random
 * residue, pi and e too; `sin(u)` for one that depends on the residue of `u` alone. Null where it
 * divides by zero.
 * Source: Schwartz, Fast probabilistic algorithms for verification of polynomial identities, 1980.
 */
export function residue(formula: Formula, seed: number): Residue | null {
  switch (formula.type) {
    case 'number':
      return {
        value: decimal(formula.value),
        decisive: significantDigits(formula.value) <= CLEAN_DIGITS,
      };
    case 'name':
      return { value: mixed(seed, formula.name, []), decisive: true };
    case 'negate': {
      const of = residue(formula.of, seed);
      return of && { ...of, value: modulo(-of.value) };
    }
    case 'call': {
      const args = formula.args.map((arg) => residue(arg, seed));
      return opaque(seed, formula.name, args);
    }
    case 'operation':
      return operated(formula, seed);
  }
}

function operated(formula: Formula & { type: 'operation' }, seed: number): Residue | null {
  const left = residue(formula.left, seed);
  const exponent = formula.operator === '^' ? wholeNumber(formula.right) : null;
  if (left && exponent !== null) {
    const base = exponent < 0 ? inverse(left.value) : left.value;
    if (base === null) return null;
    return { ...left, value: power(base, BigInt(Math.abs(exponent))) };
  }
  const right = residue(formula.right, seed);
  if (!left || !right) return null;
  if (formula.operator === '^') return opaque(seed, '^', [left, right]);
  const decisive = left.decisive && right.decisive;
  const by = formula.operator === '/' ? inverse(right.value) : right.value;
  if (by === null) return null;
  if (formula.operator === '+') return { value: modulo(left.value + by), decisive };
  if (formula.operator === '-') return { value: modulo(left.value - by), decisive };
  return { value: modulo(left.value * by), decisive };
}

function opaque(seed: number, name: string, args: readonly (Residue | null)[]): Residue | null {
  const values = args.map((arg) => arg?.value);
  if (values.some((value) => value === undefined)) return null;
  return { value: mixed(seed, name, values.map(String)), decisive: false };
}

function wholeNumber(formula: Formula): number | null {
  if (formula.type === 'negate') {
    const of = wholeNumber(formula.of);
    return of === null ? null : -of;
  }
  if (formula.type !== 'number' || !Number.isInteger(formula.value)) return null;
  return formula.value <= MAX_EXPONENT ? formula.value : null;
}

/** A decimal number as the fraction that its shortest form writes: 0.1 is one tenth. */
function decimal(value: number): bigint {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', part = ''] = digits.split('.');
  const scale = Number(exponent) - part.length;
  const ten = power(10n, BigInt(Math.abs(scale)));
  return modulo(BigInt(whole + part) * (scale < 0 ? (inverse(ten) ?? 0n) : ten));
}

/** A residue that looks random and is the same for the same name and arguments. */
function mixed(seed: number, name: string, args: readonly string[]): bigint {
  let hash = seed >>> 0;
  for (const character of `${name}(${args.join()})`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  const random = seeded(hash);
  return modulo(
    (BigInt(Math.floor(random() * 2 ** 32)) << 32n) + BigInt(Math.floor(random() * 2 ** 32)),
  );
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = modulo(base);
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

function inverse(value: bigint): bigint | null {
  return modulo(value) === 0n ? null : power(value, PRIME - 2n);
}

function modulo(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}
