import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import type { Day } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Schedule } from '../domain/memory/schedule.ts';
import { explainStorageError } from './errors.ts';
import { MIGRATIONS } from './migrations.ts';

/** An open database with the one clock of the running command. */
export interface Store {
  readonly db: Database.Database;
  readonly file: string;
  /** UTC milliseconds. */
  readonly now: number;
  /** The learner's study day at `now`. */
  readonly today: Day;
  /** When questions return. */
  readonly schedule: Schedule;
}

/** `llmp` in ASCII, so that a stranger's SQLite file is not taken for ours. */
const APPLICATION_ID = 0x6c6c6d70;
/** The schema from which on answers are counted as they are written. */
const COUNTED = 4;
const LOCK_TIMEOUT_MS = 10_000;
const RETRY_MS = 20;

/**
 * Opens the database and brings its schema up to date. Without `create`, a missing file gives null
 * and nothing is written. Throws UserError `store.*` when it cannot be used.
 */
export async function openDatabase(
  file: string,
  options: { create: boolean },
): Promise<Database.Database | null> {
  let db: Database.Database | undefined;
  try {
    if (!existsSync(file)) {
      if (!options.create) return null;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    }
    const { default: Sqlite } = await import('better-sqlite3');
    db = new Sqlite(file, { timeout: LOCK_TIMEOUT_MS });
    const version = db.pragma('user_version', { simple: true }) as number;
    const isUncounted = version > 0 && version < COUNTED;
    const fill = isUncounted ? (await import('./tallies.ts')).fillTallies : null;
    migrate(db, file, fill);
    // An answer is on disk before the program says so.
    db.pragma('synchronous = FULL');
    return db;
  } catch (error) {
    db?.close();
    throw explainStorageError(error, file) ?? error;
  }
}

/** `fill` counts the answers given before there were tables for that. */
function migrate(
  db: Database.Database,
  file: string,
  fill: ((db: Database.Database) => void) | null,
): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version === MIGRATIONS.length) {
    assertOurs(db, file);
    return;
  }
  if (version > MIGRATIONS.length) assertKnown(version, file);
  if (version > 0) assertOurs(db, file);
  else assertEmpty(db, file);
  switchToWal(db);
  const upgrade = db.transaction(() => {
    // Another process may have been faster while this one waited for the lock.
    let at = db.pragma('user_version', { simple: true }) as number;
    const counts = at < COUNTED;
    for (; at < MIGRATIONS.length; at++) db.exec(MIGRATIONS[at] as string);
    if (counts) fill?.(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
    db.exec("INSERT OR IGNORE INTO local VALUES ('device', lower(hex(randomblob(16))))");
  });
  upgrade.immediate();
}

/** SQLite answers this switch with "busy" at once, without the patience it has elsewhere. */
function switchToWal(db: Database.Database): void {
  const last = Date.now() + LOCK_TIMEOUT_MS;
  for (;;) {
    try {
      db.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > last) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

function assertKnown(version: number, file: string): never {
  throw new UserError(
    'store.newer',
    `${file} was written by a newer llmpath (schema ${version}; this one knows ${MIGRATIONS.length}). It was left as it is.`,
    'Update with: npm install -g llmpath@latest',
  );
}

function assertOurs(db: Database.Database, file: string): void {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  throw new UserError(
    'store.not-a-database',
    `${file} is a database of another program. It was left as it is.`,
    'Move that file away, or name another folder with --home.',
  );
}

/** A new file is empty, or was made a moment ago by another process that is ours. */
function assertEmpty(db: Database.Database, file: string): void {
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (tables > 0) assertOurs(db, file);
}
