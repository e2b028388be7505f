import type { Day } from '../day.ts';
import type { ItemState } from '../event/fold.ts';
import { addressOf, type Outline } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import { atPace, type Pace, USUAL_PACE } from '../plan/pace.ts';
import { type Evidence, NO_EVIDENCE } from '../progress/evidence.ts';
import {
  advanceProgress,
  isOpen,
  type Progress,
  type TopicProgress,
} from '../progress/progress.ts';
import { minutesLeft, type Work } from '../progress/work.ts';
import { rankReviews } from './review.ts';
import {
  findCandidates,
  type Reason,
  type Standing,
  scoreTopic,
  standingOf,
  totalOf,
} from './score.ts';
import { type Slice, sliceWork } from './slice.ts';

/** What to do: the unit of `next`. Minutes are an estimate. */
export interface Action {
  kind: 'study' | 'review' | 'quiz' | 'milestone' | 'rest' | 'finished';
  ref: string | null;
  title: string;
  url: string | null;
  minutes: number;
  topic: string | null;
  phase: string | null;
  portion: string | null;
  /** Units of the resource, or questions, that this finishes; null when it finishes the whole. */
  units: number | null;
  /** Whether it ends inside a unit, so that nothing is done yet but time was spent. */
  partial: boolean;
  why: Reason[];
}

export interface Choice {
  action: Action;
  then: Action[];
  /** The strongest action of another topic, with its total. */
  nextBest: { action: Action; total: number } | null;
}

/** For a part that comes to an end within the sitting; how much of the sitting it fills is no merit. */
const FITS = 0.5;
const PART_DONE = 0.5;
/** For the quiz of a topic whose resources are done: what was just studied is asked while fresh. */
const PROOF = 0.5;

/**
 * Decides what to study now, for a sitting of `minutes` at the learner's pace, and the `follow` actions
 * after it.
 * The same path, progress, day and minutes give the same answer.
 */
export function chooseNext(
  path: Outline,
  index: RefIndex,
  start: Progress,
  today: Day,
  minutes: number,
  follow: number,
  memory: { evidence: Evidence; due: number } = { evidence: NO_EVIDENCE, due: 0 },
  pace: Pace = USUAL_PACE,
): Choice {
  const standing = standingOf(path);
  let progress = start;
  let { due } = memory;
  const actions: Action[] = [];
  let nextBest: Choice['nextBest'] = null;
  while (actions.length <= follow) {
    const ranked = rankActions(index, progress, standing, today, minutes, due, pace);
    const best = ranked[0];
    if (!best) break;
    if (actions.length === 0 && ranked[1]) {
      nextBest = { action: ranked[1].action, total: totalOf(ranked[1].action.why) };
    }
    actions.push(best.action);
    if (actions.length > follow) break;
    if (best.studied === null) due -= best.action.units ?? due;
    else {
      const { work } = best.studied;
      const after = stateAfter(best.studied, today);
      progress = advanceProgress(index, progress, work, after, memory.evidence);
    }
  }
  const [action = FINISHED, ...then] = actions;
  return { action, then, nextBest };
}

const FINISHED: Action = {
  kind: 'finished',
  ref: null,
  title: 'Everything on this path is done',
  url: null,
  minutes: 0,
  topic: null,
  phase: null,
  portion: null,
  units: null,
  partial: false,
  why: [],
};

interface Studied {
  work: Work;
  slice: Slice;
}

interface Ranked {
  action: Action;
  /** Null for reviews. */
  studied: Studied | null;
}

/** The best action of each topic that may be studied now, and the reviews, strongest first. */
function rankActions(
  index: RefIndex,
  progress: Progress,
  standing: Standing,
  today: Day,
  minutes: number,
  due: number,
  pace: Pace,
): Ranked[] {
  const firstPhase = firstOpenPhase(progress);
  const topics = findCandidates(progress).flatMap((entry): Ranked[] => {
    const estimated = entry.work.find((piece) => piece.required && !piece.closed);
    if (!estimated) return [];
    const work = atPace(estimated, pace);
    const slice = sliceWork(work, minutes);
    const why = [
      ...scoreTopic(entry, progress, standing, firstPhase, today),
      ...(work.kind === 'quiz' ? [proof(work)] : partDone(work)),
      fits(slice, minutes),
    ];
    return [{ action: toAction(index, entry, work, slice, why), studied: { work, slice } }];
  });
  const reviews = rankReviews(due, minutes);
  const ranked = reviews === null ? topics : [...topics, { action: reviews, studied: null }];
  const total = new Map(ranked.map((r) => [r, totalOf(r.action.why)]));
  const place = (r: Ranked) => standing.place.get(r.action.topic ?? '') ?? -1;
  return ranked.sort((a, b) => (total.get(b) ?? 0) - (total.get(a) ?? 0) || place(a) - place(b));
}

/** The number of the first phase with something open; the last one when nothing is. */
export function firstOpenPhase(progress: Progress): number {
  const open = [...progress.values()].filter(isOpen).map((entry) => entry.phaseNumber);
  return open.length === 0 ? 1 : Math.min(...open);
}

function partDone(work: Work): Reason[] {
  const begun = work.unitsDone > 0 || work.state.partial > 0;
  if (!begun) return [];
  const text = `${minutesLeft(work)} of ${work.minutes} min of it are left`;
  return [{ term: 'begun', score: PART_DONE, text }];
}

function proof(work: Work): Reason {
  const left = work.units.length - work.unitsDone;
  const concepts = left === 1 ? '1 concept is' : `${left} concepts are`;
  return { term: 'proof', score: PROOF, text: `${concepts} still to be answered right` };
}

function fits(slice: Slice, minutes: number): Reason {
  const whole = slice.finishes || slice.units > 0;
  const time = `${slice.minutes} of the ${minutes} min you have`;
  const text = whole ? time : `${time}, but it ends in the middle`;
  return { term: 'fits', score: whole ? FITS : 0, text };
}

function toAction(
  index: RefIndex,
  entry: TopicProgress,
  work: Work,
  slice: Slice,
  why: Reason[],
): Action {
  const use = entry.topic.uses.find((candidate) => candidate.ref === work.ref);
  const resource = use ? index.resources.get(use.resource) : undefined;
  return {
    kind: work.kind,
    ref: work.kind === 'quiz' ? work.topic : work.ref,
    title: work.title,
    url: resource ? addressOf(resource) : null,
    minutes: slice.minutes,
    topic: entry.topic.id,
    phase: entry.topic.phase,
    portion: slice.portion,
    units: slice.finishes ? null : slice.units,
    partial: !slice.finishes && slice.units === 0,
    why,
  };
}

/** The state of the work after its slice was done today. */
function stateAfter({ work, slice }: Studied, today: Day): ItemState {
  const state = { ...work.state, lastDay: today };
  if (slice.finishes) return { ...state, done: true };
  if (slice.units > 0) return { ...state, units: work.unitsDone + slice.units, partial: 0 };
  return { ...state, partial: state.partial + slice.minutes };
}
