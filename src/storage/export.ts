import type { Event } from '../domain/event/event.ts';
import { eventLine, headerLine } from './event-lines.ts';
import { type EventRow, toEvent } from './rows.ts';
import type { Store } from './store.ts';

/** The whole log in the order of ids, as of one moment. */
export function* readLog({ db }: Pick<Store, 'db'>): Generator<Event> {
  for (const row of db.prepare('SELECT * FROM event ORDER BY id').iterate()) {
    yield toEvent(row as EventRow);
  }
}

export function countEvents({ db }: Pick<Store, 'db'>): number {
  return db.prepare('SELECT count(*) FROM event').pluck().get() as number;
}

/** The whole log as the lines of a file. */
export function* exportLines(store: Pick<Store, 'db'>): Generator<string> {
  const { db } = store;
  db.exec('BEGIN');
  try {
    yield headerLine(countEvents(store));
    for (const event of readLog(store)) yield eventLine(event);
  } finally {
    db.exec('COMMIT');
  }
}
