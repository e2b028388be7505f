import { addDays, type Day, startOfWeek } from '../day.ts';
import { sum } from '../path/path.ts';
import type { Plan } from './plan.ts';
import { minutesBetween, minutesOn, type Timetable } from './timetable.ts';

/** A week from Monday to Sunday: what is planned in it against the time there is. Minutes. */
export interface WeekLoad {
  /** Its Monday. */
  start: Day;
  planned: number;
  capacity: number;
  /** Days without time that the usual week has. */
  daysOff: number;
}

/** The weeks of a plan from the one of its first day, up to its end or `most` weeks. */
export function weeksOf(plan: Plan, timetable: Timetable, most: number): WeekLoad[] {
  const weeks: WeekLoad[] = [];
  let start = startOfWeek(plan.from);
  for (; start <= plan.end && weeks.length < most; start = addDays(start, 7)) {
    const end = addDays(start, 6);
    const own = plan.days.filter(({ day }) => day >= start && day <= end);
    const first = start < plan.from ? plan.from : start;
    weeks.push({
      start,
      planned: sum(own.map((day) => day.minutes)),
      capacity: minutesBetween(timetable, first, end),
      daysOff: [0, 1, 2, 3, 4, 5, 6].filter((i) => isOff(timetable, addDays(start, i))).length,
    });
  }
  return weeks;
}

function isOff(timetable: Timetable, day: Day): boolean {
  return timetable.days.has(day) && minutesOn(timetable, day) === 0;
}
