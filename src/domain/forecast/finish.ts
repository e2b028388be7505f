import { addDays, type Day } from '../day.ts';
import { effortOf, type Medium, type Pace } from '../plan/pace.ts';
import { LONGEST_DAYS } from '../plan/plan.ts';
import type { ReviewsAhead } from '../plan/reviews.ts';
import { normals, seeded } from '../seeded.ts';
import type { Attendance } from './attendance.ts';

/** The finish as a range: as likely as not by `p50`, four times in five by `p80`. */
export interface Finish {
  p50: Day;
  p80: Day;
}

/** Everything a forecast follows from. */
export interface Outlook {
  from: Day;
  /** Minutes of a day, by its distance from `from`. */
  minutesOn: (offset: number) => number;
  /** Minutes of the first day that are gone. */
  spent: number;
  /** Estimated minutes left, by what they go into. */
  left: ReadonlyMap<Medium, number>;
  /** Questions that will be asked for the first time. */
  questions: number;
  pace: Pace;
  attendance: Attendance;
  reviews: ReviewsAhead;
}

/** Other seeds would move the range of a path of 40 weeks by about a week; ours stays as it is. */
export const RUNS = 300;
const SEED = 20_270_101;
/** Sets seeds far apart: 2 ** 32 divided by the golden ratio. */
const APART = 0x9e3779b1;
const LONGEST_WEEKS = Math.floor(LONGEST_DAYS / 7);
/** A trend goes on for about so many weeks. */
const TREND_WEEKS = 25;
const MOST_SHARE = 1.8;
const LEAST_SHARE = 0.03;
/** Reviews come first, up to this share of a week. */
const REVIEW_SHARE = 0.5;
/** Nothing takes less than this share of what is expected. */
const FASTEST = 0.25;

/** One simulated future, week by week. */
interface Future {
  /** Minutes that all work takes in it. */
  work: number;
  /** Minutes studied and worked in a week; reviews lie between the two. */
  live(week: number): { studied: number; worked: number };
}

/**
 * Days from `from` until all is done in each of `runs` simulated futures, the soonest first. In each
 * the learner's pace, attendance and breaks are drawn from what is known of them, and week after week
 * reviews take their share of what is studied. The same outlook gives the same days.
 */
export function simulateFinish(outlook: Outlook, runs = RUNS): Float64Array {
  const days = new Float64Array(runs);
  if (!hasWork(outlook)) return days;
  const weeks = openWeeks(outlook);
  const draw = openFutures(outlook, weeks);
  for (let run = 0; run < runs; run++) {
    const future = draw();
    let left = future.work;
    let day = LONGEST_DAYS - 1;
    for (let week = 0; week < LONGEST_WEEKS; week++) {
      const { worked } = future.live(week);
      if (worked >= left) {
        day = 7 * week + weeks.dayAt(week, left / worked);
        break;
      }
      left -= worked;
    }
    days[run] = day;
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
  const draw = openFutures(outlook, openWeeks(outlook));
  const stretch = new Float64Array(runs);
  const share = new Float64Array(runs);
  const whole = Math.floor((last + 1) / 7);
  for (let run = 0; run < runs; run++) {
    const future = draw();
    let studied = 0;
    let worked = 0;
    for (let week = 0; week <= whole; week++) {
      const lived = future.live(week);
      const part = week < whole ? 1 : (last + 1 - 7 * whole) / 7;
      studied += part * lived.studied;
      worked += part * lived.worked;
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

/** Draws one future after the other. The one drawn last is the one that lives. */
function openFutures(outlook: Outlook, weeks: Weeks): () => Future {
  const { questions, pace, reviews } = outlook;
  const { share, trend, tilt, spread, stop, stay } = outlook.attendance;
  const effort = effortOf(outlook.left, pace);
  let random = seeded(SEED);
  let run = 0;
  const asked = new Float64Array(LONGEST_WEEKS);
  // Numbers that change each week, where changing them makes no garbage.
  const now = { mean: 0.5, slope: 0.5, due: 0.5 };
  let off = false;
  const lived = { studied: 0.5, worked: 0.5 };
  const future: Future = {
    work: 0.5,
    live(week) {
      const capacity = weeks.capacity(week);
      now.due += weeks.returning(week, asked);
      off = random() < (off ? stay : stop);
      now.mean += now.slope;
      now.slope -= now.slope / TREND_WEEKS;
      const drawn = between(LEAST_SHARE, now.mean + spread * bell(random), MOST_SHARE);
      const kept = off ? 0 : drawn;
      lived.studied = capacity * kept;
      const reviewed = Math.min(now.due * reviews.each, lived.studied * REVIEW_SHARE);
      if (reviews.each > 0) now.due -= reviewed / reviews.each;
      lived.worked = lived.studied - reviewed;
      asked[week] = (questions * lived.worked) / future.work;
      return lived;
    },
  };
  let four: number[] = [];
  const drawFour = (of: number) => {
    const normal = normals(seeded(SEED - Math.imul(of, APART)));
    four = [normal(), normal(), normal(), normal()];
    return four;
  };
  return () => {
    // Each future has chances of its own, however long the others last: with a little more to do each
    // ends a little later, and the range with them.
    run += 1;
    random = seeded(SEED + Math.imul(run, APART));
    // Futures come in pairs that lie on either side of what is expected: half as many then tell as much.
    const [a, b, c, d] = run % 2 === 1 ? drawFour(run) : four.map((number) => -number);
    const away = share.sd * (a ?? 0);
    now.mean = share.mean + away;
    now.slope = trend.mean + tilt * away + trend.sd * (b ?? 0);
    const pulled = effort.follows * pace.overall.sd * (c ?? 0);
    const work = effort.mean + pulled + effort.own * (d ?? 0);
    future.work = Math.max(1, FASTEST * effort.mean, work);
    now.due = 0;
    off = false;
    return future;
  };
}

function between(least: number, number: number, most: number): number {
  return Math.min(most, Math.max(least, number));
}

/** About a standard normal number, cheaply: the sum of two even ones. */
function bell(random: () => number): number {
  return (random() + random() - 1) * Math.sqrt(6);
}

interface Weeks {
  /** Minutes of the seven days. */
  capacity(week: number): number;
  /** Reviews that fall due in a week, with the questions asked new in the weeks before it. */
  returning(week: number, asked: Float64Array): number;
  /** The day of a week, 0 to 6, on which a share of its minutes is over. */
  dayAt(week: number, share: number): number;
}

function openWeeks({ minutesOn, spent, reviews }: Outlook): Weeks {
  const minutes = (day: number) => Math.max(0, minutesOn(day) - (day === 0 ? spent : 0));
  const sums: number[] = [];
  const capacity = (week: number) => {
    while (sums.length <= week) {
      const first = 7 * sums.length;
      let sum = 0;
      for (let day = first; day < first + 7; day++) sum += minutes(day);
      sums.push(sum);
    }
    return sums[week] ?? 0;
  };
  const known = perWeek(reviews.known);
  const kernel = new Float64Array(1 + Math.floor((reviews.returns.at(-1) ?? 0) / 7));
  for (const day of reviews.returns) {
    const week = Math.floor(day / 7);
    kernel[week] = (kernel[week] ?? 0) + reviews.factor;
  }
  // What comes back within the week it was asked in is met in the next.
  const back = [...kernel.keys()].filter((week) => (kernel[week] ?? 0) > 0);
  const lags = back.map((week) => Math.max(1, week));
  const counts = back.map((week) => kernel[week] ?? 0);
  return {
    capacity,
    returning(week, asked) {
      let count = known[week] ?? 0;
      for (let i = 0; i < lags.length; i++) {
        const at = week - (lags[i] as number);
        if (at < 0) break;
        count += (counts[i] as number) * (asked[at] as number);
      }
      return count;
    },
    dayAt(week, share) {
      const goal = share * capacity(week);
      let sum = 0;
      for (let day = 0; day < 7; day++) {
        sum += minutes(7 * week + day);
        if (sum >= goal - 1e-6) return day;
      }
      return 6;
    },
  };
}

function perWeek(daily: Float64Array): Float64Array {
  const weeks = new Float64Array(Math.ceil(daily.length / 7));
  for (const [day, count] of daily.entries()) {
    const week = Math.floor(day / 7);
    weeks[week] = (weeks[week] ?? 0) + count;
  }
  return weeks;
}

/** The day by which so many of the futures are over: `share` is 0 to 1. */
export function dayBy(days: Float64Array, from: Day, share: number): Day {
  const at = Math.max(0, Math.ceil(share * days.length) - 1);
  return addDays(from, days[at] ?? 0);
}

export function rangeOf(days: Float64Array, from: Day): Finish {
  return { p50: dayBy(days, from, 0.5), p80: dayBy(days, from, 0.8) };
}
