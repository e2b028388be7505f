import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { isUserError } from '../domain/error.ts';
import { keepBackup } from './backup.ts';
import { renewDevice } from './device.ts';
import { explainStorageError, isDiskError } from './errors.ts';
import { replaceDamaged } from './replace-damaged.ts';
import { openDatabase } from './store.ts';
import { type Contents, verifyDatabase } from './verify.ts';
import { moveInPlace } from './whole-file.ts';

export interface Restored extends Contents {
  /** The file or, of a damaged database, the folder where the state before is kept; null for none. */
  saved: string | null;
  /** Events before; null where there was no database, or a damaged one. */
  before: number | null;
}

/**
 * Puts a backup in the place of the database, in one transaction: other programs that have it open
 * see the one or the other, and nothing that they write falls between the copy of the state before
 * and its replacement. The database gets a new device name, since the log of the old one went on.
 * Throws UserError `backup.*` for a file that cannot be used, `store.*` for a database that cannot.
 */
export async function restoreDatabase(
  database: string,
  from: string,
  now: number,
): Promise<Restored> {
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
  const { folder, file, contents } = await stageDatabase(database, from);
  try {
    if (!existsSync(database)) {
      moveInPlace(file, database);
      return { ...contents, saved: null, before: null };
    }
    try {
      const { file: saved, events } = await replaceContents(database, file, now);
      return { ...contents, saved, before: events };
    } catch (error) {
      if (!isUserError(error) || !DAMAGED.has(error.code)) throw error;
      return { ...contents, saved: replaceDamaged(database, file, now), before: null };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database that cannot even be copied is kept as the file it is. */
const DAMAGED = new Set(['store.damaged', 'store.not-a-database', 'backup.damaged']);

interface Stage {
  folder: string;
  file: string;
  contents: Contents;
}

/** A copy of a backup beside the database, brought up to date, under a device name of its own. */
export async function stageDatabase(database: string, from: string): Promise<Stage> {
  const folder = mkdtempSync(join(dirname(database), 'restore-'));
  try {
    const file = join(folder, 'llmpath.db');
    copyFileSync(from, file);
    // Of a database that was copied while it was in use, the last changes stand here.
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${file}-wal`);
    verifyStaged(file, from);
    const db = await openDatabase(file, { create: false, backup: false });
    if (!db) throw new Error('what was copied is there');
    renewDevice(db);
    db.pragma('journal_mode = DELETE');
    db.close();
    return { folder, file, contents: verifyDatabase(file, from) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw (isDiskError(error) && explainStorageError(error, database)) || error;
  }
}

/** A log written ahead that does not belong to the file is no reason to refuse the file. */
function verifyStaged(file: string, from: string): void {
  try {
    verifyDatabase(file, from);
  } catch (error) {
    if (!isUserError(error) || !existsSync(`${file}-wal`)) throw error;
    for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
    copyFileSync(from, file);
    verifyDatabase(file, from);
  }
}

/** In one transaction: a backup of what is there, and what is in `stage` instead. */
async function replaceContents(database: string, stage: string, now: number) {
  const db = await openDatabase(database, { create: false });
  if (!db) throw new Error('the database was there a moment ago');
  try {
    db.prepare('ATTACH ? AS stage').run(stage);
    db.exec('BEGIN IMMEDIATE');
    const saved = await keepBackup(database, now, 'restore');
    const triggers = db
      .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'")
      .all() as { name: string; sql: string }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER main."${name}"`);
    for (const name of namesOfTables(db)) {
      db.exec(
        `DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM stage."${name}"`,
      );
    }
    for (const { sql } of triggers) db.exec(sql);
    db.exec('COMMIT');
    return saved;
  } catch (error) {
    throw explainStorageError(error, database) ?? error;
  } finally {
    db.close();
  }
}

function namesOfTables(db: Database.Database): string[] {
  return db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[];
}
