import { distance } from 'fastest-levenshtein';
import { termForms } from './words.ts';

const SHORTEST = 5;
const MOST_EDITS = 2;
/** Terms that differ by one of these are two terms and no misspelling. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['min', 'max'],
  ['micro', 'macro'],
  ['inter', 'intra'],
  ['under', 'over'],
];

/**
 * The accepted term of which a wrong text seems to be a misspelling: at most two edits away, with
 * at least five letters, the same first letter and the same digits. Null if there is none.
 */
export function nearTerm(text: string, accepted: readonly string[]): string | null {
  const given = [...termForms(text)];
  const isNear = (term: string) =>
    [...termForms(term)].some((form) => given.some((other) => isMisspelling(other, form)));
  return accepted.find(isNear) ?? null;
}

function isMisspelling(text: string, term: string): boolean {
  if (Math.min(text.length, term.length) < SHORTEST) return false;
  if (text.charAt(0) !== term.charAt(0) || signs(text) !== signs(term)) return false;
  if (Math.abs(text.length - term.length) > MOST_EDITS) return false;
  if (OPPOSITES.some(([a, b]) => text.replace(a, b) === term || term.replace(a, b) === text)) {
    return false;
  }
  return distance(text, term) <= MOST_EDITS;
}

/** All but the letters: a slip of the finger there makes another term. */
function signs(text: string): string {
  return text.replace(/\p{L}/gu, '');
}
