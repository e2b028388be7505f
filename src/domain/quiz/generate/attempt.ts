import type { Expr, Text, Value } from '../template.ts';
import type { Random } from './draws.ts';
import { evaluate } from './evaluate.ts';
import { fillText } from './fill.ts';
import { MAX_STEPS, NoValue, type Steps } from './values.ts';

/** Where something stands in the entry of a question, as keys and places from 0. */
export type Place = (string | number)[];

/** A draw that is thrown away: what failed, where, and whether that is a mistake of the template. */
export class Discarded extends Error {
  override readonly name = 'Discarded';
  readonly place: Place;
  /** What is particular to this draw, if anything. */
  readonly detail: string;
  readonly misuse: boolean;

  constructor(place: Place, message: string, detail = '', misuse = false) {
    super(message);
    this.place = place;
    this.detail = detail;
    this.misuse = misuse;
  }
}

/** One attempt at a draw: gives the values and texts of its scope, and throws Discarded. */
export interface Attempt {
  /** The value of an expression, as `read` takes it. */
  value<T>(expr: Expr, place: Place, read: (value: Value) => T): T;
  text(text: Text, place: Place): string;
  /** For the order in which things are shown. */
  random: Random;
}

/** `total` bounds the work of all attempts at a question together. */
export function attemptIn(
  scope: ReadonlyMap<string, Value>,
  random: Random,
  total: Steps,
): Attempt & { draw(expr: Expr, place: Place, draws: Random): Value } {
  const bounded = <T>(place: Place, of: (steps: Steps) => T): T => {
    const steps = { left: Math.min(MAX_STEPS, total.left) };
    const given = steps.left;
    try {
      return of(steps);
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      throw new Discarded(place, 'has no value', error.message, error.misuse);
    } finally {
      total.left -= given - Math.max(0, steps.left);
    }
  };
  return {
    random,
    value: (expr, place, read) =>
      bounded(place, (steps) => read(evaluate(expr, scope, undefined, steps))),
    text: (text, place) => bounded(place, (steps) => fillText(text, scope, steps)),
    draw: (expr, place, draws) => bounded(place, (steps) => evaluate(expr, scope, draws, steps)),
  };
}
