import { type Day, daysBetween } from '../day.ts';
import { type Outline, sum } from '../path/path.ts';
import type { Progress } from '../progress/progress.ts';
import { LONGEST_DAYS } from './plan.ts';
import { minutesFrom, type Timetable } from './timetable.ts';

/** The time a phase has, counted from the day the learner began. */
export interface Window {
  phase: number;
  /** Its last day, in days from the day the plan begins; negative when that is past. */
  last: number;
  /** Whether the learner chose its weeks, so that the next phase does not begin sooner. */
  chosen: boolean;
}

/** A week too much by so little is none. */
const TOLERANCE = 0.02;

/**
 * The window of each phase in whole weeks from `start` on: as many as its topics take at their
 * estimates in the learner's hours, days off counted, or as many as the learner chose. They do not
 * move when a day is missed: what is missed is made up inside the window as long as it can be.
 */
export function windowsOf(
  path: Outline,
  progress: Progress,
  timetable: Timetable,
  start: Day,
  from: Day,
  chosen: Readonly<Record<string, number>>,
): Window[] {
  const on = minutesFrom(timetable, start);
  const before = daysBetween(start, from);
  const windows: Window[] = [];
  let first = 0;
  for (const phase of path.phases) {
    const topics = phase.topics.filter((topic) => progress.get(topic.id)?.state !== 'skipped');
    if (topics.length === 0) continue;
    const need = sum(topics.map((topic) => topic.hours * 60)) * (1 - TOLERANCE);
    const weeks = chosen[phase.id] ?? weeksFor(need, on, first);
    first += 7 * weeks;
    const last = first - 1 - before;
    windows.push({ phase: phase.number, last, chosen: chosen[phase.id] !== undefined });
  }
  return windows;
}

function weeksFor(minutes: number, on: (offset: number) => number, first: number): number {
  let left = minutes;
  let days = 0;
  while (left > 0 && first + days < LONGEST_DAYS) {
    left -= on(first + days);
    days += 1;
  }
  return Math.max(1, Math.ceil(days / 7));
}

/** The windows drawn together so that the last one ends by `last`, in days from the plan's first. */
export function compress(windows: readonly Window[], last: number): Window[] {
  const end = windows.at(-1)?.last ?? 0;
  if (end <= last || end <= 0) return [...windows];
  return windows.map((window) => ({
    ...window,
    last: window.last <= 0 ? window.last : Math.floor((window.last * last) / end),
  }));
}
