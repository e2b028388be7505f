import { LINEAR_ALGEBRA } from './linear-algebra.ts';
import { LISTS } from './lists.ts';
import { NUMBERS } from './numbers.ts';
import { PROBABILITY } from './probability.ts';
import { SHOWING } from './show.ts';
import { TEXTS } from './texts.ts';
import type { Known } from './values.ts';

/** Every function that an expression may call by name, but for those that draw. */
export const FUNCTIONS: ReadonlyMap<string, Known> = new Map(
  [NUMBERS, LISTS, LINEAR_ALGEBRA, PROBABILITY, TEXTS, SHOWING].flatMap(Object.entries<Known>),
);
