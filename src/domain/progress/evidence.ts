import type { Day } from '../day.ts';

/** What answers say about topics. Refs are present ones. */
export interface Evidence {
  /** Concepts of which a question was answered right. */
  proven: ReadonlySet<string>;
  /** The latest study day on which a question of a topic was answered. */
  lastDays: ReadonlyMap<string, Day>;
}

export const NO_EVIDENCE: Evidence = { proven: new Set(), lastDays: new Map() };

/** A question that is to be asked again on a day. */
export interface Review {
  ref: string;
  due: Day;
}
