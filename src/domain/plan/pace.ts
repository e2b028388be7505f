import { practiceMinutes, type ResourceKind, sum } from '../path/path.ts';
import type { Progress, TopicProgress } from '../progress/progress.ts';
import { minutesLeft, type Work } from '../progress/work.ts';

/** What time goes into, as far as it goes at a pace of its own. */
export type Medium = ResourceKind | 'milestone' | 'quiz' | 'practice';

/** Something finished whose time was measured. Minutes. */
export interface Timing {
  medium: Medium;
  estimate: number;
  actual: number;
}

/** A number known only so well: its mean and its standard deviation. */
export interface Estimate {
  mean: number;
  sd: number;
}

/** How long things take the learner, as a factor on their estimates. */
export interface Pace {
  /** Over everything but practice. */
  overall: Estimate;
  /** How each kind differs from the overall pace: added to it. Kinds without evidence are missing. */
  kinds: ReadonlyMap<Medium, Estimate>;
  /** How much of a kind's factor follows the overall one, 0 to 1. */
  pull: ReadonlyMap<Medium, number>;
  practice: Estimate;
  /** Estimated minutes of everything whose time was measured. */
  evidence: number;
}

/** Standard deviation of learners around the estimates, and of kinds around a learner's own pace. */
const SPREAD_OF_LEARNERS = 0.25;
const SPREAD_OF_KINDS = 0.15;
/** Variance of what one minute takes, in minutes: a part of 40 minutes varies by a half of itself. */
const NOISE = 10;
/** Of the practice that a path advises, learners do about this much. */
const PRACTICE: Estimate = { mean: 0.7, sd: 0.35 };
const PRACTICE_NOISE = 25;
/** A time this many times off the estimate is a forgotten clock. */
const FARTHEST = 4;
/** Nothing is faster than this share of its estimate, however little evidence there is. */
const FASTEST = 0.25;

/**
 * The pace after some timings, shrunk towards 1 where they are few: a normal model in two levels, the
 * learner's own pace and the kinds around it. Source: Gelman et al., Bayesian Data Analysis, 3rd ed.,
 * section 5.4, with known variances.
 */
export function measurePace(timings: readonly Timing[]): Pace {
  const kinds = new Map<Medium, { estimate: number; actual: number }>();
  for (const { medium, estimate, actual } of timings) {
    if (estimate <= 0) continue;
    const all = kinds.get(medium) ?? { estimate: 0, actual: 0 };
    const least = medium === 'practice' ? 0 : estimate / FARTHEST;
    all.estimate += estimate;
    all.actual += Math.min(FARTHEST * estimate, Math.max(least, actual));
    kinds.set(medium, all);
  }
  const practised = kinds.get('practice');
  kinds.delete('practice');
  let precision = 1 / SPREAD_OF_LEARNERS ** 2;
  let weighted = precision;
  for (const { estimate, actual } of kinds.values()) {
    const weight = 1 / (SPREAD_OF_KINDS ** 2 + NOISE / estimate);
    precision += weight;
    weighted += weight * (actual / estimate);
  }
  const overall = { mean: weighted / precision, sd: Math.sqrt(1 / precision) };
  const own = new Map<Medium, Estimate>();
  const pull = new Map<Medium, number>();
  for (const [medium, { estimate, actual }] of kinds) {
    const prior = 1 / SPREAD_OF_KINDS ** 2;
    const data = estimate / NOISE;
    const share = prior / (prior + data);
    const mean = share * overall.mean + (1 - share) * (actual / estimate);
    own.set(medium, { mean: mean - overall.mean, sd: Math.sqrt(1 / (prior + data)) });
    pull.set(medium, share);
  }
  return {
    overall,
    kinds: own,
    pull,
    practice: practised ? shrinkPractice(practised) : PRACTICE,
    evidence: sum([...kinds.values()].map(({ estimate }) => estimate)),
  };
}

function shrinkPractice({ estimate, actual }: { estimate: number; actual: number }): Estimate {
  const prior = 1 / PRACTICE.sd ** 2;
  const data = estimate / PRACTICE_NOISE;
  const mean = (prior * PRACTICE.mean + data * (actual / estimate)) / (prior + data);
  return { mean, sd: Math.sqrt(1 / (prior + data)) };
}

/** The pace of someone of whom nothing is known. */
export const USUAL_PACE: Pace = measurePace([]);

/** The expected factor on the estimates of a kind. Practice is planned as the path advises it. */
export function factorOf(pace: Pace, medium: Medium): number {
  if (medium === 'practice') return 1;
  return Math.max(FASTEST, pace.overall.mean + (pace.kinds.get(medium)?.mean ?? 0));
}

/** The work with its minutes at the learner's pace. */
export function atPace(work: Work, pace: Pace): Work {
  const factor = factorOf(pace, work.medium);
  if (factor === 1) return work;
  const units = work.units.map((unit) => ({
    ...unit,
    minutes: unit.minutes === 0 ? 0 : Math.max(1, Math.round(unit.minutes * factor)),
  }));
  return { ...work, units, minutes: sum(units.map((unit) => unit.minutes)) };
}

/** Minutes left of a topic without practice, at the learner's pace. */
export function minutesAtPace(entry: TopicProgress, pace: Pace): number {
  const left = entry.work.filter((work) => work.required && !work.closed);
  return sum(left.map((work) => minutesLeft(atPace(work, pace))));
}

/** What work of several kinds takes, as far as it is known. Minutes. */
export interface Effort {
  mean: number;
  /** By how much it grows with each unit that the overall pace is off its mean. */
  follows: number;
  /** The standard deviation that the kinds add by themselves. */
  own: number;
}

/** What estimated minutes of each kind will take. The kinds' own deviations are independent. */
export function effortOf(left: ReadonlyMap<Medium, number>, pace: Pace): Effort {
  const effort = { mean: 0, follows: 0, own: 0 };
  let variance = 0;
  for (const [medium, minutes] of left) {
    if (medium === 'practice') {
      effort.mean += minutes * Math.max(0, pace.practice.mean);
      variance += (minutes * pace.practice.sd) ** 2;
      continue;
    }
    effort.mean += minutes * factorOf(pace, medium);
    effort.follows += minutes * (pace.pull.get(medium) ?? 1);
    variance += (minutes * (pace.kinds.get(medium)?.sd ?? SPREAD_OF_KINDS)) ** 2;
  }
  return { ...effort, own: Math.sqrt(variance + NOISE * effort.mean) };
}

/** Everything on a path whose time was measured: by the clock or by the learner's own word. */
export function timingsOf(progress: Progress): Timing[] {
  const timings: Timing[] = [];
  for (const entry of progress.values()) {
    for (const work of entry.work) {
      const timing = timingOf(work);
      if (timing) timings.push(timing);
    }
    // Practice is over when the topic is done; what was logged on the topic itself was practice.
    if (entry.state !== 'done' || entry.overruled) continue;
    const estimate = practiceMinutes(entry.topic);
    if (estimate > 0) timings.push({ medium: 'practice', estimate, actual: entry.practised });
  }
  return timings;
}

function timingOf({ medium, state, closed, minutes, units, unitsDone }: Work): Timing | null {
  if (state.minutes === 0 || state.guessed > 0 || state.skipped) return null;
  if (closed) return { medium, estimate: minutes, actual: state.minutes };
  const estimate = sum(units.slice(0, unitsDone).map((unit) => unit.minutes));
  return estimate === 0 ? null : { medium, estimate, actual: state.minutes - state.partial };
}
