/** When questions return. */
export interface Schedule {
  /** The recall at which a review is due, over 0 to 1. */
  desiredRetention: number;
  /** No interval is longer, in days: a path has an end. */
  longestInterval: number;
}

export const DEFAULT_SCHEDULE: Schedule = { desiredRetention: 0.9, longestInterval: 90 };
