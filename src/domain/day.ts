/**
 * Study days. The only file that converts between instants and days.
 *
 * An instant is UTC milliseconds. A day is `YYYY-MM-DD` in the learner's zone, and a study day
 * rolls over at a set hour (4:00 unless told), so that a late evening belongs to the day it began.
 */
export type Day = string;

/** Minutes east of UTC at an instant. A pure function of the instant for a fixed zone. */
export type Zone = (instant: number) => number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The study day of an instant.
 * `rollover` is in hours after local midnight, 0 to 12. It is applied to the wall clock, so the
 * roll-over stays at the same wall time on the nights when clocks change.
 */
export function studyDay(instant: number, zone: Zone, rollover: number): Day {
  return fromUtc(instant + zone(instant) * MINUTE - rollover * HOUR);
}

/**
 * The instant at which the clocks of the zone show a wall time: `minutes` after midnight of `day`,
 * 1440 and more being on days after it. A wall time that is shown twice, when clocks go back, is its
 * first time; one that is skipped is read with the offset from before clocks went forward, so 2:30
 * is an hour after 1:30. Source: RFC 5545, section 3.3.5.
 */
export function instantOf(day: Day, minutes: number, zone: Zone): number {
  const wall = toUtc(day) + minutes * MINUTE;
  // Offsets are less than a day, so these two instants lie on either side of the wanted one.
  const before = zone(wall - DAY);
  const after = zone(wall + DAY);
  const first = wall - before * MINUTE;
  const second = wall - after * MINUTE;
  return zone(first) !== before && zone(second) === after ? second : first;
}

/** Whether a text is a real calendar day written `YYYY-MM-DD`, years 1970 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = toUtc(text);
  return at >= 0 && fromUtc(at) === text;
}

export function addDays(day: Day, count: number): Day {
  return fromUtc(toUtc(day) + count * DAY);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/**
 * Days from 1 March of year 0 in the Gregorian calendar. Whole numbers all the way, since a million
 * answers are counted with it. Source: Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
 */
function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const ofYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1;
  return (
    year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear
  );
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48;
  return number;
}

/** Every day from one to another, both counted; none when `last` is earlier. */
export function daysFrom(first: Day, last: Day): Day[] {
  const count = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: Day): number {
  // The first of the numbered days was a Wednesday.
  return (dayNumber(day) + 2) % 7;
}

/** The Monday of the day's week. */
export function startOfWeek(day: Day): Day {
  return addDays(day, -weekday(day));
}

/** Year, month (1 to 12) and day of month. */
export function partsOfDay(day: Day): { year: number; month: number; date: number } {
  return { year: digits(day, 0, 4), month: digits(day, 5, 7), date: digits(day, 8, 10) };
}

function toUtc(day: Day): number {
  return Date.UTC(digits(day, 0, 4), digits(day, 5, 7) - 1, digits(day, 8, 10));
}

function fromUtc(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}
