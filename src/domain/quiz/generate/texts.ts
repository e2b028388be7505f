import { distance } from 'fastest-levenshtein';
import { show } from './show.ts';
import { type Known, listOf, spend, textOf } from './values.ts';

/** Functions of texts. */
export const TEXTS: Record<string, Known> = {
  text: { arity: [1, 1], of: ([x = '']) => show(x) },
  join: { arity: [2, 2], of: ([list, between]) => listOf(list).map(show).join(textOf(between)) },
  split: { arity: [2, 2], of: ([text, between]) => split(textOf(text), textOf(between)) },
  upper: { arity: [1, 1], of: ([x]) => textOf(x).toUpperCase() },
  lower: { arity: [1, 1], of: ([x]) => textOf(x).toLowerCase() },
  editDistance: {
    arity: [2, 2],
    of: ([a, b], steps) => {
      const [from, to] = [textOf(a), textOf(b)];
      spend(steps, (from.length * to.length) / 32);
      return distance(from, to);
    },
  },
};

function split(text: string, between: string): string[] {
  return between === '' ? Array.from(text) : text.split(between);
}
