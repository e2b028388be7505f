import type { AtomClass } from '../formula.ts';
import { type Box, beside, blankBox, height } from './box.ts';
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
  /** A sum, product or integral: a bracket after it stands apart, unlike that of log(x). */
  readonly isLarge: boolean;
  /** Brackets around it grow: it has rows other than those of scripts and roofs. */
  readonly isTall: boolean;
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
    isLarge: false,
    isTall: height(box) > 1,
    ...more,
  };
}

/** The pieces with the last one changed. */
export function changeLast(pieces: readonly Piece[], change: (last: Piece) => Piece): Piece[] {
  const last = pieces.at(-1);
  return last ? [...pieces.slice(0, -1), change(last)] : [];
}

/** What stands on the line of the text. */
export const baselineText = (box: Box): string => box.lines[box.baseline] ?? '';

function wordSpace(left: Piece, right: Piece): number {
  if (!left.wordRight && !right.wordLeft) return 0;
  const meets =
    /[\p{L}\p{N}\p{M}*′'_]$/u.test(baselineText(left.box)) &&
    /^[\p{L}\p{N}√]/u.test(baselineText(right.box));
  return meets ? 1 : 0;
}

const blanksBefore = (line: string): number => line.length - line.trimStart().length;
const blanksAfter = (line: string): number => line.length - line.trimEnd().length;

/**
 * Blanks that limits wider than their operator leave beside it serve as space, unless that brings
 * something close in another row.
 */
function blanksOfLimits(left: Piece, right: Piece): number {
  if (left.right !== 'op' && right.left !== 'op') return 0;
  const isClose = left.box.lines.some((line, row) => {
    const other = right.box.lines[row - left.box.baseline + right.box.baseline] ?? '';
    if (row === left.box.baseline || line.trim() === '' || other.trim() === '') return false;
    return blanksAfter(line) + blanksBefore(other) < 2;
  });
  if (isClose) return 0;
  return blanksAfter(baselineText(left.box)) + blanksBefore(baselineText(right.box));
}

/** TeX sets every bracket close to what is before it, which suits log(x) and not ∑ (x + y). */
function isApart(left: Piece, right: Piece): boolean {
  if (right.left !== 'open' || baselineText(right.box) === '/') return false;
  const isCaret = /\^[^()^_\s]+$/.test(baselineText(left.box));
  return (
    isCaret || (left.right === 'op' && (left.isLarge || !/^[([]/.test(baselineText(right.box))))
  );
}

function spaceBeforePiece(left: Piece, right: Piece, isSign: boolean, tight: boolean): number {
  const pads = Math.max(left.padRight, right.padLeft);
  // A sign stands at its operand, unless that has a bar for the sign to run into.
  if (isSign && !(right.left === 'inner' && right.isTall)) return pads;
  const byClass = isApart(left, right) ? 1 : spaceBetween(left.right, right.left, tight);
  return Math.max(byClass - blanksOfLimits(left, right), pads, wordSpace(left, right));
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
    } else {
      resolved.push(p);
    }
  });
  return resolved.map((p, i) => {
    const before = resolved[i - 1];
    const isAfterSign = signs[i - 1] === true;
    const space = before ? spaceBeforePiece(before, p, isAfterSign, tight) : p.padLeft;
    return { ...p, space };
  });
}

/** The boxes of placed pieces with the spaces between them, ready for `beside`. */
export function boxesOf(pieces: readonly PlacedPiece[]): Box[] {
  return pieces.flatMap((p) => (p.space > 0 ? [blankBox(p.space), p.box] : [p.box]));
}

/** The pieces as one box. */
export const joined = (pieces: readonly Piece[], tight: boolean): Box =>
  beside(boxesOf(placed(pieces, tight)));

export const widthOf = (pieces: readonly PlacedPiece[]): number =>
  pieces.reduce((sum, p) => sum + p.space + p.box.width, 0);
