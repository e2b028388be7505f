import type { Event } from '../domain/event/event.ts';
import { deriveChanged, rebuildWithin } from './derive.ts';
import { type EventRow, toEvent } from './rows.ts';
import { assertInPlace, type Store } from './store.ts';
import { refoldUndone } from './undone.ts';

/** An event that is here under the same id with other content: one of the two was tampered with. */
export class ConflictingEvent extends Error {
  override readonly name = 'ConflictingEvent';
}

export interface Merged {
  /** Events that were not here. */
  added: number;
  /** Events that were here already. */
  known: number;
}

/** From so many new events on, folding everything anew is no slower than finding what changed. */
const MANY = 5_000;

/**
 * Adds events that another log holds, in any order, each once: all of them or, where anything is
 * thrown on the way, none. State is a fold in the order of ids, so whichever way events come, all
 * logs that hold the same events say the same.
 * Throws ConflictingEvent, and whatever `events` throws.
 */
export function mergeEvents(store: Store, events: Iterable<Event>): Merged {
  return store.db.transaction(() => mergeWithin(store, events)).immediate();
}

function mergeWithin(store: Store, events: Iterable<Event>): Merged {
  assertInPlace(store);
  // Of a whole log that comes at once, indexes are made far faster at the end.
  const restoreIndexes = isEmpty(store) ? dropIndexes(store) : () => {};
  const insertNew = inserterOf(store);
  const added: Event[] = [];
  let count = 0;
  let known = 0;
  for (const event of events) {
    if (insertNew(event)) {
      count += 1;
      // What is folded anew as a whole need not be remembered.
      if (count <= MANY) added.push(event);
    } else known += 1;
  }
  restoreIndexes();
  if (count > MANY) rebuildWithin(store);
  else if (count > 0) deriveMerged(store, added);
  return { added: count, known };
}

function isEmpty({ db }: Store): boolean {
  return db.prepare('SELECT 1 FROM event LIMIT 1').get() === undefined;
}

/** Takes the indexes of the log away, inside the transaction. Gives what makes them again. */
function dropIndexes({ db }: Store): () => void {
  const indexes = db
    .prepare(
      `SELECT name, sql FROM main.sqlite_schema
       WHERE type = 'index' AND tbl_name = 'event' AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX main."${name}"`);
  return () => {
    for (const { sql } of indexes) db.exec(sql);
  };
}

/** Inserts an event; false for one that is here. */
function inserterOf({ db }: Store): (event: Event) => boolean {
  const insert = db.prepare(
    `INSERT INTO event (id, change, device, at, day, kind, path, ref, body)
     VALUES (@id, @change, @device, @at, @day, @kind, @path, @ref, @body) ON CONFLICT DO NOTHING`,
  );
  const find = db.prepare('SELECT * FROM event WHERE id = ?');
  return (event) => {
    const row = { ...event, body: JSON.stringify(event.body) } as EventRow;
    if (insert.run(row).changes === 1) return true;
    const here = find.get(event.id) as EventRow;
    const isSame = (Object.keys(here) as (keyof EventRow)[]).every((key) => here[key] === row[key]);
    if (!isSame) throw new ConflictingEvent(event.id);
    return false;
  };
}

/** Brings the derived tables to what a fold of all events gives, after `added` were inserted. */
function deriveMerged(store: Store, added: readonly Event[]): void {
  const isNew = new Set(added.map((event) => event.id));
  const hasMarks = added.some(({ kind }) => kind === 'undone' || kind === 'redone');
  const { undone, redone } = hasMarks ? refoldUndone(store) : { undone: [], redone: [] };
  const earlier = (changes: readonly string[]) =>
    changes.flatMap((change) => eventsOf(store, change)).filter((event) => !isNew.has(event.id));
  const stands = store.db.prepare('SELECT 1 FROM undone WHERE change = ?');
  const standing = added.filter((event) => stands.get(event.change) === undefined);
  deriveChanged(store, {
    taken: earlier(undone),
    brought: [...earlier(redone), ...standing],
  });
}

function eventsOf(store: Store, change: string): Event[] {
  const rows = store.db.prepare('SELECT * FROM event WHERE change = ? ORDER BY id').all(change);
  return (rows as EventRow[]).map(toEvent);
}
