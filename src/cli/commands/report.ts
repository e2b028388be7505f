import { extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Day } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import { buildReport } from '../../domain/report/build.ts';
import type { Report } from '../../domain/report/report.ts';
import { didYouMean, nearest } from '../../domain/spelling.ts';
import { renderCsv, TABLES, type Table } from '../../report/csv.ts';
import { renderHtml } from '../../report/html/page.ts';
import { renderIcs } from '../../report/ics/done.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/md/markdown.ts';
import { sayPeriod } from '../../report/words.ts';
import { type Options, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { gatherReport } from '../report/gather.ts';
import { readPeriod } from '../report/period.ts';
import { openSession } from '../session.ts';
import { assertFree, isFolder, writeWholeFile } from '../write-file.ts';

const RENDERERS = {
  html: renderHtml,
  md: renderMarkdown,
  json: renderJson,
  csv: renderCsv,
  ics: renderIcs,
} satisfies Record<string, (report: Report, table: Table) => string>;
type Format = keyof typeof RENDERERS;
const FORMATS = Object.keys(RENDERERS) as Format[];

export const runReport: Run = async (ctx, _args, options) => {
  if (options.schema === true) {
    ctx.env.stdout.write((await import('../../report/schema.ts')).reportJsonSchema());
    return;
  }
  const wanted = readWanted(ctx, options);
  const session = await openSession(ctx, { write: false });
  const period = readPeriod(options, session);
  const file = wanted.place === '-' ? null : fileFor(ctx, wanted, session.today);
  if (file !== null && options.force !== true) assertFree(file);
  const withAnswers = wanted.format === 'csv' && wanted.table === 'answers';
  const report = buildReport(await gatherReport(ctx, session, period, withAnswers));
  const text = RENDERERS[wanted.format](report, wanted.table);
  if (file === null) {
    ctx.env.stdout.write(text);
    return;
  }
  writeWholeFile(file, text, options.force === true);
  sayWritten(ctx, file, text, wanted, report);
  if (options.open === true) await openReport(ctx, file);
};

interface Wanted {
  format: Format;
  table: Table;
  /** A file or a folder; `-` for stdout, null for the folder one is in. */
  place: string | null;
}

/** What the flags ask for; the format also from the name of the file. Throws UserError `usage.*`. */
function readWanted(ctx: Context, options: Options): Wanted {
  const output = textOf(options.output) ?? null;
  const place = output === null || output === '-' ? output : resolve(ctx.env.cwd, output);
  const table = textOf(options.table);
  const format = textOf(options.format);
  const wanted = {
    format: format
      ? oneOf(format.toLowerCase(), FORMATS, 'format')
      : guessFormat(ctx, place, table),
    table: oneOf(table ?? 'days', TABLES, 'table'),
    // With --json alone the report is the document.
    place: ctx.out.json && format === undefined && place === null ? '-' : place,
  };
  if (table !== undefined && wanted.format !== 'csv') {
    const message = `--table ${table} is for csv, and this report is ${wanted.format}.`;
    throw new UserError('usage.table', message, `llmpath report --format csv --table ${table}`);
  }
  if (wanted.place === '-' && options.open === true) {
    const message = '--open opens a file, and -o - writes none.';
    throw new UserError('usage.open', message, 'Leave out one of the two.');
  }
  return wanted;
}

function guessFormat(ctx: Context, place: string | null, table: string | undefined): Format {
  const ending = place === null ? '' : extname(place).slice(1).toLowerCase();
  const named = FORMATS.find((format) => format === ending);
  if (named) return named;
  if (table !== undefined) return 'csv';
  return ctx.out.json && place === null ? 'json' : 'html';
}

function oneOf<T extends string>(text: string, allowed: readonly T[], flag: string): T {
  const found = allowed.find((one) => one === text);
  if (found) return found;
  const close = didYouMean(nearest(text, allowed));
  const list = allowed.join(', ');
  const message = `"${text}" in --${flag} is not one of ${list}. ${close}`.trim();
  throw new UserError(`usage.${flag}`, message, 'llmpath report --help');
}

function fileFor(ctx: Context, { format, table, place }: Wanted, today: Day): string {
  const what = format === 'csv' ? table : 'report';
  const name = `llmpath-${what}-${today}.${format}`;
  if (place === null) return join(ctx.env.cwd, name);
  return isFolder(place) ? join(place, name) : place;
}

function sayWritten(
  { env, out }: Context,
  file: string,
  text: string,
  { format }: Wanted,
  { period }: Report,
): void {
  const bytes = Buffer.byteLength(text);
  if (out.json) {
    const { from, to } = period;
    out.document({ schema: 'llmpath/report-file@1', file, format, bytes, period: { from, to } });
    return;
  }
  const near = relative(env.cwd, file);
  const shown = near.startsWith('..') ? file : near;
  const size = bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
  out.say(`${out.theme.done('✓')}  ${shown}, ${size}, ${sayPeriod(period)}`);
}

/** The file in the learner's browser; where there is none, its address. */
async function openReport(ctx: Context, file: string): Promise<void> {
  const { launchBrowser } = await import('../browser.ts');
  const address = pathToFileURL(file).href;
  const opened = await launchBrowser(ctx.env, ctx.settings.browser.value, address);
  if (!opened) ctx.out.note(`  No browser could be started. Its address is ${address}`);
}
