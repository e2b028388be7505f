import { type Day, daysBetween, startOfWeek } from '../day.ts';

/** A backup by its name, with the study day on which it was made. */
export interface Dated {
  name: string;
  day: Day;
}

/** Ages in days up to which all are kept, one a week is, and one a month is. */
const EVERY_DAY = 14;
const EVERY_WEEK = 61;
const EVERY_MONTH = 366;
/** So many are kept however old they are: someone may come back after years. */
const ALWAYS = 3;

/**
 * The names of backups to keep, of a list that is oldest first: all of two weeks, the last of each
 * week of two months, the last of each month of a year, and the latest three in any case.
 */
export function backupsToKeep(backups: readonly Dated[], today: Day): Set<string> {
  const kept = new Set(backups.slice(-ALWAYS).map((backup) => backup.name));
  const spans = new Set<string>();
  for (const { name, day } of backups.toReversed()) {
    const span = spanOf(day, daysBetween(day, today));
    if (span === null || spans.has(span)) continue;
    if (span !== '') spans.add(span);
    kept.add(name);
  }
  return kept;
}

/** What a backup is the only one to be kept of; empty where all are kept, null where none is. */
function spanOf(day: Day, age: number): string | null {
  if (age <= EVERY_DAY) return '';
  if (age <= EVERY_WEEK) return `week ${startOfWeek(day)}`;
  if (age <= EVERY_MONTH) return `month ${day.slice(0, 7)}`;
  return null;
}
