import { UserError } from '../domain/error.ts';
import type { Event, NewEvent } from '../domain/event/event.ts';
import type { Clock } from '../domain/event/fold.ts';
import { findClock } from './clock.ts';
import { deriveAdded, deriveChanged } from './derive.ts';
import { deviceOf } from './device.ts';
import { nextIds } from './ids.ts';
import { type EventRow, toEvent } from './rows.ts';
import { assertInPlace, type Store } from './store.ts';

/**
 * Appends the events of one command as one change, with their derived rows, in one transaction.
 * When this returns they are on disk. `seen` is the clock that the command decided on.
 * Throws UserError `store.clock` when another command has changed the clock since, so that no
 * minute is counted twice.
 */
export function appendEvents(
  store: Store,
  news: readonly NewEvent[],
  seen: Clock | null = null,
): Event[] {
  if (news.length === 0) return [];
  return store.db
    .transaction(() => {
      if (news.some((event) => event.kind.startsWith('clock-'))) assertClock(store, seen);
      const events = insert(store, news);
      deriveAdded(store, events);
      return events;
    })
    .immediate();
}

function assertClock(store: Store, seen: Clock | null): void {
  const now = findClock(store);
  if (now?.startedAt === seen?.startedAt && now?.runningSince === seen?.runningSince) return;
  const message = 'The clock was changed by another command meanwhile. Nothing was changed here.';
  throw new UserError('store.clock', message, 'llmpath shows where it stands.');
}

/**
 * Takes back the last `count` changes that stand, newest first. Returns their events; fewer when
 * fewer stand. The frame of a quiz is no change: what it leads back to is its last answer.
 */
export function undoChanges(store: Store, count: number): Event[] {
  return store.db
    .transaction(() => {
      const changes = store.db
        .prepare(
          `SELECT change, path FROM event
           WHERE id = change AND kind NOT IN ('undone', 'redone', 'quiz-started', 'quiz-ended')
             AND change NOT IN (SELECT change FROM undone)
           ORDER BY id DESC LIMIT ?`,
        )
        .all(count) as { change: string; path: string }[];
      insert(
        store,
        changes.map(({ change, path }) => ({ kind: 'undone', path, ref: null, body: { change } })),
      );
      const mark = store.db.prepare('INSERT OR IGNORE INTO undone (change) VALUES (?)');
      for (const { change } of changes) mark.run(change);
      const events = changes.flatMap(({ change }) => eventsOf(store, change));
      deriveChanged(store, { taken: events });
      return events;
    })
    .immediate();
}

/**
 * Brings again what the latest `undo` took back. Empty when there is none, or when something new
 * has happened since, which an old change might contradict.
 */
export function redoChanges(store: Store): Event[] {
  return store.db
    .transaction(() => {
      const undo = store.db
        .prepare(
          `SELECT change FROM event
           WHERE kind = 'undone' AND json_extract(body, '$.change') IN (SELECT change FROM undone)
           ORDER BY id DESC LIMIT 1`,
        )
        .pluck()
        .get() as string | undefined;
      if (undo === undefined) return [];
      const newer = store.db
        .prepare("SELECT 1 FROM event WHERE id > ? AND kind NOT IN ('undone', 'redone') LIMIT 1")
        .get(undo);
      if (newer) return [];
      const marks = eventsOf(store, undo).filter((event) => event.kind === 'undone');
      insert(
        store,
        marks.map(({ path, body }) => ({ kind: 'redone', path, ref: null, body })),
      );
      const unmark = store.db.prepare('DELETE FROM undone WHERE change = ?');
      for (const { body } of marks) unmark.run(body.change);
      const events = marks.flatMap(({ body }) => eventsOf(store, body.change));
      deriveChanged(store, { brought: events });
      return events;
    })
    .immediate();
}

/** The last `count` events, newest first, each with whether it is taken back at present. */
export function readHistory(store: Store, count: number): (Event & { undone: boolean })[] {
  const rows = store.db
    .prepare(
      `SELECT *, change IN (SELECT change FROM undone) AS undone FROM event
       ORDER BY id DESC LIMIT ?`,
    )
    .all(count) as (EventRow & { undone: number })[];
  return rows.map(({ undone, ...row }) => ({ ...toEvent(row), undone: undone === 1 }));
}

/** An event by its id. */
export function findEvent(store: Store, id: string): Event | null {
  const row = store.db.prepare('SELECT * FROM event WHERE id = ?').get(id);
  return row ? toEvent(row as EventRow) : null;
}

function insert(store: Store, news: readonly NewEvent[]): Event[] {
  const { db, now, today } = store;
  assertInPlace(store);
  const last = db.prepare('SELECT max(id) FROM event').pluck().get() as string | null;
  const device = deviceOf(db);
  const ids = nextIds(news.length, now, last);
  const statement = db.prepare(
    `INSERT INTO event (id, change, device, at, day, kind, path, ref, body)
     VALUES (@id, @change, @device, @at, @day, @kind, @path, @ref, @body)`,
  );
  return news.map((event, i) => {
    const whole = {
      ...event,
      id: ids[i] as string,
      change: ids[0] as string,
      device,
      at: now,
      day: today,
    } as Event;
    statement.run({ ...whole, body: JSON.stringify(whole.body) });
    return whole;
  });
}

function eventsOf(store: Store, change: string): Event[] {
  const rows = store.db.prepare('SELECT * FROM event WHERE change = ? ORDER BY id').all(change);
  return (rows as EventRow[]).map(toEvent);
}
