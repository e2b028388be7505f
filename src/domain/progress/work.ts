import { type ItemState, NEW_ITEM } from '../event/fold.ts';
import {
  type MilestoneOutline,
  quizMinutes,
  sum,
  type TopicOutline,
  type Unit,
  type Use,
} from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import type { Medium } from '../plan/pace.ts';
import type { Evidence } from './evidence.ts';

/**
 * One piece of work in a topic, with what is left of it: a resource as used, a milestone, or the
 * questions on its concepts.
 */
export interface Work {
  kind: 'study' | 'milestone' | 'quiz';
  ref: string;
  topic: string;
  title: string;
  /** What its time goes into. */
  medium: Exclude<Medium, 'practice'>;
  /** Whether the topic waits for it: core resources, milestones and questions. */
  required: boolean;
  /** Estimated minutes of the whole. */
  minutes: number;
  /** Parts in order; a single one where the work has no units. */
  units: readonly Unit[];
  /** Whether the learner can finish it unit by unit. */
  divisible: boolean;
  portion: string | null;
  state: ItemState;
  closed: boolean;
  unitsDone: number;
}

/** However long something took already, this much is left of it until it is called done. */
const LEAST_LEFT = 5;

export function workOfUse(index: RefIndex, use: Use, state: ItemState = NEW_ITEM): Work {
  const divisible = use.units.length > 0;
  const units = divisible ? use.units : [{ title: use.portion, minutes: use.minutes }];
  const resource = index.resources.get(use.resource);
  return {
    kind: 'study',
    ref: use.ref,
    topic: use.topic,
    title: resource?.title ?? use.resource,
    medium: resource?.kind ?? 'article',
    required: use.role === 'core',
    minutes: use.minutes,
    units,
    divisible,
    portion: use.portion,
    ...standing(state, units),
  };
}

export function workOfMilestone(milestone: MilestoneOutline, state: ItemState = NEW_ITEM): Work {
  const units = [{ title: milestone.title, minutes: milestone.minutes }];
  return {
    kind: 'milestone',
    ref: milestone.ref,
    topic: milestone.topic,
    title: milestone.title,
    medium: 'milestone',
    required: true,
    minutes: milestone.minutes,
    units,
    divisible: false,
    portion: null,
    ...standing(state, units),
  };
}

/**
 * The questions of a topic as one piece of work, concept by concept: it is done when each concept that
 * has questions was answered right once. Null for a topic without questions.
 */
export function workOfQuiz(
  topic: TopicOutline,
  evidence: Evidence,
  state: ItemState = NEW_ITEM,
): Work | null {
  const concepts = Object.keys(topic.quiz);
  if (concepts.length === 0) return null;
  const open = concepts.filter((concept) => !evidence.proven.has(`${topic.id}/${concept}`));
  const minutes = quizMinutes(topic);
  const share = (i: number) => Math.round(((i + 1) * minutes) / concepts.length);
  const units = concepts.map((_, i) => ({
    title: `question ${i + 1}`,
    minutes: share(i) - share(i - 1),
  }));
  const answered = Math.max(concepts.length - open.length, state.units);
  const closed = state.done || state.skipped || answered >= concepts.length;
  return {
    kind: 'quiz',
    ref: quizRef(topic.id),
    topic: topic.id,
    title: `Quiz: ${topic.title}`,
    medium: 'quiz',
    required: true,
    minutes,
    units,
    divisible: false,
    portion: concepts.length === 1 ? '1 question' : `${concepts.length} questions`,
    state,
    closed,
    unitsDone: closed ? units.length : answered,
  };
}

/** The ref under which a topic's questions stand as one piece of work. */
function quizRef(topic: string): string {
  return `${topic}/q`;
}

/** A topic without core resources and milestones is one piece of work itself, but for its quiz. */
function workOfWholeTopic(topic: TopicOutline, state: ItemState = NEW_ITEM): Work {
  const minutes = Math.max(0, Math.round(topic.hours * 60) - quizMinutes(topic));
  const units = [{ title: topic.title, minutes }];
  return {
    kind: 'study',
    ref: topic.id,
    topic: topic.id,
    title: topic.title,
    medium: 'course',
    required: true,
    minutes,
    units,
    divisible: false,
    portion: null,
    ...standing(state, units),
  };
}

/**
 * All work of a topic: core resources in their order, questions, milestones, then the optional
 * resources.
 */
export function workOfTopic(
  index: RefIndex,
  topic: TopicOutline,
  items: ReadonlyMap<string, ItemState>,
  evidence: Evidence,
): Work[] {
  const uses = topic.uses.map((use) => workOfUse(index, use, items.get(use.ref)));
  const milestones = topic.milestones.map((m) => workOfMilestone(m, items.get(m.ref)));
  const studied = uses.filter((work) => work.required);
  if (studied.length + milestones.length === 0) {
    studied.push(workOfWholeTopic(topic, items.get(topic.id)));
  }
  const quiz = workOfQuiz(topic, evidence, items.get(quizRef(topic.id)));
  const required = [...studied, ...(quiz ? [quiz] : []), ...milestones];
  return [...required, ...uses.filter((work) => !work.required)];
}

/** Estimated minutes until the work is done. */
export function minutesLeft(work: Work): number {
  return sum(unitsLeft(work).map((unit) => unit.minutes));
}

/**
 * The units that are not finished, each with the minutes it still takes. Time spent since the last
 * finished unit is taken off in order, but never so much that nothing is left of the whole.
 */
export function unitsLeft(work: Work): Unit[] {
  if (work.closed) return [];
  const units = work.units.slice(work.unitsDone);
  if (work.state.partial === 0) return units;
  const most = sum(units.map((unit) => unit.minutes)) - LEAST_LEFT;
  let spent = Math.max(0, Math.min(work.state.partial, most));
  return units.map((unit) => {
    const off = Math.min(spent, unit.minutes);
    spent -= off;
    return { ...unit, minutes: unit.minutes - off };
  });
}

/** The work as it is when what was left out is taken up after all. */
export function takeUp(work: Work): Work {
  if (!work.state.skipped || work.state.done) return work;
  const unitsDone = Math.min(work.state.units, work.units.length);
  return { ...work, closed: unitsDone === work.units.length, unitsDone };
}

function standing(state: ItemState, units: readonly Unit[]) {
  const finished = state.units >= units.length;
  const closed = state.done || state.skipped || finished;
  return { state, closed, unitsDone: closed ? units.length : state.units };
}
