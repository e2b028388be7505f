import type { ChoiceQuestion, SeveralQuestion } from '../question.ts';
import { type Understood, Unreadable } from './answer.ts';
import { idIn, idsIn } from './ids.ts';
import { asList, bounded, describe, quote } from './typed.ts';

const TRUE_FALSE = 'answer true or false, such as t';
const RATING = 'rate your own answer from 1 (missed it) to 4 (easily right), such as 3';
const RATINGS = [1, 2, 3, 4];

/** Reads the letter of an option: `b`, `B`, `b)`. Throws Unreadable. */
export function readChoice(question: ChoiceQuestion, input: unknown): Understood {
  const ids = question.options.map((option) => option.id);
  const expected = `answer with a letter from ${range(ids)}, such as ${ids[0]}`;
  const typed = bounded(textOf(input, expected), expected);
  const option = idIn(typed, ids);
  if (!option) throw new Unreadable(`${quote(typed)} is not one of the options; ${expected}.`);
  return { answer: { kind: 'choice', option }, shown: option, unusual: false };
}

/** Reads several letters in any order, once each, or `none`. Throws Unreadable. */
export function readSeveral(question: SeveralQuestion, input: unknown): Understood {
  const ids = question.options.map((option) => option.id);
  const example = ids.length > 1 ? `${ids[0]}, ${ids[1]}` : ids[0];
  const expected = `answer with letters from ${range(ids)}, such as ${example}, or none`;
  if (typeof input === 'string') bounded(input, expected);
  const chosen = new Set(isNone(input, expected) ? [] : idsIn(input, ids, expected));
  const options = ids.filter((id) => chosen.has(id));
  const shown = options.length > 0 ? options.join(', ') : 'none';
  return { answer: { kind: 'several', options }, shown, unusual: false };
}

/** Reads `t`, `f`, `true`, `false`, `yes`, `no`, `y`, `n` or a boolean. Throws Unreadable. */
export function readTrueFalse(input: unknown): Understood {
  const typed = bounded(textOf(input, TRUE_FALSE), TRUE_FALSE);
  const word = typed.normalize('NFKC').trim().toLowerCase().replace(/[.!]$/, '');
  const value = /^(?:t|true|y|yes)$/.test(word);
  if (!value && !/^(?:f|false|n|no)$/.test(word)) {
    throw new Unreadable(`${quote(typed)} is neither true nor false; ${TRUE_FALSE}.`);
  }
  return { answer: { kind: 'truefalse', value }, shown: String(value), unusual: false };
}

/** Reads the learner's own rating, 1 to 4. Throws Unreadable. */
export function readOpen(input: unknown): Understood {
  const typed = bounded(textOf(input, RATING), RATING).normalize('NFKC').trim();
  const rating = RATINGS.find((known) => String(known) === typed);
  if (!rating) throw new Unreadable(`${quote(typed)} is not a rating; ${RATING}.`);
  return { answer: { kind: 'open', rating }, shown: typed, unusual: false };
}

/** `a to d`, or `a or b`. */
function range(ids: readonly string[]): string {
  return ids.length > 2 ? `${ids[0]} to ${ids.at(-1)}` : ids.join(' or ');
}

function textOf(input: unknown, expected: string): string {
  const simple = ['string', 'number', 'boolean'].includes(typeof input);
  if (simple) return String(input);
  throw new Unreadable(`${describe(input)} is not an answer here; ${expected}.`);
}

function isNone(input: unknown, expected: string): boolean {
  if (asList(input, expected)?.length === 0) return true;
  return typeof input === 'string' && /^\s*none[.!]?\s*$/i.test(input);
}
