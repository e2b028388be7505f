import { addDays, type Day } from '../day.ts';

/** Days off in a row that do not end a streak. */
const BUFFER = 3;

export interface Streak {
  /** Days with study, counted back from today over gaps no longer than the buffer. */
  days: number;
  /** Days off that may still follow before the count begins anew. */
  buffer: number;
}

/** A streak that forgives: it counts study days, and ends only after a gap of more than three days. */
export function measureStreak(days: ReadonlyMap<Day, number>, today: Day): Streak {
  let count = 0;
  let gap = 0;
  let buffer = 0;
  for (let day = today; gap <= BUFFER; day = addDays(day, -1)) {
    if ((days.get(day) ?? 0) > 0) {
      if (count === 0) buffer = BUFFER - gap;
      count += 1;
      gap = 0;
    } else if (day !== today || count > 0) {
      gap += 1;
    }
  }
  return { days: count, buffer };
}
