import { addDays, type Day, startOfWeek, type Zone } from '../day.ts';
import type { Event } from '../event/event.ts';
import { timeOf } from '../event/fold.ts';
import { sum } from '../path/path.ts';
import type { DayCounts } from './input.ts';
import { isWithin, type Period } from './period.ts';
import type { Activity, DayRow, WeekRow } from './report.ts';

const HOURS = 24;
const MINUTE = 60_000;

/** What was done when, in a period. `minutes` are by study day, of the whole history. */
export function measureActivity(
  period: Period,
  minutes: ReadonlyMap<Day, number>,
  answered: readonly DayCounts[],
  events: readonly Event[],
  zone: Zone,
): Activity {
  const days = joinDays(period, minutes, answered);
  return {
    minutes: sum(days.map((row) => row.minutes)),
    studyDays: days.filter((row) => row.minutes > 0).length,
    days,
    weeks: sumWeeks(period, days),
    hours: spreadHours(
      events.filter((event) => isWithin(period, timeOf(event)?.day ?? event.day)),
      zone,
    ),
  };
}

/** Days with study or answers, in order. */
export function joinDays(
  period: Period,
  minutes: ReadonlyMap<Day, number>,
  answered: readonly DayCounts[],
): DayRow[] {
  const none = { minutes: 0, answers: 0, reviews: 0, right: 0 };
  const rows = new Map<Day, DayRow>();
  for (const [day, spent] of minutes) {
    if (isWithin(period, day)) rows.set(day, { ...none, day, minutes: spent });
  }
  for (const counts of answered) {
    if (isWithin(period, counts.day)) {
      rows.set(counts.day, { ...none, ...rows.get(counts.day), ...counts });
    }
  }
  return [...rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Sums of every week of a period, also of those without anything. */
export function sumWeeks(period: Period, days: readonly DayRow[]): WeekRow[] {
  const weeks = new Map<Day, WeekRow>();
  for (let week = startOfWeek(period.from); week <= period.to; week = addDays(week, 7)) {
    weeks.set(week, { week, studyDays: 0, minutes: 0, answers: 0, reviews: 0, right: 0 });
  }
  for (const row of days) {
    const week = weeks.get(startOfWeek(row.day));
    if (!week) continue;
    week.studyDays += row.minutes > 0 ? 1 : 0;
    week.minutes += row.minutes;
    week.answers += row.answers;
    week.reviews += row.reviews;
    week.right += row.right;
  }
  return [...weeks.values()];
}

/**
 * Minutes in each hour of the day. Time is taken to have ended when it was told; what was told on a
 * later day has no hour.
 */
export function spreadHours(events: readonly Event[], zone: Zone): number[] {
  const hours = new Array<number>(HOURS).fill(0);
  for (const event of events) {
    const time = timeOf(event);
    if (!time || time.day !== event.day) continue;
    const end = Math.floor(event.at / MINUTE) + zone(event.at);
    for (let left = time.minutes, at = end; left > 0; ) {
      // Back to the full hour, or as far as the time reaches.
      const part = Math.min(left, at % 60 === 0 ? 60 : at % 60);
      const hour = ((Math.floor((at - part) / 60) % HOURS) + HOURS) % HOURS;
      hours[hour] = (hours[hour] ?? 0) + part;
      left -= part;
      at -= part;
    }
  }
  return hours;
}
