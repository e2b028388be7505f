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

/** What reading the whole log through shows. */
export interface Survey {
  events: number;
  /** Events that are not in a form that any llmpath wrote. */
  unreadable: number;
  /** How often the clock of a machine went back between two events, by more than a minute. */
  setBack: number;
  /** The instant of the latest event, in UTC milliseconds; null for an empty log. */
  latest: number | null;
}

const MINUTE_MS = 60_000;

export function surveyLog({ db }: Store): Survey {
  const survey: Survey = { events: 0, unreadable: 0, setBack: 0, latest: null };
  const before = new Map<string, number>();
  for (const value of db.prepare('SELECT * FROM event ORDER BY id').iterate()) {
    const row = value as EventRow;
    survey.events += 1;
    if (!isSound(row)) survey.unreadable += 1;
    if (row.at < (before.get(row.device) ?? row.at) - MINUTE_MS) survey.setBack += 1;
    before.set(row.device, row.at);
    survey.latest = Math.max(survey.latest ?? row.at, row.at);
  }
  return survey;
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

/** Every path and ref that the log names, with how many events do. */
export function readRefs({ db }: Store): { path: string; ref: string; events: number }[] {
  return db
    .prepare(
      `SELECT path, ref, count(*) AS events FROM event WHERE ref IS NOT NULL GROUP BY path, ref`,
    )
    .all() as { path: string; ref: string; events: number }[];
}
