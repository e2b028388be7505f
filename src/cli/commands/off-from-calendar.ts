import { basename } from 'node:path';
import { addDays } from '../../domain/day.ts';
import { daysIn } from '../../domain/day-range.ts';
import { stripText } from '../../domain/strip.ts';
import { readCalendarFile } from '../calendar-file.ts';
import { commit } from '../change.ts';
import type { Context } from '../context.ts';
import { changeDays, factsOf, isOff, listDays, wasOrWere } from '../day-changes.ts';
import { formatDay } from '../render/dates.ts';
import { plural } from '../render/text.ts';
import { openSession } from '../session.ts';

/** How far ahead a calendar's events are read. */
const CALENDAR_DAYS = 2 * 366;

/**
 * Takes the days off that a calendar has from today on, but for days to which the learner gave hours
 * of their own. With `free` also those of events that leave the day free.
 */
export async function takeFromCalendar(ctx: Context, file: string, free: boolean): Promise<void> {
  const text = await readCalendarFile(ctx, file);
  const { readDaysOff } = await import('../../content/read-calendar.ts');
  const session = await openSession(ctx, { write: true });
  const { today, timetable } = session;
  const last = addDays(today, CALENDAR_DAYS);
  const found = readDaysOff(text, today, last, { free });
  const days = daysIn(found.ranges);
  const fresh = days.filter((day) => !timetable.days.has(day));
  const already = days.filter((day) => isOff(session, day)).length;
  const kept = days.length - fresh.length - already;
  const events = found.ranges.flatMap((range) => {
    const own = daysIn([range]).filter((day) => !timetable.days.has(day));
    return changeDays(session, own, 0, range.title || null);
  });
  const name = file === '-' ? 'the calendar' : stripText(basename(file));
  const changed = events.map(({ body }) => body);
  const nothing =
    days.length === 0
      ? `There are no days off in ${name} until ${formatDay(last, today)}; nothing changed`
      : `There are no new days off in ${name}; nothing changed`;
  commit(ctx, session, events, {
    command: 'off',
    said: [
      events.length === 0 ? nothing : `${plural(fresh.length, 'day')} off from ${name}`,
      ...listDays(changed, today, ({ title }) => (title === null ? '' : `: ${title}`)),
      ...(already > 0 ? [`${plural(already, 'day')} of it ${wasOrWere(already)} off already`] : []),
      ...(kept > 0 ? [`${plural(kept, 'day keeps', 'days keep')} the hours that you gave`] : []),
      ...sayUnread(found),
    ],
    facts: factsOf(session, fresh, 0),
    json: {
      changed,
      already,
      calendar: { days: days.length, kept, free: found.free, timed: found.timed },
    },
  });
}

function sayUnread({ free, timed }: { free: number; timed: number }): string[] {
  const marked = plural(free, 'event is marked', 'events are marked');
  const have = plural(timed, 'event has', 'events have');
  return [
    ...(free > 0 ? [`${marked} as leaving the day free: left out (--all takes them in)`] : []),
    ...(timed > 0 ? [`${have} a time of day: not read`] : []),
  ];
}
