import { addDays, type Day, daysBetween, isDay } from '../domain/day.ts';
import { parseMinutes } from '../domain/duration.ts';
import { isUserError, UserError } from '../domain/error.ts';
import { canonicalTimezone } from './settings.ts';

/** Readers of what a user types. Each throws UserError `usage.*` naming the flag. */

const MOST_MINUTES = 24 * 60;

/** Whole minutes, 1 to a day's, from `45`, `1h20` or `1.5h`. */
export function readMinutes(text: string, flag: string): number {
  const minutes = parseMinutes(text);
  const hint = `For example ${flag} 45, or ${flag} 1h20.`;
  if (minutes === null) {
    throw new UserError('usage.minutes', `"${text}" in ${flag} is not a number of minutes.`, hint);
  }
  if (minutes < 1) {
    throw new UserError('usage.minutes', `${flag} must be more than 0 minutes.`, hint);
  }
  if (minutes > MOST_MINUTES) {
    throw new UserError('usage.minutes', `${flag} ${text} is more than a day has.`, hint);
  }
  return minutes;
}

/** A whole number from 1 to `most`. */
export function readCount(text: string, name: string, most: number, least = 1): number {
  const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : -1;
  if (count >= least && count <= most) return count;
  const message = `"${text}" in ${name} is not a whole number from ${least} to ${most}.`;
  throw new UserError('usage.count', message);
}

/** `YYYY-MM-DD`, `today`, `yesterday` or `tomorrow`; `example` is a day that would do. */
export function readDay(text: string, flag: string, today: Day, example = today): Day {
  const words: Record<string, number> = { today: 0, yesterday: -1, tomorrow: 1 };
  const offset = words[text.trim().toLowerCase()];
  if (offset !== undefined) return addDays(today, offset);
  if (isDay(text.trim())) return text.trim();
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
  const message = real ? `There is no day ${text.trim()}.` : `"${text}" in ${flag} is not a day.`;
  const word = example === today ? `, or ${flag} today` : '';
  throw new UserError('usage.day', message, `Write it like ${flag} ${example}${word}.`);
}

/** A day further away than this is a slip of the keys. */
const FARTHEST_DAYS = 366 * 10;

/** A day at most ten years from today. */
export function readNear(text: string, flag: string, today: Day, example = today): Day {
  const day = readDay(text, flag, today, example);
  if (Math.abs(daysBetween(today, day)) <= FARTHEST_DAYS) return day;
  const message = `${day} is more than ten years away.`;
  throw new UserError('usage.day', message, `Write it like ${flag} ${example}.`);
}

export function readTimezone(text: string): string {
  const name = canonicalTimezone(text);
  if (name) return name;
  const message = `"${text}" is not a time zone.`;
  throw new UserError('usage.timezone', message, 'Write it like Europe/Berlin or UTC.');
}

/** What a reader refuses about a text, with how to write it; null when it can be read. */
export function problemOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [error.message, error.hint].filter(Boolean).join(' ');
  }
}
