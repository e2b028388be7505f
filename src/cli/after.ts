import type { Context } from './context.ts';

/** What is done after a command's own work: the daily backup, where it changed anything. */
export async function finishCommand(ctx: Context): Promise<void> {
  const changed = ctx.stores.find(
    ({ db }) => db.open && (db.prepare('SELECT total_changes()').pluck().get() as number) > 0,
  );
  if (changed) await (await import('./daily-backup.ts')).backUpDaily(ctx, changed);
}

/** SQLite tidies up as it closes, and at the very end nothing would hold a signal of the system back. */
export function closeStores({ stores }: Context): void {
  for (const { db } of stores) db.close();
}
