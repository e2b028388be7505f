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
  const format = readFormat(textOf(options.format), ctx.out.json);
  if (options.whatIf !== true) assertNoChange(options);
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

const FORMATS = ['text', 'json', 'ics'] as const;

function readFormat(given: string | undefined, json: boolean): (typeof FORMATS)[number] {
  if (given === undefined) return json ? 'json' : 'text';
  const format = FORMATS.find((name) => name === given.trim().toLowerCase());
  if (format) return format;
  const message = `"${given}" in --format is not a format of the plan.`;
  throw new UserError('usage.format', message, `One of ${FORMATS.join(', ')}.`);
}
