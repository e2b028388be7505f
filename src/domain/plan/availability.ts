import { formatMinutes } from '../duration.ts';
import { UserError } from '../error.ts';
import { sum } from '../path/path.ts';

/** Minutes available on each weekday, length 7, Monday first. */
export type Availability = readonly number[];

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const SHORTEST_NAME = 2;
const MOST_HOURS_A_DAY = 24;
/** Minutes; with less than this a week no path ends within a lifetime. */
const LEAST_WEEK = 15;

/** Hours a week spread evenly over all seven days, exact to the minute in sum. */
export function spreadHours(hours: number): number[] {
  const total = Math.round(hours * 60);
  return WEEKDAYS.map((_, i) => Math.floor(((i + 1) * total) / 7) - Math.floor((i * total) / 7));
}

export function isSameWeek(a: Availability, b: Availability): boolean {
  return WEEKDAYS.every((_, day) => a[day] === b[day]);
}

export function weeklyMinutes(availability: Availability): number {
  return sum(availability);
}

/**
 * Reads `9` (hours a week, every day alike) or `mon=1,wed=1.5,sat=3` (hours on those days only).
 * Throws UserError `usage.hours`, with `flag` as what one types before it.
 */
export function parseHours(text: string, flag = '--hours'): number[] {
  const refuse = (sentence: string) => hoursError(sentence, flag);
  const trimmed = text.trim().toLowerCase();
  if (!trimmed.includes('=')) {
    const hours = readHours(trimmed, text, flag);
    if (hours * 60 < LEAST_WEEK) throw refuse(`"${text}" leaves no time to study.`);
    if (hours > 7 * MOST_HOURS_A_DAY) throw refuse(`A week has no ${text} hours.`);
    return spreadHours(hours);
  }
  const minutes = WEEKDAYS.map(() => 0);
  const given = new Set<number>();
  for (const part of trimmed.split(',')) {
    const [name = ''] = part.split('=').map((piece) => piece.trim());
    const value = part.slice(part.indexOf('=') + 1).trim();
    const day =
      name.length < SHORTEST_NAME ? -1 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(name));
    if (day < 0) throw refuse(`"${name}" in ${flag} is not a day of the week.`);
    const hours = readHours(value, part.trim(), flag);
    if (hours > MOST_HOURS_A_DAY) {
      throw refuse(`"${part.trim()}" in ${flag} is more than the day has: at most 24.`);
    }
    if (given.has(day)) throw refuse(`"${name}" in ${flag} names a day a second time.`);
    given.add(day);
    minutes[day] = Math.round(hours * 60);
  }
  if (sum(minutes) < LEAST_WEEK) throw refuse(`"${text}" leaves no time to study.`);
  return minutes;
}

function readHours(value: string, shown: string, flag: string): number {
  const number = value.replace(/h$/, '').trim();
  if (!/^\d+(\.\d+)?$/.test(number)) {
    throw hoursError(`"${shown}" in ${flag} is not a number of hours.`, flag);
  }
  return Number(number);
}

function hoursError(sentence: string, flag: string): UserError {
  const example = `For example ${flag} 9, or ${flag} mon=1,wed=1.5,sat=3.`;
  return new UserError('usage.hours', sentence, example);
}

/** A sitting is no longer than this, however long the day. */
const LONGEST_SITTING = 120;
/** A remainder of a day that is worth sitting down for. */
const SHORTEST_SITTING = 15;

/**
 * Minutes for the next sitting on a day of `planned` minutes: what is left of them; where nothing
 * worth while is left or planned, the length of an average study day of the usual week.
 */
export function sittingMinutes(planned: number, week: Availability, spent: number): number {
  const left = planned - spent;
  const studyDays = week.filter((minutes) => minutes > 0).length;
  const usual = Math.round(weeklyMinutes(week) / Math.max(1, studyDays));
  return Math.max(5, Math.min(LONGEST_SITTING, left >= SHORTEST_SITTING ? left : usual));
}

/** As `parseHours` reads it: `9`, or `mon=1,wed=1.5`. */
export function sayHours(availability: Availability): string {
  const total = weeklyMinutes(availability) / 60;
  if (isSameWeek(spreadHours(total), availability)) return `${total}`;
  return WEEKDAYS.flatMap((day, i) => {
    const minutes = availability[i] ?? 0;
    return minutes === 0 ? [] : [`${day.slice(0, 3)}=${minutes / 60}`];
  }).join(',');
}

/** `mon 1 h, wed 1 h 30` or `9 h a week, every day alike`, for one line on a screen. */
export function describeAvailability(availability: Availability): string {
  const total = weeklyMinutes(availability);
  if (isSameWeek(spreadHours(total / 60), availability)) {
    return `${formatMinutes(total)} a week`;
  }
  return WEEKDAYS.flatMap((day, i) => {
    const minutes = availability[i] ?? 0;
    return minutes === 0 ? [] : [`${day.slice(0, 3)} ${formatMinutes(minutes)}`];
  }).join(', ');
}
