import { type Day, daysBetween, daysFrom, weekday } from '../day.ts';
import type { Event } from '../event/event.ts';
import { type Availability, isSameWeek, spreadHours } from './availability.ts';

/** When the learner has time: usual weeks, each from a day on, and the days that differ from them. */
export interface Timetable {
  /** The first day first; the first one also holds for what lies before it. */
  weeks: readonly { from: Day; minutes: Availability }[];
  /** Minutes of days off (0) and of days with other hours than usual. */
  days: ReadonlyMap<Day, number>;
}

/** Every week alike, at so many hours. */
export function evenTimetable(hours: number): Timetable {
  return { weeks: [{ from: '1970-01-01', minutes: spreadHours(hours) }], days: new Map() };
}

/** What the learner told, at so many hours a week where they told of single days at most. */
export function fillTimetable(told: Timetable, hours: number): Timetable {
  return told.weeks.length > 0 ? told : { ...told, weeks: evenTimetable(hours).weeks };
}

/**
 * What enrolments and changes of hours and days leave, later ones over earlier ones. Without weeks
 * before the first enrolment or change of hours. An enrolment settles the usual week from its day on;
 * changes of hours only from a day on leave the days that differ alone.
 */
export function foldTimetable(events: readonly Event[]): Timetable {
  let weeks: Timetable['weeks'] = [];
  const days = new Map<Day, number>();
  for (const event of events) {
    if (event.kind === 'enrolled') {
      const { start, availability } = event.body;
      const from = weeks.length === 0 || start > event.day ? start : event.day;
      weeks = [...weeks.filter((week) => week.from < from), { from, minutes: availability }];
    } else if (event.kind === 'hours-changed') {
      const { from, availability } = event.body;
      const others = weeks.filter((week) => week.from !== from);
      weeks = [...others, { from, minutes: availability }].sort((a, b) =>
        a.from < b.from ? -1 : 1,
      );
    } else if (event.kind === 'days-changed') {
      const { from, to, minutes } = event.body;
      for (const day of daysFrom(from, to)) {
        if (minutes === null) days.delete(day);
        else days.set(day, minutes);
      }
    }
  }
  return { weeks, days };
}

/** The day the learner wants to be done by, as set last; null for none. */
export function foldTarget(events: readonly Event[]): Day | null {
  let target: Day | null = null;
  for (const event of events) {
    if (event.kind === 'enrolled' || event.kind === 'finish-changed') target = event.body.finish;
  }
  return target;
}

/** Minutes the learner has on a day. */
export function minutesOn(timetable: Timetable, day: Day): number {
  return timetable.days.get(day) ?? usualWeek(timetable, day)[weekday(day)] ?? 0;
}

/** The usual week in force on a day. */
export function usualWeek({ weeks }: Timetable, day: Day): Availability {
  const known = weeks.filter((week) => week.from <= day).at(-1) ?? weeks[0];
  return known?.minutes ?? [];
}

/** The usual weeks that begin after a day and differ from the one before them. */
export function comingWeeks(timetable: Timetable, today: Day): Timetable['weeks'] {
  let before = usualWeek(timetable, today);
  return timetable.weeks.filter(({ from, minutes }) => {
    if (from <= today || isSameWeek(minutes, before)) return false;
    before = minutes;
    return true;
  });
}

/** The timetable without its runs of fewer than so many days that differ from the usual week. */
export function withoutShortBreaks(timetable: Timetable, shortest: number): Timetable {
  const days = [...timetable.days].sort(([a], [b]) => (a < b ? -1 : 1));
  const long = new Map<Day, number>();
  let run: [Day, number][] = [];
  for (const [i, entry] of days.entries()) {
    run.push(entry);
    const next = days[i + 1]?.[0];
    if (next !== undefined && daysBetween(entry[0], next) === 1) continue;
    if (run.length >= shortest) for (const [day, minutes] of run) long.set(day, minutes);
    run = [];
  }
  return { ...timetable, days: long };
}

/** Minutes from a day to another, both counted. */
export function minutesBetween(timetable: Timetable, from: Day, to: Day): number {
  const on = minutesFrom(timetable, from);
  const count = daysBetween(from, to) + 1;
  let minutes = 0;
  for (let offset = 0; offset < count; offset++) minutes += on(offset);
  return minutes;
}

/**
 * The minutes of a day by its distance from `first` in days, also negative: as `minutesOn`, for loops
 * over years.
 */
export function minutesFrom(timetable: Timetable, first: Day): (offset: number) => number {
  const start = weekday(first);
  const changes = timetable.weeks.map((week) => ({
    from: daysBetween(first, week.from),
    minutes: week.minutes,
  }));
  const days = new Map(
    [...timetable.days].map(([day, minutes]) => [daysBetween(first, day), minutes]),
  );
  return (offset) => {
    const other = days.size > 0 ? days.get(offset) : undefined;
    if (other !== undefined) return other;
    let at = changes.length - 1;
    while (at > 0 && (changes[at]?.from ?? 0) > offset) at -= 1;
    return changes[at]?.minutes[(((start + offset) % 7) + 7) % 7] ?? 0;
  };
}
