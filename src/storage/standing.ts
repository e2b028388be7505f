import type Database from 'better-sqlite3';
import type { Event } from '../domain/event/event.ts';
import { type EventRow, toEvent } from './rows.ts';

/** The condition that an event stands: its change was not taken back. */
export const STANDING = 'change NOT IN (SELECT change FROM undone)';

const CHUNK = 10_000;

/** All events that stand, in order, some at a time: a log may be larger than memory likes. */
export function* standingEvents(db: Database.Database): Generator<Event[]> {
  const statement = db.prepare(
    `SELECT * FROM event WHERE id > ? AND ${STANDING} ORDER BY id LIMIT ${CHUNK}`,
  );
  for (let last = ''; ; ) {
    const rows = statement.all(last) as EventRow[];
    if (rows.length === 0) return;
    yield rows.map(toEvent);
    last = rows.at(-1)?.id ?? '';
  }
}
