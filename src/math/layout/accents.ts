import { type Accent, isAtom, type Mark, single } from '../formula.ts';
import { aligned, height, stacked, textBox } from './box.ts';
import { surrounded } from './brackets.ts';
import type { Context, Layout } from './context.ts';
import { joined, type Piece, piece } from './piece.ts';

/** The marks as functions, for one row: `hat(ab)`. */
const NAMES: Readonly<Record<Mark, string>> = {
  hat: 'hat',
  tilde: 'tilde',
  bar: 'bar',
  vec: 'vec',
  dot: 'dot',
  ddot: 'ddot',
  dddot: 'dddot',
  check: 'check',
  breve: 'breve',
  acute: 'acute',
  grave: 'grave',
  ring: 'ring',
  line: 'line',
  brace: '',
  'right arrow': 'vec',
  'left arrow': 'vec',
  'double arrow': 'vec',
};

function nameOf({ mark, side }: Accent): string {
  return mark === 'line' ? `${side}line` : NAMES[mark];
}

export function accentPieces(accent: Accent, ctx: Context, layout: Layout): Piece[] {
  const { glyphs } = ctx;
  const nucleus = single(accent.nucleus);
  const pieces = layout.pieces(nucleus, ctx);
  const body = joined(pieces, ctx.tight);
  const cls = isAtom(nucleus) ? nucleus.class : 'ord';
  if (isAtom(nucleus) && accent.side === 'over' && height(body) === 1) {
    const text = glyphs.accented(body.lines.join(), accent.mark);
    const isWord = text !== null && text.length > 2;
    if (text !== null) {
      return [piece(textBox(text), cls, { wordLeft: isWord, wordRight: isWord })];
    }
  }
  if (ctx.flat) {
    const group = surrounded('(', ')', pieces, glyphs);
    const name = textBox(nameOf(accent));
    return name.width === 0
      ? group
      : [piece(name, 'op', { wordLeft: true, wordRight: true }), ...group];
  }
  const width = Math.max(body.width, accent.mark === 'brace' ? 3 : 1);
  const mark = aligned(textBox(glyphs.wideMark(accent.mark, accent.side, width)), width, 'center');
  const parts = accent.side === 'over' ? [mark, body] : [body, mark];
  const box = stacked(parts, accent.side === 'over' ? 1 : 0, 'center');
  const isTall = accent.mark === 'brace' || pieces.some((p) => p.isTall);
  return [piece(box, height(body) > 1 ? 'inner' : cls, { isTall })];
}
