import type { Day } from '../day.ts';
import type { Grade } from '../memory/fsrs.ts';
import type { Answer } from '../quiz/grade/answer.ts';
import type { Question } from '../quiz/question.ts';

/**
 * What happened, appended and never changed. All state is a fold over events in the order of
 * their ids (UUIDv7, so by time, and by arrival within a millisecond).
 */
export interface EventOf<K extends EventKind> {
  /** UUIDv7. */
  id: string;
  /** The id of the first event of the same command; undo takes back whole changes. */
  change: string;
  device: string;
  /** UTC milliseconds. */
  at: number;
  /** The learner's study day when it happened. */
  day: Day;
  kind: K;
  /** The id of the path it belongs to. */
  path: string;
  /** What it is about; null for what concerns the whole path. */
  ref: string | null;
  body: EventBodies[K];
}

export interface EventBodies {
  enrolled: Enrolment;
  /** `units` is how many units the sitting is meant to finish; null for all that is left. */
  'clock-started': { units: number | null };
  'clock-paused': Record<string, never>;
  'clock-resumed': Record<string, never>;
  /** Minutes counted, which may be fewer than the clock ran, and the study day they belong to. */
  'clock-stopped': { minutes: number; day: Day };
  /** `day` is the study day on which the time was spent. */
  'time-logged': { minutes: number; day: Day; estimated: boolean };
  /** `units` is how many of the resource's units are finished in all; null means the whole. */
  'resource-done': { units: number | null };
  'topic-done': Record<string, never>;
  'milestone-done': Record<string, never>;
  skipped: Record<string, never>;
  unskipped: Record<string, never>;
  /** The learner chose a topic although something it needs was open. */
  overridden: { waitingFor: string[] };
  noted: { text: string };
  /** Minutes for each weekday, Monday first, from a day on. */
  'hours-changed': { from: Day; availability: number[] };
  /** Minutes on each day of a range, 0 for days off; null for the usual hours again. */
  'days-changed': { from: Day; to: Day; minutes: number | null; title: string | null };
  /** The day the learner wants to be done by. */
  'finish-changed': { finish: Day | null };
  /** A session of questions: their refs in order, and what its variants are drawn from. */
  'quiz-started': { exam: boolean; seed: number; questions: string[] };
  /** `minutes` spent on answers, and the study day they belong to. */
  'quiz-ended': { quiz: string; minutes: number; day: Day };
  /** The ref is the question's. */
  answered: Answered;
  /** Take back, and bring again, all events of the change. */
  undone: { change: string };
  redone: { change: string };
}

export type EventKind = keyof EventBodies;
export type Event = { [K in EventKind]: EventOf<K> }[EventKind];
/** An event before storage gives it an id, a device, an instant and a day. */
export type NewEvent = {
  [K in EventKind]: Pick<EventOf<K>, 'kind' | 'path' | 'ref' | 'body'>;
}[EventKind];

/** One answer to one variant of a question, as it was judged. */
export interface Answered {
  /** The id of the event that began the session. */
  quiz: string;
  /** The seed of the variant. */
  seed: number;
  topic: string;
  /** The ref of the concept. */
  concept: string;
  /** What kind of question it was, and how hard from 1 to 5; absent in answers from before both were kept. */
  kind?: Question['kind'];
  difficulty?: number;
  /** Null for "do not know". */
  answer: Answer | null;
  correct: boolean;
  /** 0 to 1; it falls with each hint. */
  credit: number;
  hints: number;
  /** Milliseconds from the question's showing to the answer. */
  ms: number;
  /** What memory makes of it, if it is the first of its study day. */
  grade: Grade;
}

export interface Enrolment {
  start: Day;
  /** Minutes available on each weekday, length 7, Monday first. */
  availability: number[];
  /** The day the learner wants to be done by. */
  finish: Day | null;
  /** IANA name; null for the machine's own. */
  timezone: string | null;
  /** Weeks chosen for phases within their range, by phase id. */
  weeks: Record<string, number>;
  /** Minutes that earlier enrolments had planned until the day before this one. */
  plannedBefore: { until: Day; minutes: number } | null;
  /** Where the path lies when it is not one of the installed ones. */
  folder: string | null;
  /** The phases as they were planned on that day; enrolments of old lack them. */
  phases?: { id: string; start: Day; end: Day }[];
}
