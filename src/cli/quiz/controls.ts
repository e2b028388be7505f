import type { Question } from '../../domain/quiz/question.ts';

/** What one can do with a question instead of answering it. */
export type Control = 'hint' | 'unknown' | 'skip' | 'why' | 'leave';

/** What to type for each control of one question. */
export interface Controls {
  /** Whether an answer is a line ended with Enter; else single keys answer. */
  lines: boolean;
  /** The texts that call each control, the one to be shown first. */
  keys: Readonly<Record<Control, readonly string[]>>;
}

const LETTERS: Readonly<Record<Exclude<Control, 'hint'>, string>> = {
  unknown: 'd',
  skip: 's',
  why: 'e',
  leave: 'q',
};

/**
 * The controls of a question. A letter that could answer it calls nothing: signs take its place where
 * single keys answer, `/d` and the like where lines do.
 */
export function controlsOf(question: Question): Controls {
  switch (question.kind) {
    case 'choice':
    case 'several': {
      const ids = question.options.map((option) => option.id);
      const why = ids.includes(LETTERS.why) ? ['!'] : [LETTERS.why, '!'];
      // Zero might be meant as "none of them".
      const unknown = question.kind === 'choice' ? ['0', '-'] : ['-'];
      return { lines: false, keys: { hint: ['?'], unknown, skip: ['s'], why, leave: ['q'] } };
    }
    case 'truefalse':
    case 'open':
      return {
        lines: false,
        keys: { hint: ['?'], unknown: ['d', '-'], skip: ['s'], why: ['e', '!'], leave: ['q'] },
      };
    default:
      return { lines: true, keys: lineKeys(lettersIn(question)) };
  }
}

/** What to type on a line, where some letters are answers. */
function lineKeys(answers: readonly string[]): Controls['keys'] {
  const keys = (letter: string) => [...(answers.includes(letter) ? [] : [letter]), `/${letter}`];
  return {
    hint: ['?', '/h'],
    unknown: keys(LETTERS.unknown),
    skip: keys(LETTERS.skip),
    why: keys(LETTERS.why),
    leave: keys(LETTERS.leave),
  };
}

/** The control that a key or a whole line calls. */
export function controlCalled({ keys }: Controls, typed: string): Control | null {
  const folded = typed.trim().toLowerCase();
  const called = Object.entries(keys).find(([, texts]) => texts.includes(folded));
  return (called?.[0] as Control | undefined) ?? null;
}

/** Letters of controls that a line could hold as an answer, or as a part of one sent too early. */
function lettersIn(question: Question): readonly string[] {
  switch (question.kind) {
    case 'text':
    case 'cloze':
      return Object.values(LETTERS);
    case 'order':
      return question.items.map((item) => item.id.toLowerCase());
    case 'match':
      return [...question.left, ...question.right].map((item) => item.id.toLowerCase());
    case 'expression':
      return [EULER, ...Object.keys(question.variables).map((name) => name.toLowerCase())];
    case 'number':
    case 'vector':
    case 'matrix':
      return [EULER];
    default:
      return [];
  }
}

/** A number to who computes with it. */
const EULER = 'e';
