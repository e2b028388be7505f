import type { Question } from './question.ts';

/** The chance of being right by guessing, 0 to 1. */
export function guessChance(question: Question): number {
  switch (question.kind) {
    case 'choice':
      return 1 / question.options.length;
    case 'truefalse':
      return 1 / 2;
    case 'several':
      return 1 / 2 ** question.options.length;
    default:
      return 0;
  }
}

/** What a right answer is worth after so many hints: 1 without, and a quarter at the least. */
export function creditFor(correct: boolean, hints: number): number {
  return correct ? Math.max(0.25, 1 - 0.25 * hints) : 0;
}
