import { type Formula, isAtom, isEmpty, type Limits, type Scripts, single } from '../formula.ts';
import {
  type Box,
  beside,
  EMPTY,
  height,
  linesBox,
  rowsAbove,
  rowsBelow,
  stacked,
  textBox,
} from './box.ts';
import type { Context, Layout } from './context.ts';
import { flatNucleus } from './flat.ts';
import { changeLast, joined, type Piece, piece } from './piece.ts';
import { type Script, suffixOf } from './suffix.ts';

/**
 * Scripts in rows of their own to the right of the nucleus: above and below one of a single row,
 * at the first and the last row of a taller one.
 */
export function scriptsBox(nucleus: Box, sub: Box | null, sup: Box | null): Box {
  const blankRows = (count: number) => Array.from({ length: count }, () => EMPTY);
  const above = sup ? [sup, ...blankRows(Math.max(1, rowsAbove(nucleus)) - 1)] : [];
  const below = sub ? [...blankRows(Math.max(1, rowsBelow(nucleus)) - 1), sub] : [];
  return beside([nucleus, stacked([...above, EMPTY, ...below], above.length, 'left')]);
}

/** The same for a nucleus of one row where one script has a small form, which stands on that row. */
function mixedBox(nucleus: Box, small: string, sub: Box | null, sup: Box | null): Box {
  const rows = [...(sup ? [sup] : []), textBox(small), ...(sub ? [sub] : [])];
  return beside([nucleus, stacked(rows, sup ? 1 : 0, 'left')]);
}

/** Limits centred below and above the nucleus, whose baseline stays. */
export function limitsBox(nucleus: Box, under: Box | null, over: Box | null): Box {
  const boxes = [...(over ? [over] : []), nucleus, ...(under ? [under] : [])];
  return stacked(boxes, over ? 1 : 0, 'center');
}

interface LaidScript extends Script {
  readonly box: Box;
}

function readScript(formula: Formula | null, ctx: Context, layout: Layout): LaidScript | null {
  if (formula === null || isEmpty(formula)) return null;
  const box = layout.box(formula, { ...ctx, tight: true });
  return { formula, box, text: height(box) === 1 ? box.lines.join().trim() : null };
}

function smallOf(script: LaidScript | null, to: (text: string) => string | null): string | null {
  return script?.text ? to(script.text) : null;
}

export function scriptsPieces(scripts: Scripts, ctx: Context, layout: Layout): Piece[] {
  const sub = readScript(scripts.sub, ctx, layout);
  const sup = readScript(scripts.sup, ctx, layout);
  return attached(single(scripts.nucleus), sub, sup, ctx, layout);
}

/** The nucleus with its scripts as a suffix, or else in rows of their own. */
function attached(
  nucleus: Formula,
  sub: LaidScript | null,
  sup: LaidScript | null,
  ctx: Context,
  layout: Layout,
): Piece[] {
  const { glyphs } = ctx;
  const suffix = suffixOf(sub, sup, ctx);
  const pieces = layout.pieces(ctx.flat ? flatNucleus(nucleus) : nucleus, ctx);
  return changeLast(pieces, (last) => {
    const { isTall } = last;
    if (suffix !== null && !isTall) {
      const isOpenEnded = /[_^][^)]*$/.test(suffix);
      const box = beside([last.box, textBox(suffix)]);
      return { ...last, box, wordRight: last.wordRight || isOpenEnded };
    }
    const smallSub = smallOf(sub, glyphs.subscript);
    const smallSup = smallOf(sup, glyphs.superscript);
    const tall = isAtom(nucleus) ? glyphs.tallIntegral(nucleus.text) : null;
    if (!isTall && !tall && smallSub !== null) {
      return { ...last, box: mixedBox(last.box, smallSub, null, sup?.box ?? null) };
    }
    if (!isTall && !tall && smallSup !== null) {
      return { ...last, box: mixedBox(last.box, smallSup, sub?.box ?? null, null) };
    }
    const laid = (script: LaidScript | null, small: string | null): Box | null =>
      isTall && small !== null ? textBox(small) : (script?.box ?? null);
    const stretched = tall ? linesBox([tall.top, tall.middle, tall.bottom], 1) : last.box;
    const box = scriptsBox(stretched, laid(sub, smallSub), laid(sup, smallSup));
    return { ...last, box, isTall: isTall || tall !== null };
  });
}

export function limitsPieces(limits: Limits, ctx: Context, layout: Layout): Piece[] {
  const { nucleus } = limits;
  const under = readScript(limits.under, ctx, layout);
  const over = readScript(limits.over, ctx, layout);
  if (ctx.flat || (ctx.tight && suffixOf(under, over, ctx) !== null)) {
    return attached(single(nucleus), under, over, ctx, layout);
  }
  const labels = [under?.box ?? null, over?.box ?? null] as const;
  if (nucleus.kind === 'arrow') {
    const longest = Math.max(1, ...labels.map((label) => label?.width ?? 0));
    const { tail, shaft, head } = ctx.glyphs.arrow(nucleus.text);
    const arrow = tail + shaft.repeat(longest + 2 - tail.length - head.length) + head;
    return [piece(limitsBox(textBox(arrow), ...labels), 'rel')];
  }
  const pieces = layout.pieces(nucleus, ctx);
  const box = limitsBox(joined(pieces, ctx.tight), ...labels);
  const first = pieces[0] ?? piece(box, 'ord');
  return [{ ...first, box, right: pieces.at(-1)?.right ?? first.right, isTall: true }];
}
