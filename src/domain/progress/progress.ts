import type { Day } from '../day.ts';
import { type ItemState, NEW_ITEM } from '../event/fold.ts';
import { type Outline, practiceMinutes, sum, type TopicOutline } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import { type Evidence, NO_EVIDENCE } from './evidence.ts';
import { minutesLeft, type Work, workOfTopic } from './work.ts';

export type TopicState = 'locked' | 'ready' | 'started' | 'done' | 'skipped';

export interface TopicProgress {
  topic: TopicOutline;
  phaseNumber: number;
  state: TopicState;
  /** Chosen by the learner ahead of what it needs. */
  chosen: boolean;
  /** Called done by the learner's word though parts of it were open. */
  overruled: boolean;
  /** Topics it needs that are neither done nor skipped. */
  waitingFor: string[];
  work: Work[];
  /** Share of the required minutes that is done, 0 to 100. */
  percent: number;
  /** Estimated minutes until it is done, with practice, and its milestones too. */
  minutesLeft: number;
  /** Minutes of practice among these. */
  practiceLeft: number;
  /** Minutes spent on it and its parts. */
  minutesSpent: number;
  /** Minutes among these that were measured on the topic itself: practice. */
  practised: number;
  lastDay: Day | null;
}

/** Where the learner stands on every topic, in path order. */
export type Progress = ReadonlyMap<string, TopicProgress>;

export function measureProgress(
  path: Outline,
  index: RefIndex,
  items: ReadonlyMap<string, ItemState>,
  evidence: Evidence = NO_EVIDENCE,
): Progress {
  const progress = new Map<string, TopicProgress>();
  for (const phase of path.phases) {
    const phaseSkipped = items.get(phase.id)?.skipped ?? false;
    for (const topic of phase.topics) {
      progress.set(
        topic.id,
        measureTopic(index, topic, phase.number, items, evidence, phaseSkipped),
      );
    }
  }
  return lockWaiting(progress);
}

/** The progress after one piece of work of a topic came to the state `item`. */
export function advanceProgress(
  index: RefIndex,
  progress: Progress,
  work: Work,
  item: ItemState,
  evidence: Evidence = NO_EVIDENCE,
): Progress {
  const before = progress.get(work.topic);
  if (!before) return progress;
  const items = new Map(before.work.map((piece) => [piece.ref, piece.state])).set(work.ref, item);
  const after = measureTopic(index, before.topic, before.phaseNumber, items, evidence, false);
  const advanced = new Map(progress).set(work.topic, { ...after, chosen: before.chosen });
  return lockWaiting(advanced);
}

/** Says of each topic what it waits for; a topic that waits is locked, unless it was begun. */
function lockWaiting(progress: Map<string, TopicProgress>): Progress {
  for (const [id, entry] of progress) {
    const waitingFor = entry.topic.needs.filter((need) => isOpen(progress.get(need)));
    const idle = entry.state === 'ready' || entry.state === 'locked';
    const state = idle ? (waitingFor.length > 0 ? 'locked' : 'ready') : entry.state;
    if (state !== entry.state || waitingFor.length !== entry.waitingFor.length) {
      progress.set(id, { ...entry, waitingFor, state });
    }
  }
  return progress;
}

/** Whether a topic that is done by itself has milestones left to build. */
export function hasMilestonesLeft({ state, minutesLeft }: TopicProgress): boolean {
  return state === 'done' && minutesLeft > 0;
}

/** Questions of a topic's quiz that were not answered right yet. */
export function questionsLeft({ work }: TopicProgress): number {
  const quiz = work.find((piece) => piece.kind === 'quiz');
  return quiz && !quiz.closed ? quiz.units.length - quiz.unitsDone : 0;
}

export function isOpen(entry: TopicProgress | undefined): boolean {
  return entry !== undefined && entry.state !== 'done' && entry.state !== 'skipped';
}

function measureTopic(
  index: RefIndex,
  topic: TopicOutline,
  phaseNumber: number,
  items: ReadonlyMap<string, ItemState>,
  evidence: Evidence,
  phaseSkipped: boolean,
): TopicProgress {
  const own = items.get(topic.id) ?? NEW_ITEM;
  const work = workOfTopic(index, topic, items, evidence);
  const required = work.filter((piece) => piece.required);
  // Milestones are built on what was learned: where there is anything else, that decides.
  const learned = required.filter((piece) => piece.kind !== 'milestone');
  const decisive = learned.length > 0 ? learned : required;
  const finished = decisive.length > 0 && decisive.every((piece) => piece.closed);
  const touched = [own, ...work.map((piece) => piece.state)].flatMap((s) => s.lastDay ?? []);
  // Questions cannot be left out by themselves, and go with what they are about.
  const parts = required.filter((piece) => piece.kind !== 'quiz');
  const leftOut = phaseSkipped || (parts.length > 0 && parts.every((p) => p.state.skipped));
  const state = stateOf(own, finished, leftOut, touched.length > 0);
  const total = sum(required.map((piece) => piece.minutes));
  const left = sum(required.map(minutesLeft));
  // Being asked about a topic is not yet to study it.
  const asked = evidence.lastDays.get(topic.id);
  const over = own.done || state === 'skipped';
  const practice = over || state === 'done' ? 0 : Math.max(0, practiceMinutes(topic) - own.minutes);
  return {
    topic,
    phaseNumber,
    state,
    chosen: own.chosen,
    overruled: own.done && !finished,
    waitingFor: [],
    work,
    percent: state === 'done' ? 100 : total === 0 ? 0 : Math.floor((100 * (total - left)) / total),
    minutesLeft: over ? 0 : left + practice,
    practiceLeft: practice,
    minutesSpent: own.minutes + sum(work.map((piece) => piece.state.minutes)),
    practised: own.minutes - own.guessed,
    lastDay: latest([...touched, ...(asked === undefined ? [] : [asked])]),
  };
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce((a: Day | null, b) => (a !== null && a > b ? a : b), null);
}

function stateOf(
  own: ItemState,
  finished: boolean,
  leftOut: boolean,
  touched: boolean,
): TopicState {
  if (own.done) return 'done';
  if (own.skipped || leftOut) return 'skipped';
  if (finished) return 'done';
  return touched ? 'started' : 'ready';
}
