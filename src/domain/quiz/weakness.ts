import type { Day } from '../day.ts';
import { recallOn } from '../memory/question.ts';
import type { Outline } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import type { Progress } from '../progress/progress.ts';
import type { Remembered } from './choose.ts';

/** Below this predicted recall a topic is shaky. */
const SHAKY = 0.85;

/**
 * The mean predicted recall of answered questions on a day, 0 to 1, by what they belong to: the ids
 * of their topics, or the refs of their concepts.
 */
export function meanRecalls(
  remembered: Iterable<Pick<Remembered, 'topic' | 'concept' | 'memory' | 'reviewed'>>,
  by: 'topic' | 'concept',
  day: Day,
): ReadonlyMap<string, number> {
  const sums = new Map<string, { total: number; count: number }>();
  for (const state of remembered) {
    const recall = recallOn(state, day);
    if (recall === null) continue;
    const sum = sums.get(state[by]);
    if (sum === undefined) sums.set(state[by], { total: recall, count: 1 });
    else {
      sum.total += recall;
      sum.count += 1;
    }
  }
  return new Map([...sums].map(([key, { total, count }]) => [key, total / count]));
}

/**
 * The topic behind a weakness: of all that the topic needs, nearest first, the first that was left
 * out, called done against the evidence, or is itself about to be forgotten, by the mean recalls of
 * topics. Null where all of it stands firm.
 */
export function rootOf(
  topic: string,
  index: RefIndex<Outline>,
  progress: Progress,
  recalls: ReadonlyMap<string, number>,
): string | null {
  const seen = new Set([topic]);
  const waiting = [...(index.topics.get(topic)?.needs ?? [])];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const entry = progress.get(next);
    const recall = recalls.get(next);
    const unproven = entry !== undefined && (entry.state === 'skipped' || entry.overruled);
    if (unproven || (recall !== undefined && recall < SHAKY)) return next;
    waiting.push(...(index.topics.get(next)?.needs ?? []));
  }
  return null;
}
