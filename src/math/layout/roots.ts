import { type Formula, type Root, visibleItems } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import { type Box, beside, height, linesBox, padded, textBox } from './box.ts';
import { surrounded } from './brackets.ts';
import type { Context, Layout } from './context.ts';
import { joined, type Piece, piece } from './piece.ts';

/**
 * A root. A radicand of one row stands under a roof on the row above; a taller one has a stem:
 *
 *      ┌─────
 *      │ a
 *      │ ─ + b
 *     ╲│ c
 */
export function rootBox(radicand: Box, degree: string, glyphs: Glyphs): Box {
  const { sign, foot, corner, stem, lowRoof, highRoof } = glyphs.root;
  if (height(radicand) === 1) {
    const roof = linesBox([lowRoof.repeat(radicand.width), ...radicand.lines], 1);
    return beside([textBox(degree + sign), roof]);
  }
  const body = padded(radicand, 1, 0);
  const baseline = body.baseline + 1;
  const lines = [corner + highRoof.repeat(body.width), ...body.lines.map((line) => stem + line)];
  const left = lines.map((_, row) => (row === lines.length - 1 ? degree + foot : ''));
  return beside([linesBox(left, baseline), linesBox(lines, baseline)]);
}

/** One letter or number with scripts on its own row needs no roof to show what is under the root. */
function isBare(radicand: Formula, box: Box): boolean {
  const [only, ...others] = visibleItems(radicand);
  if (!only || others.length > 0 || height(box) > 1 || /[_^ ]/.test(box.lines.join())) return false;
  return ['atom', 'scripts', 'accent'].includes(only.kind);
}

export function rootPieces({ radicand, degree }: Root, ctx: Context, layout: Layout): Piece[] {
  const { glyphs } = ctx;
  const degreeText = degree ? layout.box(degree, { ...ctx, flat: true }).lines.join() : '';
  const pieces = layout.pieces(radicand, ctx);
  const under = joined(pieces, ctx.tight);
  const inBrackets = () => surrounded('(', ')', pieces, glyphs);
  if (glyphs.root.name !== null && height(under) === 1) {
    const name = degree ? `root[${degreeText}]` : glyphs.root.name;
    return [piece(textBox(name), 'ord', { wordLeft: true }), ...inBrackets()];
  }
  const small = glyphs.superscript(degreeText) ?? degreeText;
  const sign = textBox(small + glyphs.root.sign);
  if (isBare(radicand, under)) return [piece(beside([sign, under]), 'ord', { wordRight: true })];
  if (ctx.flat || ctx.tight) return [piece(sign, 'ord'), ...inBrackets()];
  const isTall = pieces.some((p) => p.isTall);
  return [piece(rootBox(under, small, glyphs), 'ord', { right: 'inner', isTall })];
}
