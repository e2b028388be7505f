import Sqlite from 'better-sqlite3';
import { UserError } from '../domain/error.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

/** What a sound database holds. */
export interface Contents {
  events: number;
  schema: number;
  bytes: number;
}

/**
 * Reads a database through, without changing it; with `deep` also whether its indexes say what its
 * tables do, which takes several times as long.
 * Throws UserError `backup.*` where it is not one of llmpath's, is newer, or is not sound.
 */
export function verifyDatabase(file: string, shown = file, deep = true): Contents {
  const refuse = (code: string, why: string, hint?: string) =>
    new UserError(`backup.${code}`, `${shown} ${why}`, hint);
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true });
    const schema = db.pragma('user_version', { simple: true }) as number;
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID || schema < 1) {
      throw refuse('not-ours', 'is no database of llmpath.', HINT);
    }
    if (schema > MIGRATIONS.length) {
      throw refuse('newer', 'was written by a newer llmpath.', 'Update llmpath, then try again.');
    }
    const problem = db.pragma(`${deep ? 'integrity' : 'quick'}_check(1)`, { simple: true });
    if (problem !== 'ok') throw refuse('damaged', 'is damaged.', HINT);
    const events = db.prepare('SELECT count(*) FROM event').pluck().get() as number;
    const pages = db.pragma('page_count', { simple: true }) as number;
    return { events, schema, bytes: pages * (db.pragma('page_size', { simple: true }) as number) };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'SQLITE_NOTADB') throw refuse('not-ours', 'is no database of llmpath.', HINT);
    if (DAMAGE.test(code ?? '')) throw refuse('damaged', 'is damaged.', HINT);
    throw error;
  } finally {
    db?.close();
  }
}

/** A full disk, a lock or a folder that is closed tell nothing of the file. */
const DAMAGE = /^SQLITE_(CORRUPT|ERROR|IOERR_(READ|SHORT_READ|CORRUPTFS)$)/;

const HINT = 'llmpath restore lists the backups there are.';

export function sqliteVersion(): string {
  const db = new Sqlite(':memory:');
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    db.close();
  }
}
