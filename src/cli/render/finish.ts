import { addDays, type Day, daysBetween } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Finish } from '../../domain/forecast/finish.ts';
import { weeklyMinutes } from '../../domain/plan/availability.ts';
import { usualWeek } from '../../domain/plan/timetable.ts';
import type { Session } from '../session.ts';
import { formatDay, formatRange } from './dates.ts';

/** A pace is told by no more than so many weeks, though all count a little. */
const TELLING_WEEKS = 12;

/** The finish as a range, and what it goes by. */
export function sayFinish(session: Session, finish: Finish): string {
  const { today, record, timetable } = session;
  const range = formatRange(finish, today);
  if (!record.enrolment) {
    return `${range}, at ${formatMinutes(weeklyMinutes(usualWeek(timetable, today)))} a week`;
  }
  const weeks = Math.min(TELLING_WEEKS, Math.floor(daysBetween(record.enrolment.start, today) / 7));
  const first = addDays(today, -7 * weeks);
  const studied = [...record.days.keys()].some((day) => day >= first && day < today);
  if (weeks < 1 || !studied) return `${range}, at your hours less what usually comes between`;
  if (weeks === 1) return `${range}, at your pace of the last week`;
  return `${range}, at your pace of the last ${weeks} weeks`;
}

/** How the target stands against the finish; null without a target. */
export function sayTarget({ record, today }: Session, { p50, p80 }: Finish): string | null {
  const { target } = record;
  if (target === null) return null;
  const day = formatDay(target, today);
  if (p80 <= target) return `${day}, and you are on the way to it`;
  return `${day} ${sayChance(target, p50)}; llmpath plan says what would make it`;
}

/** How a target stands that is not safe. */
export function sayChance(target: Day, p50: Day): string {
  return p50 <= target ? 'is at risk' : 'is likely to be missed';
}

/** Whether the target is at risk: it is said as soon as four times in five are not enough. */
export function isAtRisk({ record }: Session, { p80 }: Finish): boolean {
  return record.target !== null && p80 > record.target;
}
