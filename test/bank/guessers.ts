import type { ChoiceQuestion, Option } from '../../src/domain/quiz/question.ts';

/** The options that a way of guessing holds equally likely. */
export type Guesser = (question: ChoiceQuestion) => readonly Option[];

/** Ways to pass a test without knowing its subject. */
export const GUESSERS: Readonly<Record<string, Guesser>> = {
  longest: highest((text) => text.length),
  shortest: highest((text) => -text.length),
  first: ({ options }) => options.slice(0, 1),
  middle: ({ options }) => options.slice(Math.floor(options.length / 2)).slice(0, 1),
  'nearest to the words of the prompt': highest(sharedWords),
  'most hedged': highest(hedges),
  'least hedged': highest((text) => -hedges(text)),
};

/** The shares of questions that a guesser and chance get right, on average. */
export function play(guess: Guesser, on: readonly ChoiceQuestion[]) {
  const mean = (of: (question: ChoiceQuestion) => number) =>
    on.reduce((total, question) => total + of(question), 0) / on.length;
  return {
    right: mean((question) => {
      const guessed = guess(question);
      return guessed.some(({ id }) => id === question.answer) ? 1 / guessed.length : 0;
    }),
    chance: mean((question) => 1 / question.options.length),
  };
}

function highest(score: (text: string, prompt: string) => number): Guesser {
  return ({ options, prompt }) => {
    const scores = options.map(({ text }) => score(text, prompt));
    return options.filter((_, i) => scores[i] === Math.max(...scores));
  };
}

function sharedWords(text: string, prompt: string): number {
  const asked = new Set(wordsOf(prompt));
  return new Set(wordsOf(text).filter((word) => asked.has(word))).size;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

const HEDGE_WORDS = [
  ...['may', 'might', 'can', 'could', 'often', 'usually', 'typically', 'generally', 'sometimes'],
  ...['mostly', 'likely', 'tends?', 'about', 'roughly', 'approximately', 'some', 'most', 'many'],
  ...['unless', 'if'],
];
const HEDGES = new RegExp(`\\b(?:${HEDGE_WORDS.join('|')})\\b`, 'gi');

function hedges(text: string): number {
  return text.match(HEDGES)?.length ?? 0;
}
