import { sum } from '../path/path.ts';
import { questionsLeft, type TopicProgress } from '../progress/progress.ts';
import { minutesAtPace, type Pace } from './pace.ts';
import type { Window } from './windows.ts';

/** Topics that share the window of a phase, in order. */
export interface Stage {
  entries: TopicProgress[];
  window: Window;
}

/** How much of practice may give way, and how much of the time stays free for what comes up. */
export interface Slack {
  elastic: number;
  /** The share that stays free of a window, */
  free: number;
  /** and of a week in which what is late is caught up. */
  least: number;
}

/** Half of the practice may become time to catch up; a twelfth of the time stays free. */
export const USUAL: Slack = { elastic: 0.5, free: 1 / 12, least: 1 / 24 };
/** For a target that would be missed otherwise. */
export const TIGHT: Slack = { elastic: 1, free: 0.02, least: 0.02 };

/**
 * Ordered topics by the phase in whose window they fall: a topic taken ahead of its phase counts with
 * the phase that is under way.
 */
export function stagesOf(order: readonly TopicProgress[], windows: readonly Window[]): Stage[] {
  const byPhase = new Map(windows.map((window) => [window.phase, window]));
  const earliest = order.map((entry) => entry.phaseNumber);
  for (let i = earliest.length - 2; i >= 0; i--) {
    earliest[i] = Math.min(earliest[i] as number, earliest[i + 1] as number);
  }
  const stages: Stage[] = [];
  let phase: number | null = null;
  for (const [i, entry] of order.entries()) {
    if (earliest[i] !== phase) {
      phase = earliest[i] as number;
      const window = byPhase.get(phase) ?? { phase, last: 0, chosen: false };
      stages.push({ entries: [], window });
    }
    stages.at(-1)?.entries.push(entry);
  }
  return stages;
}

/**
 * The share of a stage's practice to plan, 0 to 1, for a window of `available` minutes. Reviews are
 * practice too, so their minutes come off it; where the window is short, more of it becomes slack.
 */
export function practiceShare(
  { entries }: Stage,
  pace: Pace,
  available: number,
  reviews: number,
  slack: Slack,
): number {
  const practice = sum(entries.map((entry) => entry.practiceLeft));
  if (practice === 0) return 0;
  const fixed = sum(entries.map((entry) => minutesAtPace(entry, pace)));
  const rest = Math.max(0, practice - reviews);
  const room = (1 - USUAL.free) * (available - reviews) - fixed;
  return Math.max(rest * (1 - slack.elastic), Math.min(rest, room)) / practice;
}

/** The time in which a stage can be done at the soonest, its practice and slack given up. */
export function leastMinutes({ entries }: Stage, pace: Pace, slack: Slack): number {
  const practice = sum(entries.map((entry) => entry.practiceLeft));
  const fixed = sum(entries.map((entry) => minutesAtPace(entry, pace)));
  return (fixed + practice * (1 - slack.elastic)) / (1 - slack.least);
}

/** Who is ahead of a window still fills this share of their time, and comes to the next one sooner. */
const AHEAD = 0.75;

/**
 * The share of a week to fill with new work, for `left` minutes of it and `net` minutes of time until
 * the end of the window: evenly over the window, so that a day more or less changes little. What is
 * late is caught up at the cost of slack, and beyond that the end moves.
 */
export function shareOfWeek(left: number, net: number, slack: Slack, chosen: boolean): number {
  const fullest = 1 - slack.least;
  const even = net > 0 ? left / net : fullest;
  return Math.min(fullest, chosen ? even : Math.max(AHEAD, even));
}

/** Questions that a stage asks for the first time. */
export function newQuestions({ entries }: Stage): number {
  return sum(entries.map(questionsLeft));
}
