import type { Day } from '../../domain/day.ts';
import { UserError } from '../../domain/error.ts';
import type { Line } from './lines.ts';
import { daysOfPeriod, firstOfPeriod, fits, periodsBetween } from './periods.ts';
import { readRule } from './rule.ts';

/** Pays for the work of rules that repeat. Throws UserError `calendar.too-large` when all is spent. */
export type Spend = (cost: number) => void;

/** Characters; to compare a day with a longer rule costs more. */
const USUAL_RULE = 100;

/** A purse for all rules of one calendar. */
export function purseOf(budget: number): Spend {
  let left = budget;
  return (cost) => {
    left -= cost;
    if (left >= 0) return;
    const message = 'The events of the calendar repeat too often to be read.';
    const hint = 'Export fewer of them, or give the days themselves: llmpath off DAY..DAY';
    throw new UserError('calendar.too-large', message, hint);
  };
}

/**
 * The days between `from` and `to` on which a rule that begins on `start` repeats, in order. Days
 * are looked through period by period up to `to`, so a rule that no day fits ends too; a library's
 * search for the next fit may not. Throws UserError `calendar.damaged`.
 */
export function repeatedDays(line: Line, start: Day, from: Day, to: Day, spend: Spend): Day[] {
  const rule = readRule(line, start);
  const end = rule.until !== null && rule.until < to ? rule.until : to;
  const first = firstOfPeriod(start, rule);
  const periods = Math.floor(periodsBetween(first, end, rule) / rule.interval);
  // Only a count needs the days before `from`.
  const skipped = Math.floor(periodsBetween(first, from, rule) / rule.interval);
  const days: Day[] = [];
  let counted = 1;
  for (let period = rule.count ? 0 : Math.max(0, skipped); period <= periods; period++) {
    const all = daysOfPeriod(first, period * rule.interval, rule);
    spend(1 + all.length * Math.ceil(line.text.length / USUAL_RULE));
    const fitting = all.filter((day) => fits(day, rule));
    for (const day of takePositions(fitting, rule.positions)) {
      if (day <= start) continue;
      if (day > end || (rule.count && ++counted > rule.count)) return days;
      if (day >= from) days.push(day);
    }
  }
  return days;
}

function takePositions(days: readonly Day[], positions: readonly number[] | null): readonly Day[] {
  if (positions === null) return days;
  return days.filter((_, i) => positions.includes(i + 1) || positions.includes(i - days.length));
}
