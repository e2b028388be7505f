import type { Question } from './question.ts';

/** Why a question is asked. */
export interface AskReason {
  /**
   * `due`: memory says so; `new`: never asked; `practice`: asked for by name though not due;
   * `again`: answered wrongly earlier in this session.
   */
  kind: 'due' | 'new' | 'practice' | 'again';
  /** Predicted recall before it is asked, 0 to 1; null for one never answered. */
  recall: number | null;
  /** Study days since it was last answered; null for one never answered. */
  daysAway: number | null;
}

/** A question of a session, before it is drawn. */
export interface Pick {
  ref: string;
  topic: string;
  concept: string;
  reason: AskReason;
}

/** A question as it stands before the learner. */
export interface Asked {
  /** Its place, from 1, and how many there are in all; those that come back are counted too. */
  n: number;
  of: number;
  question: Question;
  topicTitle: string;
  reason: AskReason;
  /** Hints shown so far. */
  hints: string[];
}
