import { addDays, type Day } from '../../domain/day.ts';
import { currentRef } from '../../domain/path/refs.ts';
import { measureProgress } from '../../domain/progress/progress.ts';
import type { LearnerRecord } from '../../domain/progress/record.ts';
import { isAsked } from '../../domain/quiz/bank.ts';
import type { Asked } from '../../domain/quiz/pick.ts';
import { meanRecalls, rootOf } from '../../domain/quiz/weakness.ts';
import { readRecord } from '../../storage/read.ts';
import { readQuestions } from '../../storage/read-questions.ts';
import type { Setup } from './engine.ts';
import type { Graded, Summary } from './run.ts';

/** An answer of this session, as it was told. */
export interface Told {
  asked: Asked;
  given: string | null;
  graded: Graded;
}

interface Facts {
  /** The study day on which it ended. */
  day: Day;
  skipped: number;
  minutes: number;
}

const WEEK = 7;

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
  const { path, index, progress } = setup.session;
  const current = (ref: string) => currentRef(index, ref);
  const store = { ...setup.store, today: facts.day };
  const record = told.length === 0 ? setup.session.record : readRecord(store, path.id, current);
  const dueBy = (by: Day) =>
    record.reviews.filter(({ ref, due }) => due <= by && isAsked(index, ref)).length;
  const recalls = missed.size > 0 ? recallsOfTopics(setup, facts.day) : new Map<string, number>();
  return {
    answered: firsts.length,
    correct: firsts.filter(({ graded }) => graded.correct).length,
    skipped: facts.skipped,
    minutes: facts.minutes,
    strong: [...right].map((concept) => nameOf(concept)),
    shaky: [...missed].map(([concept, times]) => {
      const topic = concept.split('/')[0] ?? '';
      const root = rootOf(topic, index, progress, recalls);
      const title = root === null ? undefined : index.topics.get(root)?.title;
      return {
        concept,
        name: nameOf(concept),
        times,
        root: root === null || title === undefined ? null : { topic: root, title },
      };
    }),
    passed: passedTopics(setup, record),
    due: { tomorrow: dueBy(addDays(facts.day, 1)), week: dueBy(addDays(facts.day, WEEK)) },
    verdicts: setup.exam ? [...told] : [],
  };
}

/** Topics that are done now and were not when the session began. */
function passedTopics({ session }: Setup, record: LearnerRecord): Summary['passed'] {
  const { path, index } = session;
  const after = measureProgress(path, index, record.items, record.evidence);
  return [...after.values()]
    .filter(
      ({ topic, state }) => state === 'done' && session.progress.get(topic.id)?.state !== 'done',
    )
    .map(({ topic }) => ({ topic: topic.id, title: topic.title }));
}

function recallsOfTopics({ session, store }: Setup, day: Day): ReadonlyMap<string, number> {
  const current = (ref: string) => currentRef(session.index, ref);
  return meanRecalls(readQuestions(store, session.path.id, current).values(), 'topic', day);
}

/** A concept's name from its ref: the outline has no more. */
function nameOf(concept: string): string {
  return (concept.split('/')[1] ?? concept).replaceAll('-', ' ');
}
