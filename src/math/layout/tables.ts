import { type Formula, row, type Table } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import {
  aligned,
  type Box,
  beside,
  blankBox,
  EMPTY,
  height,
  linesBox,
  padded,
  stacked,
  textBox,
} from './box.ts';
import { brokenBox } from './break.ts';
import type { Context, Layout } from './context.ts';
import { flatLooseTable } from './flat.ts';
import { type Piece, piece, placed } from './piece.ts';

type Shape = Pick<Table, 'alignments' | 'gaps' | 'columnRules' | 'rowRules' | 'use'>;

/** Rows without anything above one another stand close; taller ones, and a pair, are set apart. */
function isApart(rows: readonly Box[], index: number, use: Table['use']): boolean {
  if (use === 'stack') return false;
  const pair = rows.length === 2 && use !== 'lines';
  return pair || rows.slice(index, index + 2).some((row) => height(row) > 1);
}

/** Cells in columns, the rows' own baselines aligned; the baseline of all is the middle row. */
export function tableBox(cells: readonly (readonly Box[])[], shape: Shape, glyphs: Glyphs): Box {
  const count = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => row[column]?.width ?? 0)),
  );
  const joined = cells.map((row) => tableRow(row, widths, shape, glyphs));
  const parts: Box[] = [];
  joined.forEach((box, index) => {
    parts.push(box);
    if (index === joined.length - 1) return;
    if (shape.rowRules[index]) parts.push(ruleRow(widths, shape, glyphs));
    else if (isApart(joined, index, shape.use)) parts.push(spacerRow(widths, shape, glyphs));
  });
  const all = stacked(parts, 0, 'left');
  return { ...all, baseline: (height(all) - 1) >> 1 };
}

const gapAfter = (shape: Shape, column: number): number => shape.gaps[column] ?? 0;

function tableRow(
  row: readonly Box[],
  widths: readonly number[],
  shape: Shape,
  glyphs: Glyphs,
): Box {
  const cells = row.map((cell, column) =>
    aligned(cell, widths[column] ?? 0, shape.alignments[column] ?? 'center'),
  );
  const above = Math.max(0, ...cells.map((cell) => cell.baseline));
  const below = Math.max(0, ...cells.map((cell) => height(cell) - 1 - cell.baseline));
  return beside(
    cells.flatMap((cell, column) => {
      if (column === cells.length - 1) return [cell];
      return [cell, separator(shape, column, above, below, glyphs)];
    }),
  );
}

function separator(
  shape: Shape,
  column: number,
  above: number,
  below: number,
  glyphs: Glyphs,
): Box {
  const gap = gapAfter(shape, column);
  const rows = above + 1 + below;
  if (!shape.columnRules[column]) return blankBox(gap, rows, above);
  const rule = linesBox(Array<string>(rows).fill(glyphs.rule.vertical), above);
  return padded(rule, 1, 1);
}

const spacerRow = (widths: readonly number[], shape: Shape, glyphs: Glyphs): Box =>
  tableRow(
    widths.map((width) => blankBox(width)),
    widths,
    shape,
    glyphs,
  );

function ruleRow(widths: readonly number[], shape: Shape, glyphs: Glyphs): Box {
  const { horizontal, cross } = glyphs.rule;
  const text = widths.map((width, column) => {
    if (column === widths.length - 1) return horizontal.repeat(width);
    const joint = shape.columnRules[column]
      ? horizontal + cross + horizontal
      : horizontal.repeat(gapAfter(shape, column));
    return horizontal.repeat(width) + joint;
  });
  return textBox(text.join(''));
}

export function tablePieces(table: Table, ctx: Context, layout: Layout): Piece[] {
  if (ctx.flat) return layout.pieces(flatLooseTable(table), ctx);
  const inside = { ...ctx, room: Number.POSITIVE_INFINITY };
  const cells = table.rows.map((cells) => cells.map((cell) => layout.box(cell, inside)));
  const box = tableBox(cells, table, ctx.glyphs);
  const isFixed = table.use === 'matrix' || table.use === 'stack';
  const broken = isFixed || box.width <= ctx.room ? null : brokenRows(table, ctx, layout);
  return [piece(broken ?? box, 'inner')];
}

/** The rows of a table that is too wide, each broken like a formula of its own. */
function brokenRows(table: Table, ctx: Context, layout: Layout): Box | null {
  const rows =
    table.use === 'cases'
      ? table.rows.map((cells) => brokenCase(cells, ctx, layout))
      : brokenLines(table, ctx, layout);
  const boxes = rows.filter((box) => box !== null);
  if (boxes.length < rows.length) return null;
  const apart = boxes.flatMap((box, index) => (index === 0 ? [box] : [blankBox(0), box]));
  const all = stacked(apart, 0, 'left');
  return { ...all, baseline: (height(all) - 1) >> 1 };
}

/** Aligned lines, each broken beside its first column where there is room for that. */
function brokenLines(table: Table, ctx: Context, layout: Layout): (Box | null)[] {
  const firsts = table.rows.map(([cell]) => (cell ? layout.box(cell, ctx) : EMPTY));
  const margin = Math.max(...firsts.map((box) => box.width));
  return table.rows.map((cells, index) => {
    const first = aligned(firsts[index] ?? EMPTY, margin, table.alignments[0] ?? 'right');
    const gaps = table.gaps.slice(1);
    const rest = brokenLine(cells.slice(1), gaps, ctx.room - margin, ctx, layout);
    return rest ? beside([first, rest]) : brokenLine(cells, table.gaps, ctx.room, ctx, layout);
  });
}

/** The cells as one formula, `gaps` between them. */
function brokenLine(
  cells: readonly Formula[],
  gaps: readonly number[],
  width: number,
  ctx: Context,
  layout: Layout,
): Box | null {
  const parts = cells.flatMap((cell, column): Formula[] => {
    const gap = gaps[column - 1] ?? 0;
    return gap === 0 ? [cell] : [{ kind: 'space', columns: gap }, cell];
  });
  return brokenBox(placed(layout.pieces(row(parts), ctx), ctx.tight), width);
}

/** A case with its condition on the line below, a little further in. */
function brokenCase(cells: readonly Formula[], ctx: Context, layout: Layout): Box | null {
  const boxes = cells.map((cell, column) => {
    const indent = column === 0 ? 0 : 2;
    const box = brokenBox(placed(layout.pieces(cell, ctx), ctx.tight), ctx.room - indent);
    return box && padded(box, indent, 0);
  });
  const whole = boxes.filter((box) => box !== null);
  return whole.length < boxes.length ? null : stacked(whole, 0, 'left');
}
