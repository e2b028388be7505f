import { stripText } from '../../domain/strip.ts';
import { widthOf } from '../render/text.ts';

/** A line being edited, on both sides of the cursor. */
export interface Line {
  before: string;
  after: string;
}

export const EMPTY_LINE: Line = { before: '', after: '' };

export type Edit =
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'clear'
  | 'cut-word'
  | 'cut-rest';

export const textOfLine = ({ before, after }: Line): string => before + after;

/** A line with this text, the cursor at its end. */
export const lineOf = (text: string): Line => ({ before: text, after: '' });

/** The line with a text put in at the cursor, without characters that could act on a terminal. */
export function insert(line: Line, text: string): Line {
  return { before: line.before + stripText(text).replaceAll('\n', ' '), after: line.after };
}

/** A character with the accents that follow it. */
const LAST = /(?:\P{M}\p{M}*|\p{M}+)$/u;
const FIRST = /^(?:\P{M}\p{M}*|\p{M}+)/u;

export function edit(line: Line, by: Edit): Line {
  const { before, after } = line;
  const last = LAST.exec(before)?.[0] ?? '';
  const first = FIRST.exec(after)?.[0] ?? '';
  switch (by) {
    case 'backspace':
      return { before: before.slice(0, before.length - last.length), after };
    case 'delete':
      return { before, after: after.slice(first.length) };
    case 'left':
      return { before: before.slice(0, before.length - last.length), after: last + after };
    case 'right':
      return { before: before + first, after: after.slice(first.length) };
    case 'home':
      return { before: '', after: before + after };
    case 'end':
      return { before: before + after, after: '' };
    case 'clear':
      return EMPTY_LINE;
    case 'cut-word':
      return { before: before.replace(/\S*\s*$/u, ''), after };
    case 'cut-rest':
      return { before, after: '' };
  }
}

/**
 * The part of a line around its cursor that fits `width` columns, with `…` where something is left
 * out, and the column of the cursor in it.
 */
export function visiblePart(line: Line, width: number): { text: string; column: number } {
  const whole = textOfLine(line);
  // The cursor behind the last character needs a column too.
  if (widthOf(whole) < width) return { text: whole, column: widthOf(line.before) };
  const [behind, ahead] = [characters(line.before).toReversed(), characters(line.after)];
  const room = width - 3;
  const little = fitting(ahead, Math.floor(room / 4));
  const left = fitting(behind, room - widthOf(little.join('')));
  const right = fitting(ahead, room - widthOf(left.join('')));
  const before = (left.length < behind.length ? '…' : '') + left.toReversed().join('');
  const after = right.join('') + (right.length < ahead.length ? '…' : '');
  return { text: before + after, column: widthOf(before) };
}

const characters = (text: string): string[] => text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];

/** The first characters, of at most `width` columns. */
function fitting(all: readonly string[], width: number): string[] {
  let used = 0;
  const end = all.findIndex((character) => {
    used += widthOf(character);
    return used > width;
  });
  return all.slice(0, end < 0 ? all.length : end);
}
