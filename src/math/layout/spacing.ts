import type { AtomClass } from '../formula.ts';

type Spacing = 'none' | 'thin' | 'not in scripts' | 'impossible';

const CLASSES: readonly AtomClass[] = [
  'ord',
  'op',
  'bin',
  'rel',
  'open',
  'close',
  'punct',
  'inner',
];

/**
 * The space between neighbours: a row for the left one, a column for the right one, in the order
 * of `CLASSES`. After TeXbook, chapter 18, where 0 is none, 1 thin and the numbers in brackets
 * vanish in scripts. A terminal has one width of space for thin, medium and thick.
 */
const TABLE: readonly string[] = [
  '0 1 b b 0 0 0 b', // ord
  '1 1 * b 0 0 0 b', // op
  'b b * * b * * b', // bin
  'b b * 0 b 0 0 b', // rel
  '0 0 * 0 0 0 0 0', // open
  '0 1 b b 0 0 0 b', // close
  'b b * b b b b b', // punct
  'b 1 b b b 0 0 b', // inner, without TeX's space before a comma
];

const SPACINGS: Readonly<Record<string, Spacing>> = {
  '0': 'none',
  '1': 'thin',
  b: 'not in scripts',
  '*': 'impossible',
};

const rules = new Map(
  CLASSES.flatMap((left, i) =>
    CLASSES.map((right, j) => [
      `${left} ${right}`,
      SPACINGS[TABLE[i]?.split(' ')[j] ?? '0'] ?? 'none',
    ]),
  ),
);

/** Columns between atoms of two classes; `tight` in scripts and limits. */
export function spaceBetween(left: AtomClass, right: AtomClass, tight: boolean): number {
  const spacing = rules.get(`${left} ${right}`);
  return spacing === 'thin' || (spacing === 'not in scripts' && !tight) ? 1 : 0;
}

/**
 * Whether a binary operator after this neighbour is a sign instead, as in −x and 2^{−1}
 * (TeXbook, appendix G, rule 5).
 */
export function isSignAfter(left: AtomClass | undefined): boolean {
  return left === undefined || ['bin', 'op', 'rel', 'open', 'punct'].includes(left);
}

/** The same before this neighbour (rule 6). */
export function isSignBefore(right: AtomClass | undefined): boolean {
  return right === undefined || ['rel', 'close', 'punct'].includes(right);
}
