import { type Box, beside, blankBox, height, padded, stacked } from './box.ts';
import { baselineText, boxesOf, type PlacedPiece, widthOf } from './piece.ts';

/** What a line may be broken before; the later in this list, the worse. */
export type BreakKind = 'statement' | 'remark' | 'relation' | 'comma' | 'operator' | 'factor';

/** What a break costs, and what it costs more for each pair of brackets around it. */
const PENALTIES: Readonly<Record<BreakKind, readonly [alone: number, inBrackets: number]>> = {
  statement: [0, 0],
  remark: [0, 12],
  relation: [1, 12],
  comma: [2, 12],
  operator: [3, 12],
  factor: [20, 40],
};

/** More than most breaks, so that there are few lines. */
const LINE_PENALTY = 30;

/** The bar of p(x | y), which binds closer than other relations. */
const isBar = ({ box, left }: PlacedPiece): boolean =>
  left === 'rel' && /^[|‖│║]+$/.test(baselineText(box));

export function breakBefore(pieces: readonly PlacedPiece[], index: number): BreakKind | null {
  const next = pieces[index];
  const before = pieces[index - 1];
  if (!next || !before) return null;
  if (next.space > 1) return before.right === 'punct' ? 'statement' : 'remark';
  if (isBar(next)) return null;
  if (next.left === 'rel' && before.right !== 'rel') return 'relation';
  if (next.left === 'bin') return 'operator';
  if (before.right === 'punct') return 'comma';
  const isInside = ['open', 'op', 'bin', 'rel'].includes(before.right);
  const isClosing = next.left === 'close' || next.left === 'punct';
  return next.space > 0 && !isInside && !isClosing ? 'factor' : null;
}

/** Columns that a line begins at which was broken before a relation, or before anything else. */
interface Indents {
  readonly relation: number;
  readonly other: number;
}

const SHALLOW: Indents = { relation: 2, other: 4 };
/** What it costs to give up relations under relations. */
const SHALLOW_PENALTY = 5;

/** Relations under the first one, all else under what follows it. */
function alignedIndents(pieces: readonly PlacedPiece[]): Indents {
  const first = pieces.findIndex((p, i) => i > 0 && p.left === 'rel' && p.depth === 0);
  const relation = pieces[first];
  if (!relation) return { relation: 2, other: 2 };
  const column = widthOf(pieces.slice(0, first)) + relation.space;
  return { relation: column, other: column + relation.box.width + (pieces[first + 1]?.space ?? 1) };
}

/** What it costs to begin a line with a piece, and the column that it then stands at. */
interface Start {
  readonly penalty: number;
  readonly indent: number;
}

function startAt(pieces: readonly PlacedPiece[], index: number, indents: Indents): Start | null {
  if (index === 0) return { penalty: 0, indent: 0 };
  const kind = breakBefore(pieces, index);
  if (kind === null) return null;
  const depth = pieces[index]?.depth ?? 0;
  const [alone, inBrackets] = PENALTIES[kind];
  const penalty = alone + inBrackets * depth;
  if (kind === 'statement') return { penalty, indent: depth === 0 ? 0 : indents.other };
  if (kind === 'remark') return { penalty, indent: Math.min(4, indents.other) };
  const isRelation = kind === 'relation' && depth === 0;
  return { penalty, indent: isRelation ? indents.relation : indents.other };
}

interface Line {
  readonly from: number;
  readonly indent: number;
}

interface Broken {
  readonly lines: readonly Line[];
  readonly cost: number;
}

/**
 * Cuts pieces into lines of at most `width` columns so that there are few lines, broken at
 * relations rather than operators, and outside of brackets rather than inside: the cheapest of
 * all ways, found backwards from the end as Knuth and Plass do for paragraphs. Null where some
 * part without a place to break is wider than a line.
 */
function bestLines(pieces: readonly PlacedPiece[], width: number, indents: Indents): Broken | null {
  const count = pieces.length;
  const starts = pieces.map((_, index) => startAt(pieces, index, indents));
  const best: (Broken | null)[] = Array(count + 1).fill(null);
  best[count] = { lines: [], cost: 0 };
  for (let from = count - 1; from >= 0; from -= 1) {
    const start = starts[from];
    if (!start) continue;
    let used = start.indent;
    for (let to = from + 1; to <= count; to += 1) {
      const last = pieces[to - 1];
      used += (last?.box.width ?? 0) + (to - 1 > from ? (last?.space ?? 0) : 0);
      if (used > width) break;
      const rest = best[to];
      if (!rest) continue;
      // Of two ways with as many lines, the one that fills its first lines.
      const emptiness = to < count ? (width - used) / width : 0;
      const cost = LINE_PENALTY + start.penalty + emptiness + rest.cost;
      if (cost < (best[from]?.cost ?? Number.POSITIVE_INFINITY)) {
        best[from] = { lines: [{ from, indent: start.indent }, ...rest.lines], cost };
      }
    }
  }
  return best[0] ?? null;
}

/**
 * The pieces as lines of at most `width` columns with a hanging indent, the baseline that of the
 * first line; null where that cannot be.
 */
export function brokenBox(pieces: readonly PlacedPiece[], width: number): Box | null {
  const all = beside(boxesOf(pieces));
  if (all.width <= width) return all;
  const aligned = bestLines(pieces, width, alignedIndents(pieces));
  const shallow = bestLines(pieces, width, SHALLOW);
  if (!shallow) return null;
  const { lines } = aligned && aligned.cost <= shallow.cost + SHALLOW_PENALTY ? aligned : shallow;
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
