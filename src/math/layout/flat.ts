import {
  type Atom,
  atom,
  type Fenced,
  type Formula,
  type Fraction,
  fenced,
  isAtom,
  row,
  type Table,
  visibleItems,
} from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';

/*
 * Formulas rewritten for one row, with the fewest brackets that keep the meaning: a numerator may
 * be a product, a denominator only one factor, and a fraction beside a factor stands in brackets.
 */

const inBrackets = (formula: Formula): Fenced => fenced('(', ')', [formula]);

const DIFFERENTIALS = ['∂', 'd', '∇', 'Δ', 'δ'];

/** Reads as one thing: a letter with its scripts, a bracket, f(x), ∂x. */
export function isFactor(formula: Formula): boolean {
  const items = visibleItems(formula);
  const [first, second] = items;
  if (items.length === 1 && first) {
    return first.kind !== 'fraction' && first.kind !== 'limits' && !isAtom(first, 'op');
  }
  if (items.length !== 2 || !first || !second) return false;
  const isFunction = isAtom(first) && first.form !== 'number' && second.kind === 'fenced';
  const isLetter = second.kind === 'atom' ? second.form === 'letter' : second.kind === 'scripts';
  return isFunction || (isAtom(first) && DIFFERENTIALS.includes(first.text) && isLetter);
}

/** Whether the formula holds together over a slash as it stands: a product, with a sign or not. */
function isProduct(formula: Formula, glyphs: Glyphs): boolean {
  return visibleItems(formula).every((item, index) => {
    if (item.kind === 'fraction') return vulgar(item, glyphs) !== null;
    if (item.kind === 'limits' || item.kind === 'table') return false;
    const nucleus = item.kind === 'scripts' ? item.nucleus : item;
    if (!isAtom(nucleus)) return true;
    if (nucleus.form === 'text' && nucleus.text.includes(' ')) return false;
    if (nucleus.class === 'bin') return index === 0;
    return !['rel', 'punct', 'op', 'inner'].includes(nucleus.class);
  });
}

function vulgar({ numerator, denominator, bar }: Fraction, glyphs: Glyphs): Atom | null {
  if (!bar || !isAtom(numerator) || !isAtom(denominator)) return null;
  const sign = glyphs.vulgarFraction(numerator.text, denominator.text);
  return sign === null ? null : atom(sign, 'ord', 'number');
}

/** `a/b`, `½`, or `n choose k` for what has no bar. */
export function slashed(fraction: Fraction, glyphs: Glyphs): Formula {
  const { numerator, denominator, bar } = fraction;
  if (!bar) return row([numerator, atom('choose', 'bin', 'name'), denominator]);
  return (
    vulgar(fraction, glyphs) ??
    row([
      isProduct(numerator, glyphs) ? numerator : inBrackets(numerator),
      atom('/', 'ord'),
      isFactor(denominator) ? denominator : inBrackets(denominator),
    ])
  );
}

/** Whether a fraction on the slash would seem to take in this neighbour. */
function isTaken(neighbour: Formula | undefined, side: 'before' | 'after'): boolean {
  if (neighbour === undefined) return false;
  if (!isAtom(neighbour)) return side === 'after' || neighbour.kind !== 'scripts';
  if (neighbour.class === 'op') return true;
  if (neighbour.text === '/') return true;
  return (
    side === 'after' && ['ord', 'inner', 'open'].includes(neighbour.class) && !isBar(neighbour)
  );
}

const isBar = (neighbour: Atom): boolean => /^[∣∥|]$/.test(neighbour.text);

/** The row's items with each fraction on a slash, in brackets where its neighbours ask for them. */
export function flatItems(items: readonly Formula[], glyphs: Glyphs): Formula[] {
  return items.map((item, index) => {
    if (item.kind !== 'fraction') return item;
    const flat = slashed(item, glyphs);
    if (isAtom(flat)) return flat;
    const before = items.slice(0, index).findLast((other) => other.kind !== 'space');
    const after = items.slice(index + 1).find((other) => other.kind !== 'space');
    const joins = isTaken(before, 'before') || isTaken(after, 'after');
    return joins || (!item.bar && items.length > 1) ? inBrackets(flat) : flat;
  });
}

const comma = atom(',', 'punct');
const semicolon = atom(';', 'punct');
const startsWithText = (formula: Formula): boolean => {
  const [first] = visibleItems(formula);
  return isAtom(first) && first.form === 'text';
};

function joined(parts: readonly Formula[], between: (next: Formula) => Formula): Formula[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between(part), part]));
}

/** The rows one after the other: `1, 2; 3, 4`, `x if x > 0; 0 otherwise`, `a = b; c = d`. */
export function flatTable({ rows, use }: Table): Formula {
  const lines = rows.map((cells) => {
    if (use === 'lines') return row(cells.flatMap(visibleItems));
    const filled = use === 'cases' ? cells.filter((c) => visibleItems(c).length > 0) : cells;
    const between = (next: Formula): Formula =>
      startsWithText(next) ? { kind: 'space', columns: 1 } : comma;
    return row(joined(filled, between));
  });
  return row(joined(lines, () => (use === 'stack' ? comma : semicolon)));
}

/** A group as it stands on one row: a brace of cases gets its other half. */
export function flatFenced(group: Fenced): Fenced {
  const isCases = group.body.items.some((item) => item.kind === 'table' && item.use === 'cases');
  if (!isCases) return group;
  return { ...group, open: group.open || '{', close: group.close || '}' };
}

/** A table without brackets of its own, for one row. */
export function flatLooseTable(table: Table): Formula {
  return table.use === 'matrix' ? fenced('[', ']', [flatTable(table)]) : flatTable(table);
}

/** What scripts are set on, in brackets where it is more than one factor. */
export function flatNucleus(nucleus: Formula): Formula {
  if (nucleus.kind === 'row' && !isFactor(nucleus)) return inBrackets(nucleus);
  return ['fraction', 'root', 'table'].includes(nucleus.kind) ? inBrackets(nucleus) : nucleus;
}
