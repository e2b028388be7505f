import { addDays, type Day, daysBetween, partsOfDay, weekday } from '../../domain/day.ts';
import type { Rule } from './rule.ts';

/** The first day of the period of a rule (a day, week, month or year) that a day lies in. */
export function firstOfPeriod(day: Day, { every, weekStart }: Rule): Day {
  if (every === 'WEEKLY') return firstOfWeek(day, weekStart);
  if (every === 'MONTHLY') return `${day.slice(0, 7)}-01`;
  return every === 'YEARLY' ? `${day.slice(0, 4)}-01-01` : day;
}

/** Whole periods from the first day of one to a day. */
export function periodsBetween(first: Day, day: Day, { every }: Rule): number {
  const a = partsOfDay(first);
  const b = partsOfDay(day);
  if (every === 'YEARLY') return b.year - a.year;
  if (every === 'MONTHLY') return 12 * (b.year - a.year) + b.month - a.month;
  return Math.floor(daysBetween(first, day) / (every === 'WEEKLY' ? 7 : 1));
}

/** The days, in the months of the rule, of the period that comes `offset` periods after another. */
export function daysOfPeriod(first: Day, offset: number, { every, months }: Rule): Day[] {
  if (every === 'DAILY') return [addDays(first, offset)];
  if (every === 'WEEKLY') return daysFrom(addDays(first, 7 * offset), 7);
  const { year, month } = partsOfDay(first);
  const begin = 12 * year + month - 1 + offset * (every === 'YEARLY' ? 12 : 1);
  return Array.from({ length: every === 'YEARLY' ? 12 : 1 }, (_, i) => begin + i)
    .filter((at) => months === null || months.includes((at % 12) + 1))
    .flatMap((at) =>
      daysFrom(firstOfMonth(at), daysBetween(firstOfMonth(at), firstOfMonth(at + 1))),
    );
}

/** Whether a day is one of those that a rule names. */
export function fits(day: Day, rule: Rule): boolean {
  const { month, date } = partsOfDay(day);
  const { months, monthDays, yearDays, weekNumbers, weekdays } = rule;
  if (months !== null && !months.includes(month)) return false;
  if (monthDays !== null && !isOneOf(monthDays, date, monthLength(day))) return false;
  if (yearDays !== null && !isOneOf(yearDays, dayOfYear(day), yearLength(day))) return false;
  if (weekNumbers !== null && !isOneOf(weekNumbers, ...weekOf(day, rule.weekStart))) return false;
  if (weekdays === null) return true;
  const named = weekday(day);
  const own = weekdays.filter((one) => one.weekday === named).map(({ nth }) => nth);
  return own.includes(0) || isOneOf(own, ...weekdayOf(day, rule));
}

/** Whether a list holds a number, counted from 1 or, where negative, back from the last. */
function isOneOf(list: readonly number[], number: number, last: number): boolean {
  return list.includes(number) || list.includes(number - last - 1);
}

/** Which of its weekday a day is, and of how many: in its year or month, as the rule counts. */
function weekdayOf(day: Day, { every, months, weekNumbers }: Rule): [number: number, last: number] {
  const inYear = every === 'YEARLY' && months === null && weekNumbers === null;
  if (!inYear && every !== 'MONTHLY' && every !== 'YEARLY') return [0, 0];
  const at = inYear ? dayOfYear(day) : partsOfDay(day).date;
  const length = inYear ? yearLength(day) : monthLength(day);
  const number = Math.ceil(at / 7);
  return [number, number + Math.floor((length - at) / 7)];
}

/** The number of a day's week, and of the last week of that year. A week is its fourth day's year's. */
function weekOf(day: Day, weekStart: number): [number: number, last: number] {
  const fourth = addDays(firstOfWeek(day, weekStart), 3);
  const number = Math.ceil(dayOfYear(fourth) / 7);
  return [number, number + Math.floor((yearLength(fourth) - dayOfYear(fourth)) / 7)];
}

function firstOfWeek(day: Day, weekStart: number): Day {
  return addDays(day, -((weekday(day) - weekStart + 7) % 7));
}

/** Months are counted from January of year 0. */
function firstOfMonth(month: number): Day {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function monthLength(day: Day): number {
  const { year, month } = partsOfDay(day);
  const at = 12 * year + month - 1;
  return daysBetween(firstOfMonth(at), firstOfMonth(at + 1));
}

function dayOfYear(day: Day): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1;
}

function yearLength(day: Day): number {
  return dayOfYear(`${day.slice(0, 4)}-12-31`);
}

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}
