import { addDays, type Day } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Enrolment } from '../domain/event/event.ts';
import type { Outline } from '../domain/path/path.ts';
import { resolveRef } from '../domain/path/refs.ts';
import { formatWeeks } from '../domain/path/weeks.ts';
import { minutesPlannedUntil } from '../domain/plan/ahead.ts';
import { parseHours, sayHours, weeklyMinutes } from '../domain/plan/availability.ts';
import { topicsToLeaveOut } from '../domain/plan/fit-weeks.ts';
import { usualWeek } from '../domain/plan/timetable.ts';
import { didYouMean, nearest } from '../domain/spelling.ts';
import { listOf, type Options, textOf } from './command.ts';
import type { Context } from './context.ts';
import { isInteractive } from './env.ts';
import { problemOf, readNear, readTimezone } from './read.ts';
import type { Session } from './session.ts';

/** What `init` needs to know, from flags, from the learner, or by default. */
export interface Answers {
  enrolment: Omit<Enrolment, 'folder'>;
  /** Refs to leave out from now on. */
  skip: string[];
  /** Refs left out before that come in again. */
  unskip: string[];
}

/** The zone to enrol in: the flag's, else as at the first enrolment, so that days do not shift. */
export function zoneToEnrol(session: Session, options: Options): string {
  const given = textOf(options.timezone);
  if (given !== undefined) return readTimezone(given);
  const before = session.record.enrolment?.timezone;
  return before ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Reads every flag before anything is asked, so that no answer is lost to a wrong flag.
 * Throws UserError `usage.*` and `ref.*`.
 */
export async function gatherAnswers(
  ctx: Context,
  session: Session,
  timezone: string,
  options: Options,
): Promise<Answers> {
  const { path, today, record } = session;
  const before = record.enrolment;
  const skips = readSkips(session, listOf(options.skip));
  const weeks = readWeeks(path, listOf(options.weeks));
  const fields = {
    start: {
      given: textOf(options.start),
      message: 'First study day',
      fallback: before?.start ?? today,
      read: (text: string) => readNear(text, '--start', today),
    },
    hours: {
      given: textOf(options.hours),
      message: 'Hours a week, or by day like mon=1,wed=1.5,sat=3',
      fallback: sayHours(usualWeek(session.timetable, today)),
      read: (text: string) => parseHours(text),
    },
    finish: {
      given: textOf(options.finish),
      message: 'Done by (a day, or none)',
      fallback: record.target && record.target > today ? record.target : 'none',
      read: (text: string) => readFinish(text, today),
    },
  };
  for (const { given, read } of Object.values(fields)) if (given !== undefined) read(given);

  const ask = isInteractive(ctx.env) && ctx.flags.input && !ctx.flags.yes && !ctx.out.json;
  const start = await answer(ctx, ask, fields.start);
  const availability = await answer(ctx, ask, fields.hours);
  const finish = await answer(ctx, ask, fields.finish);
  if (finish !== null && finish <= start) {
    const message = `${finish} is not after the start, ${start}.`;
    throw new UserError('usage.finish', message, 'Choose a later day, or --finish none.');
  }
  const asked =
    ask && options.skip === undefined ? await askSkips(ctx, session) : { skip: [], unskip: [] };
  const fitted = fitWeeks(session, weeks, weeklyMinutes(availability) / 60);
  return {
    enrolment: {
      start,
      availability,
      finish,
      timezone,
      weeks: { ...before?.weeks, ...weeks },
      plannedBefore: before
        ? { until: today, minutes: minutesPlannedUntil(before, session.timetable, today) }
        : null,
    },
    skip: [...new Set([...skips, ...asked.skip, ...fitted.skip])],
    unskip: [...asked.unskip, ...fitted.unskip].filter((ref) => !skips.includes(ref)),
  };
}

interface Field<T> {
  given: string | undefined;
  message: string;
  fallback: string;
  read(text: string): T;
}

/** A field from its flag, else from the learner, else its default. */
async function answer<T>(ctx: Context, ask: boolean, field: Field<T>): Promise<T> {
  if (field.given !== undefined) return field.read(field.given);
  if (!ask) return field.read(field.fallback);
  const { askText } = await import('./prompts.ts');
  const { message, fallback } = field;
  const problem = (typed: string) => problemOf(() => field.read(typed));
  return field.read(await askText(ctx.env, { message, fallback, problem }));
}

function readSkips(session: Session, given: readonly string[]): string[] {
  return given
    .flatMap((text) => text.split(','))
    .filter(Boolean)
    .map((ref) => resolveRef(session.index, ref, ['phase', 'topic', 'use']).ref)
    .filter((ref) => !isSkipped(session, ref));
}

/** Optional phases are asked for one by one. */
async function askSkips(ctx: Context, session: Session) {
  const { askYes } = await import('./prompts.ts');
  const skip: string[] = [];
  const unskip: string[] = [];
  for (const phase of session.path.phases.filter((candidate) => candidate.optional)) {
    const now = isSkipped(session, phase.id);
    if (phase.skipIf) ctx.out.note(`${phase.title} is optional. ${phase.skipIf}`);
    const leaveOut = await askYes(ctx.env, `Leave out ${phase.title}?`, now);
    if (leaveOut && !now) skip.push(phase.id);
    if (!leaveOut && now) unskip.push(phase.id);
  }
  return { skip, unskip };
}

/** Topics to leave out so that phases fit their weeks, and those that earlier weeks had left out. */
function fitWeeks(session: Session, weeks: Record<string, number>, hours: number) {
  const before = session.record.enrolment;
  const skip: string[] = [];
  const unskip: string[] = [];
  for (const phase of session.path.phases) {
    const count = weeks[phase.id];
    if (count === undefined) continue;
    const out = topicsToLeaveOut(phase, count, hours);
    const earlier = before?.weeks[phase.id];
    const wasOut =
      before && earlier !== undefined
        ? topicsToLeaveOut(phase, earlier, weeklyMinutes(before.availability) / 60)
        : [];
    skip.push(...out.filter((id) => !isSkipped(session, id)));
    unskip.push(...wasOut.filter((id) => !out.includes(id) && isSkipped(session, id)));
  }
  return { skip, unskip };
}

function isSkipped(session: Session, ref: string): boolean {
  return session.record.items.get(ref)?.skipped ?? false;
}

/** The day to be done by, after today, or null for `none`. */
export function readFinish(text: string, today: Day, flag = '--finish'): Day | null {
  if (['none', 'no', 'never', ''].includes(text.trim().toLowerCase())) return null;
  const day = readNear(text, flag, today, addDays(today, 365));
  if (day > today) return day;
  const message = `${day} is not in the future.`;
  throw new UserError('usage.finish', message, `Choose a later day, or ${flag} none.`);
}

/** `PHASE=N`, within the phase's range. */
function readWeeks(path: Outline, given: readonly string[]): Record<string, number> {
  const weeks: Record<string, number> = {};
  for (const text of given.flatMap((part) => part.split(','))) {
    const [id = '', count = ''] = text.split('=').map((part) => part.trim());
    const phase = path.phases.find((candidate) => candidate.id === id);
    if (!phase) {
      const ids = path.phases.map((candidate) => candidate.id);
      const hint = didYouMean(nearest(id, ids)) || `Phases: ${ids.join(', ')}.`;
      const message = `"${id}" in --weeks is not a phase. ${hint}`;
      throw new UserError('usage.weeks', message, '--weeks math=5');
    }
    const number = Number(count);
    const { min, max } = phase.weeks;
    if (!Number.isInteger(number) || number < min || number > (max ?? 520)) {
      const range = formatWeeks(phase.weeks);
      const message = `${phase.title} takes ${range} weeks, so --weeks ${text} does not fit.`;
      throw new UserError('usage.weeks', message, `--weeks ${id}=${min}`);
    }
    weeks[id] = number;
  }
  return weeks;
}
