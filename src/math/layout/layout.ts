import { type Atom, type Formula, NOTHING } from '../formula.ts';
import { columns } from '../width.ts';
import { accentPieces } from './accents.ts';
import { type Box, textBox } from './box.ts';
import { fencedPieces } from './brackets.ts';
import type { Context, Layout } from './context.ts';
import { flatItems } from './flat.ts';
import { fractionPieces } from './fractions.ts';
import { framePieces, phantomPieces, struckPieces } from './frames.ts';
import { changeLast, joined, type Piece, piece } from './piece.ts';
import { rootPieces } from './roots.ts';
import { limitsPieces, scriptsPieces } from './scripts.ts';
import { tablePieces } from './tables.ts';

/** The formula as one box, unbroken. Throws `NotUnderstood`. */
export function boxOf(formula: Formula, ctx: Context): Box {
  return joined(piecesOf(formula, ctx), ctx.tight);
}

const LAYOUT: Layout = { box: boxOf, pieces: piecesOf };

/** The formula as the pieces of a row. Throws `NotUnderstood`. */
export function piecesOf(formula: Formula, ctx: Context): Piece[] {
  switch (formula.kind) {
    case 'row':
      return rowPieces(formula.items, ctx);
    case 'atom':
      return formula.form === 'text' ? wordPieces(formula, ctx) : [atomPiece(formula, ctx)];
    case 'space':
      return [];
    case 'fraction':
      return fractionPieces(formula, ctx, LAYOUT);
    case 'root':
      return rootPieces(formula, ctx, LAYOUT);
    case 'scripts':
      return scriptsPieces(formula, ctx, LAYOUT);
    case 'limits':
      return limitsPieces(formula, ctx, LAYOUT);
    case 'accent':
      return accentPieces(formula, ctx, LAYOUT);
    case 'fenced':
      return fencedPieces(formula, ctx, LAYOUT);
    case 'arrow':
      return [piece(textBox(ctx.glyphs.atom(formula.text, 'plain')), 'rel')];
    case 'table':
      return tablePieces(formula, ctx, LAYOUT);
    case 'frame':
      return framePieces(formula, ctx, LAYOUT);
    case 'struck':
      return struckPieces(formula, ctx, LAYOUT);
    case 'phantom':
      return phantomPieces(formula.body, ctx, LAYOUT);
  }
}

/** An explicit space is room that its neighbours keep, where their classes do not ask for more. */
function rowPieces(items: readonly Formula[], ctx: Context): Piece[] {
  const all: Piece[] = [];
  let space = 0;
  for (const item of ctx.flat ? flatItems(items, ctx.glyphs) : items) {
    if (item.kind === 'space') {
      space += item.columns;
      continue;
    }
    const [first, ...rest] = piecesOf(item, ctx);
    if (!first) continue;
    all.push({ ...first, padLeft: Math.max(first.padLeft, space) }, ...rest);
    space = 0;
  }
  return changeLast(all, (last) => ({ ...last, padRight: Math.max(last.padRight, space) }));
}

function atomPiece(atom: Atom, { glyphs }: Context): Piece {
  if (atom === NOTHING) return piece(textBox(''), 'ord');
  const text = glyphs.atom(atom.text, atom.alphabet);
  const isWord = atom.form !== 'number' && columns(text) > 1 && /\p{L}/u.test(text);
  return piece(textBox(text), atom.class, {
    // A number joins the letter after it, as in 2x, but none before it.
    wordLeft: isWord || atom.form === 'number',
    wordRight: isWord,
    fence: atom.form === 'fence' ? atom.text : null,
    isLarge: atom.class === 'op' && atom.form === 'sign',
  });
}

/** Prose as its words, so that it can be broken between them. */
function wordPieces(atom: Atom, ctx: Context): Piece[] {
  return atom.text.split(' ').map((text, index) => {
    const word = atomPiece({ ...atom, text }, ctx);
    return index === 0 ? word : { ...word, padLeft: 1 };
  });
}
