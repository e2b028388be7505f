import { type Formula, type Frame, fenced, type Struck } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import { NotUnderstood } from '../problem.ts';
import { type Box, blankBox, height, linesBox, textBox } from './box.ts';
import type { Context, Layout } from './context.ts';
import { type Piece, piece } from './piece.ts';

/** A frame around the box on the sides that are asked for. */
export function frameBox(
  body: Box,
  sides: Pick<Frame, 'top' | 'bottom' | 'left' | 'right'>,
  glyphs: Glyphs,
): Box {
  const { vertical, horizontal } = glyphs.rule;
  const [topLeft, topRight, bottomLeft, bottomRight] = glyphs.corners;
  const left = (sign: string) => (sides.left ? sign : '');
  const right = (sign: string) => (sides.right ? sign : '');
  const edge = (from: string, to: string) =>
    left(from) + horizontal.repeat(body.width + 2) + right(to);
  const lines = [
    ...(sides.top ? [edge(topLeft, topRight)] : []),
    ...body.lines.map((line) => `${left(vertical)} ${line} ${right(vertical)}`),
    ...(sides.bottom ? [edge(bottomLeft, bottomRight)] : []),
  ];
  return linesBox(lines, body.baseline + (sides.top ? 1 : 0));
}

export function framePieces(frame: Frame, ctx: Context, layout: Layout): Piece[] {
  if (ctx.flat) return layout.pieces(fenced('[', ']', [frame.body]), ctx);
  return [piece(frameBox(layout.box(frame.body, ctx), frame, ctx.glyphs), 'inner')];
}

export function struckPieces({ body }: Struck, ctx: Context, layout: Layout): Piece[] {
  const box = layout.box(body, ctx);
  const text = height(box) === 1 ? ctx.glyphs.struck(box.lines.join()) : null;
  if (text === null) throw new NotUnderstood('what it crosses out has no such form in text');
  return [piece(textBox(text), 'ord')];
}

export function phantomPieces(body: Formula, ctx: Context, layout: Layout): Piece[] {
  const box = layout.box(body, ctx);
  return [piece(blankBox(box.width, height(box), box.baseline), 'ord')];
}
