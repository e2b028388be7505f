import fastStringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Letters and signs that take one column everywhere, which is nearly all that is ever printed. */
const ONE_COLUMN =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u03FF\u2010-\u2027\u2200-\u22FF\u2500-\u259F\u25B8\u25B9\u25CF\u2713\u2717]*$/;

/** Columns a text takes on a terminal, without its colour codes. */
export function widthOf(text: string): number {
  // Most texts are plain, and loading the tables of the library costs more than all the rest.
  return ONE_COLUMN.test(text) ? text.length : fastStringWidth(text);
}

/** Wraps at words to `width` columns; a word longer than a line is broken. */
export function wrap(text: string, width: number): string {
  if (!text.includes('\n') && widthOf(text) <= width) return text;
  return wrapAnsi(text, Math.max(10, width), { hard: true, trim: true });
}

/** `label` and the text beside it, wrapped to `width` columns in all; the text stays in its column. */
export function hang(label: string, text: string, width: number): string {
  const margin = widthOf(label);
  return label + wrap(text, width - margin).replaceAll('\n', `\n${' '.repeat(margin)}`);
}

/** The text wrapped with every line indented by `by` columns, `width` in all. */
export function indent(text: string, by: number, width: number): string {
  const pad = ' '.repeat(by);
  return text
    .split('\n')
    .flatMap((line) => wrap(line, width - by).split('\n'))
    .map((line) => (line === '' ? '' : pad + line))
    .join('\n');
}

/** Lines of pieces with `gap` between them; a piece that does not fit begins the next line, unbroken. */
export function flow(pieces: readonly string[], gap: string, width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = lines.length === 0 ? piece : `${lines.at(-1)}${gap}${piece}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Cut to `width` columns with a mark where something was cut. For plain text without colours. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let result = '';
  for (const character of text) {
    if (widthOf(result + character) > width - 1) break;
    result += character;
  }
  return `${result.trimEnd()}…`;
}

/**
 * `label`, the text beside it and `right` at the far end of its last line. Where both do not fit
 * there, `right` follows on a line of its own.
 */
export function spread(label: string, text: string, right: string, width: number): string {
  const lines = hang(label, text, width).split('\n');
  const last = lines.at(-1) ?? '';
  const gap = width - widthOf(last) - widthOf(right);
  if (gap >= 2) return [...lines.slice(0, -1), last + ' '.repeat(gap) + right].join('\n');
  return [...lines, ' '.repeat(Math.max(0, width - widthOf(right))) + right].join('\n');
}

/** A bar of `width` columns filled to a share of 0 to 1; any progress shows, full only when full. */
export function bar(share: number, width: number): string {
  const exact = Math.max(0, Math.min(1, share)) * width;
  const filled =
    share >= 1 ? width : Math.min(width - 1, exact > 0 ? Math.max(1, Math.round(exact)) : 0);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

/** Rows of label and text in two columns, indented by `by`; text wraps under itself. */
export function rows(
  pairs: readonly [label: string, text: string][],
  by: number,
  width: number,
): string {
  const column = by + Math.max(...pairs.map(([label]) => widthOf(label))) + 2;
  // Where labels would take the room of the text, each stands on a line of its own.
  if (column > width * 0.6) {
    return pairs
      .map(
        ([label, text]) => `${hang(' '.repeat(by), label, width)}\n${indent(text, by + 2, width)}`,
      )
      .join('\n');
  }
  return pairs
    .map(([label, text]) => hang(padEnd(' '.repeat(by) + label, column), text, width))
    .join('\n');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
