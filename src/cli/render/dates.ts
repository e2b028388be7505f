import { type Day, daysBetween, partsOfDay, weekday } from '../../domain/day.ts';
import type { DayRange } from '../../domain/day-range.ts';
import type { Finish } from '../../domain/forecast/finish.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Mon 7 Dec`, with the year where it is not that of `today`. */
export function formatDay(day: Day, today: Day): string {
  const { year } = partsOfDay(day);
  const withYear = year === partsOfDay(today).year ? '' : ` ${year}`;
  return `${WEEKDAYS[weekday(day)]} ${shortDay(day)}${withYear}`;
}

/** `today`, `yesterday`, `tomorrow`, else `Mon 7 Dec`. */
export function sayDay(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  return formatDay(day, today);
}

/** `Thu 24 Dec – Sat 2 Jan 2027`, or the one day. */
export function formatDays({ from, to }: DayRange, today: Day): string {
  if (from === to) return formatDay(from, today);
  const { year } = partsOfDay(to);
  // Of two days in one year, the last one names it.
  const first = formatDay(from, partsOfDay(from).year === year ? from : today);
  return `${first} – ${formatDay(to, today)}`;
}

const FAR_DAYS = 365 * 20;

/** An estimate looks like one: `23 Sep – 20 Oct 2027`. */
export function formatRange({ p50, p80 }: Finish, today: Day): string {
  if (daysBetween(today, p50) >= FAR_DAYS) return 'more than twenty years from now';
  const [from, to] = [partsOfDay(p50), partsOfDay(p80)];
  if (p50 === p80) return formatDay(p50, today);
  const year = to.year === partsOfDay(today).year && from.year === to.year ? '' : ` ${to.year}`;
  const fromYear = from.year === to.year ? '' : ` ${from.year}`;
  return `${shortDay(p50)}${fromYear} – ${shortDay(p80)}${year}`;
}

/** `7 Dec`. */
export function shortDay(day: Day): string {
  const { month, date } = partsOfDay(day);
  return `${date} ${MONTHS[month - 1]}`;
}
