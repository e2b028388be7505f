import type { AtomClass } from '../formula.ts';
import { type Box, blankBox, height } from './box.ts';
import { isSignAfter, isSignBefore, spaceBetween } from './spacing.ts';

/**
 * What a formula is joined from in a row. Brackets stand as pieces of their own, so that a wide
 * formula can be broken inside of them too.
 */
export interface Piece {
  readonly box: Box;
  /** The classes that its left and right neighbours see. */
  readonly left: AtomClass;
  readonly right: AtomClass;
  /** Several letters or digits, which must not run into letters beside them. */
  readonly wordLeft: boolean;
  readonly wordRight: boolean;
  /** Columns at least to the neighbour on that side. */
  readonly padLeft: number;
  readonly padRight: number;
  /** Brackets around it. */
  readonly depth: number;
  /** The sign of a `\middle` that grows with the brackets around it. */
  readonly fence: string | null;
}

/** A piece at its place: `space` columns before it, and its class among its neighbours. */
export interface PlacedPiece extends Piece {
  readonly space: number;
}

export function piece(box: Box, left: AtomClass, more: Partial<Piece> = {}): Piece {
  return {
    box,
    left,
    right: left,
    wordLeft: false,
    wordRight: false,
    padLeft: 0,
    padRight: 0,
    depth: 0,
    fence: null,
    ...more,
  };
}

/** The pieces with the last one changed. */
export function changeLast(pieces: readonly Piece[], change: (last: Piece) => Piece): Piece[] {
  const last = pieces.at(-1);
  return last ? [...pieces.slice(0, -1), change(last)] : [];
}

const baselineText = (box: Box): string => box.lines[box.baseline] ?? '';

function wordSpace(left: Piece, right: Piece): number {
  if (!left.wordRight && !right.wordLeft) return 0;
  const meets =
    /[\p{L}\p{N}\p{M}*′'_]$/u.test(baselineText(left.box)) &&
    /^[\p{L}\p{N}√]/u.test(baselineText(right.box));
  return meets ? 1 : 0;
}

/** Limits wider than a large operator already leave space beside it. */
function spaceInLimits(left: Piece, right: Piece): number {
  if (left.right !== 'op' || height(left.box) === 1 || height(right.box) > 1) return 0;
  const text = baselineText(left.box);
  return text.length - text.trimEnd().length;
}

function spaceBeforePiece(left: Piece, right: Piece, isSign: boolean, tight: boolean): number {
  const pads = Math.max(left.padRight, right.padLeft);
  // A sign stands at its operand, unless that has a bar for the sign to run into.
  if (isSign && !(right.left === 'inner' && height(right.box) > 1)) return pads;
  // TeX sets a bracket close to an operator, which suits log(x) and not ∑ (x + y).
  const isSum = left.right === 'op' && right.left === 'open' && !left.wordRight;
  const byClass = isSum ? 1 : spaceBetween(left.right, right.left, tight);
  return Math.max(byClass - spaceInLimits(left, right), pads, wordSpace(left, right));
}

/**
 * The pieces with the space before each: by the classes of the neighbours, after binary operators
 * without an operand before or after them have become signs. `tight` in scripts and limits.
 */
export function placed(pieces: readonly Piece[], tight: boolean): PlacedPiece[] {
  const signs = pieces.map(() => false);
  const resolved: Piece[] = [];
  pieces.forEach((p, i) => {
    const before = resolved.at(-1);
    if (p.left === 'bin' && isSignAfter(before?.right)) {
      signs[i] = true;
      resolved.push({ ...p, left: 'ord', right: 'ord' });
    } else if (p.left === 'bin' && isSignBefore(pieces[i + 1]?.left)) {
      resolved.push({ ...p, left: 'ord', right: 'ord' });
    } else resolved.push(p);
  });
  return resolved.map((p, i) => {
    const before = resolved[i - 1];
    const space = before
      ? spaceBeforePiece(before, p, signs[i - 1] === true, tight)
      : Math.min(p.padLeft, 12);
    return { ...p, space };
  });
}

/** The boxes of placed pieces with the spaces between them, ready for `beside`. */
export function boxesOf(pieces: readonly PlacedPiece[]): Box[] {
  return pieces.flatMap((p) => (p.space > 0 ? [blankBox(p.space), p.box] : [p.box]));
}

export const widthOf = (pieces: readonly PlacedPiece[]): number =>
  pieces.reduce((sum, p) => sum + p.space + p.box.width, 0);
