import type { Tolerance } from '../question.ts';

/** The rounding that even an exact answer may have, as a share of the key. */
const EXACT = 1e-9;
const ULP = Number.EPSILON;

/**
 * Whether a number is right for a key. The boundary of a tolerance counts as right, and so does
 * what floating point may add to it. `exact` allows a relative 1e-9, but a whole key is not met by
 * another whole number. `relative` to a key of 0 is absolute. `digits` is met by anything within
 * half a unit of the last digit asked for, so by the key rounded, a tie either way, and by the key
 * cut off there.
 */
export function isWithin(answer: number, key: number, tolerance: Tolerance): boolean {
  const gap = Math.abs(answer - key);
  const rounding = 4 * ULP * Math.max(Math.abs(answer), Math.abs(key));
  switch (tolerance.kind) {
    case 'exact':
      return isExact(answer, key, gap, rounding);
    case 'absolute':
      return gap <= widened(tolerance.by, rounding);
    case 'relative':
      return gap <= widened(tolerance.by * (key === 0 ? 1 : Math.abs(key)), rounding);
    case 'digits':
      return hasDigits(answer, key, tolerance.count) || isExact(answer, key, gap, rounding);
  }
}

/**
 * Whether all entries are right, in their order or, with `unordered`, in any. An entry of the key
 * that is only rounding beside the others, such as the cosine of a right angle, is taken for the 0
 * it stands for.
 */
export function areWithin(
  answer: readonly number[],
  key: readonly number[],
  tolerance: Tolerance,
  unordered = false,
): boolean {
  if (answer.length !== key.length) return false;
  const noise = 4 * ULP * Math.max(...key.map(Math.abs));
  const clean = key.map((entry) => (Math.abs(entry) <= noise ? 0 : entry));
  const [given, wanted] = unordered
    ? [answer.toSorted(ascending), clean.toSorted(ascending)]
    : [answer, clean];
  return wanted.every((entry, i) => isWithin(given[i] ?? Number.NaN, entry, tolerance));
}

function isExact(answer: number, key: number, gap: number, rounding: number): boolean {
  if (Number.isInteger(key) && Number.isInteger(answer)) {
    return Math.abs(key) <= 2 ** 53 ? answer === key : gap <= rounding;
  }
  const allowed = EXACT * Math.abs(key);
  return (
    gap <= (Number.isSafeInteger(key) ? Math.min(allowed, Math.max(EXACT, rounding)) : allowed)
  );
}

function widened(by: number, rounding: number): number {
  return by * (1 + EXACT) + rounding;
}

function hasDigits(answer: number, key: number, count: number): boolean {
  if (key === 0) return false;
  const exponent = Number(key.toExponential().split('e')[1]);
  const places = count - 1 - exponent;
  const scaled = (x: number) => (places < 0 ? x / 10 ** -places : x * 10 ** places);
  const [given, wanted] = [scaled(answer), scaled(key)];
  const slack = EXACT + 4 * ULP * Math.abs(wanted);
  const cut = Math.trunc(wanted + Math.sign(wanted) * slack);
  return Math.abs(given - wanted) <= 0.5 + slack || Math.abs(given - cut) <= slack;
}

function ascending(a: number, b: number): number {
  return a - b;
}
