import { currentRef } from '../../domain/path/refs.ts';
import { measureProgress } from '../../domain/progress/progress.ts';
import type { Remembered } from '../../domain/quiz/choose.ts';
import type { Asked } from '../../domain/quiz/pick.ts';
import { rootOf } from '../../domain/quiz/weakness.ts';
import { readRecord } from '../../storage/read.ts';
import type { Setup } from './engine.ts';
import type { Graded, Summary } from './run.ts';

/** An answer of this session, as it was told. */
export interface Told {
  asked: Asked;
  given: string | null;
  graded: Graded;
}

interface Facts {
  skipped: number;
  minutes: number;
  tomorrow: number;
  week: number;
  remembered: ReadonlyMap<string, Remembered>;
}

/** What a session showed: first tries count, and what was missed is told with what is behind it. */
export function summarise(setup: Setup, told: readonly Told[], facts: Facts): Summary {
  const firsts = told.filter(({ asked }) => asked.reason.kind !== 'again');
  const missed = new Map<string, number>();
  for (const { asked, graded } of told) {
    if (graded.correct) continue;
    missed.set(asked.question.concept, (missed.get(asked.question.concept) ?? 0) + 1);
  }
  const right = new Set(firsts.map(({ asked }) => asked.question.concept));
  for (const concept of missed.keys()) right.delete(concept);
  const { index, progress, today } = setup.session;
  return {
    answered: firsts.length,
    correct: firsts.filter(({ graded }) => graded.correct).length,
    skipped: facts.skipped,
    minutes: facts.minutes,
    strong: [...right].map((concept) => nameOf(concept)),
    shaky: [...missed].map(([concept, times]) => {
      const topic = concept.split('/')[0] ?? '';
      const root = rootOf(topic, index, progress, facts.remembered, today);
      const title = root === null ? undefined : index.topics.get(root)?.title;
      return {
        concept,
        name: nameOf(concept),
        times,
        root: root === null || title === undefined ? null : { topic: root, title },
      };
    }),
    passed: passedTopics(setup),
    due: { tomorrow: facts.tomorrow, week: facts.week },
    verdicts: setup.exam ? [...told] : [],
  };
}

/** Topics that are done now and were not when the session began. */
function passedTopics({ session, store }: Setup): Summary['passed'] {
  const { path, index } = session;
  const record = readRecord(store, path.id, (ref) => currentRef(index, ref));
  const after = measureProgress(path, index, record.items, record.evidence);
  return [...after.values()]
    .filter(
      ({ topic, state }) => state === 'done' && session.progress.get(topic.id)?.state !== 'done',
    )
    .map(({ topic }) => ({ topic: topic.id, title: topic.title }));
}

/** A concept's name from its ref: the outline has no more. */
function nameOf(concept: string): string {
  return (concept.split('/')[1] ?? concept).replaceAll('-', ' ');
}
