import { type Understood, Unreadable } from './answer.ts';
import { cut, entries, insideBrackets, unprinted } from './lists.ts';
import { formatNumber, readNumeral } from './numbers.ts';
import { asciiMaths } from './symbols.ts';
import { asList, bounded, describe, parsed, quote } from './typed.ts';

const VECTOR = 'write a vector such as [1, 2] or 1 2';
const MATRIX = 'write the rows of a matrix such as [[1, 2], [3, 4]] or 1 2; 3 4';
const RULES = { unit: null, percent: false, separators: false };

interface Row {
  values: number[];
  unusual: boolean;
}

/** Reads a vector from text or a JSON list of numbers. Throws Unreadable. */
export function readVector(input: unknown): Understood {
  const given = withQuotes(input, VECTOR);
  const { values, unusual } =
    typeof given === 'string' ? typedVector(given) : listedRow(given, VECTOR);
  return { answer: { kind: 'vector', entries: values }, shown: formatVector(values), unusual };
}

/**
 * Reads a matrix from text or a JSON list of rows; rows of unequal length are refused. Throws
 * Unreadable.
 */
export function readMatrix(input: unknown): Understood {
  const given = withQuotes(input, MATRIX);
  const read = typeof given === 'string' ? typedMatrix(given) : listedRows(given);
  const rows = read.map((row) => row.values);
  const width = rows[0]?.length;
  const ragged = rows.find((row) => row.length !== width);
  if (ragged) {
    throw new Unreadable(
      `One row has ${counted(width ?? 0)} and another ${ragged.length}; ${MATRIX}.`,
    );
  }
  const unusual = read.some((row) => row.unusual);
  return { answer: { kind: 'matrix', rows }, shown: formatMatrix(rows), unusual };
}

export function formatVector(values: readonly number[]): string {
  return `[${values.map(formatNumber).join(', ')}]`;
}

export function formatMatrix(rows: readonly (readonly number[])[]): string {
  return `[${rows.map(formatVector).join(', ')}]`;
}

/** A typed list of quoted entries is JSON; any other text is read as it stands. */
function withQuotes(input: unknown, expected: string): unknown {
  if (typeof input !== 'string') return input;
  const typed = bounded(input, expected);
  return typed.includes('"') ? (parsed(typed) ?? typed) : typed;
}

function typedVector(typed: string): Row {
  const text = unprinted(asciiMaths(typed));
  const inside = insideBrackets(text);
  const parts = inParts(() => entries(inside ?? text), typed, VECTOR);
  if (parts.length < 2 && inside === null) {
    throw new Unreadable(`${quote(typed)} is one number and no vector; ${VECTOR}.`);
  }
  return rowOf(parts, typed, VECTOR, text !== typed.trim());
}

function typedMatrix(typed: string): Row[] {
  const text = unprinted(asciiMaths(typed));
  const inside = insideBrackets(text);
  const unusual = text !== typed.trim();
  return inParts(
    () => {
      const nested = bracketed(inside ?? text);
      if (nested) return nested.map((row) => rowOf(entries(row), typed, MATRIX, unusual));
      const rows = cut((inside ?? text).replace(/;\s*\n/g, ';').replace(/;\s*$/, ''), /[;\n]/);
      if (rows.length < 2) throw new Unreadable('it is one row without brackets of its own');
      return rows.map((row) => rowOf(entries(row), typed, MATRIX, unusual));
    },
    typed,
    MATRIX,
  );
}

/** The insides of a sequence of bracketed rows, or null if the text is not one. */
function bracketed(text: string): string[] | null {
  if (!/^[[({]/.test(text)) return null;
  const parts = cut(text, /[,;\s]/).filter((part) => part !== '');
  const rows = parts.map(insideBrackets);
  return rows.every((row) => row !== null) ? rows : null;
}

function rowOf(parts: readonly string[], typed: string, expected: string, rewritten: boolean): Row {
  if (parts.length === 0 || parts.includes('')) {
    throw new Unreadable(`${quote(typed)} has an empty place; ${expected}.`);
  }
  if (parts.some((part) => /[\w.)]\s+[-+]\S/.test(part))) {
    throw new Unreadable(`${quote(typed)} separates in two ways; ${expected}.`);
  }
  const numerals = parts.map((part) => readNumeral(part, RULES));
  const unusual = rewritten || numerals.some((numeral) => numeral.unusual);
  return { values: numerals.map((numeral) => numeral.value), unusual };
}

function listedRows(input: unknown): Row[] {
  const list = asList(input, MATRIX);
  if (!list?.length) throw new Unreadable(`${describe(input)} is no matrix here; ${MATRIX}.`);
  return list.map((row) => listedRow(row, MATRIX));
}

function listedRow(input: unknown, expected: string): Row {
  const list = typeof input === 'string' ? null : asList(input, expected);
  if (!list?.length) {
    throw new Unreadable(`${describe(input)} is not what is expected; ${expected}.`);
  }
  const numerals = list.map((entry) => {
    if (typeof entry !== 'number' && typeof entry !== 'string') {
      throw new Unreadable(`${describe(entry)} is not a number inside a list; ${expected}.`);
    }
    return readNumeral(bounded(String(entry), expected), RULES);
  });
  const unusual = numerals.some((numeral) => numeral.unusual);
  return { values: numerals.map((numeral) => numeral.value), unusual };
}

/** Puts a reason that a part gave into a sentence about the whole. */
function inParts<T>(read: () => T, typed: string, expected: string): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable) || error.message.endsWith('.')) throw error;
    throw new Unreadable(`${quote(typed)} cannot be read (${error.message}); ${expected}.`);
  }
}

function counted(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}
