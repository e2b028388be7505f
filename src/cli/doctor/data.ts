import { existsSync } from 'node:fs';
import { formatMinutes } from '../../domain/duration.ts';
import { isUserError } from '../../domain/error.ts';
import { type Backup, backupFolder, listBackups } from '../../storage/backup.ts';
import { findClock } from '../../storage/clock.ts';
import { explainStorageError } from '../../storage/errors.ts';
import { findDamage, findWrongTables, type Survey, surveyLog } from '../../storage/inspect.ts';
import { openDatabase, type Store } from '../../storage/store.ts';
import { verifyDatabase } from '../../storage/verify.ts';
import { clockMinutes, isForgotten } from '../clock.ts';
import type { Context } from '../context.ts';
import { databaseFile } from '../env.ts';
import { plural } from '../render/text.ts';
import { adopt, dayAt, openStore } from '../session.ts';
import { bad, type Check, good, note } from './check.ts';

const FIX = 'llmpath doctor --fix';
/** Clocks of machines differ by so much without anything being wrong. */
const SLACK_MS = 10 * 60_000;

/** What was found out about the database, and the database where it is sound. */
export interface DataFound {
  checks: Check[];
  store: Store | null;
  /** What `--fix` has to do. */
  remedy: 'none' | 'rebuild' | 'heal';
}

export async function checkData(ctx: Context): Promise<DataFound> {
  if (!existsSync(databaseFile(ctx.folders))) {
    return { checks: [note('database', 'nothing was recorded yet')], store: null, remedy: 'none' };
  }
  const file = databaseFile(ctx.folders);
  let store: Store | null;
  try {
    store = await openStore(ctx, { write: false }).catch((error) => openBare(ctx, error));
  } catch (error) {
    const known = isUserError(error) ? error : explainStorageError(error, file);
    if (!known) throw error;
    return refused(known.code);
  }
  if (!store) throw new Error('the file was there a moment ago');
  return inspect(store);
}

/** The database alone, where what was derived from its log cannot be made sense of. */
async function openBare(ctx: Context, error: unknown): Promise<Store | null> {
  const file = databaseFile(ctx.folders);
  if (isUserError(error) || explainStorageError(error, file)) throw error;
  const db = await openDatabase(file, { create: false });
  return db && adopt(ctx, db, null);
}

/** Why the database could not be opened, without saying where it lies. */
function refused(code: string): DataFound {
  const damaged = (detail: string): DataFound => ({
    checks: [bad('database', detail, FIX)],
    store: null,
    remedy: 'heal',
  });
  if (code === 'store.damaged') return damaged('llmpath.db is damaged');
  if (code === 'store.not-a-database') return damaged('llmpath.db is no database of llmpath');
  const words: Record<string, string> = {
    'store.newer': 'llmpath.db was written by a newer llmpath; update this one',
    'store.read-only': 'llmpath.db cannot be written: it or its folder is read-only',
    'store.busy': 'another program keeps llmpath.db locked',
    'store.disk-full': 'the disk is full',
    'store.disk-error': 'llmpath.db cannot be opened: the disk may be full, or have a fault',
  };
  const detail = words[code] ?? `llmpath.db cannot be opened (${code})`;
  return { checks: [bad('database', detail)], store: null, remedy: 'none' };
}

function inspect(store: Store): DataFound {
  try {
    const damage = findDamage(store.db);
    if (damage.length > 0) {
      const check = bad('database', `llmpath.db is damaged: ${damage[0]}`, FIX);
      return { checks: [check], store, remedy: 'heal' };
    }
    const survey = surveyLog(store);
    const { events, unreadable } = survey;
    if (unreadable > 0) {
      const detail = `${plural(unreadable, 'event')} of ${events} cannot be read`;
      return { checks: [bad('database', detail, FIX)], store, remedy: 'heal' };
    }
    const sound = good('database', `${plural(events, 'event')}, the file is sound`);
    const wrong = findWrongTables(store);
    const derived =
      wrong.length === 0
        ? good('derived', 'what is derived from the log is what the log says')
        : bad('derived', `not what the log says: ${wrong.join(', ')}`, FIX);
    const checks = [sound, derived, checkClock(store, survey), checkRunning(store)];
    return { checks, store, remedy: wrong.length > 0 ? 'rebuild' : 'none' };
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_')) throw error;
    const check = bad('database', 'llmpath.db is damaged: it cannot be read through', FIX);
    return { checks: [check], store, remedy: 'heal' };
  }
}

function checkClock(store: Store, { latest, setBack }: Survey): Check {
  if (latest !== null && latest > store.now + SLACK_MS) {
    const ahead = formatMinutes(Math.round((latest - store.now) / 60_000));
    const detail = `the latest event lies ${ahead} in the future`;
    return bad(
      'clock',
      detail,
      'Look whether the clock of this machine, or of another one, is right.',
    );
  }
  if (setBack === 0) return good('clock', 'it only went forward');
  const detail = `set back ${setBack === 1 ? 'once' : `${setBack} times`}; events keep the order in which they were written`;
  return note('clock', detail);
}

function checkRunning(store: Store): Check {
  const clock = findClock(store);
  if (!clock) return good('running', 'no clock runs');
  const minutes = formatMinutes(clockMinutes(clock, store.now));
  if (!isForgotten(clock, store.now)) return good('running', `a clock runs, ${minutes} now`);
  return note('running', `a clock runs for ${minutes} now, probably forgotten`, 'llmpath stop');
}

export function checkBackups(ctx: Context): Check {
  const backups = listBackups(backupFolder(databaseFile(ctx.folders)));
  const newest = backups.at(-1);
  if (!newest) return note('backups', 'none yet', 'llmpath backup');
  const count = `${plural(backups.length, 'backup')}, the newest of ${dayAt(ctx, newest.at)}`;
  return isSound(newest)
    ? good('backups', `${count}, read through and sound`)
    : bad('backups', `${count}, and that one is damaged`, 'llmpath backup makes a new one');
}

function isSound({ file }: Backup): boolean {
  try {
    // Whether its indexes fit is looked at when it is put back.
    verifyDatabase(file, file, false);
    return true;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return false;
  }
}
