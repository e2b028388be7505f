import ICAL from 'ical.js';
import { type Day, partsOfDay, weekday } from '../../domain/day.ts';
import { parse } from './all-day.ts';
import { damagedAt, type Line } from './lines.ts';

/**
 * How a whole day repeats. Each list holds what a day must be one of; null where that is free.
 * Negative numbers count from the end.
 */
export interface Rule {
  every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** Occurrences, the first day among them; null for no limit. */
  count: number | null;
  until: Day | null;
  months: readonly number[] | null;
  weekNumbers: readonly number[] | null;
  yearDays: readonly number[] | null;
  monthDays: readonly number[] | null;
  /** `nth` is 0 for each such weekday; `weekday` 0 is Monday. */
  weekdays: readonly { nth: number; weekday: number }[] | null;
  /** Which of the days of each period. */
  positions: readonly number[] | null;
  /** The weekday on which weeks begin, 0 is Monday. */
  weekStart: number;
}

const PERIODS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LONGEST_RULE = 1000;

/**
 * Reads an RRULE; what it leaves open is as on `start`. Throws UserError `calendar.damaged`, also for
 * rules that repeat within a day. Source: RFC 5545, section 3.3.10.
 */
export function readRule(line: Line, start: Day): Rule {
  const given = readGiven(line);
  const { every, weekNumbers, yearDays } = given;
  if (given.monthDays || given.weekdays || yearDays || every === 'DAILY') return given;
  if (every === 'WEEKLY' || (every === 'YEARLY' && weekNumbers)) {
    return { ...given, weekdays: [{ nth: 0, weekday: weekday(start) }] };
  }
  const { month, date } = partsOfDay(start);
  const months = every === 'YEARLY' ? (given.months ?? [month]) : given.months;
  return { ...given, months, monthDays: [date] };
}

function readGiven(line: Line): Rule {
  if (line.text.length > LONGEST_RULE) throw damagedAt(line, 'the rule is far too long');
  const [, , , value] = parse({ ...line, text: line.text.toUpperCase() });
  const recur = attempt(() => ICAL.Recur.fromData(value as object));
  const every = PERIODS.find((period) => period === recur?.freq);
  if (!recur || !every) throw damagedAt(line, 'this is no rule for repeating days');
  const { BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS } = recur.parts;
  return {
    every,
    interval: Math.min(recur.interval, Number.MAX_SAFE_INTEGER),
    count: recur.count || null,
    until: recur.until?.toString().slice(0, 10) ?? null,
    months: BYMONTH ?? null,
    weekNumbers: BYWEEKNO ?? null,
    yearDays: BYYEARDAY ?? null,
    monthDays: BYMONTHDAY ?? null,
    weekdays: BYDAY?.map(readWeekday) ?? null,
    positions: BYSETPOS ?? null,
    // The library counts from Sunday, which is 1.
    weekStart: (recur.wkst + 5) % 7,
  };
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** `MO`, `2MO` or `-1MO`. */
function readWeekday(text: string) {
  return { nth: Number(text.slice(0, -2)), weekday: WEEKDAYS.indexOf(text.slice(-2)) };
}
