import { isUserError } from '../domain/error.ts';
import { backupFolder, keepBackup, listBackups, rotateBackups } from '../storage/backup.ts';
import { explainStorageError } from '../storage/errors.ts';
import type { Store } from '../storage/store.ts';
import type { Context } from './context.ts';
import { dayAt } from './session.ts';

/**
 * Keeps a backup unless there is one of today, and lets go of old ones. What cannot be backed up is
 * saved all the same, so that is only said.
 */
export async function backUpDaily(ctx: Context, store: Store): Promise<void> {
  const folder = backupFolder(store.file);
  const dayOf = (instant: number) => dayAt(ctx, instant);
  if (listBackups(folder).some(({ at }) => dayOf(at) === store.today)) return;
  try {
    await keepBackup(store.file, store.now, 'daily');
    rotateBackups(folder, store.today, dayOf);
  } catch (error) {
    const known = isUserError(error) ? error : explainStorageError(error, folder);
    if (!known) throw error;
    ctx.out.warn(`What you did is saved, but not today’s backup. ${known.message}`);
  }
}
