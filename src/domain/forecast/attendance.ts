import { addDays, type Day, daysBetween } from '../day.ts';
import { sum } from '../path/path.ts';
import type { Estimate } from '../plan/pace.ts';
import { minutesBetween, type Timetable } from '../plan/timetable.ts';

/** Seven days that are over: minutes there were, and minutes studied. */
export interface PastWeek {
  capacity: number;
  studied: number;
}

const MOST_WEEKS = 104;

/**
 * The weeks from `start` to yesterday, counted back from yesterday, the latest first. What is left of
 * the first week is left out, and so are weeks without time.
 */
export function pastWeeks(
  days: ReadonlyMap<Day, number>,
  timetable: Timetable,
  start: Day,
  today: Day,
): PastWeek[] {
  const count = Math.min(MOST_WEEKS, Math.floor(daysBetween(start, today) / 7));
  const studied = new Array<number>(Math.max(0, count)).fill(0);
  for (const [day, minutes] of days) {
    const week = Math.floor((daysBetween(day, today) - 1) / 7);
    if (week >= 0 && week < count) studied[week] = (studied[week] ?? 0) + minutes;
  }
  return studied
    .map((minutes, week) => {
      const last = addDays(today, -7 * week - 1);
      return { capacity: minutesBetween(timetable, addDays(last, -6), last), studied: minutes };
    })
    .filter((week) => week.capacity > 0);
}

/** How a learner keeps to the hours they set. */
export interface Attendance {
  /** Minutes studied for each minute there is, in weeks with study: now, and how well that is known. */
  share: Estimate;
  /** By how much that changes from week to week, once what is drawn for `share` is known. */
  trend: Estimate;
  /** By how much the trend changes with each unit that `share` is drawn off its mean. */
  tilt: number;
  /** The standard deviation of one such week. */
  spread: number;
  /** The chance that a week without study follows one with, and one without. */
  stop: number;
  stay: number;
  /** Weeks that tell of it. */
  weeks: number;
}

/** Learners of whom nothing is known yet. Fitted, like the other numbers here, to simulated ones. */
const SHARE: Estimate = { mean: 0.83, sd: 0.115 };
const TREND: Estimate = { mean: -0.003, sd: 0.005 };
const SPREAD = 0.25;
const SPREAD_WEIGHT = 6;
const STOPS = { yes: 1, no: 19 };
const STAYS = { yes: 6, no: 6 };
/** After so many weeks a week tells half as much of what is to come. */
const HALF_LIFE = 26;
/** A break counts for no more weeks than this: whoever came back is not expected to leave as long. */
const LONGEST_BREAK = 6;
const MOST_SHARE = 2;
/** Less than this share of a week's time is no study. */
const LEAST_SHARE = 0.03;

/**
 * What weeks say of the ones to come, shrunk towards the usual learner where they are few: a straight
 * line through the shares of the weeks with study, the latest week as its origin. Source: Gelman et
 * al., Bayesian Data Analysis, 3rd ed., section 14.8, with a normal prior on both coefficients.
 */
export function measureAttendance(weeks: readonly PastWeek[]): Attendance {
  const shares = weeks.map(({ capacity, studied }) => Math.min(MOST_SHARE, studied / capacity));
  const told = shares.flatMap((share, age) =>
    share < LEAST_SHARE ? [] : [{ share, age, weight: 0.5 ** (age / HALF_LIFE) }],
  );
  const weight = sum(told.map((week) => week.weight));
  const mean = sum(told.map((week) => week.weight * week.share)) / (weight || 1);
  const deviation = sum(told.map((week) => week.weight * (week.share - mean) ** 2));
  const variance = (SPREAD_WEIGHT * SPREAD ** 2 + deviation) / (SPREAD_WEIGHT + weight);
  // The precision of share and trend together, [[a, b], [b, c]], and the data's weight on each.
  const [priorShare, priorTrend] = [1 / SHARE.sd ** 2, 1 / TREND.sd ** 2];
  const a = priorShare + weight / variance;
  const b = -sum(told.map((week) => week.weight * week.age)) / variance;
  const c = priorTrend + sum(told.map((week) => week.weight * week.age ** 2)) / variance;
  const u = priorShare * SHARE.mean + sum(told.map((w) => w.weight * w.share)) / variance;
  const v = priorTrend * TREND.mean - sum(told.map((w) => w.weight * w.share * w.age)) / variance;
  const det = a * c - b * b;
  return {
    share: { mean: (c * u - b * v) / det, sd: Math.sqrt(c / det) },
    trend: { mean: (a * v - b * u) / det, sd: Math.sqrt(1 / c) },
    tilt: -b / c,
    spread: Math.sqrt(variance),
    ...measureBreaks(shares),
    weeks: weeks.length,
  };
}

function measureBreaks(shares: readonly number[]): { stop: number; stay: number } {
  let [stops, goesOn, stays, returns] = [STOPS.yes, STOPS.no, STAYS.yes, STAYS.no];
  let off = 0;
  // From the oldest to the latest.
  for (const [i, share] of [...shares].reverse().entries()) {
    const isOff = share < LEAST_SHARE;
    if (i > 0 && off === 0) {
      if (isOff) stops += 1;
      else goesOn += 1;
    } else if (i > 0 && off < LONGEST_BREAK) {
      if (isOff) stays += 1;
      else returns += 1;
    }
    off = isOff ? off + 1 : 0;
  }
  return { stop: stops / (stops + goesOn), stay: stays / (stays + returns) };
}
