import type { Day } from '../day.ts';
import type { Enrolment } from '../event/event.ts';
import type { Clock, ItemState } from '../event/fold.ts';

/** What the log says of one learner on one path. */
export interface LearnerRecord {
  /** By present ref. */
  items: ReadonlyMap<string, ItemState>;
  clock: Clock | null;
  enrolment: Enrolment | null;
  /** Minutes studied, by study day. */
  days: ReadonlyMap<Day, number>;
}

export const EMPTY_RECORD: LearnerRecord = {
  items: new Map(),
  clock: null,
  enrolment: null,
  days: new Map(),
};
