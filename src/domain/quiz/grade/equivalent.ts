import { seeded } from '../../seeded.ts';
import type { ExpressionQuestion } from '../question.ts';
import { evaluate } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { residue } from './residue.ts';

type Variables = ExpressionQuestion['variables'];

const POINTS = 64;
/** Agreement at fewer points proves nothing. */
const NEEDED = 8;
const RELATIVE = 1e-9;
/** As far as constants rounded to three digits lead. */
const ROUNDED = 5e-3;
const SEED = 20;

/**
 * `rounded`: not the same, but near to it everywhere, as with 3.14 for pi. `undefined`: it has no
 * value anywhere in the ranges. `unclear`: floating point could not tell at eight points or more.
 */
export type Comparison = 'same' | 'rounded' | 'different' | 'undefined' | 'unclear';

/**
 * Whether a formula gives the key's value over the ranges of the variables. Two tests, and
 * a difference in either counts. In floating point, at 64 points drawn from the ranges (some near
 * their ends): a difference beyond the bounds of rounding is real, and agreement counts where
 * the bounds are within 1e-9 of the key's value. Modulo a prime: exact for rational expressions, so
 * that `x + 1e-17` is not `x`. Points where the key has no finite value are left out.
 */
export function compareFormulas(answer: Formula, key: Formula, variables: Variables): Comparison {
  let agreed = 0;
  let near = true;
  let same = true;
  let defined = false;
  for (const point of points(variables)) {
    const right = evaluate(key, point);
    const given = evaluate(answer, point);
    defined ||= Number.isFinite(given.value);
    if (!Number.isFinite(right.value)) continue;
    const bound = 2 * (right.error + given.error);
    const gap = Math.abs(given.value - right.value);
    if (!(gap <= bound)) same = false;
    if (!(gap <= ROUNDED * Math.abs(right.value))) near = false;
    if (defined && !same && !near) return 'different';
    if (bound <= RELATIVE * Math.abs(right.value)) agreed += 1;
  }
  if (!defined) return 'undefined';
  const exact = identical(answer, key);
  if (same && exact === true) return 'same';
  if (same && exact === null) return agreed >= NEEDED ? 'same' : 'unclear';
  return near ? 'rounded' : 'different';
}

/** Exactly the same or not; null if that cannot be told, as of `sin(x)^2 + cos(x)^2` and 1. */
function identical(a: Formula, b: Formula): boolean | null {
  for (const seed of [1, 2]) {
    const first = residue(a, seed);
    const second = residue(b, seed);
    if (!first || !second) return null;
    if (first.value !== second.value) return first.decisive && second.decisive ? false : null;
  }
  return true;
}

/**
 * Points in the ranges, without their ends, the same ones at each call; every fourth near an end.
 */
function* points(variables: Variables): Generator<ReadonlyMap<string, number>> {
  const random = seeded(SEED);
  for (let i = 0; i < POINTS; i += 1) {
    yield new Map(
      Object.entries(variables).map(([name, { min, max }]) => {
        const share = (random() + 2 ** -33) * (i % 4 === 0 ? 0.02 : 1);
        return [name, min + (max - min) * (i % 8 === 0 ? 1 - share : share)];
      }),
    );
  }
}
