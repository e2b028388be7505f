import { effortOf } from '../plan/pace.ts';
import { normals, numberAt, seeded } from '../seeded.ts';
import type { Outlook } from './outlook.ts';
import { LONGEST_WEEKS, openWeeks, type Weeks } from './weeks.ts';

const SEED = 20_270_101;
/** Sets seeds far apart: 2 ** 32 divided by the golden ratio. */
const APART = 0x9e3779b1;
/** A trend goes on for about so many weeks. */
const TREND_WEEKS = 25;
const MOST_SHARE = 1.8;
const LEAST_SHARE = 0.03;
/** Reviews come first, up to this share of a week. */
const REVIEW_SHARE = 0.5;
/** Nothing takes less than this share of what is expected. */
const FASTEST = 0.25;
/** The sum of two even numbers less 1, times this, is about a standard normal one. */
const BELL = Math.sqrt(6);

/** What is drawn for a future as a whole. */
export interface Future {
  seed: number;
  /** Minutes that all work takes in it. */
  work: number;
  /** The share of its time that is studied, before the first week, and the change in that one. */
  share: number;
  slope: number;
}

/** Draws one future after the other. */
export function openFutures({ left, pace, attendance }: Outlook): () => Future {
  const { share, trend, tilt } = attendance;
  const effort = effortOf(left, pace);
  let run = 0;
  const four = new Float64Array(4);
  const drawFour = () => {
    const normal = normals(seeded(SEED - Math.imul(run, APART)));
    for (let i = 0; i < four.length; i++) four[i] = normal();
  };
  return () => {
    // Each future has chances of its own, however long the others last: with a little more to do each
    // ends a little later, and the range with them.
    run += 1;
    // Futures come in pairs that lie on either side of what is expected: half as many then tell as much.
    const isFirst = run % 2 === 1;
    if (isFirst) drawFour();
    const drawn = (at: number) => (isFirst ? 1 : -1) * (four[at] as number);
    const away = share.sd * drawn(0);
    const pulled = effort.follows * pace.overall.sd * drawn(2);
    const work = effort.mean + pulled + effort.own * drawn(3);
    return {
      // A whole number in 32 bits each time, since a field that changes its kind makes engines start anew.
      seed: (SEED + Math.imul(run, APART)) | 0,
      work: Math.max(1, FASTEST * effort.mean, work),
      share: share.mean + away,
      slope: trend.mean + tilt * away + trend.sd * drawn(1),
    };
  };
}

/** What all futures share, and how the one lived last went. */
export interface World {
  outlook: Outlook;
  weeks: Weeks;
  /** Minutes studied and worked in each week; reviews lie between the two. */
  studied: Float64Array;
  worked: Float64Array;
  /** Minutes still to work at the beginning of each. */
  left: Float64Array;
  /** Questions asked for the first time in each. */
  asked: Float64Array;
}

export function openWorld(outlook: Outlook): World {
  return {
    outlook,
    weeks: openWeeks(outlook),
    studied: new Float64Array(LONGEST_WEEKS),
    worked: new Float64Array(LONGEST_WEEKS),
    left: new Float64Array(LONGEST_WEEKS),
    asked: new Float64Array(LONGEST_WEEKS),
  };
}

/**
 * Lives a future through `most` weeks, or to the end of the one in which `enough` minutes are worked;
 * gives that one, `most` where there is none. One loop over plain arrays: it runs twenty thousand
 * times in a process that has just begun, in which every call would be a slow one.
 */
export function live(future: Future, world: World, enough: number, most: number): number {
  const { weeks, studied, worked, left, asked } = world;
  const { questions } = world.outlook;
  const { each } = world.outlook.reviews;
  const { stop, stay, spread } = world.outlook.attendance;
  const { capacity } = weeks;
  const { seed, work } = future;
  let { share, slope } = future;
  let rest = enough;
  let due = 0;
  let isOff = false;
  for (let week = 0; week < most; week++) {
    if (week === weeks.ready) weeks.addUp();
    due += returning(week, weeks, asked);
    isOff = numberAt(seed, 3 * week) < (isOff ? stay : stop);
    share += slope;
    slope -= slope / TREND_WEEKS;
    let minutes = 0;
    if (!isOff) {
      const bell = (numberAt(seed, 3 * week + 1) + numberAt(seed, 3 * week + 2) - 1) * BELL;
      const drawn = Math.max(LEAST_SHARE, share + spread * bell);
      minutes = (capacity[week] as number) * Math.min(MOST_SHARE, drawn);
    }
    const reviewed = Math.min(due * each, minutes * REVIEW_SHARE);
    if (each > 0) due -= reviewed / each;
    const done = minutes - reviewed;
    studied[week] = minutes;
    worked[week] = done;
    asked[week] = (questions * done) / work;
    left[week] = rest;
    if (done >= rest) return week;
    rest -= done;
  }
  return most;
}

/** Reviews that fall due in a week, with the questions asked for the first time before it. */
function returning(week: number, { known, lags, counts }: Weeks, asked: Float64Array): number {
  let count = known[week] as number;
  for (let i = 0; i < lags.length; i++) {
    const at = week - (lags[i] as number);
    if (at < 0) break;
    count += (counts[i] as number) * (asked[at] as number);
  }
  return count;
}
