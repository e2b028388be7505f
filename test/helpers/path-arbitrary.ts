import fc from 'fast-check';
import { type Path, quizMinutes, type Tier } from '../../src/domain/path/path.ts';
import { aPath, aPhase, aTopic, core, extra, milestone, type Recorded } from './path-builder.ts';

const TIERS: Tier[] = ['essential', 'helpful', 'advanced'];
const MOST_TOPICS = 7;
/** Minutes of a topic that names neither resources nor milestones. */
const SHORTEST_STUDY = 40;

const topicFacts = fc.record({
  tier: fc.constantFrom(...TIERS),
  needs: fc.array(fc.nat(MOST_TOPICS), { maxLength: 3 }),
  resources: fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 5 }),
    ),
    { maxLength: 3 },
  ),
  questions: fc.nat(12),
  milestone: fc.option(fc.integer({ min: 10, max: 120 })),
  extra: fc.boolean(),
  practice: fc.nat(60),
  newPhase: fc.boolean(),
});

function quizOf(questions: number): Record<string, string[]> {
  const concepts = Array.from({ length: questions }, (_, i) => `concept-${i}`);
  return Object.fromEntries(concepts.map((concept) => [concept, [`${concept}-1`]]));
}

/** Small valid paths: topics need earlier ones, and essential topics only essential ones. */
export const smallPaths: fc.Arbitrary<Path> = fc
  .array(topicFacts, { minLength: 1, maxLength: MOST_TOPICS })
  .map((facts) => {
    const phases: ReturnType<typeof aTopic>[][] = [[]];
    facts.forEach((fact, i) => {
      const needs = [...new Set(fact.needs.map((n) => n % (i + 1)))].filter(
        (n) => n < i && (fact.tier !== 'essential' || facts[n]?.tier === 'essential'),
      );
      const parts = fact.resources.map((minutes, j) => core(`film-${i}-${j}`, minutes));
      if (fact.milestone !== null) parts.push(milestone('build', fact.milestone));
      const studied = parts.reduce((total, part) => total + part.minutes, 0);
      if (fact.extra) parts.push(extra(`essay-${i}`, 30));
      if (fact.newPhase && i > 0) phases.push([]);
      const named = needs.map((n) => `topic-${n}`);
      const quiz = quizOf(fact.questions);
      const topic = aTopic(`topic-${i}`, { tier: fact.tier, needs: named, parts, quiz });
      const minutes = (studied || SHORTEST_STUDY) + fact.practice + quizMinutes(topic);
      phases.at(-1)?.push({ ...topic, hours: minutes / 60 });
    });
    return aPath(...phases.map((topics, i) => aPhase(`phase-${i}`, ...topics)));
  });

/** A small path, and any mixture of things begun, done, left out and chosen ahead on it. */
export const pathsUnderWay: fc.Arbitrary<{ path: Path; recorded: Recorded }> = smallPaths.chain(
  (path) => {
    const topics = path.phases.flatMap((phase) => phase.topics);
    const refs = topics.flatMap((topic) => [
      topic.id,
      ...[...topic.uses, ...topic.milestones].map((part) => part.ref),
    ]);
    const item = fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      { weight: 2, arbitrary: fc.record({ units: fc.nat(3), partial: fc.nat(100) }) },
      { weight: 1, arbitrary: fc.constant({ done: true, lastDay: '2026-12-05' }) },
      { weight: 1, arbitrary: fc.constant({ skipped: true }) },
      { weight: 1, arbitrary: fc.constant({ chosen: true, lastDay: '2026-12-06' }) },
    );
    return fc
      .tuple(...refs.map(() => item))
      .map((items) => ({ path, recorded: Object.fromEntries(refs.map((r, i) => [r, items[i]])) }));
  },
) as fc.Arbitrary<{ path: Path; recorded: Recorded }>;
