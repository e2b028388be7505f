import type { Formula } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import type { Box } from './box.ts';
import type { Piece } from './piece.ts';

/** What a construct must know of its surroundings. */
export interface Context {
  readonly glyphs: Glyphs;
  /** In scripts and limits, where operators stand close. */
  readonly tight: boolean;
  /** All on one row: slashes for bars, `^` and `_` for what has no small form. */
  readonly flat: boolean;
  /** Columns that the lines of a table may take before they are broken. */
  readonly room: number;
}

export function context(glyphs: Glyphs, more: Partial<Context> = {}): Context {
  return { glyphs, tight: false, flat: false, room: Number.POSITIVE_INFINITY, ...more };
}

/** How a construct lays out its parts: handed to it, so that no file needs the one that needs it. */
export interface Layout {
  /** One box, unbroken. Throws `NotUnderstood`. */
  box(formula: Formula, ctx: Context): Box;
  /** The pieces of a row. Throws `NotUnderstood`. */
  pieces(formula: Formula, ctx: Context): Piece[];
}
