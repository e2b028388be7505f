import { addDays, type Day, partsOfDay, startOfWeek } from '../day.ts';

/** Days from `from` to `to`, both included. */
export interface Period {
  from: Day;
  to: Day;
  /** What it was asked for as. */
  kind: 'all' | 'days' | 'week' | 'month' | 'phase';
  /** The title of the phase; null for other periods. */
  phase: string | null;
}

/** Monday to Sunday around a day, no later than `today`. */
export function weekOf(day: Day, today: Day): Period {
  const from = startOfWeek(day);
  return until({ from, to: addDays(from, 6), kind: 'week', phase: null }, today);
}

/** The calendar month of a day, no later than `today`. */
export function monthOf(day: Day, today: Day): Period {
  const from = `${day.slice(0, 7)}-01`;
  const { year, month } = partsOfDay(day);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${`${month + 1}`.padStart(2, '0')}-01`;
  return until({ from, to: addDays(next, -1), kind: 'month', phase: null }, today);
}

/** A period that has begun ends with today at the latest. */
function until(period: Period, today: Day): Period {
  return period.from <= today && period.to > today ? { ...period, to: today } : period;
}

export function isWithin({ from, to }: Period, day: Day): boolean {
  return day >= from && day <= to;
}
