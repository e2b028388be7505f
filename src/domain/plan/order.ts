import TinyQueue from 'tinyqueue';
import type { Day } from '../day.ts';
import { findCandidates, MOST_WAITING, weighTopic } from '../next/score.ts';
import {
  hasMilestonesLeft,
  isOpen,
  type Progress,
  type TopicProgress,
} from '../progress/progress.ts';

interface Waiting {
  /** The place of the topic on the path. */
  place: number;
  weight: number;
}

/**
 * Open topics, and done ones with milestones left, in the order in which `next` would finish them
 * (Kahn's algorithm with a queue by weight): time in proportion to topics and needs, but for a
 * logarithm.
 */
export function orderTopics(progress: Progress, today: Day): TopicProgress[] {
  const entries = [...progress.values()];
  const place = new Map(entries.map((entry, i) => [entry.topic.id, i]));
  const dependents = dependentsAt(entries, place);
  const open = entries.map(isOpen);
  const openNeeds = entries.map((entry) => entry.waitingFor.length);
  const openInPhase = countOpen(entries);
  const phases = [...openInPhase.keys()].sort((a, b) => a - b);
  const firstPhase = () => phases[0] ?? 1;
  const waiting = countWaiting(dependents, open);

  const weigh = (at: number): Waiting => {
    const entry = entries[at] as TopicProgress;
    const count = open[at] ? waiting(at) : 0;
    return { place: at, weight: weighTopic(entry, count, at, firstPhase(), today) };
  };
  const byWeight = (a: Waiting, b: Waiting) => b.weight - a.weight || a.place - b.place;
  const first = findCandidates(progress).map((entry) => place.get(entry.topic.id) ?? 0);
  const seen = new Set(first);
  let queue = new TinyQueue(first.map(weigh), byWeight);
  const order: TopicProgress[] = [];
  for (let best = queue.pop(); best; best = queue.pop()) {
    const entry = entries[best.place] as TopicProgress;
    order.push(entry);
    if (!open[best.place]) continue;
    for (const next of dependents[best.place] ?? []) {
      openNeeds[next] = (openNeeds[next] ?? 0) - 1;
      if ((openNeeds[next] ?? 0) > 0 || seen.has(next) || !open[next]) continue;
      seen.add(next);
      queue.push(weigh(next));
    }
    const inPhase = (openInPhase.get(entry.phaseNumber) ?? 0) - 1;
    openInPhase.set(entry.phaseNumber, inPhase);
    if (inPhase > 0 || entry.phaseNumber !== firstPhase()) continue;
    while (phases.length > 0 && openInPhase.get(firstPhase()) === 0) phases.shift();
    // With another phase at hand the order between what is left over and what is next may change.
    queue = new TinyQueue(
      queue.data.map((other) => weigh(other.place)),
      byWeight,
    );
  }
  return order;
}

/** For each topic the places of those that wait for it directly. */
function dependentsAt(
  entries: readonly TopicProgress[],
  place: ReadonlyMap<string, number>,
): number[][] {
  const dependents: number[][] = entries.map(() => []);
  for (const [at, { waitingFor }] of entries.entries()) {
    for (const need of waitingFor) dependents[place.get(need) ?? -1]?.push(at);
  }
  return dependents;
}

function countOpen(entries: readonly TopicProgress[]): Map<number, number> {
  const count = new Map<number, number>();
  for (const entry of entries.filter(isOpen)) {
    count.set(entry.phaseNumber, (count.get(entry.phaseNumber) ?? 0) + 1);
  }
  return count;
}

/**
 * Counts open topics that wait for one, directly or through others, up to the number that matters.
 * Each is counted once, and kept.
 */
function countWaiting(
  dependents: readonly (readonly number[])[],
  open: readonly boolean[],
): (place: number) => number {
  const counts = new Map<number, number>();
  const seenFrom = new Int32Array(open.length).fill(-1);
  const count = (from: number): number => {
    seenFrom[from] = from;
    const stack = [from];
    let found = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const next of dependents[at] ?? []) {
        if (seenFrom[next] === from || !open[next]) continue;
        seenFrom[next] = from;
        found += 1;
        if (found === MOST_WAITING) return found;
        stack.push(next);
      }
    }
    return found;
  };
  return (place) => {
    const known = counts.get(place) ?? count(place);
    counts.set(place, known);
    return known;
  };
}

/** Whether anything of a topic is left to plan. */
export function isLeft(entry: TopicProgress): boolean {
  return isOpen(entry) || hasMilestonesLeft(entry);
}
