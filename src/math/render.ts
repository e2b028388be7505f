import type { Formula } from './formula.ts';
import type { Glyphs } from './glyphs/glyphs.ts';
import { type Box, linesBox } from './layout/box.ts';
import { brokenBox } from './layout/break.ts';
import { type Context, context } from './layout/context.ts';
import { boxOf, piecesOf } from './layout/layout.ts';
import { type PlacedPiece, placed } from './layout/piece.ts';
import { wrapWords } from './width.ts';

/** Columns that a continued line may be indented by when a table in it is given its room. */
const HANGING = 4;

/** The pieces, with those that are wider than a line each taken apart on one row. */
function unfolded(formula: Formula, ctx: Context, width: number): PlacedPiece[] {
  const items = formula.kind === 'row' ? formula.items : [formula];
  const pieces = items.flatMap((item) => {
    const own = piecesOf(item, ctx);
    const isWide = own.some((p) => p.box.width > width - HANGING);
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
  const narrow = context(glyphs, { room: width });
  const narrower = context(glyphs, { room: width - HANGING });
  return (
    brokenBox(placed(piecesOf(formula, narrow), false), width) ??
    brokenBox(placed(piecesOf(formula, narrower), false), width) ??
    brokenBox(unfolded(formula, narrower, width), width) ??
    lineBox(formula, glyphs, width)
  );
}

/** The formula on one row, broken where it is wider than `width` columns. */
export function lineBox(formula: Formula, glyphs: Glyphs, width: number): Box {
  const pieces = placed(piecesOf(formula, context(glyphs, { flat: true })), false);
  return brokenBox(pieces, width) ?? linesBox(wrapWords(lineOf(formula, glyphs), width, 2), 0);
}

/** The formula on one row of any length. */
export function lineOf(formula: Formula, glyphs: Glyphs): string {
  return boxOf(formula, context(glyphs, { flat: true })).lines.join(' ');
}
