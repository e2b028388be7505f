import { type Day, weekday } from '../domain/day.ts';
import { type DayRange, rangesOf } from '../domain/day-range.ts';
import { formatMinutes } from '../domain/duration.ts';
import type { EventBodies, NewEvent } from '../domain/event/event.ts';
import { sum } from '../domain/path/path.ts';
import { foldOtherDays, type OtherDays } from '../domain/plan/other-days.ts';
import { minutesOn, usualWeek } from '../domain/plan/timetable.ts';
import { readCalendar } from '../storage/read.ts';
import { formatDays } from './render/dates.ts';
import type { Session } from './session.ts';

type DaysChanged = Extract<NewEvent, { kind: 'days-changed' }>;
type Minutes = EventBodies['days-changed']['minutes'];

/** Events that give days these minutes, null for the usual ones: one for days in a row. */
export function changeDays(
  session: Session,
  days: readonly Day[],
  minutes: Minutes,
  title: string | null = null,
): DaysChanged[] {
  return rangesOf(days).map(({ from, to }) => ({
    kind: 'days-changed',
    path: session.path.id,
    ref: null,
    body: { from, to, minutes, title },
  }));
}

export function isOff({ timetable }: Session, day: Day): boolean {
  return timetable.days.get(day) === 0;
}

/** Days off from today on; those in a row that have begun are told from their beginning. */
export function comingDaysOff({ store, path, today }: Session): OtherDays[] {
  const others = store ? foldOtherDays(readCalendar(store, path.id)) : [];
  return others.filter(({ minutes, to }) => minutes === 0 && to >= today);
}

/** What other minutes on these days do to the time to study and to the pace. */
export function factsOf(
  { timetable, today }: Session,
  days: readonly Day[],
  minutes: Minutes,
): [string, string][] {
  const usual = (day: Day) => usualWeek(timetable, day)[weekday(day)] ?? 0;
  const moreOn = (day: Day) => (minutes ?? usual(day)) - minutesOn(timetable, day);
  const more = sum(days.filter((day) => day >= today).map(moreOn));
  const facts: [string, string][] = [];
  if (more !== 0) {
    facts.push(['time', `${formatMinutes(Math.abs(more))} ${more > 0 ? 'more' : 'less'} in all`]);
  }
  if (days.some((day) => day < today && moreOn(day) !== 0)) {
    facts.push(['pace', 'measured anew, as some of these days are over']);
  }
  return facts;
}

const MOST_TOLD = 8;

/** A line for days in a row, the rest counted where they are many. */
export function listDays<R extends DayRange>(
  ranges: readonly R[],
  today: Day,
  tell: (range: R) => string,
): string[] {
  const shown = ranges.length > MOST_TOLD ? ranges.slice(0, MOST_TOLD - 1) : ranges;
  const lines = shown.map((range) => `${formatDays(range, today)}${tell(range)}`);
  const more = ranges.length - shown.length;
  return more > 0 ? [...lines, `and ${more} more; llmpath hours lists them`] : lines;
}

export function wasOrWere(count: number): string {
  return count === 1 ? 'was' : 'were';
}
