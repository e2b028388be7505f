import { addDays, type Day } from '../../domain/day.ts';
import { daysIn } from '../../domain/day-range.ts';
import { UserError } from '../../domain/error.ts';
import type { NewEvent } from '../../domain/event/event.ts';
import {
  type Availability,
  isSameWeek,
  parseHours,
  spreadHours,
} from '../../domain/plan/availability.ts';
import { foldOtherDays } from '../../domain/plan/other-days.ts';
import { comingWeeks, usualWeek } from '../../domain/plan/timetable.ts';
import { readCalendar } from '../../storage/read.ts';
import { commit } from '../change.ts';
import { type Options, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { changeDays, factsOf } from '../day-changes.ts';
import { earliestDay, readComing, readDayHours, readDays } from '../read-days.ts';
import { newcomerLine } from '../remarks.ts';
import { formatDay, formatDays, sayDay } from '../render/dates.ts';
import { type Hours, renderHours, sayDayHours, sayWeek } from '../render/hours.ts';
import { openSession, type Session } from '../session.ts';

const WIDEST = 96;
/** How far ahead days with other hours are listed. */
const LISTED_DAYS = 366;

export const runHours: Run = async (ctx, [text], options) => {
  const given = textOf(text);
  assertSense(given, options);
  if (given === undefined) await showHours(ctx);
  else if (options.on === undefined) await changeWeek(ctx, given, textOf(options.from));
  else await changeSingle(ctx, given, textOf(options.on) ?? '');
};

/** Refuses flags that do not go together. */
function assertSense(given: string | undefined, { on, from }: Options): void {
  if (given === undefined && (on !== undefined || from !== undefined)) {
    const message = 'Say how many hours, before --on or --from.';
    const hint = 'For example llmpath hours 3 --on tomorrow, or llmpath hours 9 --from tomorrow.';
    throw new UserError('usage.hours', message, hint);
  }
  if (on !== undefined && from !== undefined) {
    const message =
      '--on is for single days and --from for the usual week; only one goes at a time.';
    throw new UserError('usage.hours', message, 'llmpath hours --help shows both.');
  }
  if (on === undefined && given !== undefined && isUsual(given)) {
    const message = `"${given}" makes single days usual again, so it needs --on.`;
    throw new UserError('usage.hours', message, 'For example llmpath hours usual --on tomorrow.');
  }
}

function isUsual(text: string): boolean {
  return text.trim().toLowerCase() === 'usual';
}

async function showHours(ctx: Context): Promise<void> {
  const session = await openSession(ctx, { write: false });
  const hours = hoursOf(session);
  const { out } = ctx;
  if (out.json) {
    out.document({ schema: 'llmpath/hours@1', ...hours });
    return;
  }
  const width = Math.min(out.columns, WIDEST);
  await out.page(renderHours(hours, session.today, out.theme, width));
  if (!session.record.enrolment) out.note(newcomerLine(session));
}

function hoursOf({ timetable, today, store, path }: Session): Hours {
  const events = store ? readCalendar(store, path.id) : [];
  const last = addDays(today, LISTED_DAYS);
  return {
    week: usualWeek(timetable, today),
    changes: comingWeeks(timetable, today).map(({ from, minutes }) => ({ from, week: minutes })),
    days: foldOtherDays(events).filter(({ from, to }) => to >= today && from <= last),
  };
}

async function changeWeek(ctx: Context, text: string, since: string | undefined): Promise<void> {
  const week = parseHours(text, 'llmpath hours');
  const session = await openSession(ctx, { write: true });
  const { today, timetable, record, path } = session;
  const asked = readComing(since ?? 'today', '--from', today);
  const start = record.enrolment?.start;
  // Nothing is planned before the start, and its week would take the place of this one.
  const from = start !== undefined && start > asked ? start : asked;
  const before = usualWeek(timetable, from);
  const isTold = record.timetable.weeks.length > 0;
  const json = { from, week };
  if (isTold && isSameWeek(before, week)) {
    const said = [`Your usual week is ${sayWeek(week)} already; nothing changed`];
    commit(ctx, session, [], { command: 'hours', said, json });
    return;
  }
  const change = (day: Day, availability: number[]): NewEvent => ({
    kind: 'hours-changed',
    path: path.id,
    ref: null,
    body: { from: day, availability },
  });
  // The first week told holds for the time before it too, which is not what was said.
  const untilThen = isTold || from === today ? [] : [change(today, spreadHours(path.pace))];
  const next = comingWeeks(timetable, from)[0];
  commit(ctx, session, [...untilThen, change(from, week)], {
    command: 'hours',
    said: [`Usual week from ${sayDay(from, today)}: ${sayWeek(week)}`],
    facts: [
      ['before', sayWeek(before)],
      ...(next ? [sayLater(next.from, next.minutes, today)] : []),
    ],
    json,
  });
}

/** A change told earlier that still comes. */
function sayLater(from: Day, week: Availability, today: Day): [string, string] {
  return ['later', `${sayWeek(week)} from ${formatDay(from, today)}, as you said before`];
}

async function changeSingle(ctx: Context, text: string, on: string): Promise<void> {
  const minutes = isUsual(text) ? null : readDayHours(text);
  const session = await openSession(ctx, { write: true });
  const { today, timetable, record } = session;
  const asked = readDays(on, '--on', today, earliestDay(today, record.enrolment?.start));
  const known = (day: Day) => timetable.days.get(day) ?? null;
  const days = daysIn([asked]).filter((day) => known(day) !== minutes);
  const said = minutes === null ? 'the usual hours' : sayDayHours({ ...asked, minutes });
  if (days.length === 0) {
    const already = [`${formatDays(asked, today)}: ${said} already; nothing changed`];
    commit(ctx, session, [], { command: 'hours', said: already, json: { changed: [] } });
    return;
  }
  const events = changeDays(session, days, minutes);
  commit(ctx, session, events, {
    command: 'hours',
    said: [`${formatDays(asked, today)}: ${said}`],
    facts: factsOf(session, days, minutes),
    json: { changed: events.map(({ body }) => body) },
  });
}
