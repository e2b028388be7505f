import { type Understood, Unreadable } from './answer.ts';
import { insideBrackets, unprinted } from './lists.ts';
import { asciiMaths } from './symbols.ts';
import { asList, bounded, describe, quote } from './typed.ts';

const EXPECTED = 'write a shape such as (32, 128), (3,), () for a scalar, or undefined';
const UNDEFINED =
  /^(?:undefined|not defined|error|an error|invalid|impossible|not possible|mismatch|-|—)$/;
const MOST_DIMENSIONS = 32;

/**
 * Reads the shape of a tensor from text or a JSON list; null where the learner says that there is
 * none. Throws Unreadable.
 */
export function readShape(input: unknown): Understood {
  if (typeof input === 'number') return readShape(String(input));
  if (typeof input === 'string') return typedShape(bounded(input, EXPECTED));
  const list = asList(input, EXPECTED);
  if (!list) throw new Unreadable(`${describe(input)} is not a shape; ${EXPECTED}.`);
  const sizes = list.map((size) => {
    if (typeof size === 'number') return sizeOf(String(size), 'The list');
    throw new Unreadable(`${describe(size)} is not a size; ${EXPECTED}.`);
  });
  return understood(sizes, false);
}

/** As Python writes it: `(32, 128)`, `(3,)`, `()`; `undefined` for null. */
export function formatShape(shape: readonly number[] | null): string {
  if (!shape) return 'undefined';
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

function typedShape(typed: string): Understood {
  const ascii = asciiMaths(typed).toLowerCase();
  if (UNDEFINED.test(ascii.replace(/\.$/, ''))) return understood(null, ascii !== 'undefined');
  if (ascii === 'scalar') return understood([], true);
  const text = unprinted(ascii);
  const inside = insideBrackets(text);
  const listed = inside ?? text;
  const times = /[x*]/.test(listed);
  if (times && /[,;]/.test(listed)) throw unclear(typed);
  const parts = sizesIn(listed, times);
  if (parts.length === 0 && inside === null) throw unclear(typed);
  const bare = parts.length === 1 && !listed.endsWith(',');
  const sizes = parts.map((part) => sizeOf(part, quote(typed)));
  return understood(sizes, bare || times || text !== typed.trim());
}

function sizesIn(text: string, times: boolean): string[] {
  if (text === '') return [];
  if (times) return text.split(/[x*]/).map((part) => part.trim());
  if (!text.includes(',')) return text.split(/\s+/);
  const parts = text.split(',').map((part) => part.trim());
  return parts.length > 1 && parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

function sizeOf(text: string, found: string): number {
  const size = /^\d+(?:_\d{3})*$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  if (Number.isSafeInteger(size)) return size;
  const what = text === '' ? 'an empty place' : `${quote(text)}, not a whole number from 0`;
  throw new Unreadable(`${found} holds ${what}; ${EXPECTED}.`);
}

function unclear(typed: string): Unreadable {
  return new Unreadable(`${quote(typed)} cannot be read as a shape; ${EXPECTED}.`);
}

function understood(shape: number[] | null, unusual: boolean): Understood {
  if (shape && shape.length > MOST_DIMENSIONS) {
    throw new Unreadable(`${shape.length} dimensions are too many; ${EXPECTED}.`);
  }
  return { answer: { kind: 'shape', shape }, shown: formatShape(shape), unusual };
}
