import { addDays, type Day, daysBetween } from '../day.ts';
import type { EventOf } from '../event/event.ts';
import { type Grade, type Memory, nextInterval, nextMemory, retrievability } from './fsrs.ts';
import type { Schedule } from './schedule.ts';

/** What the log says of one question. */
export interface QuestionState {
  topic: string;
  /** The ref of the concept it asked about when last answered. */
  concept: string;
  /** Answers in all. */
  answers: number;
  /** Answers that counted: the first of each study day. */
  reviews: number;
  /** Answers that were right. */
  right: number;
  /** Reviews that were wrong after one that was right. */
  lapses: number;
  memory: Memory | null;
  /** The study day of the latest review. */
  reviewed: Day | null;
  /** Whether the latest review was right; null before the first. */
  correct: boolean | null;
  /** Milliseconds that right reviews took, as a running mean; null before the first. */
  pace: number | null;
}

export const NEW_QUESTION: QuestionState = {
  topic: '',
  concept: '',
  answers: 0,
  right: 0,
  reviews: 0,
  lapses: 0,
  memory: null,
  reviewed: null,
  correct: null,
  pace: null,
};

/** Nobody thinks longer over one question, in milliseconds; the rest is a break. */
export const LONGEST_MS = 5 * 60_000;
/** Weight of the latest answer in the running mean of times. */
const PACE_WEIGHT = 0.3;

/**
 * The state after an answer. Only the first answer of a study day counts: what comes again at the end
 * of a session was seen minutes before. So does no answer of an earlier day than the latest review,
 * as another machine may bring.
 */
export function foldQuestion(state: QuestionState, event: EventOf<'answered'>): QuestionState {
  const { topic, concept, correct, grade, ms } = event.body;
  const answers = state.answers + 1;
  const right = state.right + (correct ? 1 : 0);
  if (state.reviewed !== null && event.day <= state.reviewed) return { ...state, answers, right };
  const elapsed = state.reviewed === null ? 0 : daysBetween(state.reviewed, event.day);
  return {
    topic,
    concept,
    answers,
    reviews: state.reviews + 1,
    right,
    lapses: state.lapses + (!correct && state.correct === true ? 1 : 0),
    memory: nextMemory(state.memory, grade, elapsed),
    reviewed: event.day,
    correct,
    pace: correct ? meanTime(state.pace, Math.min(ms, LONGEST_MS)) : state.pace,
  };
}

function meanTime(pace: number | null, ms: number): number {
  return pace === null ? ms : pace + PACE_WEIGHT * (ms - pace);
}

/**
 * The predicted recall on a day, 0 to 1; null for a question never answered. On the day of the review
 * it is that of the next day: what one recalls minutes later tells nothing.
 */
export function recallOn(
  state: Pick<QuestionState, 'memory' | 'reviewed'>,
  day: Day,
): number | null {
  if (state.memory === null || state.reviewed === null) return null;
  return retrievability(state.memory, Math.max(1, daysBetween(state.reviewed, day)));
}

/** The day on which it is to be asked again. Throws TypeError for a question never answered. */
export function dueDay(state: QuestionState, ref: string, schedule: Schedule): Day {
  if (state.memory === null || state.reviewed === null) throw new TypeError(`${ref} has no memory`);
  return addDays(state.reviewed, nextInterval(state.memory, schedule, ref, state.reviews));
}

/** How an answer came about. */
export interface Outcome {
  correct: boolean;
  hints: number;
  ms: number;
  /** The chance of being right by guessing, 0 to 1. */
  guess: number;
  /** The learner's own rating of an open answer, 1 to 4; null for what the program judges. */
  rating: number | null;
}

/** A right answer this much faster than usual shows that it comes by itself. */
const QUICK = 0.6;
/** Reviews that make a history of times. */
const HISTORY = 2;
/** From this chance on, one right answer may be a guess. */
const GUESSABLE = 0.2;

/**
 * What memory makes of an answer: 1 wrong, 2 right with hints, 3 right, 4 right and quick for its own
 * history. Where one could guess, being right counts in full only after being right before, and
 * speed says nothing.
 */
export function gradeOf(before: QuestionState, outcome: Outcome): Grade {
  if (!outcome.correct) return 1;
  if (outcome.rating === 4) return outcome.hints > 0 ? 2 : 4;
  if (outcome.hints > 0) return 2;
  if (outcome.guess >= GUESSABLE) return before.correct === true ? 3 : 2;
  const isQuick =
    before.correct === true &&
    before.reviews >= HISTORY &&
    before.pace !== null &&
    outcome.rating === null;
  return isQuick && outcome.ms > 0 && outcome.ms <= QUICK * (before.pace ?? 0) ? 4 : 3;
}
