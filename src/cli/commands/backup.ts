import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isUserError, UserError } from '../../domain/error.ts';
import { backupFolder, copyDatabase, keepBackup, rotateBackups } from '../../storage/backup.ts';
import type { Store } from '../../storage/store.ts';
import { type Contents, verifyDatabase } from '../../storage/verify.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { explainingFile, shortPath } from '../files.ts';
import { formatBytes } from '../render/bytes.ts';
import { plural, rows } from '../render/text.ts';
import { dayAt, openStore } from '../session.ts';

export const runBackup: Run = async (ctx, [name]) => {
  const store = await openStore(ctx, { write: false });
  if (!store) {
    const message = 'There is nothing to back up yet: nothing was recorded.';
    throw new UserError('backup.nothing', message, 'llmpath next says where to begin.');
  }
  const given = textOf(name);
  const { file, ...contents } =
    given === undefined ? await keepOne(ctx, store) : await copyTo(ctx, store, given);
  report(ctx, file, contents);
};

function keepOne(ctx: Context, store: Store) {
  const folder = backupFolder(store.file);
  return explainingFile(folder, async () => {
    const kept = await keepBackup(store.file, store.now, 'asked');
    rotateBackups(folder, store.today, (instant) => dayAt(ctx, instant));
    return kept;
  });
}

async function copyTo(ctx: Context, store: Store, given: string) {
  const named = resolve(ctx.env.cwd, given);
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? join(named, 'llmpath-backup.db') : named;
  assertMayReplace(file, store.file);
  if (!existsSync(dirname(file))) {
    const message = `There is no folder ${dirname(file)} to put the backup in.`;
    throw new UserError('file.no-folder', message, `mkdir ${dirname(file)}`);
  }
  return explainingFile(file, async () => ({ file, ...(await copyDatabase(store.file, file)) }));
}

/** An older backup may be replaced, a stranger's file may not. */
function assertMayReplace(file: string, database: string): void {
  if (!existsSync(file)) return;
  const refuse = (why: string) =>
    new UserError('usage.file', `${file} ${why}, so it was left as it is.`, 'Name another file.');
  if (realpathSync(file) === realpathSync(database)) throw refuse('is the database itself');
  try {
    verifyDatabase(file);
  } catch (error) {
    if (!isUserError(error)) throw error;
    if (error.code !== 'backup.damaged') throw refuse('is there and is no backup of this llmpath');
  }
}

function report({ out }: Context, file: string, contents: Contents): void {
  if (out.json) {
    const { events, bytes, schema } = contents;
    out.document({ schema: 'llmpath/backup@1', file, events, bytes, databaseSchema: schema });
    return;
  }
  const size = `${plural(contents.events, 'event')}, ${formatBytes(contents.bytes)}`;
  const lines: [string, string][] = [
    [out.theme.done('✓'), out.theme.strong(`A backup is in ${shortPath(file)}`)],
    ['', `${size}, read through and sound`],
  ];
  out.print(rows(lines, 0, out.columns));
  out.note('\n  llmpath restore lists the backups there are');
}
