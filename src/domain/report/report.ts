import type { Day } from '../day.ts';
import type { Finish } from '../forecast/finish.ts';
import type { ResourceKind, Role, Tier, Weeks } from '../path/path.ts';
import type { PlannedDay } from '../plan/plan.ts';
import type { TopicState } from '../progress/progress.ts';
import type { Streak } from '../progress/streak.ts';
import type { Period } from './period.ts';

/**
 * Everything a report tells, as one value that each format renders. Durations are minutes, shares and
 * recalls 0 to 1, days study days. What stands is as of `day`; what happened lies in `period`.
 */
export interface Report {
  /** The study day it was made on. */
  day: Day;
  /** The instant it was made at; UTC milliseconds. */
  at: number;
  path: { id: string; title: string; version: string };
  /** The learner's name as set; null for none. */
  learner: string | null;
  period: Period;
  standing: Standing;
  phases: PhaseRow[];
  topics: TopicRow[];
  concepts: ConceptRow[];
  weak: Weakness[];
  accuracy: Accuracy;
  calibration: Calibration;
  activity: Activity;
  burnUp: BurnUp;
  resources: ResourceRow[];
  pace: PaceRow[];
  milestones: MilestoneRow[];
  choices: Choice[];
  notes: NoteRow[];
  ahead: Ahead;
  /** What was done in the period, oldest first; answers only as the quizzes they were given in. */
  happenings: Happening[];
  /** Each answer of the period; null where a format has no use for them. */
  answers: AnswerRow[] | null;
}

export interface Standing {
  /** Estimated minutes of the plan, of what is done of it, and minutes studied in all. */
  planned: number;
  done: number;
  spent: number;
  /** Share of the plan that is done. */
  share: number;
  topics: number;
  topicsDone: number;
  /** Null when nothing is left. */
  finish: Finish | null;
  /** The day wanted to be done by. */
  target: Day | null;
  /** Study days ahead of the plan made at enrolment; negative: behind. */
  aheadDays: number;
  streak: Streak;
}

export interface PhaseRow {
  id: string;
  number: number;
  title: string;
  optional: boolean;
  leftOut: boolean;
  weeks: Weeks;
  topics: number;
  topicsDone: number;
  share: number;
  planned: number;
  spent: number;
  /** First and last study day with anything on it; null where there was none. */
  began: Day | null;
  last: Day | null;
  /** First and last planned day of what is left; null where nothing is. */
  from: Day | null;
  to: Day | null;
}

/** Predicted recall today and on the likely finish day, if nothing is reviewed. */
export interface Recall {
  today: number;
  finish: number;
}

export interface TopicRow {
  id: string;
  phase: string;
  title: string;
  tier: Tier;
  needs: string[];
  state: TopicState;
  /** Called done by the learner's word. */
  overruled: boolean;
  percent: number;
  planned: number;
  spent: number;
  /** Null where no question on it was answered. */
  recall: Recall | null;
  /** Of the period. */
  answers: number;
  reviews: number;
  right: number;
  lastDay: Day | null;
}

export interface ConceptRow {
  ref: string;
  topic: string;
  name: string;
  questions: number;
  answers: number;
  /** Whether a question on it was ever answered right. */
  proven: boolean;
  recall: Recall;
}

export interface Weakness {
  topic: string;
  title: string;
  recall: number;
  /** Names of its concepts most at risk, the least certain first. */
  concepts: string[];
  /** The topic it needs that is behind it; null where all of that stands firm. */
  root: { topic: string; title: string; reason: 'left-out' | 'overruled' | 'fading' } | null;
}

export interface Score {
  key: string;
  /** First answers of a study day. */
  reviews: number;
  right: number;
}

export interface Accuracy {
  answers: number;
  reviews: number;
  right: number;
  byKind: Score[];
  byDifficulty: Score[];
}

export interface Calibration {
  reviews: number;
  /** Mean log loss in nats; null without reviews. */
  logLoss: number | null;
  /** Mean recall as predicted and as it was; null without reviews. */
  predicted: number | null;
  observed: number | null;
  bins: { from: number; to: number; reviews: number; predicted: number; observed: number }[];
}

export interface DayRow {
  day: Day;
  minutes: number;
  answers: number;
  reviews: number;
  right: number;
}

export interface WeekRow extends Omit<DayRow, 'day'> {
  /** Its Monday. */
  week: Day;
  studyDays: number;
}

export interface Activity {
  minutes: number;
  studyDays: number;
  /** Days with any study or answer. */
  days: DayRow[];
  /** Every week of the period. */
  weeks: WeekRow[];
  /** Minutes in each hour of the learner's day, length 24, from midnight. */
  hours: number[];
}

export interface BurnPoint {
  day: Day;
  /** Estimated minutes of what was done by then, and of the whole plan as it was then. */
  done: number;
  planned: number;
  /** Minutes studied by then. */
  spent: number;
}

/** Minutes that are done by a day as likely as not, and four times in five. */
export interface FanPoint {
  day: Day;
  p50: number;
  p80: number;
}

export interface BurnUp {
  points: BurnPoint[];
  /** Null when nothing is left. */
  fan: FanPoint[] | null;
}

export interface ResourceRow {
  ref: string;
  topic: string;
  title: string;
  portion: string;
  kind: ResourceKind;
  role: Role;
  state: 'open' | 'started' | 'done' | 'skipped';
  estimate: number;
  spent: number;
  /** Whether the time spent was measured throughout; false where any of it was taken from the estimate. */
  measured: boolean;
}

/** Finished resources of one kind whose time was measured. */
export interface PaceRow {
  kind: ResourceKind;
  resources: number;
  estimate: number;
  spent: number;
}

export interface MilestoneRow {
  ref: string;
  topic: string;
  topicTitle: string;
  title: string;
  state: 'open' | 'done' | 'skipped';
  doneDay: Day | null;
  estimate: number;
  spent: number;
  /** What must hold for it. */
  checks: string[];
}

/** Where the learner decided otherwise than the path. */
export interface Choice {
  kind: 'left-out' | 'overruled' | 'chosen-early';
  ref: string;
  title: string;
  day: Day | null;
  /** Titles of what was open when it was chosen. */
  before: string[];
}

export interface NoteRow {
  day: Day;
  ref: string;
  title: string;
  text: string;
}

export interface Ahead {
  from: Day;
  to: Day;
  days: PlannedDay[];
  /** Reviews that fall due on each of the next days, today's with all that is overdue. */
  reviews: { day: Day; count: number }[];
}

export interface Happening {
  /** The event's id. */
  id: string;
  /** UTC milliseconds. */
  at: number;
  /** The study day it belongs to. */
  day: Day;
  kind: 'studied' | 'quiz' | 'resource' | 'topic' | 'milestone' | 'left-out' | 'taken-in' | 'note';
  ref: string | null;
  title: string;
  /** Minutes it took, where that was counted. */
  minutes: number | null;
  /** Whether it ended at `at`, so that it began that many minutes before; else only its day is known. */
  timed: boolean;
}

export interface AnswerRow {
  day: Day;
  at: number;
  ref: string;
  topic: string;
  concept: string;
  kind: string | null;
  difficulty: number | null;
  correct: boolean;
  credit: number;
  hints: number;
  seconds: number;
}
