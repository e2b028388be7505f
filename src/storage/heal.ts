import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isUserError } from '../domain/error.ts';
import type { Schedule } from '../domain/memory/schedule.ts';
import { type Backup, backupFolder, listBackups } from './backup.ts';
import { rebuild } from './derive.ts';
import { countEvents } from './export.ts';
import { instantOf } from './ids.ts';
import { mergeEvents } from './merge.ts';
import { replaceDamaged } from './replace-damaged.ts';
import { stageDatabase } from './restore.ts';
import { salvageEvents } from './salvage.ts';
import { openDatabase, type Store } from './store.ts';

/** What became of a damaged database. */
export interface Healed {
  /** The newest good backup, if there was one, and its events. */
  backup: (Backup & { events: number }) | null;
  /** Events that could be read from the damaged file. */
  read: number;
  /** Events in the database now. */
  events: number;
  /** When events were written that the damaged file names, and that nothing holds; UTC milliseconds. */
  lost: number[];
  /** Whether the damaged file tells what it held, so that `lost` is all. */
  told: boolean;
  /** Where the damaged file is kept. */
  kept: string;
}

/**
 * Makes a sound database of the newest good backup and of all that can be read from the damaged one,
 * which is kept. Null where there is neither, and nothing was changed.
 */
export async function healDatabase(
  database: string,
  now: number,
  schedule: Schedule,
): Promise<Healed | null> {
  const salvaged = salvageEvents(database);
  const base = await stageNewestBackup(database);
  if (base === null && salvaged.events.length === 0) return null;
  const folder = base?.folder ?? mkdtempSync(join(dirname(database), 'restore-'));
  try {
    const file = join(folder, 'llmpath.db');
    const db = await openDatabase(file, { create: true });
    if (!db) throw new Error('a database that is created is there');
    const store: Store = { db, file, now, today: '', schedule };
    const find = db.prepare('SELECT 1 FROM event WHERE id = ?');
    const isMissing = (id: string) => find.get(id) === undefined;
    // Where the backup says otherwise, that is damage.
    mergeEvents(
      store,
      salvaged.events.filter((event) => isMissing(event.id)),
    );
    rebuild(store);
    const lost = salvaged.lost.filter(isMissing).map(instantOf);
    const events = countEvents(store);
    db.pragma('journal_mode = DELETE');
    db.close();
    const kept = replaceDamaged(database, file, now);
    const backup = base && { ...base.backup, events: base.events };
    return { backup, read: salvaged.events.length, events, lost, told: salvaged.opened, kept };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Codes of what is wrong with a backup itself; on a full disk the next one is no better. */
const UNSOUND = /^(backup\.|store\.(damaged|not-a-database|newer)$)/;

async function stageNewestBackup(database: string) {
  for (const backup of listBackups(backupFolder(database)).toReversed()) {
    try {
      const { folder, contents } = await stageDatabase(database, backup.file);
      return { backup, folder, events: contents.events };
    } catch (error) {
      if (!isUserError(error) || !UNSOUND.test(error.code)) throw error;
    }
  }
  return null;
}
