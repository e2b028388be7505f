import type { Day, Zone } from '../day.ts';
import type { Event } from '../event/event.ts';
import type { Finish } from '../forecast/finish.ts';
import type { Outlook } from '../forecast/outlook.ts';
import type { Facet } from '../memory/tally.ts';
import type { Outline, Path } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import type { Plan } from '../plan/plan.ts';
import type { Timetable } from '../plan/timetable.ts';
import type { Progress } from '../progress/progress.ts';
import type { LearnerRecord } from '../progress/record.ts';
import type { Remembered } from '../quiz/choose.ts';
import type { Period } from './period.ts';
import type { AnswerRow } from './report.ts';

/** Sums of tallies over a period. */
export interface Counts {
  answers: number;
  reviews: number;
  right: number;
  /** Millionths, see `Tally`. */
  predicted: number;
  loss: number;
}

export interface DayCounts {
  day: Day;
  answers: number;
  reviews: number;
  right: number;
}

/** What the log says, read for a period. Refs are those of the present path. */
export interface ReportLog {
  /** Events that stand but for answers, of the whole history, in order. */
  events: readonly Event[];
  /** The day on which each concept was first answered right. */
  proofs: ReadonlyMap<string, Day>;
  /** Answers of the period, by facet and key. */
  counts: ReadonlyMap<Facet, ReadonlyMap<string, Counts>>;
  /** Answers of the period, by study day. */
  days: readonly DayCounts[];
  /** Every question ever answered. */
  remembered: ReadonlyMap<string, Remembered>;
  /** Each answer of the period; null where nobody asks for them. */
  answers: AnswerRow[] | null;
}

/** All that a report is made of. */
export interface ReportInput {
  path: Path;
  index: RefIndex<Path>;
  /** The same path without its texts, on which progress is measured again. */
  outline: RefIndex<Outline>;
  learner: string | null;
  now: number;
  today: Day;
  zone: Zone;
  period: Period;
  record: LearnerRecord;
  progress: Progress;
  timetable: Timetable;
  /** What the finish was foretold from. */
  outlook: Outlook;
  finish: Finish;
  plan: Plan;
  log: ReportLog;
}
