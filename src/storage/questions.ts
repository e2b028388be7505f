import type { Day } from '../domain/day.ts';
import type { Event, EventOf } from '../domain/event/event.ts';
import {
  dueDay,
  foldQuestion,
  NEW_QUESTION,
  type QuestionState,
} from '../domain/memory/question.ts';
import { tallyAnswer, tallyAnswers } from '../domain/memory/tally.ts';
import { type EventRow, toEvent } from './rows.ts';
import type { Store } from './store.ts';
import { addTallies } from './tallies.ts';

/** The rows of answered questions: a fold over their answers, with the day on which each returns. */
export interface QuestionRow {
  ref: string;
  topic: string;
  concept: string;
  answers: number;
  right: number;
  reviews: number;
  lapses: number;
  stability: number;
  difficulty: number;
  reviewed: Day;
  correct: number;
  pace: number | null;
  due: Day;
}

export function toQuestion(row: QuestionRow): QuestionState {
  const { stability, difficulty } = row;
  return {
    topic: row.topic,
    concept: row.concept,
    answers: row.answers,
    right: row.right,
    reviews: row.reviews,
    lapses: row.lapses,
    memory: { stability, difficulty },
    reviewed: row.reviewed,
    correct: row.correct === 1,
    pace: row.pace,
  };
}

/** Adds an answer to its question's row. */
export function addAnswer(store: Store, event: EventOf<'answered'>): void {
  const { path, ref } = event;
  if (ref === null) return;
  const before = readQuestion(store, path, ref);
  const after = foldQuestion(before, event);
  saveQuestion(store, path, ref, after);
  addTallies(store.db, path, tallyAnswer(before, after, event), 1);
}

/** The state of one question, by the ref it is logged under. */
export function readQuestion(store: Store, path: string, ref: string): QuestionState {
  const row = store.db.prepare('SELECT * FROM question WHERE path = ? AND ref = ?').get(path, ref);
  return row ? toQuestion(row as QuestionRow) : NEW_QUESTION;
}

/** Folds a question's standing answers anew, after some were `taken` back and others `brought` in. */
export function refoldQuestion(
  store: Store,
  path: string,
  ref: string,
  taken: readonly EventOf<'answered'>[],
  brought: readonly EventOf<'answered'>[],
): void {
  const rows = store.db
    .prepare(
      `SELECT * FROM event WHERE path = ? AND ref = ? AND kind = 'answered'
         AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(path, ref) as EventRow[];
  const events = rows.map(toEvent).filter(isAnswer);
  addTallies(store.db, path, tallyAnswers(standingBefore(events, taken, brought)), -1);
  addTallies(store.db, path, tallyAnswers(events), 1);
  if (events.length === 0) {
    store.db.prepare('DELETE FROM question WHERE path = ? AND ref = ?').run(path, ref);
    return;
  }
  saveQuestion(store, path, ref, events.reduce(foldQuestion, NEW_QUESTION));
}

function standingBefore(
  now: readonly EventOf<'answered'>[],
  taken: readonly EventOf<'answered'>[],
  brought: readonly EventOf<'answered'>[],
): EventOf<'answered'>[] {
  const ids = new Set(brought.map(({ id }) => id));
  const before = [...now.filter(({ id }) => !ids.has(id)), ...taken];
  return before.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function isAnswer(event: Event): event is EventOf<'answered'> {
  return event.kind === 'answered';
}

export function saveQuestion(store: Store, path: string, ref: string, state: QuestionState): void {
  store.db
    .prepare(
      `INSERT OR REPLACE INTO question (path, ref, topic, concept, answers, right, reviews, lapses,
         stability, difficulty, reviewed, correct, pace, due)
       VALUES (@path, @ref, @topic, @concept, @answers, @right, @reviews, @lapses,
         @stability, @difficulty, @reviewed, @correct, @pace, @due)`,
    )
    .run({
      path,
      ref,
      topic: state.topic,
      concept: state.concept,
      answers: state.answers,
      right: state.right,
      reviews: state.reviews,
      lapses: state.lapses,
      stability: state.memory?.stability,
      difficulty: state.memory?.difficulty,
      reviewed: state.reviewed,
      correct: Number(state.correct),
      pace: state.pace,
      due: dueDay(state, ref, store.schedule),
    });
}
