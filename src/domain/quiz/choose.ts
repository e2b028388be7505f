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
  scheduled: ReadonlyMap<string, Scheduled>,
  proven: ReadonlySet<string>,
  wish: Wish,
  today: Day,
): Pick[] {
  const entries = topicsOf(path)
    .flatMap(questionsOf)
    .filter(wish.isNamed ?? (() => true));
  const known = entries.flatMap((entry) => {
    const state = scheduled.get(entry.ref);
    return state ? [{ entry, state }] : [];
  });
  const byRisk = (list: typeof known, kind: 'due' | 'practice') =>
    list
      .map(({ entry, state }) => pickOf(entry, state, kind, today))
      .sort((a, b) => (a.reason.recall ?? 0) - (b.reason.recall ?? 0));

  const kept = wish.fresh ?? 0;
  const due = byRisk(
    known.filter(({ state }) => state.due <= today),
    'due',
  ).slice(0, Math.max(0, wish.count - kept));
  if (wish.onlyDue) return spread(due);

  const room = Math.min(wish.count - due.length, wish.fresh ?? wish.count);
  const isOpen = (entry: BankEntry) => wish.isNamed !== null || wasStudied(progress, entry.topic);
  const unasked = entries.filter((entry) => !scheduled.has(entry.ref) && isOpen(entry));
  const fresh = inTurn(unasked, proven, progress)
    .slice(0, room)
    .map((entry): Pick => ({ ...entry, reason: { kind: 'new', recall: null, daysAway: null } }));

  const left = wish.count - due.length - fresh.length;
  const rest = wish.isNamed === null || wish.fresh !== null ? [] : known;
  const practice = byRisk(
    rest.filter(({ state }) => state.due > today),
    'practice',
  ).slice(0, left);
  const picks: Pick[] = [];
  for (const list of [due, fresh, practice]) picks.push(...spread(list, picks.at(-1)));
  return picks;
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
