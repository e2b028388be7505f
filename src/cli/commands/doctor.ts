import { rebuild } from '../../storage/derive.ts';
import { type Healed, healDatabase } from '../../storage/heal.ts';
import { MIGRATIONS } from '../../storage/migrations.ts';
import { sqliteVersion } from '../../storage/verify.ts';
import type { Run } from '../command.ts';
import type { Context } from '../context.ts';
import { type Check, good } from '../doctor/check.ts';
import { checkBackups, checkData, type DataFound } from '../doctor/data.ts';
import { checkPath } from '../doctor/path.ts';
import { checkFolders, checkSettings, checkSpace, closeToOthers } from '../doctor/places.ts';
import { databaseFile } from '../env.ts';
import { EXIT } from '../exit.ts';
import { shortPath } from '../files.ts';
import { formatDay } from '../render/dates.ts';
import { plural, rows } from '../render/text.ts';
import { dayAt, scheduleOf, today } from '../session.ts';

export const runDoctor: Run = async (ctx, _args, options) => {
  const said = options.fix === true ? await fix(ctx) : [];
  const { checks, data } = await examine(ctx);
  const ok = checks.every(({ state }) => state !== 'bad');
  report(ctx, checks, said, ok, options.fix === true);
  if (!ok) process.exitCode = data.remedy === 'heal' ? EXIT.database : EXIT.failed;
};

async function examine(ctx: Context): Promise<{ checks: Check[]; data: DataFound }> {
  const data = await checkData(ctx);
  const sound = data.remedy === 'none' ? data.store : null;
  const checks = [
    checkVersions(ctx),
    checkSettings(ctx),
    checkFolders(ctx),
    checkSpace(ctx),
    ...data.checks,
    ...(await checkPath(ctx, sound)),
    checkBackups(ctx),
  ];
  return { checks, data };
}

function checkVersions({ env }: Context): Check {
  const parts = [
    `llmpath ${env.version}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqliteVersion()}`,
    `schema ${MIGRATIONS.length}`,
    `${env.platform} ${process.arch}`,
  ];
  return good('versions', parts.join(', '));
}

/** Repairs what can be, and tells what it did, a sentence each. */
async function fix(ctx: Context): Promise<string[]> {
  const closed = closeToOthers(ctx);
  const said =
    closed > 0 ? [`Closed ${plural(closed, 'file or folder', 'files or folders')} to others.`] : [];
  const { store, remedy } = await checkData(ctx);
  if (remedy === 'rebuild' && store) {
    rebuild(store);
    said.push('Derived everything from the log again. No event was changed or lost.');
  }
  if (remedy === 'heal') {
    for (const { db } of ctx.stores) db.close();
    const healed = await healDatabase(databaseFile(ctx.folders), ctx.env.now, scheduleOf(ctx));
    said.push(...sayHealed(ctx, healed));
  }
  return said;
}

function sayHealed(ctx: Context, healed: Healed | null): string[] {
  if (healed === null) {
    return [
      'Nothing could be read from llmpath.db, and there is no backup. The file was left as it is.',
    ];
  }
  const { backup, read, events, lost, told, kept } = healed;
  const now = today(ctx, null);
  const when = (at: number) => formatDay(dayAt(ctx, at), now);
  const days = [...new Set(lost.map(when))].join(', ');
  const said = [
    `Read ${plural(read, 'event')} from the damaged file, which is kept in ${shortPath(kept)}.`,
    backup
      ? `Took the newest good backup, of ${when(backup.at)}, with ${plural(backup.events, 'event')}.`
      : 'There was no good backup to take.',
    `The database holds ${plural(events, 'event')} now.`,
  ];
  if (lost.length > 0) return [...said, `Not saved: ${plural(lost.length, 'event')}, of ${days}.`];
  if (told) return [...said, 'Nothing that the damaged file still names is missing.'];
  const since = backup ? `after ${when(backup.at)}` : 'in it';
  return [
    ...said,
    `Not saved: whatever was recorded ${since}; the file does not tell what it was.`,
  ];
}

const SIGNS = { good: '✓', note: '·', bad: '✗' };

function report(
  { out }: Context,
  checks: readonly Check[],
  said: readonly string[],
  ok: boolean,
  wasFixed: boolean,
): void {
  if (out.json) {
    const list = checks.map(({ name, state, detail, hint }) => ({
      name,
      ok: state !== 'bad',
      detail,
      note: state === 'note',
      hint: hint ?? null,
    }));
    out.document({ schema: 'llmpath/doctor@1', ok, checks: list, fixed: said });
    return;
  }
  const { theme, columns } = out;
  if (said.length > 0) {
    out.print(said.map((text) => rows([[' ', text]], 0, columns)).join('\n'));
    out.print('');
  }
  const paint = { good: theme.done, note: theme.faint, bad: theme.trouble };
  const lines = checks.flatMap(({ name, state, detail, hint }): [string, string][] => [
    [`${paint[state](SIGNS[state])} ${name}`, detail],
    ...(hint ? [['', theme.faint(hint)] as [string, string]] : []),
  ]);
  out.print(rows(lines, 2, Math.min(columns, 100)));
  const fixable =
    !wasFixed && checks.some(({ state, hint }) => state === 'bad' && hint?.includes('--fix'));
  out.note('');
  if (ok && said.length === 0)
    out.note('  All is well. Nothing private stands here: it can go into a bug report as it is.');
  else if (fixable) out.note('  llmpath doctor --fix repairs what it can, and says what it did.');
}
