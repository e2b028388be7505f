import type { Day } from '../day.ts';
import type { Medium, Pace } from '../plan/pace.ts';
import type { ReviewsAhead } from '../plan/reviews.ts';
import type { Attendance } from './attendance.ts';

/** Everything a forecast follows from. */
export interface Outlook {
  from: Day;
  /** Minutes of a day, by its distance from `from`. */
  minutesOn: (offset: number) => number;
  /** Minutes of the first day that are gone. */
  spent: number;
  /** Estimated minutes left, by what they go into. */
  left: ReadonlyMap<Medium, number>;
  /** Questions that will be asked for the first time. */
  questions: number;
  pace: Pace;
  attendance: Attendance;
  reviews: ReviewsAhead;
}
