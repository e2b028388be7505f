import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Event } from '../domain/event/event.ts';
import { readEvent } from './event-schema.ts';

/** What could be read of a damaged database. */
export interface Salvaged {
  events: Event[];
  /** Ids that the file names, of events that could not be read. */
  lost: string[];
  /** Whether the file could be read at all, so that what is lost may be known. */
  opened: boolean;
}

/**
 * Reads every event of a damaged database that can still be read, from a copy, so that the file stays
 * as it is: from the front, from the back, and each one that an index still names.
 */
export function salvageEvents(file: string): Salvaged {
  const folder = mkdtempSync(join(dirname(file), 'salvage-'));
  try {
    const copy = join(folder, 'llmpath.db');
    for (const part of ['', '-wal']) {
      if (existsSync(file + part)) copyFileSync(file + part, copy + part);
    }
    return readAll(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readAll(file: string): Salvaged {
  const events = new Map<string, Event>();
  const named = new Set<string>();
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(file);
    const take = (row: unknown) => {
      const event = toSoundEvent(row);
      if (event) events.set(event.id, event);
    };
    for (const order of ['ASC', 'DESC']) {
      walk(db, `SELECT * FROM event ORDER BY id ${order}`, take);
      for (const index of ['event_by_change', 'event_by_ref']) {
        const column = index === 'event_by_change' ? 'change' : 'path';
        const sql = `SELECT id FROM event INDEXED BY ${index} ORDER BY ${column} ${order}`;
        walk(db, sql, (row) => named.add(String((row as { id: unknown }).id)));
      }
    }
    const unread = [...named].filter((id) => !events.has(id));
    for (const id of unread) walk(db, 'SELECT * FROM event WHERE id = ?', take, id);
    const lost = unread.filter((id) => !events.has(id) && isId(id)).sort();
    return { events: [...events.values()], lost, opened: events.size > 0 };
  } catch {
    return { events: [...events.values()], lost: [], opened: false };
  } finally {
    db?.close();
  }
}

/** Hands on rows until the first one that cannot be read. */
function walk(
  db: Sqlite.Database,
  sql: string,
  take: (row: unknown) => void,
  ...values: string[]
): void {
  try {
    for (const row of db.prepare(sql).iterate(...values)) take(row);
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_')) throw error;
  }
}

/** A row as an event, or null where damage shows in its values. */
function toSoundEvent(row: unknown): Event | null {
  try {
    const { body, ...rest } = row as Record<string, unknown>;
    const read = readEvent({ ...rest, body: JSON.parse(String(body)) });
    return 'event' in read ? read.event : null;
  } catch {
    return null;
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{18,}$/.test(text);
}
