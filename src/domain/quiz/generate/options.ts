import type { Option } from '../question.ts';
import type { OptionTemplate } from '../template.ts';
import { type Attempt, Discarded, type Place } from './attempt.ts';
import { shuffled } from './draws.ts';

/**
 * Options in the order shown, with the ids of the right ones in that order. Throws Discarded when
 * two show the same.
 */
export function drawOptions(
  right: readonly OptionTemplate[],
  wrong: readonly OptionTemplate[],
  attempt: Attempt,
): { options: Option[]; right: string[] } {
  const several = right.length > 1;
  const filled = [
    ...right.map((option, i) => ({
      text: attempt.text(option.text, several ? ['answer', i] : ['answer']),
      feedback: null,
      place: several ? ['answer', i] : ['answer'],
    })),
    ...wrong.map(({ text, feedback }, i) => ({
      text: attempt.text(text, ['wrong', i, 'text']),
      feedback: attempt.text(feedback ?? '', ['wrong', i, 'feedback']),
      place: ['wrong', i, 'text'],
    })),
  ];
  checkApart(filled);
  const options = shuffled(filled, attempt.random).map(
    ({ text, feedback }, i): Option => ({ id: letter(i), text, feedback }),
  );
  const ids = options.filter((option) => option.feedback === null).map((option) => option.id);
  return { options, right: ids };
}

/** Throws Discarded when two of them show the same, or numbers of the same size. */
export function checkApart(shown: readonly { text: string; place: Place }[]): void {
  const seen = new Set<string>();
  for (const { text, place } of shown) {
    const same = sameness(text);
    if (seen.has(same)) throw new Discarded(place, 'shows the same as another');
    seen.add(same);
  }
}

/** `a` for 0, `b` for 1, … */
export function letter(place: number): string {
  return String.fromCharCode(97 + place);
}

function sameness(text: string): string {
  const bare = text.replace(/\s+/g, ' ').trim();
  const number = bare.replace(/^\$(.*)\$$/, '$1');
  return /^-?\d+(?:\.\d+)?$/.test(number) ? String(Number(number) + 0) : bare;
}
