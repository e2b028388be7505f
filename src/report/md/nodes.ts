import type {
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { segments } from '../../math/segments.ts';

/** Pieces of a Markdown document as a tree, which the library writes and escapes. */

/** A text of the path or of a person: formulas as GitHub sets them, everything else as it stands. */
export function textOf(text: string): PhrasingContent[] {
  return segments(text.replaceAll(/\s+/g, ' ').trim()).flatMap((part): PhrasingContent[] => {
    if (part.kind === 'words') return [{ type: 'text', value: part.text }];
    if (part.kind === 'code') return [{ type: 'inlineCode', value: part.text.replaceAll('`', '') }];
    return [
      { type: 'text', value: '$' },
      { type: 'inlineCode', value: part.tex },
      { type: 'text', value: '$' },
    ];
  });
}

export function heading(depth: 1 | 2 | 3, text: string): Heading {
  return { type: 'heading', depth, children: textOf(text) };
}

export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: textOf(text) };
}

export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  align: Table['align'],
): Table {
  const cell = (value: string | number): TableCell => ({
    type: 'tableCell',
    children: textOf(`${value}`),
  });
  const row = (values: readonly (string | number)[]): TableRow => ({
    type: 'tableRow',
    children: values.map(cell),
  });
  return { type: 'table', align, children: [row(head), ...rows.map(row)] };
}

export interface Item {
  text: string;
  /** Null for an item that is no task. */
  checked: boolean | null;
}

export function list(items: readonly Item[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(({ text, checked }) => ({
      type: 'listItem',
      checked,
      spread: false,
      children: [paragraph(text)],
    })),
  };
}

/** A section with its heading; nothing where it has nothing to say. */
export function section(title: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, title), ...content];
}
