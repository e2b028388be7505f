import { closeSync, openSync, readSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isDay } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import { type Backup, backupFolder, listBackups } from '../../storage/backup.ts';
import { type Restored, restoreDatabase } from '../../storage/restore.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { databaseFile, isInteractive } from '../env.ts';
import { assertFile, explainingFile, shortPath } from '../files.ts';
import { formatBytes } from '../render/bytes.ts';
import { formatDay } from '../render/dates.ts';
import { plural, rows } from '../render/text.ts';
import { dayAt, today } from '../session.ts';

export const runRestore: Run = async (ctx, [name]) => {
  const database = databaseFile(ctx.folders);
  const backups = listBackups(backupFolder(database));
  const given = textOf(name);
  if (given === undefined) {
    list(ctx, backups);
    return;
  }
  const file = fileNamed(ctx, backups, given);
  if (!(await agrees(ctx, file))) {
    ctx.out.note('Nothing was changed.');
    return;
  }
  const restored = await explainingFile(file, () => restoreDatabase(database, file, ctx.env.now));
  report(ctx, file, restored);
};

const REASONS = {
  daily: 'daily',
  asked: 'asked for',
  restore: 'before a restore',
  import: 'before an import',
};

function sayReason({ reason }: Backup): string {
  return reason in REASONS
    ? REASONS[reason as keyof typeof REASONS]
    : 'before an update of llmpath';
}

function list(ctx: Context, backups: readonly Backup[]): void {
  const { out } = ctx;
  const newest = backups.toReversed();
  if (out.json) {
    const entries = newest.map(({ file, at, reason, bytes }) => ({
      file,
      at: new Date(at).toISOString(),
      day: dayAt(ctx, at),
      reason,
      bytes,
    }));
    out.document({ schema: 'llmpath/restore@1', backups: entries });
    return;
  }
  if (newest.length === 0) {
    out.say('There is no backup yet. One is made on every day on which you record something.');
    return;
  }
  const now = today(ctx, null);
  const lines = newest.map((backup): [string, string] => {
    const day = dayAt(ctx, backup.at);
    const words = `${formatDay(day, now)}, ${timeOf(backup.at)}, ${sayReason(backup)}`;
    return [day, `${words}, ${formatBytes(backup.bytes)}  ${out.theme.faint(backup.name)}`];
  });
  out.print(rows(lines, 2, out.columns));
  out.note(
    `\n  llmpath restore ${lines[0]?.[0]} takes the last of that day; a file's name will do too`,
  );
}

/** Hours and minutes in the learner's zone. */
function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}

/** Throws UserError `ref.backup` and `ref.file`. */
function fileNamed(ctx: Context, backups: readonly Backup[], given: string): string {
  today(ctx, null);
  if (!isDay(given)) {
    const kept = backups.find((backup) => backup.name === basename(given) && given === backup.name);
    const file = kept?.file ?? resolve(ctx.env.cwd, given);
    assertFile(file, 'llmpath restore lists the backups there are.');
    assertNoLog(file);
    return file;
  }
  const ofDay = backups.filter(({ at }) => dayAt(ctx, at) === given).at(-1);
  if (ofDay) return ofDay.file;
  const days = [...new Set(backups.map(({ at }) => dayAt(ctx, at)))];
  const earlier = days.filter((day) => day < given).at(-1) ?? days[0];
  const message = `There is no backup of ${given}.`;
  const hint = earlier ? `The nearest is llmpath restore ${earlier}.` : 'There is none at all yet.';
  throw new UserError('ref.backup', message, hint);
}

/** An exported log is added to what is there, not put in its place. */
function assertNoLog(file: string): void {
  const start = Buffer.alloc(1);
  const handle = openSync(file, 'r');
  readSync(handle, start);
  closeSync(handle);
  if (start.toString() !== '{') return;
  const message = `${file} is an exported log, which is added to what is there.`;
  throw new UserError('usage.file', message, `llmpath import ${file}`);
}

async function agrees(ctx: Context, file: string): Promise<boolean> {
  if (!isInteractive(ctx.env) || !ctx.flags.input || ctx.flags.yes || ctx.out.json) return true;
  const { askYes } = await import('../prompts.ts');
  ctx.out.note('What is there now is kept as a backup first.');
  return askYes(ctx.env, `Put back ${basename(file)}?`, true);
}

function report(ctx: Context, file: string, restored: Restored): void {
  const { out } = ctx;
  const { events, saved, before } = restored;
  if (out.json) {
    out.document({ schema: 'llmpath/restore@1', file, events, before, saved });
    return;
  }
  const lines: [string, string][] = [
    [
      out.theme.done('✓'),
      out.theme.strong(`Restored ${basename(file)}: ${plural(events, 'event')}`),
    ],
  ];
  out.print(rows(lines, 0, out.columns));
  if (saved === null) return;
  const folder = join(ctx.folders.data, 'damaged');
  const isDamaged = saved.startsWith(folder);
  out.print('');
  out.print(
    rows(
      isDamaged
        ? [['before', `it could not be read whole; the file is kept in ${shortPath(saved)}`]]
        : [
            ['before', plural(before ?? 0, 'event')],
            ['undo', `llmpath restore ${basename(saved)}`],
          ],
      2,
      out.columns,
    ),
  );
  out.note('\n  What you exchanged with other machines comes back with the next llmpath sync.');
}
