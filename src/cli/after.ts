import type { Context } from './context.ts';

/** What is done after a command's own work: the daily backup, where it changed anything. */
export async function finishCommand(ctx: Context): Promise<void> {
  const changed = ctx.stores.find(
    ({ db }) => db.open && (db.prepare('SELECT total_changes()').pluck().get() as number) > 0,
  );
  if (changed) await (await import('./daily-backup.ts')).backUpDaily(ctx, changed);
}
