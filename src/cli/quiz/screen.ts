import type { Answer } from '../../domain/quiz/grade/answer.ts';
import type { Asked } from '../../domain/quiz/pick.ts';
import { type Controls, controlsOf } from './controls.ts';
import { EMPTY_LINE, type Line } from './line.ts';
import type { Graded } from './run.ts';

/** One question on the screen, with what was typed so far. */
export interface Screen {
  asked: Asked;
  exam: boolean;
  controls: Controls;
  stage: Stage;
  line: Line;
  /** Rows of a matrix that are finished. */
  rows: readonly string[];
  /** Letters marked among the options of a `several` question, in their order. */
  marked: readonly string[];
  /** An answer that another Enter counts. */
  pending: Given | null;
  /** What is said below the answer: why something could not be done, or how it was read. */
  message: string | null;
  /** Whether a slash was typed where single keys answer, so that a letter is a command. */
  slash: boolean;
  /** Whether it tells why this question is asked. */
  why: boolean;
}

export type Stage =
  | { kind: 'answer' }
  /** The model answer of an open question is shown; the learner rates their own. */
  | { kind: 'rate' }
  | { kind: 'graded'; shown: string; graded: Graded; worked: boolean };

/** An answer, null for "do not know", and how it is shown. */
export interface Given {
  answer: Answer | null;
  shown: string;
}

/** The screen of a question, nothing typed yet. */
export function openScreen(asked: Asked, exam: boolean): Screen {
  return {
    asked: { ...asked, hints: [...asked.hints] },
    exam,
    controls: controlsOf(asked.question),
    stage: { kind: 'answer' },
    line: EMPTY_LINE,
    rows: [],
    marked: [],
    pending: null,
    message: null,
    slash: false,
    why: false,
  };
}

/** The screen after the hint that was asked for; null where there was none. */
export function withHint(screen: Screen, hint: string | null): Screen {
  if (hint === null) return { ...screen, message: 'There is no further hint.' };
  const { asked } = screen;
  return { ...screen, asked: { ...asked, hints: [...asked.hints, hint] }, message: null };
}

/** The screen after its answer was judged. */
export function withVerdict(screen: Screen, shown: string, graded: Graded): Screen {
  return {
    ...screen,
    stage: { kind: 'graded', shown, graded, worked: false },
    pending: null,
    message: null,
    why: false,
  };
}

/** Whether there is a worked solution that was not shown as a hint. */
export function hasWorking({ asked }: Screen): boolean {
  return asked.hints.length < asked.question.hints.length;
}
