import type { Alignment } from '../formula.ts';
import { columns } from '../width.ts';

/**
 * Text in two dimensions. All `lines` are `width` columns wide; the row `baseline` stands on the
 * line of the surrounding text.
 */
export interface Box {
  readonly lines: readonly string[];
  readonly width: number;
  readonly baseline: number;
}

export const EMPTY: Box = { lines: [''], width: 0, baseline: 0 };

export const blanks = (count: number): string => ' '.repeat(Math.max(0, count));

export function textBox(text: string): Box {
  return { lines: [text], width: columns(text), baseline: 0 };
}

export const height = (box: Box): number => box.lines.length;

/** A box of lines that may be of unequal width. */
export function linesBox(lines: readonly string[], baseline: number): Box {
  const width = Math.max(0, ...lines.map(columns));
  return { lines: lines.map((line) => line + blanks(width - columns(line))), width, baseline };
}

export function blankBox(width: number, rows = 1, baseline = 0): Box {
  return { lines: Array.from({ length: rows }, () => blanks(width)), width, baseline };
}

export function padded(box: Box, left: number, right: number): Box {
  if (left === 0 && right === 0) return box;
  const lines = box.lines.map((line) => blanks(left) + line + blanks(right));
  return { ...box, lines, width: box.width + left + right };
}

/** The box in `width` columns; one that is already wider stays as it is. */
export function aligned(box: Box, width: number, alignment: Alignment): Box {
  const room = Math.max(0, width - box.width);
  const left = alignment === 'left' ? 0 : alignment === 'right' ? room : room >> 1;
  return padded(box, left, room - left);
}

/** Boxes side by side, their baselines on one row. */
export function beside(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return EMPTY;
  const above = Math.max(...boxes.map((box) => box.baseline));
  const below = Math.max(...boxes.map((box) => height(box) - 1 - box.baseline));
  const lines = Array.from({ length: above + below + 1 }, (_, row) =>
    boxes.map((box) => box.lines[row - above + box.baseline] ?? blanks(box.width)).join(''),
  );
  return { lines, width: boxes.reduce((sum, box) => sum + box.width, 0), baseline: above };
}

/** Boxes one under the other; the baseline is that of the box at index `base`. */
export function stacked(boxes: readonly Box[], base: number, alignment: Alignment): Box {
  const width = Math.max(0, ...boxes.map((box) => box.width));
  const above = boxes.slice(0, base).reduce((sum, box) => sum + height(box), 0);
  return {
    lines: boxes.flatMap((box) => aligned(box, width, alignment).lines),
    width,
    baseline: above + (boxes[base]?.baseline ?? 0),
  };
}

/** The rows of the box that are above and below its baseline. */
export const rowsAbove = (box: Box): number => box.baseline;
export const rowsBelow = (box: Box): number => height(box) - 1 - box.baseline;
