import type { Day } from '../day.ts';
import type { Enrolment } from '../event/event.ts';
import type { Clock, ItemState } from '../event/fold.ts';
import type { Timetable } from '../plan/timetable.ts';
import { type Evidence, NO_EVIDENCE, type Review } from './evidence.ts';

/** What the log says of one learner on one path. */
export interface LearnerRecord {
  /** By present ref. */
  items: ReadonlyMap<string, ItemState>;
  clock: Clock | null;
  enrolment: Enrolment | null;
  /** What the learner told; without weeks before the first enrolment or change of hours. */
  timetable: Timetable;
  /** The day the learner wants to be done by. */
  target: Day | null;
  /** Minutes studied, by study day. */
  days: ReadonlyMap<Day, number>;
  evidence: Evidence;
  /** Questions due within a week from today, the first due first. */
  reviews: readonly Review[];
}

export const EMPTY_RECORD: LearnerRecord = {
  items: new Map(),
  clock: null,
  enrolment: null,
  timetable: { weeks: [], days: new Map() },
  target: null,
  days: new Map(),
  evidence: NO_EVIDENCE,
  reviews: [],
};
