import type { Day } from '../domain/day.ts';
import type { Enrolment } from '../domain/event/event.ts';
import { foldItem, type ItemState, NEW_ITEM } from '../domain/event/fold.ts';
import type { LearnerRecord } from '../domain/progress/record.ts';
import { findClock } from './derive.ts';
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
  return {
    items,
    clock: clock && clock.path === path ? { ...clock, ref: current(clock.ref) } : clock,
    enrolment: body ? (JSON.parse(body) as Enrolment) : null,
    days: new Map(days),
  };
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
