import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../domain/error.ts';
import { keepBackup } from '../../storage/backup.ts';
import { DamagedLines, LINES_SCHEMA, readEventLines } from '../../storage/event-lines.ts';
import { countEvents, exportLines, readLog } from '../../storage/export.ts';
import { ConflictingEvent, mergeEvents } from '../../storage/merge.ts';
import type { Store } from '../../storage/store.ts';
import { writeWhole } from '../../storage/whole-file.ts';
import { openSessionIfAny } from '../any-session.ts';
import { reportChange } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import { assertFile, explainingFile, shortPath } from '../files.ts';
import { plural } from '../render/text.ts';
import { openStore, refresh } from '../session.ts';

export const runExport: Run = async (ctx, [name]) => {
  const { out, env } = ctx;
  const store = await openStore(ctx, { write: false });
  const given = textOf(name);
  if (given === undefined) {
    if (out.json) {
      const events = store ? [...readLog(store)] : [];
      out.document({ schema: 'llmpath/export@1', file: null, events });
    } else for (const line of store ? exportLines(store) : []) env.stdout.write(line);
    return;
  }
  if (!store) {
    const message = 'There is nothing to export yet: nothing was recorded.';
    throw new UserError('export.nothing', message, 'llmpath next says where to begin.');
  }
  const file = resolve(env.cwd, given);
  assertMayReplace(file);
  await explainingFile(file, () => writeWhole(file, exportLines(store)));
  const events = countEvents(store);
  if (out.json) out.document({ schema: 'llmpath/export@1', file, events });
  else {
    out.print(`${out.theme.done('✓')} ${plural(events, 'event')} in ${shortPath(file)}`);
    out.note(`\n  llmpath import ${given} adds them to the log of another machine`);
  }
};

/** An earlier export may be replaced, a stranger's file may not. */
function assertMayReplace(file: string): void {
  if (!existsSync(file)) return;
  const start = Buffer.alloc(LINES_SCHEMA.length + 20);
  try {
    const handle = openSync(file, 'r');
    readSync(handle, start);
    closeSync(handle);
  } catch {
    // What cannot be read is not one either.
  }
  if (start.toString().startsWith(`{"schema":"${LINES_SCHEMA}"`)) return;
  const message = `${file} is there and is no exported log, so it was left as it is.`;
  throw new UserError('usage.file', message, 'Name another file.');
}

export const runImport: Run = async (ctx, [name]) => {
  const given = textOf(name) ?? '';
  const file = resolve(ctx.env.cwd, given);
  assertFile(file, 'llmpath export FILE writes one, on the machine that has the log.');
  const store = await openStore(ctx, { write: true });
  if (!store) throw new Error('a store that is opened to write is there');
  const before = await openSessionIfAny(ctx);
  const events = countEvents(store);
  const kept = events === 0 ? null : (await keepBackup(store.file, store.now, 'import')).file;
  const merged = await explainingFile(file, () => merge(store, file));
  const { added, known } = merged;
  const said = [
    `${plural(added + known, 'event')} read, ${added === 0 ? 'none' : added} of them new`,
    ...(kept && added > 0 ? [`What was there before is in ${shortPath(kept)}`] : []),
  ];
  const json = { file, added, known, backup: kept };
  if (before)
    reportChange(ctx, before, refresh(ctx, before), { command: 'import', said, json }, false);
  else if (ctx.out.json) ctx.out.document({ schema: 'llmpath/import@1', ...json });
  else ctx.out.print(said.join('\n'));
};

/** Throws UserError `file.damaged`, and then nothing was imported. */
function merge(store: Store, file: string) {
  try {
    return mergeEvents(store, readEventLines(file));
  } catch (error) {
    if (error instanceof ConflictingEvent) {
      const message = `${file} says otherwise than your log about event ${error.message}, so one of them was changed by hand. Nothing was imported.`;
      throw new UserError('file.damaged', message, 'Export it again on the other machine.');
    }
    if (!(error instanceof DamagedLines)) throw error;
    const place = error.line === null ? file : `${file}:${error.line}`;
    const message = `${place} ${error.message}. Nothing was imported.`;
    throw new UserError('file.damaged', message, hintFor(error, file));
  }
}

function hintFor({ newer, line }: DamagedLines, file: string): string {
  if (newer) return 'Update llmpath, then import it again.';
  if (/\.db$/.test(file)) return `A backup is put in place with: llmpath restore ${file}`;
  return line === null
    ? 'llmpath export FILE writes such a file.'
    : 'Export it again on the machine that has the log.';
}
