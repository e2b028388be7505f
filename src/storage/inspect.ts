import type Database from 'better-sqlite3';
import { rebuildWithin } from './derive.ts';
import { readEvent } from './event-schema.ts';
import type { EventRow } from './rows.ts';
import type { Store } from './store.ts';

/** What SQLite finds wrong with the file, the first few; empty where nothing is. */
export function findDamage(db: Database.Database): string[] {
  const found = db.pragma('integrity_check(5)') as { integrity_check: string }[];
  const problems = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  // Of other tables too there may be more than fits on the line.
  return problems.flatMap((text) => text.split('\n').slice(0, 3));
}

/** Events in the log, and how many of them are not in a form that any llmpath wrote. */
export function countUnreadable({ db }: Store): { events: number; unreadable: number } {
  let events = 0;
  let unreadable = 0;
  for (const row of db.prepare('SELECT * FROM event').iterate()) {
    events += 1;
    if (!isSound(row as EventRow)) unreadable += 1;
  }
  return { events, unreadable };
}

function isSound(row: EventRow): boolean {
  try {
    return 'event' in readEvent({ ...row, body: JSON.parse(row.body) });
  } catch {
    return false;
  }
}

/** Columns that no fold gives: a day set when the answer came, by the settings of that time. */
const SET_ASIDE: Record<string, string> = { question: 'due' };

/**
 * The derived tables that are not what a fold of the log gives. Folds it anew to compare, and takes
 * that back.
 */
export function findWrongTables(store: Store): string[] {
  const { db } = store;
  const tables = db
    .prepare(
      `SELECT name FROM main.sqlite_schema
       WHERE type = 'table' AND name NOT IN ('event', 'local') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[];
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const table of tables)
      db.exec(`CREATE TEMP TABLE "kept_${table}" AS SELECT * FROM "${table}"`);
    rebuildWithin(store);
    return tables.filter((table) => differs(db, table));
  } finally {
    db.exec('ROLLBACK');
  }
}

function differs(db: Database.Database, table: string): boolean {
  const all = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  const columns = all
    .filter((name) => name !== SET_ASIDE[table])
    .map((name) => `"${name}"`)
    .join(', ');
  const [kept, folded] = [`temp."kept_${table}"`, `main."${table}"`];
  const only = (a: string, b: string) =>
    db.prepare(`SELECT ${columns} FROM ${a} EXCEPT SELECT ${columns} FROM ${b} LIMIT 1`).get();
  return [only(kept, folded), only(folded, kept)].some((row) => row !== undefined);
}

/** How often the clock of a machine went back between two events, by more than a minute. */
export function countSetBack({ db }: Store): number {
  return db
    .prepare(
      `SELECT count(*) FROM (
         SELECT at, lag(at) OVER (PARTITION BY device ORDER BY id) AS before FROM event
       ) WHERE at < before - 60000`,
    )
    .pluck()
    .get() as number;
}

/** The instant of the latest event, in UTC milliseconds; null for an empty log. */
export function latestInstant({ db }: Store): number | null {
  return db.prepare('SELECT max(at) FROM event').pluck().get() as number | null;
}

/** Every path and ref that the log names, with how many events do. */
export function readRefs({ db }: Store): { path: string; ref: string; events: number }[] {
  return db
    .prepare(
      `SELECT path, ref, count(*) AS events FROM event WHERE ref IS NOT NULL GROUP BY path, ref`,
    )
    .all() as { path: string; ref: string; events: number }[];
}
