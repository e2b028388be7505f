import { LONGEST_DAYS } from '../plan/plan.ts';
import type { Outlook } from './outlook.ts';

export const LONGEST_WEEKS = Math.floor(LONGEST_DAYS / 7);
/** Weeks are added up by the half year: a forecast seldom needs all of them. */
const AT_ONCE = 26;

/** The weeks to come, as all futures have them; the first begins on the first day. */
export interface Weeks {
  /** Minutes of each, as far as they are added up. */
  capacity: Float64Array;
  /** Weeks that are added up. */
  ready: number;
  addUp(): void;
  /** Reviews that fall due in each, of questions that were answered before. */
  known: Float64Array;
  /** In how many weeks a question comes back that was asked for the first time, and how often in each. */
  lags: Int32Array;
  counts: Float64Array;
  /** The day of a week, 0 to 6, on which a share of its minutes is over. */
  dayAt(week: number, share: number): number;
}

export function openWeeks({ minutesOn, spent, reviews }: Outlook): Weeks {
  const minutes = (day: number) => Math.max(0, minutesOn(day) - (day === 0 ? spent : 0));
  const weeks: Weeks = {
    capacity: new Float64Array(LONGEST_WEEKS),
    ready: 0,
    addUp() {
      const end = Math.min(weeks.ready + AT_ONCE, LONGEST_WEEKS);
      for (; weeks.ready < end; weeks.ready++) {
        const first = 7 * weeks.ready;
        let sum = 0;
        for (let day = first; day < first + 7; day++) sum += minutes(day);
        weeks.capacity[weeks.ready] = sum;
      }
    },
    known: perWeek(reviews.known),
    ...lagsOf(reviews),
    dayAt(week, share) {
      const goal = share * (weeks.capacity[week] ?? 0);
      let sum = 0;
      for (let day = 0; day < 7; day++) {
        sum += minutes(7 * week + day);
        if (sum >= goal - 1e-6) return day;
      }
      return 6;
    },
  };
  return weeks;
}

function lagsOf({ returns, factor }: Outlook['reviews']): Pick<Weeks, 'lags' | 'counts'> {
  const kernel = new Float64Array(1 + Math.floor((returns.at(-1) ?? 0) / 7));
  for (const day of returns) {
    const week = Math.floor(day / 7);
    kernel[week] = (kernel[week] ?? 0) + factor;
  }
  const back = [...kernel.keys()].filter((week) => (kernel[week] ?? 0) > 0);
  return {
    // What comes back within the week it was asked in is met in the next.
    lags: Int32Array.from(back, (week) => Math.max(1, week)),
    counts: Float64Array.from(back, (week) => kernel[week] ?? 0),
  };
}

function perWeek(daily: Float64Array): Float64Array {
  const weeks = new Float64Array(LONGEST_WEEKS);
  for (let day = 0; day < daily.length; day++) {
    const week = Math.floor(day / 7);
    weeks[week] = (weeks[week] ?? 0) + (daily[day] ?? 0);
  }
  return weeks;
}
