import type { Formula } from './formula.ts';
import type { Glyphs } from './glyphs/glyphs.ts';
import { type Box, beside, linesBox } from './layout/box.ts';
import { breakBefore, brokenBox } from './layout/break.ts';
import { type Context, context } from './layout/context.ts';
import { boxOf, piecesOf } from './layout/layout.ts';
import { boxesOf, type PlacedPiece, placed } from './layout/piece.ts';
import { wrapWords } from './width.ts';

/** Columns that what stands before a table may take from its room, one after the other tried. */
const BEFORE_TABLES = [0, 4, 10, 16];

/** Columns that continued lines are indented by at least. */
const INDENT = 4;

/** The pieces, with those that are wider than a line each taken apart on one row. */
function unfolded(formula: Formula, ctx: Context, width: number): PlacedPiece[] {
  const items = formula.kind === 'row' ? formula.items : [formula];
  const pieces = items.flatMap((item) => {
    const own = piecesOf(item, ctx);
    const isWide = own.some((p) => p.box.width > width - INDENT);
    return isWide ? piecesOf(item, { ...ctx, flat: true }) : own;
  });
  return placed(pieces, false);
}

/**
 * The formula in at most `width` columns: as it is; else broken at relations and operators, with
 * the lines of its tables broken too; else with its widest parts on one row; else all on one row,
 * broken anywhere that an operator or a space allows.
 */
export function blockBox(formula: Formula, glyphs: Glyphs, width: number): Box {
  const whole = boxOf(formula, context(glyphs));
  if (whole.width <= width) return whole;
  const rooms = BEFORE_TABLES.map((taken) => context(glyphs, { room: width - taken }));
  for (const ctx of rooms) {
    const broken = brokenBox(placed(piecesOf(formula, ctx), false), width);
    if (broken) return broken;
  }
  const narrowest = rooms.at(-1) ?? context(glyphs);
  return brokenBox(unfolded(formula, narrowest, width), width) ?? lineBox(formula, glyphs, width);
}

/** The formula on one row, broken where it is wider than `width` columns. */
export function lineBox(formula: Formula, glyphs: Glyphs, width: number): Box {
  const pieces = placed(piecesOf(formula, context(glyphs, { flat: true })), false);
  return brokenBox(pieces, width) ?? linesBox(wrapWords(lineOf(formula, glyphs), width, 2), 0);
}

/** The formula on one row as the parts that a line of text may be broken between. */
export function lineParts(formula: Formula, glyphs: Glyphs): Box[] {
  const pieces = placed(piecesOf(formula, context(glyphs, { flat: true })), false);
  const parts: PlacedPiece[][] = [];
  pieces.forEach((piece, index) => {
    const kind = breakBefore(pieces, index);
    const isBreak = index === 0 || (kind !== null && kind !== 'factor' && piece.depth === 0);
    if (isBreak) parts.push([{ ...piece, space: 0 }]);
    else parts.at(-1)?.push(piece);
  });
  return parts.map((part) => beside(boxesOf(part)));
}

/** The formula on one row of any length. */
export function lineOf(formula: Formula, glyphs: Glyphs): string {
  return boxOf(formula, context(glyphs, { flat: true })).lines.join(' ');
}
