import { Unreadable } from './answer.ts';

/** The longest answer looked at, in UTF-16 units; anything longer is refused unread. */
export const MAX_TYPED = 2000;
/** The most entries of a list given as JSON. */
export const MAX_ITEMS = 1000;

const SHOWN = 40;
/** Zero-width characters, soft hyphens and marks of direction: pasted along, meant by nobody. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** The text without invisible characters and blanks around it. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** A learner's text inside a message: on one line, without control characters, short. */
export function brief(text: string): string {
  const points = Array.from(text.slice(0, 4 * SHOWN).replace(/[\p{C}\s]+/gu, ' '));
  const isWhole = points.length <= SHOWN && text.length <= 4 * SHOWN;
  return `${points.slice(0, SHOWN).join('').trim()}${isWhole ? '' : '…'}`;
}

/** The same in quotes. */
export function quote(text: string): string {
  return `"${brief(text)}"`;
}

/** What a JSON value is, inside a message. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'Nothing';
  return Array.isArray(value) ? 'A list' : 'This';
}

/**
 * Lets a text through that is short enough to be looked at and holds something. Throws Unreadable.
 */
export function bounded(text: string, expected: string): string {
  if (text.length > MAX_TYPED) {
    throw new Unreadable(
      `The answer has ${text.length} characters and at most ${MAX_TYPED} are read; ${expected}.`,
    );
  }
  if (withoutInvisible(text) === '') throw new Unreadable(`Nothing was typed; ${expected}.`);
  return text;
}

/** The list that a typed text or a JSON value is, or null. Throws Unreadable if it is too long. */
export function asList(input: unknown, expected: string): unknown[] | null {
  const value = typeof input === 'string' ? parsed(input) : input;
  if (!Array.isArray(value)) return null;
  if (value.length > MAX_ITEMS) {
    throw new Unreadable(`The list has ${value.length} entries; ${expected}.`);
  }
  return value;
}

/** The value of a typed text that is a JSON list or object, or null, also if it is too long. */
export function parsed(text: string): unknown {
  if (text.length > MAX_TYPED || !/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
