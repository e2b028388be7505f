import { addDays, type Day } from '../domain/day.ts';
import type { Enrolment, Event } from '../domain/event/event.ts';
import { foldItem, type ItemState, NEW_ITEM } from '../domain/event/fold.ts';
import { foldTarget, foldTimetable } from '../domain/plan/timetable.ts';
import type { Evidence, Review } from '../domain/progress/evidence.ts';
import type { LearnerRecord } from '../domain/progress/record.ts';
import { findClock } from './clock.ts';
import { type EventRow, type ItemRow, toEvent, toItem } from './rows.ts';
import type { Store } from './store.ts';

/**
 * What the log says of a path, from the derived tables: flat however long the log is.
 * `current` gives the present ref of one that may be old. What was renamed is folded from its own
 * events, under all its names, in the order in which they happened.
 */
export function readRecord(
  store: Store,
  path: string,
  current: (ref: string) => string = (ref) => ref,
): LearnerRecord {
  const rows = store.db.prepare('SELECT * FROM item WHERE path = ?').all(path) as ItemRow[];
  const items = new Map(rows.map((row) => [row.ref, toItem(row)]));
  const renamed = rows.map((row) => row.ref).filter((ref) => current(ref) !== ref);
  for (const ref of new Set(renamed.map(current))) {
    const names = [...renamed.filter((old) => current(old) === ref), ref];
    items.set(ref, foldNames(store, path, names));
  }
  for (const old of renamed) items.delete(old);
  const days = store.db
    .prepare('SELECT day, minutes FROM study_day WHERE path = ?')
    .raw()
    .all(path) as [Day, number][];
  const body = store.db.prepare('SELECT body FROM enrolment WHERE path = ?').pluck().get(path) as
    | string
    | undefined;
  const clock = findClock(store);
  const calendar = readCalendar(store, path);
  return {
    items,
    clock: clock && clock.path === path ? { ...clock, ref: current(clock.ref) } : clock,
    enrolment: body ? (JSON.parse(body) as Enrolment) : null,
    timetable: foldTimetable(calendar),
    target: foldTarget(calendar),
    days: new Map(days),
    evidence: readEvidence(store, path, current),
    reviews: readReviews(store, path, current),
  };
}

/** Every event that settles when the learner has time, in order. */
export function readCalendar(store: Store, path: string): Event[] {
  const rows = store.db
    .prepare(
      // The kinds are named as in the index, so that SQLite takes it.
      `SELECT * FROM event
       WHERE kind IN ('enrolled', 'hours-changed', 'days-changed', 'finish-changed') AND path = ?
         AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(path) as EventRow[];
  return rows.map(toEvent);
}

function readEvidence(store: Store, path: string, current: (ref: string) => string): Evidence {
  const rows = store.db
    .prepare(
      `SELECT concept, topic, max(right) > 0, max(reviewed) FROM question
       WHERE path = ? GROUP BY concept, topic`,
    )
    .raw()
    .all(path) as [string, string, number, Day][];
  const proven = new Set<string>();
  const lastDays = new Map<string, Day>();
  for (const [concept, topic, isProven, reviewed] of rows) {
    if (isProven === 1) proven.add(current(concept));
    const id = current(topic);
    const last = lastDays.get(id);
    if (last === undefined || reviewed > last) lastDays.set(id, reviewed);
  }
  return { proven, lastDays };
}

const REVIEW_DAYS = 7;

/** Questions due within a week, the first due first. */
function readReviews(store: Store, path: string, current: (ref: string) => string): Review[] {
  // One row a day: thousands may be due, and each row costs more than all else about it.
  const rows = store.db
    .prepare(
      `SELECT due, group_concat(ref, ' ' ORDER BY ref) FROM question
       WHERE path = ? AND due <= ? GROUP BY due ORDER BY due`,
    )
    .raw()
    .all(path, addDays(store.today, REVIEW_DAYS)) as [Day, string][];
  return rows.flatMap(([due, refs]) => refs.split(' ').map((ref) => ({ ref: current(ref), due })));
}

function foldNames(store: Store, path: string, names: readonly string[]): ItemState {
  const rows = store.db
    .prepare(
      `SELECT * FROM event WHERE path = ? AND ref IN (SELECT value FROM json_each(?))
         AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(path, JSON.stringify(names)) as EventRow[];
  return rows.map(toEvent).reduce(foldItem, NEW_ITEM);
}

/** The path enrolled in last, and the folder it lies in when it is not an installed one. */
export function readEnrolledPath(
  store: Store['db'],
): { path: string; enrolment: Enrolment } | null {
  const row = store.prepare('SELECT path, body FROM enrolment ORDER BY event DESC LIMIT 1').get() as
    | { path: string; body: string }
    | undefined;
  return row ? { path: row.path, enrolment: JSON.parse(row.body) } : null;
}

export interface Note {
  ref: string;
  day: Day;
  text: string;
}

/** Notes that stand, oldest first, with the refs of their time. */
export function readNotes(store: Store, path: string): Note[] {
  return store.db
    .prepare(
      `SELECT ref, day, json_extract(body, '$.text') AS text FROM event
       WHERE path = ? AND kind = 'noted' AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(path) as Note[];
}
