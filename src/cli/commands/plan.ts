import { UserError } from '../../domain/error.ts';
import { type Options, type Run, textOf } from '../command.ts';
import { learnerOf } from '../forecast.ts';
import { calendarOf, planDocument } from '../plan-document.ts';
import { writePlanFile } from '../plan-file.ts';
import { readCount } from '../read.ts';
import { newcomerLine } from '../remarks.ts';
import { renderComparison } from '../render/plan/compare.ts';
import { renderPlan } from '../render/plan/plan.ts';
import { openSession } from '../session.ts';
import { comparisonDocument, readWhatIf } from '../what-if.ts';

const DEFAULT_WEEKS = 1;
const MOST_WEEKS = 1000;

export const runPlan: Run = async (ctx, _args, options) => {
  const given = textOf(options.weeks);
  const weeks = given === undefined ? undefined : readCount(given, '--weeks', MOST_WEEKS);
  const format = readFormat(options, ctx.out.json);
  if (options.whatIf !== true) assertNoChange(options);
  if (format !== 'ics') assertNoFile(options);
  else if (options.whatIf === true) throw whatIfIsNoFile();
  const session = await openSession(ctx, { write: false });
  const { out } = ctx;
  const width = Math.min(out.columns, 96);
  if (options.whatIf === true) {
    const whatIf = readWhatIf(session, options);
    const now = calendarOf(learnerOf(session));
    const then = calendarOf(whatIf.learner);
    if (format === 'json') out.document(comparisonDocument(now, then, whatIf, weeks));
    else await out.page(renderComparison(session, now, then, whatIf, out.theme, width));
    return;
  }
  const calendar = calendarOf(learnerOf(session));
  if (format === 'ics') await writePlanFile(ctx, session, calendar.plan, options);
  else if (format === 'json') out.document(planDocument(calendar, weeks));
  else {
    await out.page(renderPlan(session, calendar, weeks ?? DEFAULT_WEEKS, out.theme, width));
    if (!session.record.enrolment) out.note(newcomerLine(session));
  }
};

function assertNoChange({ hours, finish, off, skip }: Options): void {
  if ([hours, finish, off, skip].every((flag) => flag === undefined)) return;
  const message = '--hours, --finish, --off and --skip belong to --what-if, which saves nothing.';
  const hint = 'Add --what-if; or to change the plan itself: llmpath hours, finish, off, skip.';
  throw new UserError('usage.what-if', message, hint);
}

function assertNoFile({ output, at, alarm, force }: Options): void {
  if ([output, at, alarm, force].every((flag) => flag === undefined)) return;
  const message = '-o, --at, --alarm and --force belong to --format ics, a file for your calendar.';
  const hint =
    'llmpath plan --format ics -o plan.ics; or for a program: llmpath plan --json > FILE';
  throw new UserError('usage.plan-file', message, hint);
}

function whatIfIsNoFile(): UserError {
  const message = '--what-if saves nothing, so it makes no file for a calendar.';
  return new UserError('usage.plan-file', message, 'Leave out --format, or make it json.');
}

const FORMATS = ['text', 'json', 'ics'] as const;

/** The format named, or the one of a file ending in .ics. */
function readFormat(options: Options, json: boolean): (typeof FORMATS)[number] {
  const given = textOf(options.format);
  if (given === undefined) {
    if (textOf(options.output)?.toLowerCase().endsWith('.ics')) return 'ics';
    return json ? 'json' : 'text';
  }
  const format = FORMATS.find((name) => name === given.trim().toLowerCase());
  if (format) return format;
  const message = `"${given}" in --format is not a format of the plan.`;
  throw new UserError('usage.format', message, `One of ${FORMATS.join(', ')}.`);
}
