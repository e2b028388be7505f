import { findPathFolder } from '../../content/find.ts';
import { UserError } from '../../domain/error.ts';
import type { Enrolment, NewEvent } from '../../domain/event/event.ts';
import type { Outline } from '../../domain/path/path.ts';
import { resolveRef } from '../../domain/path/refs.ts';
import { formatWeeks } from '../../domain/path/weeks.ts';
import { describeAvailability, parseHours } from '../../domain/plan/availability.ts';
import { topicsToLeaveOut } from '../../domain/plan/fit-weeks.ts';
import { didYouMean, nearest } from '../../domain/spelling.ts';
import { commit } from '../change.ts';
import { listOf, type Options, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { isInteractive } from '../env.ts';
import { readDay, readTimezone } from '../read.ts';
import { formatDay } from '../render/dates.ts';
import { openSession, pathRoots, type Session } from '../session.ts';

export const runInit: Run = async (ctx, [name], options) => {
  const named = textOf(name);
  const flags = { ...ctx.flags, path: named ?? ctx.flags.path };
  const session = await openSession({ ...ctx, flags }, { write: true });
  const answers = await gather(ctx, session, options);
  const events = toEvents(session, answers);
  const { enrolment } = answers;
  const target = enrolment.finish
    ? `, aiming at ${formatDay(enrolment.finish, session.today)}`
    : '';
  commit(ctx, session, events, {
    command: 'init',
    said: [
      `Enrolled in ${session.path.title}`,
      `From ${formatDay(enrolment.start, session.today)}, ${describeAvailability(enrolment.availability)}${target}`,
      ...answers.skip.map((ref) => `${session.index.things.get(ref)?.title ?? ref}: left out`),
    ],
    json: { path: session.path.id, enrolment, skipped: answers.skip },
  });
};

interface Answers {
  enrolment: Enrolment;
  /** Refs to leave out from now on. */
  skip: string[];
  /** Refs left out before that come in again. */
  unskip: string[];
}

async function gather(ctx: Context, session: Session, options: Options): Promise<Answers> {
  const before = session.record.enrolment;
  const ask = isInteractive(ctx.env) && ctx.flags.input && !ctx.flags.yes && !ctx.out.json;
  const { today, path, availability } = session;
  const start = await answer(ctx, ask, {
    given: textOf(options.start),
    message: 'First study day',
    fallback: before?.start ?? today,
    read: (text) => readDay(text, '--start', today),
  });
  const hours = await answer(ctx, ask, {
    given: textOf(options.hours),
    message: 'Hours a week, or by day like mon=1,wed=1.5,sat=3',
    fallback: before ? sayHours(availability) : `${path.pace}`,
    read: parseHours,
  });
  const finish = await answer(ctx, ask, {
    given: textOf(options.finish),
    message: 'Done by (a day, or none)',
    fallback: before?.finish ?? 'none',
    read: (text) => readFinish(text, today, start),
  });
  const timezone = textOf(options.timezone);
  const skips = await gatherSkips(ctx, session, ask, options);
  const weeks = readWeeks(path, listOf(options.weeks));
  const tooMuch = path.phases.flatMap((phase) => {
    const count = weeks[phase.id];
    return count === undefined ? [] : topicsToLeaveOut(phase, count, path.pace);
  });
  return {
    enrolment: {
      start,
      availability: hours,
      finish,
      timezone: timezone === undefined ? zoneOf(before) : readTimezone(timezone),
      weeks: { ...before?.weeks, ...weeks },
      folder: folderToRemember(ctx, session),
    },
    skip: [...new Set([...skips.skip, ...tooMuch.filter((id) => !isSkipped(session, id))])],
    unskip: skips.unskip,
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
  const { askText } = await import('../prompts.ts');
  const text = await askText(ctx.env, {
    message: field.message,
    fallback: field.fallback,
    problem: (typed) => {
      try {
        field.read(typed);
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  return field.read(text);
}

/** Optional phases are asked for by name; `--skip` answers for all. */
async function gatherSkips(ctx: Context, session: Session, ask: boolean, options: Options) {
  const given = listOf(options.skip)
    .flatMap((text) => text.split(','))
    .filter(Boolean);
  const skip = given.map((ref) => resolveRef(session.index, ref, ['phase', 'topic', 'use']).ref);
  const unskip: string[] = [];
  if (ask && options.skip === undefined) {
    const { askYes } = await import('../prompts.ts');
    for (const phase of session.path.phases.filter((candidate) => candidate.optional)) {
      const now = isSkipped(session, phase.id);
      if (phase.skipIf) ctx.out.note(phase.skipIf);
      const leaveOut = await askYes(ctx.env, `Leave out ${phase.title}?`, now);
      if (leaveOut && !now) skip.push(phase.id);
      if (!leaveOut && now) unskip.push(phase.id);
    }
  }
  return { skip, unskip };
}

function isSkipped(session: Session, ref: string): boolean {
  return session.record.items.get(ref)?.skipped ?? false;
}

function readFinish(text: string, today: string, start: string): string | null {
  if (['none', 'no', 'never', ''].includes(text.trim().toLowerCase())) return null;
  const day = readDay(text, '--finish', today);
  if (day > today && day > start) return day;
  const message =
    day <= today ? `${day} is not in the future.` : `${day} is not after the start, ${start}.`;
  throw new UserError('usage.finish', message, 'Choose a later day, or --finish none.');
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
      throw new UserError(
        'usage.weeks',
        `"${id}" in --weeks is not a phase. ${hint}`,
        '--weeks math=5',
      );
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

/** The zone as at the first enrolment, so that study days do not shift on a journey. */
function zoneOf(before: Enrolment | null): string {
  return before?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The folder of a path that its id alone would not find. */
function folderToRemember(ctx: Context, session: Session): string | null {
  try {
    const found = findPathFolder(pathRoots(ctx), session.path.id, ctx.env.cwd);
    return found === session.folder ? null : session.folder;
  } catch {
    return session.folder;
  }
}

function sayHours(availability: readonly number[]): string {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const total = availability.reduce((sum, minutes) => sum + minutes, 0);
  if (describeAvailability(availability).endsWith('a week')) return `${total / 60}`;
  return days.map((day, i) => `${day}=${(availability[i] ?? 0) / 60}`).join(',');
}

function toEvents(session: Session, answers: Answers): NewEvent[] {
  const path = session.path.id;
  return [
    { kind: 'enrolled', path, ref: null, body: answers.enrolment },
    ...answers.skip.map((ref): NewEvent => ({ kind: 'skipped', path, ref, body: {} })),
    ...answers.unskip.map((ref): NewEvent => ({ kind: 'unskipped', path, ref, body: {} })),
  ];
}
