import type { Day } from '../domain/day.ts';
import type { EventOf } from '../domain/event/event.ts';
import type { Memory } from '../domain/memory/fsrs.ts';
import type { AskedBefore, Remembered, Scheduled } from '../domain/quiz/choose.ts';
import { isAnswer, type QuestionRow, toQuestion } from './questions.ts';
import { type EventRow, toEvent } from './rows.ts';
import type { Store } from './store.ts';

/** What the log says of every question answered, by present ref. */
export function readQuestions(
  store: Store,
  path: string,
  current: (ref: string) => string,
): Map<string, Remembered> {
  const rows = store.db.prepare('SELECT * FROM question WHERE path = ?').all(path) as QuestionRow[];
  const questions = new Map<string, Remembered>();
  for (const row of rows) {
    const ref = current(row.ref);
    const other = questions.get(ref);
    const state = {
      ...toQuestion(row),
      topic: current(row.topic),
      concept: current(row.concept),
      due: row.due,
    };
    // Of two names of one question, the one asked last knows best.
    if (!other || (other.reviewed ?? '') < row.reviewed) questions.set(ref, state);
  }
  return questions;
}

/** The questions answered, for choosing among them: read as far as it needs them. */
export function readAskedBefore(
  store: Store,
  path: string,
  current: (ref: string) => string,
): AskedBefore {
  // As one text: to bring a row over from the database costs more than all else about it.
  const text = store.db
    .prepare("SELECT group_concat(ref, ' ') FROM question WHERE path = ?")
    .pluck()
    .get(path) as string | null;
  const logged = text === null ? [] : text.split(' ');
  const refs = new Set(logged.map(current));
  let known: Map<string, Scheduled> | undefined;
  const all = () => {
    known ??= readSchedule(store, path, current);
    return known;
  };
  // Of two names of one question, only one tells whether it is due.
  const isRenamed = logged.some((ref) => current(ref) !== ref);
  const due = isRenamed
    ? new Map([...all()].filter(([, state]) => state.due <= store.today))
    : readSchedule(store, path, current, store.today);
  return { has: (ref) => refs.has(ref), due, all };
}

/** When every question answered returns, or those that do by a day, by present ref. */
export function readSchedule(
  store: Store,
  path: string,
  current: (ref: string) => string,
  by?: Day,
): Map<string, Scheduled> {
  const sql =
    'SELECT ref AS logged, reviewed, due, stability, difficulty FROM question WHERE path = ?';
  const rows = (
    by === undefined
      ? store.db.prepare(sql).all(path)
      : store.db.prepare(`${sql} AND due <= ?`).all(path, by)
  ) as (Omit<Scheduled, 'memory'> & Memory)[];
  const schedule = new Map<string, Scheduled>();
  for (const { logged, reviewed, due, stability, difficulty } of rows) {
    const ref = current(logged);
    const other = schedule.get(ref);
    if (other && other.reviewed >= reviewed) continue;
    schedule.set(ref, { memory: { stability, difficulty }, reviewed, due, logged });
  }
  return schedule;
}

/** Questions reviewed on a day that had been answered before. */
export function countReviewed(store: Store, path: string, day: Day): number {
  return store.db
    .prepare('SELECT count(*) FROM question WHERE path = ? AND reviewed = ? AND reviews > 1')
    .pluck()
    .get(path, day) as number;
}

/** The day on which a question returns, by the ref it is logged under. */
export function readDue(store: Store, path: string, ref: string): Day | null {
  const due = store.db
    .prepare('SELECT due FROM question WHERE path = ? AND ref = ?')
    .pluck()
    .get(path, ref) as Day | undefined;
  return due ?? null;
}

/** The minutes that were counted for a session, by every terminal that ended it. */
export function readQuizMinutes(store: Store, quiz: string): number {
  return store.db
    .prepare(
      // Both kinds are named as in the index, so that SQLite takes it.
      `SELECT coalesce(sum(json_extract(body, '$.minutes')), 0) FROM event
       WHERE kind IN ('quiz-started', 'quiz-ended') AND kind = 'quiz-ended'
         AND id > ? AND json_extract(body, '$.quiz') = ?`,
    )
    .pluck()
    .get(quiz, quiz) as number;
}

/** A session of questions that was not ended, with the answers given in it. */
export interface OpenQuiz {
  started: EventOf<'quiz-started'>;
  answers: EventOf<'answered'>[];
}

/** The latest session on a path, if it was not ended. */
export function readOpenQuiz(store: Store, path: string): OpenQuiz | null {
  const row = store.db
    .prepare(
      // The plus keeps SQLite from the index by path, which holds every answer.
      `SELECT * FROM event WHERE kind IN ('quiz-started', 'quiz-ended') AND +path = ?
       ORDER BY id DESC LIMIT 1`,
    )
    .get(path) as EventRow | undefined;
  const started = row && toEvent(row);
  if (started?.kind !== 'quiz-started') return null;
  const rows = store.db
    .prepare(
      `SELECT * FROM event WHERE id > ? AND kind = 'answered'
         AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(started.id) as EventRow[];
  const answers = rows.map(toEvent).filter(isAnswer);
  return { started, answers: answers.filter(({ body }) => body.quiz === started.id) };
}
