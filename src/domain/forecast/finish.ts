import { addDays, type Day } from '../day.ts';
import { LONGEST_DAYS } from '../plan/plan.ts';
import { live, openFutures, openWorld } from './future.ts';
import type { Outlook } from './outlook.ts';
import { LONGEST_WEEKS } from './weeks.ts';

/** The finish as a range: as likely as not by `p50`, four times in five by `p80`. */
export interface Finish {
  p50: Day;
  p80: Day;
}

/** Other seeds would move the range of a path of 40 weeks by about a week; ours stays as it is. */
export const RUNS = 300;

/**
 * Days from `from` until all is done in each of `runs` simulated futures, the soonest first. In each
 * the learner's pace, attendance and breaks are drawn from what is known of them, and week after week
 * reviews take their share of what is studied. The same outlook gives the same days.
 */
export function simulateFinish(outlook: Outlook, runs = RUNS): Float64Array {
  const days = new Float64Array(runs);
  if (!hasWork(outlook)) return days;
  const world = openWorld(outlook);
  const draw = openFutures(outlook);
  for (let run = 0; run < runs; run++) {
    const future = draw();
    const last = live(future, world, future.work, LONGEST_WEEKS);
    const share = (world.left[last] as number) / (world.worked[last] as number);
    days[run] = last < LONGEST_WEEKS ? 7 * last + world.weeks.dayAt(last, share) : LONGEST_DAYS - 1;
  }
  return days.sort();
}

/** What four futures in five would need to be done in time. */
export interface Shortfall {
  /** The minutes there are, times this. */
  stretch: number;
  /** Estimated minutes to leave out, as a share of all that is left. */
  share: number;
}

/** What is missing, four times in five, to be done by the `last` day, counted from `from`. */
export function simulateShortfall(outlook: Outlook, last: number, runs = RUNS): Shortfall {
  if (!hasWork(outlook)) return { stretch: 0, share: 0 };
  const world = openWorld(outlook);
  const draw = openFutures(outlook);
  const stretch = new Float64Array(runs);
  const share = new Float64Array(runs);
  const whole = Math.floor((last + 1) / 7);
  const count = Math.min(whole + 1, LONGEST_WEEKS);
  for (let run = 0; run < runs; run++) {
    const future = draw();
    live(future, world, Number.POSITIVE_INFINITY, count);
    let studied = 0;
    let worked = 0;
    for (let week = 0; week < count; week++) {
      const part = week < whole ? 1 : (last + 1 - 7 * whole) / 7;
      studied += part * (world.studied[week] as number);
      worked += part * (world.worked[week] as number);
    }
    stretch[run] = studied > 0 ? (future.work + studied - worked) / studied : LEAST_CHANCE;
    share[run] = Math.max(0, 1 - worked / future.work);
  }
  const at = Math.ceil(0.8 * runs) - 1;
  return { stretch: stretch.sort()[at] ?? 0, share: share.sort()[at] ?? 0 };
}

/** No week is stretched as far as this. */
const LEAST_CHANCE = 1e6;

function hasWork({ left }: Outlook): boolean {
  return [...left.values()].some((minutes) => minutes > 0);
}

/** The day by which so many of the futures are over: `share` is 0 to 1. */
export function dayBy(days: Float64Array, from: Day, share: number): Day {
  const at = Math.max(0, Math.ceil(share * days.length) - 1);
  return addDays(from, days[at] ?? 0);
}

export function rangeOf(days: Float64Array, from: Day): Finish {
  return { p50: dayBy(days, from, 0.5), p80: dayBy(days, from, 0.8) };
}
