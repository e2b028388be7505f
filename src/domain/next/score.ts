import { type Day, daysBetween } from '../day.ts';
import { findDependents } from '../path/graph.ts';
import { type Outline, topicsOf } from '../path/path.ts';
import {
  hasMilestonesLeft,
  isOpen,
  type Progress,
  type TopicProgress,
} from '../progress/progress.ts';

/** One term of a choice, in numbers and in words. */
export interface Reason {
  term: string;
  score: number;
  text: string;
}

/** Facts about the path that scoring needs for every topic; made once a command. */
export interface Standing {
  /** The ids of topics that wait for one, directly or through others. */
  readonly dependentsOf: ReturnType<typeof findDependents>;
  readonly place: ReadonlyMap<string, number>;
  readonly titles: ReadonlyMap<string, string>;
}

export function standingOf(path: Outline): Standing {
  const topics = topicsOf(path);
  return {
    dependentsOf: findDependents(topics),
    place: new Map(topics.map((topic, i) => [topic.id, i])),
    titles: new Map(topics.map((topic) => [topic.id, topic.title])),
  };
}

const CONTINUES = 3;
const CONTINUES_AFTER_BREAK = 2;
const BREAK_DAYS = 14;
const CHOSEN = 2;
const OPENS_EACH = 0.3;
const OPENS_MOST = 3;
const TIER = { essential: 1, helpful: 0, advanced: -1 } as const;
const PHASE = -6;
const PLACE = -0.1;

/**
 * Topics on which something can be done now: open, and ready or chosen by the learner against the
 * order; or done but for milestones.
 */
export function findCandidates(progress: Progress): TopicProgress[] {
  return [...progress.values()].filter(
    (entry) =>
      hasMilestonesLeft(entry) ||
      (isOpen(entry) && (entry.waitingFor.length === 0 || entry.chosen)),
  );
}

/** Why this topic now, term by term. The sum of the scores ranks topics. */
export function scoreTopic(
  entry: TopicProgress,
  progress: Progress,
  standing: Standing,
  firstPhase: number,
  today: Day,
): Reason[] {
  return [
    readyReason(entry, standing),
    chosenReason(entry),
    continuesReason(entry, today),
    opensReason(entry, progress, standing),
    { term: 'tier', score: TIER[entry.topic.tier], text: `${entry.topic.tier} for this path` },
    placeReason(entry, standing, firstPhase),
  ].filter((reason) => reason !== null);
}

export function totalOf(reasons: readonly Reason[]): number {
  return round(reasons.reduce((total, reason) => total + reason.score, 0));
}

/**
 * What `scoreTopic` adds up to, in tenths, without the words: for laying out a whole path. `waiting`
 * open topics wait for it, directly or through others, counted up to `MOST_WAITING`.
 */
export function weighTopic(
  entry: TopicProgress,
  waiting: number,
  place: number,
  firstPhase: number,
  today: Day,
): number {
  return Math.round(
    10 *
      ((entry.chosen ? CHOSEN : 0) +
        (entry.lastDay === null ? 0 : continuesScore(entry.lastDay, today)) +
        opensScore(waiting) +
        TIER[entry.topic.tier] +
        (entry.chosen ? 0 : orderScore(entry.phaseNumber, firstPhase, place))),
  );
}

function readyReason(entry: TopicProgress, standing: Standing): Reason {
  const titles = (ids: string[]) => ids.map((id) => standing.titles.get(id) ?? id).join(', ');
  if (entry.waitingFor.length > 0) {
    const text = `you chose it; it would wait for: ${titles(entry.waitingFor)}`;
    return { term: 'ready', score: 0, text };
  }
  const needs = entry.topic.needs;
  const text =
    needs.length === 0 ? 'it needs nothing before it' : `all it needs is done: ${titles(needs)}`;
  return { term: 'ready', score: 0, text };
}

function chosenReason(entry: TopicProgress): Reason | null {
  return entry.chosen ? { term: 'chosen', score: CHOSEN, text: 'you asked for it' } : null;
}

function continuesReason(entry: TopicProgress, today: Day): Reason | null {
  if (entry.lastDay === null) return null;
  const days = Math.max(0, daysBetween(entry.lastDay, today));
  const when = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  const score = continuesScore(entry.lastDay, today);
  return { term: 'continues', score, text: `you worked on this topic ${when}` };
}

function continuesScore(lastDay: Day, today: Day): number {
  return daysBetween(lastDay, today) <= BREAK_DAYS ? CONTINUES : CONTINUES_AFTER_BREAK;
}

function opensReason(entry: TopicProgress, progress: Progress, standing: Standing): Reason | null {
  if (!isOpen(entry)) return null;
  const place = (id: string) => standing.place.get(id) ?? 0;
  const waiting = standing
    .dependentsOf(entry.topic.id, (id) => isOpen(progress.get(id)))
    .sort((a, b) => place(a) - place(b));
  if (waiting.length === 0) return null;
  const first = progress.get(waiting[0] as string)?.topic.title;
  const text =
    waiting.length === 1
      ? `${first} waits for it`
      : `${waiting.length} topics wait for it, ${first} among them`;
  return { term: 'opens', score: opensScore(waiting.length), text };
}

/** More waiting topics than this make no difference. */
export const MOST_WAITING = OPENS_MOST / OPENS_EACH;

function opensScore(waiting: number): number {
  return round(Math.min(OPENS_MOST, waiting * OPENS_EACH));
}

function placeReason(entry: TopicProgress, standing: Standing, firstPhase: number): Reason {
  if (entry.chosen) return { term: 'order', score: 0, text: 'you put it before the order' };
  const ahead = Math.max(0, entry.phaseNumber - firstPhase);
  const place = standing.place.get(entry.topic.id) ?? 0;
  const text =
    ahead === 0
      ? `phase ${entry.phaseNumber}, where you are; topic ${place + 1} of the path`
      : `phase ${entry.phaseNumber}, ${ahead} after the one you are in`;
  return { term: 'order', score: orderScore(entry.phaseNumber, firstPhase, place), text };
}

function orderScore(phase: number, firstPhase: number, place: number): number {
  return round(Math.max(0, phase - firstPhase) * PHASE + place * PLACE);
}

/** One decimal is shown, so one decimal counts: what is printed adds up. */
export function round(score: number): number {
  return Math.round(score * 10) / 10 + 0;
}
