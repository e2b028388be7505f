import type { Day } from '../day.ts';
import type { Event } from './event.ts';

/** What the log says of one ref: a resource as used, a topic, a milestone or a phase. */
export interface ItemState {
  done: boolean;
  doneDay: Day | null;
  /** Units finished of a resource that has them. */
  units: number;
  /** Minutes spent in all. */
  minutes: number;
  /** Minutes of these that are an estimate, since nobody measured them. */
  guessed: number;
  /** Minutes spent since the last unit was finished. */
  partial: number;
  skipped: boolean;
  /** Chosen by the learner before everything it needs was done. */
  chosen: boolean;
  /** The latest study day on which anything happened to it. */
  lastDay: Day | null;
}

export const NEW_ITEM: ItemState = {
  done: false,
  doneDay: null,
  units: 0,
  minutes: 0,
  guessed: 0,
  partial: 0,
  skipped: false,
  chosen: false,
  lastDay: null,
};

/** Applies one event about a ref to that ref's state. */
export function foldItem(state: ItemState, event: Event): ItemState {
  const seen = { ...state, lastDay: later(state.lastDay, event.day) };
  switch (event.kind) {
    case 'time-logged':
    case 'clock-stopped':
      return {
        ...state,
        lastDay: later(state.lastDay, event.body.day),
        minutes: state.minutes + event.body.minutes,
        guessed: state.guessed + (isGuessed(event) ? event.body.minutes : 0),
        partial: state.partial + event.body.minutes,
      };
    case 'resource-done':
      return event.body.units === null
        ? { ...seen, done: true, doneDay: event.day, skipped: false }
        : { ...seen, units: event.body.units, partial: 0, skipped: false };
    case 'topic-done':
    case 'milestone-done':
      return { ...seen, done: true, doneDay: event.day, skipped: false };
    case 'skipped':
      return { ...state, skipped: true };
    case 'unskipped':
      return { ...state, skipped: false };
    case 'overridden':
      return { ...seen, chosen: true };
    case 'clock-started':
      return seen;
    default:
      return state;
  }
}

function isGuessed(event: Event): boolean {
  return event.kind === 'time-logged' && event.body.estimated;
}

/** The study time an event adds, and the day it counts for; null for events without time. */
export function timeOf(event: Event): { day: Day; minutes: number } | null {
  if (!isTimed(event)) return null;
  return { day: event.body.day, minutes: event.body.minutes };
}

function isTimed(event: Event) {
  return (
    event.kind === 'time-logged' || event.kind === 'clock-stopped' || event.kind === 'quiz-ended'
  );
}

/** The running clock: at most one at a time, over all paths. */
export interface Clock {
  path: string;
  ref: string;
  /** When it was started; UTC milliseconds. */
  startedAt: number;
  /** Since when it runs without a pause; null while it is paused. */
  runningSince: number | null;
  /** Milliseconds counted before `runningSince`. */
  counted: number;
  /** Units that the sitting is meant to finish; null for all that is left. */
  units: number | null;
}

export function foldClock(clock: Clock | null, event: Event): Clock | null {
  switch (event.kind) {
    case 'clock-started':
      if (event.ref === null) return clock;
      return {
        path: event.path,
        ref: event.ref,
        startedAt: event.at,
        runningSince: event.at,
        counted: 0,
        units: event.body.units,
      };
    case 'clock-paused':
      if (!clock || clock.runningSince === null) return clock;
      return { ...clock, runningSince: null, counted: elapsed(clock, event.at) };
    case 'clock-resumed':
      if (!clock || clock.runningSince !== null) return clock;
      return { ...clock, runningSince: event.at };
    case 'clock-stopped':
      return null;
    default:
      return clock;
  }
}

/** Milliseconds the clock has counted at an instant; a clock set back counts as no time. */
export function elapsed(clock: Clock, now: number): number {
  const running = clock.runningSince === null ? 0 : Math.max(0, now - clock.runningSince);
  return clock.counted + running;
}

function later(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b;
}
