import { isFactor } from '../factor.ts';
import {
  type Atom,
  atom,
  type Fenced,
  type Formula,
  type Fraction,
  fenced,
  isAtom,
  row,
  single,
  type Table,
  visibleItems,
} from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';

/*
 * Formulas rewritten for one row, with the fewest brackets that keep the meaning: a numerator may
 * be a product, a denominator only one factor, and a fraction beside a factor stands in brackets.
 */

const inBrackets = (formula: Formula): Fenced => fenced('(', ')', [formula]);

/** Whether the formula holds together over a slash as it stands: a product, with a sign or not. */
function isProduct(formula: Formula, glyphs: Glyphs): boolean {
  const items = visibleItems(formula);
  return items.every((item, index) => {
    if (item.kind === 'fraction') return vulgar(item, glyphs) !== null;
    if (item.kind === 'limits' || item.kind === 'table') return false;
    const nucleus = item.kind === 'scripts' ? item.nucleus : item;
    if (!isAtom(nucleus)) return true;
    if (nucleus.form === 'text' && nucleus.text.includes(' ')) return false;
    if (nucleus.class === 'bin') return index === 0;
    if (nucleus.class === 'op')
      return nucleus.form === 'name' && items[index + 1]?.kind === 'fenced';
    return !['rel', 'punct', 'inner'].includes(nucleus.class);
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
      atom('/', 'open'),
      isFactor(denominator) ? denominator : inBrackets(denominator),
    ])
  );
}

/** Whether a fraction on the slash would seem to take in this neighbour. */
function isTaken(neighbour: Formula | undefined, side: 'before' | 'after'): boolean {
  if (neighbour === undefined) return false;
  if (neighbour.kind === 'scripts') {
    return side === 'after' || isTaken(single(neighbour.nucleus), side);
  }
  if (!isAtom(neighbour)) return true;
  if (neighbour.class === 'op') return true;
  if (neighbour.text === '/') return true;
  return (
    side === 'after' && ['ord', 'inner', 'open'].includes(neighbour.class) && !isBar(neighbour)
  );
}

const isBar = (neighbour: Atom): boolean => /^[∣∥|]$/.test(neighbour.text);

/** The row's items with each fraction on a slash, in brackets where its neighbours ask for them. */
export function flatItems(items: readonly Formula[], glyphs: Glyphs): Formula[] {
  return items.flatMap((item, index): Formula[] => {
    if (item.kind !== 'fraction') return [item];
    const flat = slashed(item, glyphs);
    if (isAtom(flat)) return [flat];
    const before = items.slice(0, index).findLast((other) => other.kind !== 'space');
    const after = items.slice(index + 1).find((other) => other.kind !== 'space');
    const joins = isTaken(before, 'before') || isTaken(after, 'after');
    if (joins || (!item.bar && items.length > 1)) return [inBrackets(flat)];
    // Apart from a factor before it, as with a bar.
    return before && isFactor(before) ? [{ kind: 'space', columns: 1 }, flat] : [flat];
  });
}

const comma = atom(',', 'punct');
/** Rows stand a little apart, so that long ones are broken between them. */
const nextRow = row([atom(';', 'punct'), { kind: 'space', columns: 2 }]);
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
  return row(joined(lines, () => (use === 'stack' ? comma : nextRow)));
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
