import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { studyDay } from '../../src/domain/day.ts';
import type { NewEvent } from '../../src/domain/event/event.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import { openDatabase, type Store } from '../../src/storage/store.ts';

export const MONDAY = Date.parse('2026-12-07T19:00:00Z');

/** A store of the program, in memory unless a file is named. */
export async function newStore(file = ':memory:'): Promise<Store> {
  const db = await openDatabase(file, { create: true });
  if (!db) throw new Error(`${file} was not made`);
  return at({ db, file, now: MONDAY, today: '', schedule: DEFAULT_SCHEDULE }, MONDAY);
}

/** The same store at another moment. */
export function at(store: Store, now: number): Store {
  return { ...store, now, today: studyDay(now, () => 0, 4) };
}

const DERIVED = ['undone', 'item', 'study_day', 'enrolment', 'clock', 'question', 'tally'] as const;

/** Every row of every derived table. */
export function derivedRows(store: Store): Record<string, unknown[]> {
  const rows = DERIVED.map((table) => {
    const all = store.db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    return [table, all.map((row) => JSON.stringify(row)).sort()];
  });
  return Object.fromEntries(rows);
}

/** The program's file opened beside it, as another program would. */
export function openBeside(file: string): Sqlite.Database {
  const db = new Sqlite(file);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

/** What created the tables, indexes and triggers of a database, in order, with its version. */
export function dumpSchema(db: Sqlite.Database): string {
  const statements = db
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .pluck()
    .all() as string[];
  const pragmas = ['application_id', 'user_version'].map(
    (name) => `PRAGMA ${name} = ${db.pragma(name, { simple: true })}`,
  );
  return `${[...statements, ...pragmas].join(';\n')};\n`;
}

export function logged(ref: string, minutes: number, day = '2026-12-07'): NewEvent {
  return { kind: 'time-logged', path: 'llm', ref, body: { minutes, day, estimated: false } };
}

export function noted(ref: string, text: string): NewEvent {
  return { kind: 'noted', path: 'llm', ref, body: { text } };
}

export function enrolled(path: string, start = '2026-12-07'): NewEvent {
  const availability = [60, 60, 60, 60, 60, 120, 120];
  const rest = { finish: null, timezone: 'UTC', weeks: {}, plannedBefore: null, folder: null };
  return { kind: 'enrolled', path, ref: null, body: { start, availability, ...rest } };
}

export function clockStarted(path: string, ref: string): NewEvent {
  return { kind: 'clock-started', path, ref, body: { units: null } };
}

export function clockStopped(path: string, ref: string, minutes: number): NewEvent {
  return { kind: 'clock-stopped', path, ref, body: { minutes, day: '2026-12-07' } };
}
