import { type Fenced, single } from '../formula.ts';
import type { Glyphs, TallBracket } from '../glyphs/glyphs.ts';
import { type Box, EMPTY, height, linesBox, textBox } from './box.ts';
import type { Context, Layout } from './context.ts';
import { flatFenced, flatTable } from './flat.ts';
import { type Piece, piece } from './piece.ts';

/** Rows above and below the baseline. */
export interface Extent {
  readonly above: number;
  readonly below: number;
}

export function extentOf(boxes: readonly Box[]): Extent {
  return {
    above: Math.max(0, ...boxes.map((box) => box.baseline)),
    below: Math.max(0, ...boxes.map((box) => height(box) - 1 - box.baseline)),
  };
}

/** An angle as wide as half its height: its upper half, its point, its lower half. */
function angle(rows: number, { top, middle, bottom }: TallBracket, isOpening: boolean): string[] {
  const half = Math.ceil(rows / 2);
  return Array.from({ length: rows }, (_, row) => {
    const fromEdge = Math.min(row, rows - 1 - row);
    const column = isOpening ? half - 1 - fromEdge : fromEdge;
    const isPoint = rows % 2 === 1 && row === half - 1;
    return ' '.repeat(column) + (isPoint ? middle : row < rows / 2 ? top : bottom);
  });
}

/**
 * A bracket over the rows of `extent`. A brace has its nose on the baseline, or in the middle
 * where the baseline is its first or last row.
 */
export function bracketBox(sign: string, extent: Extent, glyphs: Glyphs): Box {
  if (sign === '') return EMPTY;
  const rows = extent.above + 1 + extent.below;
  if (rows === 1) return textBox(glyphs.bracket(sign));
  const bracket = glyphs.tallBracket(sign);
  if (sign === '⟨' || sign === '⟩')
    return linesBox(angle(rows, bracket, sign === '⟨'), extent.above);
  const { top, middle, bottom, centre } = bracket;
  const isInside = extent.above > 0 && extent.below > 0;
  const nose = isInside ? extent.above : (rows - 1) >> 1;
  const lines = Array.from({ length: rows }, (_, row) => {
    if (row === 0) return top;
    if (row === rows - 1) return bottom;
    return centre !== undefined && row === nose ? centre : middle;
  });
  return linesBox(lines, extent.above);
}

/** Two rows are too few for a brace: the extent with a third. */
function roomForBrace(signs: readonly string[], extent: Extent, glyphs: Glyphs): Extent {
  const hasNose = signs.some(
    (sign) => sign !== '' && glyphs.tallBracket(sign).centre !== undefined,
  );
  if (!hasNose || extent.above + extent.below !== 1) return extent;
  return { above: 1, below: 1 };
}

/** Brackets around pieces, as tall as the tallest of them. */
export function surrounded(
  open: string,
  close: string,
  pieces: readonly Piece[],
  glyphs: Glyphs,
): Piece[] {
  const isTall = pieces.some((p) => p.isTall);
  const natural = isTall ? extentOf(pieces.map((p) => p.box)) : { above: 0, below: 0 };
  const extent = roomForBrace([open, close], natural, glyphs);
  const stretched = (sign: string) => bracketBox(sign, extent, glyphs);
  // A tall angle leaves room of its own.
  const pad = (sign: string) => (isTall && sign !== '' && !/[⟨⟩]/.test(sign) ? 1 : 0);
  return [
    piece(stretched(open), isTall ? 'inner' : 'open', { right: 'open', padRight: pad(open) }),
    ...pieces.map((p) => ({
      ...p,
      ...(p.fence === null ? {} : { box: stretched(p.fence), fence: null }),
      depth: p.depth + 1,
    })),
    piece(stretched(close), 'close', { right: isTall ? 'inner' : 'close', padLeft: pad(close) }),
  ];
}

export function fencedPieces(group: Fenced, ctx: Context, layout: Layout): Piece[] {
  const { open, close, body } = ctx.flat ? flatFenced(group) : group;
  const only = single(body);
  const inner = ctx.flat && only.kind === 'table' ? flatTable(only) : body;
  return surrounded(open, close, layout.pieces(inner, ctx), ctx.glyphs);
}
