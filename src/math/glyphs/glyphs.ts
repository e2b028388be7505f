import type { Alphabet, Mark } from '../formula.ts';

/** The pieces of a bracket that is as tall as what it holds. */
export interface TallBracket {
  readonly top: string;
  readonly middle: string;
  readonly bottom: string;
  /** The nose of a brace, which asks for three rows. */
  readonly centre?: string;
}

/** How a set of characters writes mathematics: everything that layout must not know itself. */
export interface Glyphs {
  /** The atom's characters. Throws `NotUnderstood` for one that the set cannot write. */
  atom(text: string, alphabet: Alphabet): string;
  /** All of the text as small raised or lowered characters, or null where one does not exist. */
  superscript(text: string): string | null;
  subscript(text: string): string | null;
  /** Whether simple scripts stand on the row as `x^2` and `a_i` where no small form exists. */
  readonly carets: boolean;
  /** One letter with its accent on the same row, or null where the accent needs another form. */
  accented(letter: string, mark: Mark): string | null;
  /** A fraction of two digits as one character, or null. */
  vulgarFraction(numerator: string, denominator: string): string | null;
  /** A bracket of one row. */
  bracket(sign: string): string;
  tallBracket(sign: string): TallBracket;
  /** An integral of three rows, or null for a sign that has no such form. */
  tallIntegral(sign: string): TallBracket | null;
  /** An arrow's ends and the shaft between them. */
  arrow(sign: string): { readonly tail: string; readonly shaft: string; readonly head: string };
  /** A row of marks over or under several characters, `width` columns. */
  wideMark(mark: Mark, side: 'over' | 'under', width: number): string;
  readonly fractionBar: string;
  readonly root: {
    /** A root of one row as a function, `sqrt(x + y)`, or null where `sign` stands before it. */
    readonly name: string | null;
    readonly sign: string;
    readonly foot: string;
    readonly corner: string;
    readonly stem: string;
    /** The line over a radicand of one row, low on the row above it, and of several rows. */
    readonly lowRoof: string;
    readonly highRoof: string;
  };
  readonly rule: { readonly vertical: string; readonly horizontal: string; readonly cross: string };
  readonly corners: readonly [string, string, string, string];
  /** The text crossed out, or null where the set has no such characters. */
  struck(text: string): string | null;
}

/** Where a mark stands in the middle of a shaft: `└──┬──┘` or `──→`. */
export function spanned(left: string, shaft: string, right: string, width: number): string {
  const inner = Math.max(0, width - left.length - right.length);
  return (left + shaft.repeat(inner) + right).slice(0, Math.max(width, 1));
}

export function centredOn(nose: string, shaft: string, left: string, right: string, width: number) {
  if (width < 3) return nose.padStart(width === 2 ? 2 : 1, shaft);
  const before = (width - 3) >> 1;
  return left + shaft.repeat(before) + nose + shaft.repeat(width - 3 - before) + right;
}
