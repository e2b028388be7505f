import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { backupsToKeep } from '../domain/backup/rotation.ts';
import type { Day } from '../domain/day.ts';
import { type Contents, verifyDatabase } from './verify.ts';
import { moveInPlace } from './whole-file.ts';

/** A backup that lies in the folder of backups. */
export interface Backup {
  name: string;
  file: string;
  /** UTC milliseconds. */
  at: number;
  /** Why it was made. */
  reason: Reason;
  bytes: number;
}

/** `restore`, `import` and `schema-N` (a migration to schema N): before it. */
export type Reason = 'daily' | 'asked' | 'restore' | 'import' | `schema-${number}`;

/** `llmpath-20261207T190000Z-daily.db`, with a number where there were several in that second. */
const NAME =
  /^llmpath-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(daily|asked|restore|import|schema-\d+)(?:-\d+)?\.db$/;
const PART = '.part';
const STALE_MS = 3_600_000;
const WHOLE = 0x7fffffff;

/** The folder of backups beside a database. */
export function backupFolder(database: string): string {
  return join(dirname(database), 'backups');
}

/** The backups there are, oldest first. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder)
    .flatMap((name): Backup[] => {
      const [, year, month, date, hour, minute, second, reason] = NAME.exec(name) ?? [];
      if (reason === undefined) return [];
      const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
      const file = join(folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      if (Number.isNaN(at) || !stat?.isFile()) return [];
      return [{ name, file, at, reason: reason as Reason, bytes: stat.size }];
    })
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Copies a database as it is now into the folder of backups, checked. Gives the file. */
export async function keepBackup(
  database: string,
  at: number,
  reason: Reason,
): Promise<Contents & { file: string }> {
  const folder = backupFolder(database);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeStaleParts(folder);
  const stamp = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const taken = new Set(namesIn(folder));
  let name = `llmpath-${stamp}-${reason}.db`;
  for (let i = 2; taken.has(name); i++) name = `llmpath-${stamp}-${reason}-${i}.db`;
  const file = join(folder, name);
  // Of its own accord the program must not keep a learner waiting.
  return { file, ...(await copyDatabase(database, file, reason !== 'daily')) };
}

/**
 * Copies a database, in use or not, by SQLite's online backup. The copy is read through before it
 * gets its name, so that a file of that name is whole and sound. For `deep` see `verifyDatabase`.
 */
export async function copyDatabase(database: string, file: string, deep = true): Promise<Contents> {
  const part = `${file}.${process.pid}${PART}`;
  const source = new Sqlite(database, { fileMustExist: true });
  try {
    rmSync(part, { force: true });
    // All pages at one go: then nobody's writing makes it begin anew.
    await source.backup(part, { progress: () => WHOLE });
    chmodSync(part, 0o600);
    leaveWal(part);
    const contents = verifyDatabase(part, database, deep);
    moveInPlace(part, file);
    return contents;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

/** One file that can also be read from a disk that cannot be written. */
function leaveWal(file: string): void {
  const copy = new Sqlite(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** What a process that was killed left half-made. */
function removeStaleParts(folder: string): void {
  for (const name of namesIn(folder).filter((candidate) => candidate.includes(PART))) {
    const file = join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > STALE_MS) rmSync(file, { force: true });
  }
}

/** Deletes backups that are no longer to be kept. Gives how many. */
export function rotateBackups(folder: string, today: Day, dayOf: (instant: number) => Day): number {
  const backups = listBackups(folder);
  const dated = backups.map(({ name, at }) => ({ name, day: dayOf(at) }));
  const keep = backupsToKeep(dated, today);
  const gone = backups.filter(({ name }) => !keep.has(name));
  for (const { file } of gone) rmSync(file, { force: true });
  return gone.length;
}
