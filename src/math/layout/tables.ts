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
  const firsts = table.rows.map(([cell]) => (cell ? layout.box(cell, ctx) : EMPTY));
  const margin = Math.max(...firsts.map((box) => box.width));
  const rows: Box[] = [];
  for (const [index, cells] of table.rows.entries()) {
    const first = aligned(firsts[index] ?? EMPTY, margin, table.alignments[0] ?? 'right');
    const line =
      table.use === 'cases'
        ? brokenCase(cells, ctx, layout)
        : (brokenLine(cells.slice(1), table, { ...ctx, room: ctx.room - margin }, layout, first) ??
          brokenLine(cells, table, ctx, layout));
    if (!line) return null;
    if (rows.length > 0) rows.push(blankBox(1));
    rows.push(line);
  }
  const all = stacked(rows, 0, 'left');
  return { ...all, baseline: (height(all) - 1) >> 1 };
}

/** The cells as one formula, broken beside what already stands before it. */
function brokenLine(
  cells: readonly Formula[],
  shape: Shape,
  ctx: Context,
  layout: Layout,
  before: Box = EMPTY,
): Box | null {
  const skipped = before === EMPTY ? 0 : 1;
  const parts = cells.flatMap((cell, column): Formula[] => {
    const gap = column === 0 ? 0 : gapAfter(shape, column + skipped - 1);
    return gap === 0 ? [cell] : [{ kind: 'space', columns: gap }, cell];
  });
  const box = brokenBox(placed(layout.pieces(row(parts), ctx), ctx.tight), ctx.room);
  return box ? beside([before, box]) : null;
}

/** A case with its condition on the line below, a little further in. */
function brokenCase(cells: readonly Formula[], ctx: Context, layout: Layout): Box | null {
  const boxes = cells.map((cell, column) => {
    const indent = column === 0 ? 0 : 2;
    const box = brokenBox(placed(layout.pieces(cell, ctx), ctx.tight), ctx.room - indent);
    return box ? [padded(box, indent, 0)] : [];
  });
  return boxes.some((box) => box.length === 0) ? null : stacked(boxes.flat(), 0, 'left');
}
