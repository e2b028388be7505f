import type { Fraction } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import { aligned, type Box, blankBox, height, stacked, textBox } from './box.ts';
import type { Context, Layout } from './context.ts';
import { slashed } from './flat.ts';
import { type Piece, piece } from './piece.ts';

/** A single dash would look like a minus. */
const SHORTEST_BAR = 3;

/**
 * Numerator over denominator with the bar on the baseline. A bar reaches over both sides of a
 * part that has rows of its own, so that it is longer than any bar in it.
 */
export function fractionBox(numerator: Box, denominator: Box, glyphs: Glyphs): Box {
  const isTall = height(numerator) > 1 || height(denominator) > 1;
  const widest = Math.max(numerator.width, denominator.width);
  const bar = Math.max(SHORTEST_BAR, widest + (isTall ? 2 : 0));
  const rows = [
    aligned(numerator, bar, 'center'),
    textBox(glyphs.fractionBar.repeat(bar)),
    aligned(denominator, bar, 'center'),
  ];
  return { ...stacked(rows, 1, 'center'), baseline: height(numerator) };
}

/** One over the other without a bar, as in a binomial coefficient. */
export function stackBox(upper: Box, lower: Box): Box {
  return stacked([upper, blankBox(1), lower], 1, 'center');
}

export function fractionPieces(fraction: Fraction, ctx: Context, layout: Layout): Piece[] {
  if (ctx.flat) return layout.pieces(slashed(fraction, ctx.glyphs), ctx);
  if (ctx.tight) {
    const flat = layout.box(slashed(fraction, ctx.glyphs), { ...ctx, flat: true });
    if (!/[()]/.test(flat.lines.join())) return [piece(flat, 'ord')];
  }
  const over = layout.box(fraction.numerator, ctx);
  const under = layout.box(fraction.denominator, ctx);
  const box = fraction.bar ? fractionBox(over, under, ctx.glyphs) : stackBox(over, under);
  return [piece(box, 'inner')];
}
