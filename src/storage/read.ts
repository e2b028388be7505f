import type { Day } from '../domain/day.ts';
import type { Enrolment } from '../domain/event/event.ts';
import type { LearnerRecord } from '../domain/progress/record.ts';
import { findClock } from './derive.ts';
import { type ItemRow, toItem } from './rows.ts';
import type { Store } from './store.ts';

/** What the log says of a path, from the derived tables: flat however long the log is. */
export function readRecord(store: Store, path: string): LearnerRecord {
  const items = store.db.prepare('SELECT * FROM item WHERE path = ?').all(path) as (ItemRow & {
    path: string;
  })[];
  const days = store.db
    .prepare('SELECT day, minutes FROM study_day WHERE path = ?')
    .raw()
    .all(path) as [Day, number][];
  const body = store.db.prepare('SELECT body FROM enrolment WHERE path = ?').pluck().get(path) as
    | string
    | undefined;
  return {
    items: new Map(items.map((row) => [row.ref, toItem(row)])),
    clock: findClock(store),
    enrolment: body ? (JSON.parse(body) as Enrolment) : null,
    days: new Map(days),
  };
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

/** Notes that stand, oldest first. */
export function readNotes(store: Store, path: string): Note[] {
  return store.db
    .prepare(
      `SELECT ref, day, json_extract(body, '$.text') AS text FROM event
       WHERE path = ? AND kind = 'noted' AND change NOT IN (SELECT change FROM undone) ORDER BY id`,
    )
    .all(path) as Note[];
}
