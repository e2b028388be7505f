import type { Day } from '../../domain/day.ts';
import type { Answer, Reading } from '../../domain/quiz/grade/answer.ts';
import type { Asked } from '../../domain/quiz/pick.ts';

/** What is said after an answer. Its event is on disk by then. */
export interface Graded {
  /** The question's ref. */
  ref: string;
  correct: boolean;
  /** 1 for right without hints, less with them, 0 for wrong. */
  credit: number;
  expected: string;
  feedback: string | null;
  /** The accepted form that a misspelt term was near to. */
  near: string | null;
  explain: string;
  /** Where to read more. */
  more: { title: string; portion: string | null; url: string | null } | null;
  event: string;
  /** The day on which it returns. */
  due: Day;
  /** Whether it comes back in this session. */
  again: boolean;
}

export interface Summary {
  answered: number;
  /** Right at the first try of this session, with or without hints. */
  correct: number;
  skipped: number;
  /** Minutes spent on answers. */
  minutes: number;
  /** Names of concepts answered right throughout. */
  strong: string[];
  /** Concepts missed, with what is behind it where it can be told. */
  shaky: {
    concept: string;
    name: string;
    times: number;
    root: { topic: string; title: string } | null;
  }[];
  /** Topics that this session completed. */
  passed: { topic: string; title: string }[];
  due: { tomorrow: number; week: number };
  /** Verdicts held back by an exam, in the order answered. */
  verdicts: { asked: Asked; given: string | null; graded: Graded }[];
}

/** One session of questions: the only way by which answers come into the log. */
export interface QuizRun {
  readonly id: string;
  readonly exam: boolean;
  /** The question that stands; null when none is left. */
  current(): Asked | null;
  /** Loads what judging needs; to be awaited once, best after the first question is shown. */
  load(): Promise<void>;
  /** Reads an answer to the question that stands; nothing is counted. */
  read(input: unknown): Reading;
  /**
   * Stores an answer (null for "do not know"), then judges it and goes on to the next question. It
   * took `seconds`, or the time since the question was first looked at.
   */
  answer(answer: Answer | null, seconds?: number): Graded;
  /** The next hint of the question that stands; null when there is none left. */
  hint(): string | null;
  /** Passes the question over; it is not counted and comes back another day. */
  skip(): void;
  /** Ends the session. What was answered stays. */
  finish(): Summary;
}
