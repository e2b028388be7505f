import type { ClozeQuestion } from '../question.ts';
import { type Understood, Unreadable } from './answer.ts';
import { asList, bounded, describe, quote, withoutInvisible } from './typed.ts';

const WORD = 'answer with a word or a few, such as gradient';

/** Reads a term. Throws Unreadable. */
export function readText(input: unknown): Understood {
  const text = withoutInvisible(termOf(input, WORD));
  return { answer: { kind: 'text', text }, shown: text, unusual: false };
}

/**
 * Reads one text for each blank: a JSON list, or lines, or parts between `|` or `;`. Another number
 * of them, or an empty one, is refused. Throws Unreadable.
 */
export function readCloze(question: ClozeQuestion, input: unknown): Understood {
  const count = question.answer.length;
  const example = Array.from({ length: count }, (_, i) => `word${i + 1}`).join('; ');
  const expected =
    count === 1
      ? 'fill the one blank, such as with gradient'
      : `fill the ${count} blanks in order, such as ${example}`;
  const blanks = parts(input, expected).map(withoutInvisible);
  if (blanks.length !== count) {
    const found = typeof input === 'string' ? quote(input) : 'The list';
    const filled = blanks.length === 1 ? '1 blank' : `${blanks.length} blanks`;
    throw new Unreadable(`${found} fills ${filled}; ${expected}.`);
  }
  const empty = blanks.indexOf('') + 1;
  if (empty > 0) throw new Unreadable(`Blank ${empty} is empty; ${expected}.`);
  return { answer: { kind: 'cloze', blanks }, shown: blanks.join('; '), unusual: false };
}

function parts(input: unknown, expected: string): string[] {
  const list =
    typeof input === 'string'
      ? asList(bounded(input, expected), expected)
      : asList(input, expected);
  if (typeof input === 'number') return [String(input)];
  if (list) {
    return list.map((entry) => termOf(entry, expected));
  }
  if (typeof input !== 'string')
    throw new Unreadable(`${describe(input)} is not a list; ${expected}.`);
  const separator = ['\n', '|', ';'].find((mark) => input.trim().includes(mark));
  return separator ? input.trim().split(separator) : [input];
}

function termOf(input: unknown, expected: string): string {
  if (typeof input === 'string') return bounded(input, expected);
  if (typeof input === 'number') return String(input);
  throw new Unreadable(`${describe(input)} is not a text; ${expected}.`);
}
