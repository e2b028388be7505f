import { type Day, daysBetween } from '../day.ts';
import { type Outline, practiceMinutes, sum } from '../path/path.ts';
import type { Progress } from '../progress/progress.ts';
import type { Pace } from './pace.ts';
import { LONGEST_DAYS } from './plan.ts';
import { openLedger, type ReviewsAhead } from './reviews.ts';
import { USUAL } from './stage.ts';
import { minutesFrom, type Timetable, withoutShortBreaks } from './timetable.ts';

/** The time a phase has, counted from the day the learner began. */
export interface Window {
  phase: number;
  /** Its last day, in days from the day the plan begins; negative when that is past. */
  last: number;
  /** Whether the learner chose its weeks, so that the next phase does not begin sooner. */
  chosen: boolean;
}

/** What the windows follow from: nothing of it changes when a day is missed. */
export interface Frame {
  path: Outline;
  progress: Progress;
  timetable: Timetable;
  /** The day the learner began, and the day the plan begins. */
  start: Day;
  from: Day;
  /** Weeks that the learner chose, by phase. */
  chosen: Readonly<Record<string, number>>;
  pace: Pace;
  reviews: ReviewsAhead;
}

/** Days off that end sooner are made up meanwhile: they move no window. */
const SHORT_BREAK = 5;

/**
 * The window of each phase from `start` on: the time that its topics take with their reviews and some
 * slack in the learner's usual weeks, or as many weeks as the learner chose. Windows do not move when
 * a day is missed or taken off: what is missed is made up inside the window as long as it can be.
 */
export function windowsOf(frame: Frame): Window[] {
  const { path, progress, start, from, chosen, pace } = frame;
  const on = minutesFrom(withoutShortBreaks(frame.timetable, SHORT_BREAK), start);
  const ledger = openLedger({ ...frame.reviews, known: new Float64Array(0) });
  const before = daysBetween(start, from);
  const windows: Window[] = [];
  let first = 0;
  for (const phase of path.phases) {
    const topics = phase.topics.filter((topic) => progress.get(topic.id)?.state !== 'skipped');
    if (topics.length === 0) continue;
    const questions = sum(topics.map((topic) => Object.keys(topic.quiz).length));
    const practice = sum(topics.map(practiceMinutes));
    const fixed = (sum(topics.map((topic) => topic.hours * 60)) - practice) * pace.overall.mean;
    // Reviews are practice too, so the window holds whichever is more.
    const lastWith = (reviews: number) => dayAfter(fixed + Math.max(practice, reviews), on, first);
    const weeks = chosen[phase.id];
    const last =
      weeks === undefined
        ? lastWith(ledger.expected(first, lastWith(0), questions))
        : first + 7 * weeks - 1;
    ledger.ask(Math.floor((first + last) / 2), questions);
    windows.push({ phase: phase.number, last: last - before, chosen: weeks !== undefined });
    first = last + 1;
  }
  return windows;
}

/** Of each day so many minutes are lost between one thing and the next: much of a short day. */
const LOST = 5;

/** Minutes of a day of `minutes` that a window counts on. */
function usable(minutes: number): number {
  return Math.max(minutes / 2, Math.min(minutes * (1 - USUAL.free), minutes - LOST));
}

/** The day on which so many usable minutes are over, from the day `first` on. */
function dayAfter(minutes: number, on: (offset: number) => number, first: number): number {
  let left = minutes - usable(on(first));
  let day = first;
  while (left > 0 && day < LONGEST_DAYS) {
    day += 1;
    left -= usable(on(day));
  }
  return day;
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
