/**
 * An answer that could be read, in a form that JSON keeps. Numbers are finite and in the key's
 * unit; a formula is as typed, in the characters of a keyboard.
 */
export type Answer =
  | { kind: 'choice'; option: string }
  | { kind: 'several'; options: string[] }
  | { kind: 'truefalse'; value: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'vector'; entries: number[] }
  | { kind: 'matrix'; rows: number[][] }
  | { kind: 'shape'; shape: number[] | null }
  | { kind: 'expression'; formula: string }
  | { kind: 'order'; ids: string[] }
  | { kind: 'match'; pairs: Record<string, string> }
  | { kind: 'cloze'; blanks: string[] }
  | { kind: 'text'; text: string }
  | { kind: 'open'; rating: number };

export type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

/**
 * What was understood: `shown` in words (`1/2 = 0.5`), `unusual` if to be shown before it counts.
 */
export interface Understood {
  answer: Answer;
  shown: string;
  unusual: boolean;
}

/** `message` is one sentence: what was found, what is expected, an example. */
export type Reading = ({ ok: true } & Understood) | { ok: false; message: string };

export interface Verdict {
  correct: boolean;
  /** The right answer as one would write it; may hold TeX where an option does. */
  expected: string;
  /** What the wrong option chosen, or the slip made, tells; null if nothing is known of it. */
  feedback: string | null;
  /** The accepted form that a misspelt word was near to, for "Did you mean …?"; never counted. */
  near: string | null;
}

/** An answer that cannot be read. Its message is for the learner; `readAnswer` catches it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
