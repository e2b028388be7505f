import { addDays, type Day, daysBetween } from '../domain/day.ts';
import { countDays, type DayRange } from '../domain/day-range.ts';
import { parseMinutes } from '../domain/duration.ts';
import { UserError } from '../domain/error.ts';
import { readNear } from './read.ts';

/** Readers of days in a row and of the hours on them. Each throws UserError `usage.*`. */

const LONGEST_RANGE = 366;
const PAST_DAYS = 366;
const MOST_MINUTES = 24 * 60;

/**
 * `2026-12-24`, `2026-12-24..2027-01-02` or `today..2027-01-02`: at most 366 days, all within ten
 * years, none before `earliest`, which is a year ago unless told.
 */
export function readDays(
  text: string,
  flag: string,
  today: Day,
  earliest: Day = addDays(today, -PAST_DAYS),
): DayRange {
  const [first = '', last = first, ...more] = text.split('..');
  const example = `Write it like ${flag} ${today}, or ${flag} ${today}..${addDays(today, 9)}.`;
  if (more.length > 0 || (text.includes('..') && (first.trim() === '' || last.trim() === ''))) {
    throw dayError(`"${text}" in ${flag} is not a range of days.`, example);
  }
  const range = { from: readNear(first, flag, today), to: readNear(last, flag, today) };
  if (range.from > range.to) {
    const turned = `Turned round: ${flag} ${range.to}..${range.from}`;
    throw dayError(`${range.from}..${range.to} ends before it begins.`, turned);
  }
  const count = countDays(range);
  if (count > LONGEST_RANGE) {
    const message = `${text.trim()} is ${count} days; a range holds at most ${LONGEST_RANGE}.`;
    throw dayError(message, 'See that the years are right, or give it in parts.');
  }
  if (range.from < earliest) {
    const message = `${range.from} is too long ago: days before ${earliest} count no more.`;
    throw dayError(message, example);
  }
  return range;
}

/** The first day whose hours may still be told: a year ago, or the start where that is earlier. */
export function earliestDay(today: Day, start: Day | undefined): Day {
  const yearAgo = addDays(today, -PAST_DAYS);
  return start !== undefined && start < yearAgo ? start : yearAgo;
}

/** A day from today on, at most ten years away. */
export function readComing(text: string, flag: string, today: Day): Day {
  const day = readNear(text, flag, today);
  if (daysBetween(today, day) >= 0) return day;
  const hint = `Write it like ${flag} ${today}; --on changes days that are over.`;
  throw dayError(`${day} is over; the usual week changes from today or a later day.`, hint);
}

/** Minutes of one day, 0 to all of it, from hours: `3`, `1.5`, `1.5h`, `1h30` or `90min`. */
export function readDayHours(text: string): number {
  const clean = text.trim().toLowerCase();
  const example = 'For example llmpath hours 3 --on tomorrow, or llmpath hours 1h30 --on tomorrow.';
  if (clean.includes('=')) {
    const message = `"${text}" tells the hours of a week, and --on takes those of one day.`;
    throw new UserError('usage.hours', message, example);
  }
  const minutes = parseMinutes(/^[\d.]+$/.test(clean) ? `${clean}h` : clean);
  if (minutes === null) {
    throw new UserError('usage.hours', `"${text}" is not a number of hours.`, example);
  }
  if (minutes <= MOST_MINUTES) return minutes;
  const message = `"${text}" is more than the day has: at most 24 hours.`;
  throw new UserError('usage.hours', message, example);
}

function dayError(message: string, hint: string): UserError {
  return new UserError('usage.day', message, hint);
}
