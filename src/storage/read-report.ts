import type { Day } from '../domain/day.ts';
import type { Event } from '../domain/event/event.ts';
import type { Facet } from '../domain/memory/tally.ts';
import type { Counts, DayCounts } from '../domain/report/input.ts';
import type { Period } from '../domain/report/period.ts';
import type { AnswerRow } from '../domain/report/report.ts';
import type { Recalled } from '../domain/report/stats.ts';
import { isAnswer } from './questions.ts';
import { type EventRow, toEvent } from './rows.ts';
import { STANDING } from './standing.ts';
import type { Store } from './store.ts';

/** Events of a path that stand but for answers, in order, from a study day on. */
export function readWork(store: Store, path: string, from: Day = ''): Event[] {
  const rows = store.db
    .prepare(
      // The kind is named as in the index, so that SQLite takes it.
      `SELECT * FROM event WHERE path = ? AND kind <> 'answered' AND day >= ?
         AND kind NOT IN ('quiz-started', 'undone', 'redone') AND ${STANDING} ORDER BY id`,
    )
    .all(path, from) as EventRow[];
  return rows.map(toEvent);
}

/** The sums of tallies over a period, by facet and key, by present ref. */
export function readCounts(
  store: Store,
  path: string,
  period: Pick<Period, 'from' | 'to'>,
  current: (ref: string) => string,
): Map<Facet, Map<string, Counts>> {
  const rows = store.db
    .prepare(
      `SELECT facet, key, sum(answers), sum(reviews), sum(right), sum(predicted), sum(loss)
       FROM tally WHERE path = ? AND facet IN ('topic', 'kind', 'difficulty', 'recall')
         AND day BETWEEN ? AND ? GROUP BY facet, key ORDER BY facet, key`,
    )
    .raw()
    .all(path, period.from, period.to) as [Facet, string, number, number, number, number, number][];
  const facets = new Map<Facet, Map<string, Counts>>();
  for (const [facet, logged, answers, reviews, right, predicted, loss] of rows) {
    const counts = facets.get(facet) ?? new Map<string, Counts>();
    facets.set(facet, counts);
    const key = facet === 'topic' ? current(logged) : logged;
    const other = counts.get(key);
    counts.set(key, {
      answers: answers + (other?.answers ?? 0),
      reviews: reviews + (other?.reviews ?? 0),
      right: right + (other?.right ?? 0),
      predicted: predicted + (other?.predicted ?? 0),
      loss: loss + (other?.loss ?? 0),
    });
  }
  return facets;
}

/** Answers by study day, in order. */
export function readAnswerDays(
  store: Store,
  path: string,
  period: Pick<Period, 'from' | 'to'>,
): DayCounts[] {
  return store.db
    .prepare(
      `SELECT day, sum(answers) AS answers, sum(reviews) AS reviews, sum(right) AS right
       FROM tally WHERE path = ? AND facet = 'topic' AND day BETWEEN ? AND ?
       GROUP BY day ORDER BY day`,
    )
    .all(path, period.from, period.to) as DayCounts[];
}

/** The day on which each concept was first answered right, by present ref. */
export function readProofs(
  store: Store,
  path: string,
  current: (ref: string) => string,
): Map<string, Day> {
  const rows = store.db
    .prepare("SELECT key, min(day) FROM tally WHERE path = ? AND facet = 'proof' GROUP BY key")
    .raw()
    .all(path) as [string, Day][];
  const proofs = new Map<string, Day>();
  for (const [logged, day] of rows) {
    const concept = current(logged);
    const other = proofs.get(concept);
    if (other === undefined || day < other) proofs.set(concept, day);
  }
  return proofs;
}

/** What predicts recall and the next review of every question answered, by present ref. */
export function readRecalled(
  store: Store,
  path: string,
  current: (ref: string) => string,
): Map<string, Recalled> {
  const rows = store.db
    .prepare(
      'SELECT ref, topic, concept, stability, difficulty, reviewed, due FROM question WHERE path = ?',
    )
    .raw()
    .all(path) as [string, string, string, number, number, Day, Day][];
  const recalled = new Map<string, Recalled>();
  for (const [logged, topic, concept, stability, difficulty, reviewed, due] of rows) {
    const ref = current(logged);
    const other = recalled.get(ref);
    if (other && (other.reviewed ?? '') >= reviewed) continue;
    const memory = { stability, difficulty };
    recalled.set(ref, { topic: current(topic), concept: current(concept), memory, reviewed, due });
  }
  return recalled;
}

/** The first study day with anything on it; null for an empty history. */
export function readFirstDay(store: Store, path: string): Day | null {
  const [studied, answered] = [
    'SELECT min(day) FROM study_day WHERE path = ?',
    "SELECT min(day) FROM tally WHERE path = ? AND facet = 'topic'",
  ].map((sql) => store.db.prepare(sql).pluck().get(path) as Day | null);
  return [studied, answered].filter((day) => day != null).sort()[0] ?? null;
}

/** Each answer of a period that stands, in order. */
export function readAnswers(
  store: Store,
  path: string,
  period: Pick<Period, 'from' | 'to'>,
  current: (ref: string) => string,
): AnswerRow[] {
  const rows = store.db
    .prepare(
      `SELECT * FROM event WHERE path = ? AND kind = 'answered' AND day BETWEEN ? AND ?
         AND ${STANDING} ORDER BY id`,
    )
    .iterate(path, period.from, period.to) as IterableIterator<EventRow>;
  const answers: AnswerRow[] = [];
  for (const row of rows) {
    const event = toEvent(row);
    if (!isAnswer(event)) continue;
    const { day, at, body } = event;
    answers.push({
      day,
      at,
      ref: current(event.ref ?? ''),
      topic: current(body.topic),
      concept: current(body.concept),
      kind: body.kind ?? null,
      difficulty: body.difficulty ?? null,
      correct: body.correct,
      credit: body.credit,
      hints: body.hints,
      seconds: Math.round(body.ms / 1000),
    });
  }
  return answers;
}
