import { addDays, type Day, daysFrom } from '../day.ts';
import type { DayRange } from '../day-range.ts';
import type { Event } from '../event/event.ts';

/** Days in a row that differ from the usual week in the same way. */
export interface OtherDays extends DayRange {
  /** Minutes on each of them, 0 for days off. */
  minutes: number;
  /** What a calendar calls them. */
  title: string | null;
}

/** The days that differ from the usual week, later changes over earlier ones, in order. */
export function foldOtherDays(events: readonly Event[]): OtherDays[] {
  const known = new Map<Day, { minutes: number; title: string | null }>();
  for (const event of events) {
    if (event.kind !== 'days-changed') continue;
    const { from, to, minutes, title } = event.body;
    for (const day of daysFrom(from, to)) {
      if (minutes === null) known.delete(day);
      else known.set(day, { minutes, title });
    }
  }
  const ranges: OtherDays[] = [];
  for (const [day, { minutes, title }] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = ranges.at(-1);
    const follows = last !== undefined && addDays(last.to, 1) === day;
    if (follows && last.minutes === minutes && last.title === title) last.to = day;
    else ranges.push({ from: day, to: day, minutes, title });
  }
  return ranges;
}
