import type { Day } from '../day.ts';

/** One sitting of a planned day. */
export interface Block {
  kind: 'study' | 'milestone' | 'quiz' | 'practice' | 'review';
  /** Null for reviews, which are of many topics. */
  ref: string | null;
  title: string;
  minutes: number;
  topic: string | null;
  phase: string | null;
  /** The units it covers, or null. */
  portion: string | null;
  /** Names the same part of the same work in every plan, on whichever day it lies. */
  key: string;
}

export interface PlannedDay {
  day: Day;
  minutes: number;
  /** Minutes the learner has on it, without those already spent today. */
  capacity: number;
  blocks: Block[];
}

export interface Plan {
  from: Day;
  /** Days with something to do. */
  days: PlannedDay[];
  /** First and last planned day of each phase that has work left. `weeks` is the span to the nearest week, at least 1. */
  phases: { id: string; start: Day; end: Day; weeks: number }[];
  /** The last day with work; `from` when nothing is left. */
  end: Day;
  /** Minutes of all work that is planned, reviews not counted. */
  minutesLeft: number;
  /** Minutes of work that found no day; more than 0 only where the learner's days come to an end. */
  unplaced: number;
  /** Whether practice and slack were cut as far as they go, to meet a target. */
  tight: boolean;
}

/** A plan longer than this is not a plan; what does not fit in it is left out of the days. */
export const LONGEST_DAYS = 366 * 20;
