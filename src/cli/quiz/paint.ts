import { widthOf } from '../render/text.ts';
import type { Frame } from './frame.ts';

/** What stands on the terminal now, and on how many columns and rows it was written. */
export interface Painted {
  frame: Frame;
  columns: number;
  rows: number;
}

/** To the top, and everything below it wiped; what was scrolled away stays. */
const HOME_AND_ERASE = '\u001B[H\u001B[J';

/**
 * What to write so that a frame stands on the terminal. Only the lines from the first that changed
 * are written again, so that typing does not flicker; a frame on another question, or at another
 * size, begins at the top of the terminal. What was scrolled away stays.
 */
export function paint(frame: Frame, before: Painted | null, columns: number, rows: number): string {
  const { lines } = frame;
  if (!before || before.columns !== columns || before.rows !== rows) return whole(frame);
  const old = before.frame;
  if ([...old.lines, ...lines].some((line) => widthOf(line) > columns)) return whole(frame);
  const row = rowOf(old);
  const same = lines.findIndex((line, i) => line !== old.lines[i]);
  const first = same < 0 ? Math.min(lines.length, old.lines.length) : same;
  if (first === lines.length && first === old.lines.length) return moved(row, frame);
  // Below the last line there is nothing to begin at.
  const from = Math.min(first, old.lines.length - 1);
  const isScrolledAway = old.lines.length - Math.min(from, row) > rows;
  // What was scrolled away by a longer frame comes back only when all is written again.
  if (isScrolledAway || old.lines.length > Math.max(rows, lines.length)) return whole(frame);
  const changed = lines.slice(from).join('\r\n');
  const last = Math.max(from, lines.length - 1);
  return `${vertical(row, from)}\r\u001B[J${changed}${moved(last, frame)}`;
}

/** What to write so that what comes next stands below a frame. */
export function leave({ frame }: Painted): string {
  return `${vertical(rowOf(frame), frame.lines.length - 1)}\r\n`;
}

/** The same for a terminal without codes: the lines that are new, one below the other. */
export function paintPlain({ lines, cursor }: Frame, before: Painted | null): string {
  const old = before?.frame.lines ?? [];
  const first = lines.findIndex((line, i) => line !== old[i]);
  const fresh = first < 0 ? lines.slice(-1) : lines.slice(first);
  return `${before ? '' : '\n'}${fresh.join('\n')}\n${cursor ? '› ' : ''}`;
}

function whole(frame: Frame): string {
  const { lines } = frame;
  return `${HOME_AND_ERASE}${lines.join('\r\n')}${moved(lines.length - 1, frame)}`;
}

const rowOf = ({ lines, cursor }: Frame): number => cursor?.row ?? lines.length - 1;

/** Moves the cursor from somewhere in one line to its place. */
function moved(from: number, frame: Frame): string {
  const column = frame.cursor?.column ?? 0;
  const across = frame.cursor ? `\r${column > 0 ? `\u001B[${column}C` : ''}` : '';
  return vertical(from, rowOf(frame)) + across;
}

function vertical(from: number, to: number): string {
  if (from === to) return '';
  return to < from ? `\u001B[${from - to}A` : `\u001B[${to - from}B`;
}
