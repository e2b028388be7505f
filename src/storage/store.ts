import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import type { Day } from '../domain/day.ts';
import { isUserError, UserError } from '../domain/error.ts';
import type { Schedule } from '../domain/memory/schedule.ts';
import { explainStorageError } from './errors.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

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

/** The schema from which on answers are counted as they are written. */
const COUNTED = 4;
const LOCK_TIMEOUT_MS = 10_000;
const RETRY_MS = 20;

/**
 * Opens the database and brings its schema up to date. Without `create`, a missing file gives null
 * and nothing is written. Before an older schema is changed a backup is kept, unless `backup` is
 * false. Throws UserError `store.*` when it cannot be used.
 */
export async function openDatabase(
  file: string,
  options: { create: boolean; backup?: false },
): Promise<Database.Database | null> {
  let db: Database.Database | undefined;
  try {
    if (!existsSync(file)) {
      if (!options.create) return null;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      // SQLite gives the files beside it the same mode.
      if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    }
    surviveFileSizeLimit();
    const { default: Sqlite } = await import('better-sqlite3');
    db = new Sqlite(file, { timeout: LOCK_TIMEOUT_MS });
    inodes.set(db, inodeOf(file));
    if (options.backup !== false) await keepOldSchema(db, file);
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

/** The file that each open database is, to see whether it is still the one of that name. */
const inodes = new WeakMap<Database.Database, bigint | null>();

function inodeOf(file: string): bigint | null {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/**
 * Throws UserError `store.vanished` where the file was deleted or replaced since it was opened: what
 * is written to it then is found by nobody.
 */
export function assertInPlace({ db, file }: Store): void {
  if (inodes.get(db) === inodeOf(file)) return;
  throw new UserError(
    'store.vanished',
    `The database ${file} was deleted or replaced while it was in use, so this was not saved.`,
    'Run the command again. llmpath doctor says how things stand.',
  );
}

/** A limit on the size of files (`ulimit -f`) then is an error like a full disk, not the end. */
function surviveFileSizeLimit(): void {
  if (process.listenerCount('SIGXFSZ') === 0) process.on('SIGXFSZ', () => {});
}

/** A backup before a migration that changes anything. */
async function keepOldSchema(db: Database.Database, file: string): Promise<void> {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version < 1 || version >= MIGRATIONS.length) return;
  assertOurs(db, file);
  const { keepBackup } = await import('./backup.ts');
  try {
    await keepBackup(file, Date.now(), `schema-${MIGRATIONS.length}`);
  } catch (error) {
    // What cannot be copied whole is not to be changed either.
    throw isUserError(error) ? explainStorageError({ code: 'SQLITE_CORRUPT' }, file) : error;
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
