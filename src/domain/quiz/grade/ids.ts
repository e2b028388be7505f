import { Unreadable } from './answer.ts';
import { asList, bounded, describe, quote, withoutInvisible } from './typed.ts';

/** No id is near to this long, whatever stands around it. */
const LONGEST = 200;

/** The id that a text names, in either case and with a bracket, quotes or a point around it. */
export function idIn(text: string, ids: readonly string[]): string | undefined {
  const folded = fold(text);
  if (folded.length > LONGEST) return undefined;
  const bare = folded.replace(/^["'([]+|["')\].:]+$/g, '');
  return ids.find((id) => id.toLowerCase() === bare);
}

/**
 * The ids that a text or a JSON list names, in its order: `c a b`, `c, a, b`, `cab`, `c > a > b`,
 * `["c", "a", "b"]`. Throws Unreadable for anything that is no id; `expected` ends its message.
 */
export function idsIn(input: unknown, ids: readonly string[], expected: string): string[] {
  const list = asList(input, expected);
  if (list) return list.map((entry) => listed(entry, ids, expected));
  if (typeof input !== 'string') {
    throw new Unreadable(`${describe(input)} is not an answer here; ${expected}.`);
  }
  const typed = bounded(input, expected);
  const inside = fold(typed).replace(/^[[({]|[\])}]$/g, '');
  const words = inside
    .split(/(?:->|=>|[\s,;+&>→])+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0) throw new Unreadable(`${quote(typed)} names nothing; ${expected}.`);
  return words.flatMap((word) => {
    const found = idIn(word, ids) ?? together(word, ids);
    if (!found) throw new Unreadable(`${quote(word)} is not among them; ${expected}.`);
    return found;
  });
}

function listed(entry: unknown, ids: readonly string[], expected: string): string {
  const found = typeof entry === 'string' ? idIn(bounded(entry, expected), ids) : undefined;
  if (!found) throw new Unreadable(`${describe(entry)} is not among them; ${expected}.`);
  return found;
}

/** `cab` as `c`, `a`, `b`, where all ids are single letters. */
function together(word: string, ids: readonly string[]): string[] | null {
  if (word.length > LONGEST || ids.some((id) => id.length !== 1)) return null;
  const found = Array.from(word, (letter) => idIn(letter, ids));
  return found.every((id) => id !== undefined) ? found : null;
}

function fold(text: string): string {
  return withoutInvisible(text).normalize('NFKC').trim().toLowerCase();
}
