import type { Day } from '../day.ts';
import type { Facet } from '../memory/tally.ts';
import { RECALL_BINS } from '../memory/tally.ts';
import type { Outline, Path } from '../path/path.ts';
import { sum } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';
import type { Progress } from '../progress/progress.ts';
import type { Remembered } from '../quiz/choose.ts';
import { meanRecalls, rootOf } from '../quiz/weakness.ts';
import type { Counts, ReportLog } from './input.ts';
import type { Accuracy, Calibration, ConceptRow, Recall, Score, Weakness } from './report.ts';

/** The mean predicted recall of what was asked, today and at the finish, by topic or concept. */
export function predictRecalls(
  remembered: ReadonlyMap<string, Remembered>,
  by: 'topic' | 'concept',
  today: Day,
  finish: Day,
): Map<string, Recall> {
  const later = meanRecalls(remembered.values(), by, finish);
  const now = meanRecalls(remembered.values(), by, today);
  return new Map(
    [...now].map(([key, recall]) => [key, { today: recall, finish: later.get(key) ?? 0 }]),
  );
}

/** Concepts that were asked about, in the path's order. */
export function listConcepts(
  path: Path,
  log: ReportLog,
  recalls: ReadonlyMap<string, Recall>,
): ConceptRow[] {
  const asked = new Map<string, { questions: number; answers: number }>();
  for (const { concept, answers } of log.remembered.values()) {
    const counts = asked.get(concept) ?? { questions: 0, answers: 0 };
    asked.set(concept, { questions: counts.questions + 1, answers: counts.answers + answers });
  }
  return path.phases.flatMap((phase) =>
    phase.topics.flatMap((topic) =>
      topic.concepts.flatMap(({ ref, name }): ConceptRow[] => {
        const recall = recalls.get(ref);
        const counts = asked.get(ref);
        if (!recall || !counts) return [];
        const proven = log.proofs.has(ref);
        return [{ ref, topic: topic.id, name, ...counts, proven, recall }];
      }),
    ),
  );
}

/** Below this predicted recall a topic is said to be weak. */
const WEAK = 0.85;
const MOST_WEAK = 8;
const MOST_CONCEPTS = 3;

/** Topics about to be forgotten, the least certain first, with what is behind each. */
export function findWeak(
  index: RefIndex<Outline>,
  progress: Progress,
  topics: ReadonlyMap<string, Recall>,
  concepts: readonly ConceptRow[],
): Weakness[] {
  const recalls = new Map([...topics].map(([id, { today }]) => [id, today]));
  const isIn = (id: string) => index.topics.has(id) && progress.get(id)?.state !== 'skipped';
  return [...recalls]
    .filter(([id, recall]) => recall < WEAK && isIn(id))
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WEAK)
    .map(([topic, recall]) => ({
      topic,
      title: titleOf(index, topic),
      recall,
      concepts: concepts
        .filter((concept) => concept.topic === topic && concept.recall.today < WEAK)
        .sort((a, b) => a.recall.today - b.recall.today)
        .slice(0, MOST_CONCEPTS)
        .map(({ name }) => name),
      root: rootBehind(topic, index, progress, recalls),
    }));
}

function rootBehind(
  topic: string,
  index: RefIndex<Outline>,
  progress: Progress,
  recalls: ReadonlyMap<string, number>,
): Weakness['root'] {
  const root = rootOf(topic, index, progress, recalls);
  if (root === null) return null;
  const entry = progress.get(root);
  const reason =
    entry?.state === 'skipped' ? 'left-out' : entry?.overruled ? 'overruled' : 'fading';
  return { topic: root, title: titleOf(index, root), reason };
}

function titleOf(index: RefIndex<Outline>, topic: string): string {
  return index.topics.get(topic)?.title ?? topic;
}

/** How often first answers of a day were right. */
export function measureAccuracy(counts: ReportLog['counts']): Accuracy {
  const topics = [...(counts.get('topic')?.values() ?? [])];
  const total = (of: 'answers' | 'reviews' | 'right') => sum(topics.map((one) => one[of]));
  return {
    answers: total('answers'),
    reviews: total('reviews'),
    right: total('right'),
    byKind: scoresOf(counts, 'kind').sort((a, b) => b.reviews - a.reviews || byKey(a, b)),
    byDifficulty: scoresOf(counts, 'difficulty').sort(byKey),
  };
}

function scoresOf(counts: ReportLog['counts'], facet: Facet): Score[] {
  return [...(counts.get(facet) ?? [])].map(([key, { reviews, right }]) => ({
    key,
    reviews,
    right,
  }));
}

const byKey = (a: Score, b: Score) => (a.key < b.key ? -1 : 1);

const MILLION = 1_000_000;

/** Predicted recall before reviews against what happened. */
export function measureCalibration(bins: ReadonlyMap<string, Counts> | undefined): Calibration {
  const all = [...(bins ?? [])].sort((a, b) => Number(a[0]) - Number(b[0]));
  const total = (of: keyof Counts) => sum(all.map(([, counts]) => counts[of]));
  const reviews = total('reviews');
  const mean = (value: number) => (reviews === 0 ? null : value / reviews);
  return {
    reviews,
    logLoss: mean(total('loss') / MILLION),
    predicted: mean(total('predicted') / MILLION),
    observed: mean(total('right')),
    bins: all.map(([key, counts]) => ({
      from: Number(key) / RECALL_BINS,
      to: (Number(key) + 1) / RECALL_BINS,
      reviews: counts.reviews,
      predicted: counts.predicted / MILLION / counts.reviews,
      observed: counts.right / counts.reviews,
    })),
  };
}

/** Questions that fall due on each of the next `count` days; the first day has all that is overdue. */
export function forecastReviews(
  remembered: Iterable<readonly [ref: string, { due: Day }]>,
  days: readonly Day[],
  isAsked: (ref: string) => boolean,
): { day: Day; count: number }[] {
  const counts = new Map(days.map((day) => [day, 0]));
  const first = days[0] ?? '';
  for (const [ref, { due }] of remembered) {
    const day = due < first ? first : due;
    const count = counts.get(day);
    if (count !== undefined && isAsked(ref)) counts.set(day, count + 1);
  }
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }));
}
