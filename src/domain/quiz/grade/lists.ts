import { Unreadable } from './answer.ts';

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);
const CLOSERS: ReadonlySet<string> = new Set(CLOSING.values());

/**
 * What a library prints around a list: `torch.Size([2, 3])`, `np.array([1, 2])`, `tensor([1.])`.
 */
const PRINTED = /^(?:[a-z]+\.)?(?:size|tensorshape|array|tensor)\s*\((.*)\)$/is;

/** The text without what a library prints around a list, and without `^T` behind it. */
export function unprinted(text: string): string {
  const bare = text.replace(/\s*\^\s*T$/, '').trim();
  return PRINTED.exec(bare)?.[1]?.trim() ?? bare;
}

/** What stands inside the brackets that enclose the whole text, or null if none do. */
export function insideBrackets(text: string): string | null {
  const close = CLOSING.get(text.charAt(0));
  if (!close || !text.endsWith(close) || text.length < 2) return null;
  let depth = 0;
  for (const [at, character] of Array.from(text).entries()) {
    if (CLOSING.has(character)) depth += 1;
    if (CLOSERS.has(character)) depth -= 1;
    if (depth === 0) return at === text.length - 1 ? text.slice(1, -1).trim() : null;
  }
  return null;
}

/**
 * Cuts a text at the separators that stand outside all brackets; parts are trimmed. Throws
 * Unreadable.
 */
export function cut(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let part = '';
  for (const character of text) {
    const close = CLOSING.get(character);
    if (close) open.push(close);
    else if (CLOSERS.has(character) && open.pop() !== character) throw new Unreadable(UNPAIRED);
    if (open.length === 0 && separator.test(character)) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  if (open.length > 0) throw new Unreadable(UNPAIRED);
  return [...parts, part.trim()];
}

const UNPAIRED = 'its brackets do not pair';

/**
 * The entries of a row: between commas or semicolons, else between blanks. One separator may
 * end it. Throws Unreadable with a reason for two kinds of separator at once.
 */
export function entries(row: string): string[] {
  const [commas, semicolons] = [cut(row, /,/), cut(row, /;/)];
  if (commas.length > 1 && semicolons.length > 1) {
    throw new Unreadable('commas and semicolons both separate');
  }
  const parts = commas.length > 1 ? commas : semicolons;
  if (parts.length > 1) return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  return cut(row, /\s/).filter((part) => part !== '');
}
