import { type Day, daysBetween } from '../day.ts';
import { type Finish, rangeOf, simulateFinish } from '../forecast/finish.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { FanPoint } from './report.ts';

/** Parts of what is left that are foretold one by one: finer than the chart can show. */
const PARTS = 10;
/** A line needs fewer futures than a day that is promised. */
const RUNS = 100;

/** Estimated minutes of a plan, and of what is done of it today. */
interface Work {
  done: number;
  planned: number;
}

/**
 * What will be done by when. The futures of the forecast are asked for the days on which a tenth of
 * what is left is done, two tenths, and so on to all of it on the days of the finish.
 */
export function forecastFan(outlook: Outlook, today: Day, work: Work, finish: Finish): FanPoint[] {
  const parts = Array.from({ length: PARTS - 1 }, (_, i) => (i + 1) / PARTS);
  const ranges = [...parts.map((part) => partlyDone(outlook, part)), finish];
  // With other chances than the finish, a part may seem to end after the whole; it does not.
  const reached = (by: keyof Finish) =>
    [outlook.from, ...ranges.map((range) => least(range[by], finish[by]))].sort();
  const [likely, safe] = [reached('p50'), reached('p80')];
  const days = [...new Set([today, ...likely, ...safe])].sort();
  return days.map((day) => ({
    day,
    p50: doneBy(likely, day, work),
    p80: doneBy(safe, day, work),
  }));
}

function partlyDone(outlook: Outlook, part: number): Finish {
  const left = new Map([...outlook.left].map(([medium, minutes]) => [medium, part * minutes]));
  const some = { ...outlook, left, questions: part * outlook.questions };
  return rangeOf(simulateFinish(some, RUNS), outlook.from);
}

function least(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/**
 * Whole minutes done by a day, straight from the day on which one part is reached to that of the next.
 * The first of the days has what is done already, unless all is done on it.
 */
function doneBy(reached: readonly Day[], day: Day, { done, planned }: Work): number {
  const [first = day, last = day] = [reached[0], reached.at(-1)];
  if (day >= last) return planned;
  if (day <= first) return done;
  const part = reached.findLastIndex((on) => on <= day);
  const [from = day, to = day] = [reached[part], reached[part + 1]];
  const more = daysBetween(from, day) / daysBetween(from, to);
  return Math.floor(done + ((part + more) / (reached.length - 1)) * (planned - done));
}
