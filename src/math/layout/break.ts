import { type Box, beside, blankBox, height, padded, stacked } from './box.ts';
import { boxesOf, type PlacedPiece, widthOf } from './piece.ts';

/** What a line may be broken before; each nearer to the inside of a term, and so worse. */
type BreakKind = 'relation' | 'operator' | 'comma' | 'factor';

const PENALTIES: Readonly<Record<BreakKind, number>> = {
  relation: 0,
  operator: 3,
  comma: 4,
  factor: 20,
};

/** For each pair of brackets around the break. */
const DEPTH_PENALTY = 9;
/** More than any penalty: fewer lines first. */
const LINE_PENALTY = 60;

function breakBefore(pieces: readonly PlacedPiece[], index: number): BreakKind | null {
  const next = pieces[index];
  const before = pieces[index - 1];
  if (!next || !before) return null;
  if (next.left === 'rel' && before.right !== 'rel') return 'relation';
  if (next.left === 'bin') return 'operator';
  if (before.right === 'punct') return 'comma';
  const isInside = ['open', 'op', 'bin', 'rel'].includes(before.right);
  const isClosing = next.left === 'close' || next.left === 'punct';
  return next.space > 0 && !isInside && !isClosing ? 'factor' : null;
}

/** Where a line begins that was broken there: operators under the operand after a relation. */
interface Indents {
  readonly relation: number;
  readonly other: number;
}

function indentsOf(pieces: readonly PlacedPiece[], width: number): Indents {
  const first = pieces.findIndex((p, i) => i > 0 && p.left === 'rel' && p.depth === 0);
  const relation = pieces[first];
  if (!relation) return { relation: 2, other: 2 };
  const column = widthOf(pieces.slice(0, first)) + relation.space;
  const operand = relation.box.width + (pieces[first + 1]?.space ?? 1);
  if (column > width / 3) return { relation: 2, other: 2 + operand };
  return { relation: column, other: column + operand };
}

interface Line {
  readonly from: number;
  readonly indent: number;
}

/**
 * Cuts pieces into lines of at most `width` columns so that there are few lines, broken at
 * relations rather than operators, and outside of brackets rather than inside: the cheapest of
 * all ways, found backwards from the end as Knuth and Plass do for paragraphs. Null where some
 * part without a place to break is wider than a line.
 */
function bestLines(pieces: readonly PlacedPiece[], width: number): Line[] | null {
  const count = pieces.length;
  const indents = indentsOf(pieces, width);
  const starts = pieces.map((p, i) => {
    const kind = breakBefore(pieces, i);
    if (i > 0 && kind === null) return null;
    const penalty = kind === null ? 0 : PENALTIES[kind] + DEPTH_PENALTY * p.depth;
    const indent =
      i === 0 ? 0 : kind === 'relation' && p.depth === 0 ? indents.relation : indents.other;
    return { penalty, indent };
  });
  const cost = Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  const next = Array<number>(count + 1).fill(count);
  cost[count] = 0;
  for (let from = count - 1; from >= 0; from -= 1) {
    const start = starts[from];
    if (!start) continue;
    let used = start.indent;
    for (let to = from + 1; to <= count; to += 1) {
      const last = pieces[to - 1];
      used += (last?.box.width ?? 0) + (to - 1 > from ? (last?.space ?? 0) : 0);
      if (used > width) break;
      const rest = cost[to] ?? Number.POSITIVE_INFINITY;
      if (to < count && !starts[to]) continue;
      // The fuller of two equal lines, so that a formula fills its first lines.
      const total = LINE_PENALTY + start.penalty + rest + (to < count ? (width - used) / width : 0);
      if (total < (cost[from] ?? 0)) {
        cost[from] = total;
        next[from] = to;
      }
    }
  }
  if (cost[0] === Number.POSITIVE_INFINITY) return null;
  const lines: Line[] = [];
  for (let from = 0; from < count; from = next[from] ?? count) {
    lines.push({ from, indent: starts[from]?.indent ?? 0 });
  }
  return lines;
}

/**
 * The pieces as lines of at most `width` columns with a hanging indent, the baseline that of the
 * first line; null where that cannot be.
 */
export function brokenBox(pieces: readonly PlacedPiece[], width: number): Box | null {
  const all = beside(boxesOf(pieces));
  if (all.width <= width) return all;
  const lines = bestLines(pieces, width);
  if (!lines) return null;
  const boxes = lines.map(({ from, indent }, i) => {
    const line = pieces.slice(from, lines[i + 1]?.from);
    const placed = line.map((p, at) => (at === 0 ? { ...p, space: 0 } : p));
    return padded(beside(boxesOf(placed)), indent, 0);
  });
  const apart = boxes.flatMap((box, i) => {
    const before = boxes[i - 1];
    const isTall = height(box) > 1 || (before !== undefined && height(before) > 1);
    return before && isTall ? [blankBox(0), box] : [box];
  });
  return stacked(apart, 0, 'left');
}
