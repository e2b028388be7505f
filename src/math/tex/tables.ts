import { type Alignment, type Formula, isEmpty, row, type Table } from '../formula.ts';
import { columnsOfEm } from './tokens.ts';
import { inEm, type MathElement } from './xml.ts';

type ReadRow = (elements: readonly MathElement[]) => Formula;

const listOf = (attribute: string | undefined): string[] => attribute?.split(' ') ?? [];

/** The value for each of `count` places; the last one given holds for those after it (MathML). */
function spread<T>(given: readonly T[], count: number, otherwise: T): T[] {
  return Array.from({ length: count }, (_, i) => given[i] ?? given.at(-1) ?? otherwise);
}

const isCell = (cell: MathElement): boolean =>
  cell.attributes.class !== 'mtr-glue' && cell.attributes.class !== 'mml-eqn-num';

/** A `\tag` makes a table of a blank, the formula, a blank and the tag. */
function readTagged(cells: readonly MathElement[], read: ReadRow): Formula {
  const [, formula, , tag] = cells;
  return row([
    read(formula?.children ?? []),
    { kind: 'space', columns: 4 },
    read(tag?.children ?? []),
  ]);
}

function useOf({ attributes, children }: MathElement): Table['use'] {
  if (attributes.rowspacing === '0.36em') return 'cases';
  if (children.some((tr) => tr.children[0]?.attributes.class === 'mtr-glue')) return 'lines';
  if (listOf(attributes.columnspacing)[0] === '0em') return 'lines';
  if (attributes.rowspacing === '0.1em' && attributes.columnspacing === '1em') return 'stack';
  return 'matrix';
}

/** A table of MathML as KaTeX writes it: what it is used for shows only in its spacing. */
export function readTable(element: MathElement, read: ReadRow): Formula {
  if (element.attributes.width === '100%') {
    return readTagged(element.children[0]?.children ?? [], read);
  }
  const rows = element.children
    .map((tr) => tr.children.filter(isCell).map((td) => read(td.children)))
    // KaTeX adds an empty row after a trailing `\\`.
    .filter((cells, i, all) => i < all.length - 1 || cells.some((cell) => !isEmpty(cell)));
  const use = useOf(element);
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (use === 'lines' && only) return only;
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const { columnalign, columnspacing, columnlines, rowlines } = element.attributes;
  const isRule = (line: string) => line === 'solid' || line === 'dashed';
  return {
    kind: 'table',
    rows: rows.map((cells) =>
      Array.from({ length: width }, (_, i) => cells[i] ?? { kind: 'row', items: [] }),
    ),
    alignments: spread(listOf(columnalign).filter(isAlignment), width, 'center'),
    gaps: spread(listOf(columnspacing).map(inEm).map(columnsOfEm), width - 1, 2),
    columnRules: spread(listOf(columnlines).map(isRule), width - 1, false),
    rowRules: spread(listOf(rowlines).map(isRule), Math.max(0, rows.length - 1), false),
    use,
  };
}

function isAlignment(name: string): name is Alignment {
  return name === 'left' || name === 'center' || name === 'right';
}
