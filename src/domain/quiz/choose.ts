import { type Day, daysBetween } from '../day.ts';
import type { Memory } from '../memory/fsrs.ts';
import { type QuestionState, recallOn } from '../memory/question.ts';
import { type Outline, topicsOf } from '../path/path.ts';
import type { Progress } from '../progress/progress.ts';
import { type BankEntry, questionsOf } from './bank.ts';
import type { AskReason, Pick } from './pick.ts';
import { spread } from './spread.ts';

/** What choosing needs to know of a question that was answered. */
export interface Scheduled {
  memory: Memory;
  reviewed: Day;
  /** The day on which it returns. */
  due: Day;
  /** The ref under which its answers are logged: its first name. */
  logged: string;
}

/** The questions that were answered, by present ref. */
export interface AskedBefore {
  has(ref: string): boolean;
  /** Those that are due. */
  due: ReadonlyMap<string, Scheduled>;
  /** All of them, read when they are asked for: a session is seldom short of what is due. */
  all(): ReadonlyMap<string, Scheduled>;
}

/** All that the log says of a question that was answered. */
export interface Remembered extends QuestionState {
  due: Day;
}

/** What the learner asked for. */
export interface Wish {
  /** Whether a question is among those named; null when none were, and all that was studied counts. */
  isNamed: ((entry: BankEntry) => boolean) | null;
  /** The most questions to ask. */
  count: number;
  /** The most new ones among them; null for as many as there is room for. */
  fresh: number | null;
  /** Only what is due. */
  onlyDue: boolean;
}

/**
 * The questions of a session, in order: what is due, most at risk first; then new ones of what was
 * studied last, concept by concept, those never answered right first; then, where things were
 * named, what is least certain of the rest. Topics are mixed, and no two questions on one concept
 * stand side by side where that can be had.
 */
export function chooseQuestions(
  path: Outline,
  progress: Progress,
  before: AskedBefore,
  proven: ReadonlySet<string>,
  wish: Wish,
  today: Day,
): Pick[] {
  const entries = topicsOf(path)
    .flatMap(questionsOf)
    .filter(wish.isNamed ?? (({ topic }) => progress.get(topic)?.state !== 'skipped'));
  const dueOnes = knownAmong(entries, before.due);
  if (wish.onlyDue) return spread(mostAtRisk(dueOnes, 'due', wish.count, today));

  const isOpen = (entry: BankEntry) => wish.isNamed !== null || wasStudied(progress, entry.topic);
  const unasked = entries.filter((entry) => !before.has(entry.ref) && isOpen(entry));
  // Room is kept for as many new ones as were asked for and are there, and where a topic was named
  // for one on each concept that was never answered right.
  const open = new Set(unasked.map(({ concept }) => concept).filter((ref) => !proven.has(ref)));
  const wanted = wish.fresh ?? (wish.isNamed === null ? 0 : open.size);
  const kept = Math.min(wanted, unasked.length);
  const due = mostAtRisk(dueOnes, 'due', Math.max(0, wish.count - kept), today);
  const room = Math.min(wish.count - due.length, wish.fresh ?? wish.count);
  const fresh = inTurn(unasked, proven, progress)
    .slice(0, room)
    .map((entry): Pick => ({ ...entry, reason: { kind: 'new', recall: null, daysAway: null } }));

  const left = wish.count - due.length - fresh.length;
  const practises = wish.isNamed !== null && wish.fresh === null && left > 0;
  const known = practises ? knownAmong(entries, before.all()) : [];
  const rest = known.filter(({ entry }) => !before.due.has(entry.ref));
  const practice = mostAtRisk(rest, 'practice', left, today);
  const picks: Pick[] = [];
  for (const list of [due, fresh, practice]) picks.push(...spread(list, picks.at(-1)));
  return picks;
}

interface Known {
  entry: BankEntry;
  state: Scheduled;
}

function knownAmong(
  entries: readonly BankEntry[],
  states: ReadonlyMap<string, Scheduled>,
): Known[] {
  const known: Known[] = [];
  for (const entry of entries) {
    const state = states.get(entry.ref);
    if (state) known.push({ entry, state });
  }
  return known;
}

/**
 * So many questions, the least likely to be recalled first. Recall falls with the days since the
 * review, measured in stabilities, so nothing needs to be predicted for those not taken.
 */
function mostAtRisk(
  list: readonly Known[],
  kind: 'due' | 'practice',
  count: number,
  today: Day,
): Pick[] {
  // Few are wanted of many: those so far stay in order, and most of the rest are not among them.
  const taken: { known: Known; risk: number }[] = [];
  const away = new Map<Day, number>();
  for (const known of list) {
    const { reviewed, memory } = known.state;
    const days = away.get(reviewed) ?? daysBetween(reviewed, today);
    away.set(reviewed, days);
    const risk = days / memory.stability;
    if (taken.length === count && risk <= (taken.at(-1)?.risk ?? 0)) continue;
    const at = taken.findLastIndex((other) => other.risk >= risk) + 1;
    taken.splice(at, 0, { known, risk });
    taken.length = Math.min(taken.length, count);
  }
  return taken.map(({ known }) => pickOf(known.entry, known.state, kind, today));
}

function pickOf(entry: BankEntry, state: Scheduled, kind: AskReason['kind'], today: Day): Pick {
  const daysAway = Math.max(0, daysBetween(state.reviewed, today));
  return { ...entry, reason: { kind, recall: recallOn(state, today), daysAway } };
}

/** Whether the learner has met a topic: work on it was begun, done or called done. */
function wasStudied(progress: Progress, topic: string): boolean {
  const state = progress.get(topic)?.state;
  return state === 'started' || state === 'done';
}

/**
 * New questions in the order in which they are wanted: the first of every concept, then the second of
 * every concept, and so on. Concepts not yet answered right come first in each round, then those of
 * topics studied last.
 */
function inTurn(
  entries: readonly BankEntry[],
  proven: ReadonlySet<string>,
  progress: Progress,
): BankEntry[] {
  const rounds = new Map<string, number>();
  const ranked = entries.map((entry, place) => {
    const round = rounds.get(entry.concept) ?? 0;
    rounds.set(entry.concept, round + 1);
    const isProven = proven.has(entry.concept);
    const last = progress.get(entry.topic)?.lastDay ?? '';
    return { entry, place, isProven, round, last };
  });
  return ranked
    .sort(
      (a, b) =>
        Number(a.isProven) - Number(b.isProven) ||
        a.round - b.round ||
        (a.last < b.last ? 1 : a.last > b.last ? -1 : 0) ||
        a.place - b.place,
    )
    .map(({ entry }) => entry);
}
