import { type Formula, isAtom, visibleItems } from './formula.ts';

const DIFFERENTIALS = ['∂', 'd', '∇', 'Δ', 'δ'];

/** Reads as one thing: a letter with its scripts, a bracket, f(x), ∂x. */
export function isFactor(formula: Formula): boolean {
  const items = visibleItems(formula);
  const [first, second] = items;
  if (items.length === 1 && first) {
    if (isAtom(first)) return ['ord', 'close'].includes(first.class);
    return first.kind !== 'fraction' && first.kind !== 'limits';
  }
  if (items.length !== 2 || !first || !second) return false;
  const isFunction = isAtom(first) && first.form !== 'number' && second.kind === 'fenced';
  const isLetter = second.kind === 'atom' ? second.form === 'letter' : second.kind === 'scripts';
  return isFunction || (isAtom(first) && DIFFERENTIALS.includes(first.text) && isLetter);
}
