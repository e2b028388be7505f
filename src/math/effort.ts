import { isFactor } from './factor.ts';
import { type Formula, isAtom, single, visibleItems } from './formula.ts';

/** What still reads well on one row. */
const MOST_EFFORT = 2;

/**
 * Whether one row shows the formula well enough: hardly more than one fraction or one script that
 * has no small form, and never a matrix.
 */
export const readsOnOneRow = (formula: Formula): boolean => effort(formula) <= MOST_EFFORT;

const sum = (parts: readonly (Formula | null)[]): number =>
  parts.reduce((total, part) => total + (part ? effort(part) : 0), 0);

/** How much harder the formula is to read on one row than set in two dimensions. */
function effort(formula: Formula): number {
  switch (formula.kind) {
    case 'row':
      return sum(formula.items);
    case 'fraction': {
      const { numerator, denominator, bar } = formula;
      const brackets = [numerator, denominator].filter((part) => !isFactor(part)).length;
      const nested = [numerator, denominator].some(holdsFraction) ? 2 : 0;
      return (bar ? 1 : 2) + brackets / 2 + nested + sum([numerator, denominator]);
    }
    case 'root':
      return (isFactor(formula.radicand) ? 0 : 0.5) + sum([formula.radicand, formula.degree]);
    case 'scripts':
      return sum([formula.nucleus]) + scriptEffort(formula.sub) + scriptEffort(formula.sup);
    case 'limits':
      return sum([formula.nucleus]) + scriptEffort(formula.under) + scriptEffort(formula.over);
    case 'accent':
      return (isAtom(single(formula.nucleus)) ? 0 : 2) + sum([formula.nucleus]);
    case 'fenced':
      return sum([formula.body]);
    case 'table':
      return 10;
    case 'frame':
      return 1 + sum([formula.body]);
    case 'struck':
    case 'phantom':
      return sum([formula.body]);
    default:
      return 0;
  }
}

function holdsFraction(formula: Formula): boolean {
  return visibleItems(formula).some((item) => item.kind === 'fraction');
}

/** Short scripts are small characters or one word; longer ones stand in brackets. */
function scriptEffort(script: Formula | null): number {
  if (script === null) return 0;
  const items = visibleItems(script);
  const isShort = items.length <= 3 && items.every((item) => item.kind === 'atom');
  return (isShort ? 0 : items.length === 1 ? 0.25 : 0.5) + effort(script);
}
