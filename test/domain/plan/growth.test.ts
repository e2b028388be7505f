import { expect, test } from 'vitest';
import { allocate, type Situation } from '../../../src/domain/plan/allocate.ts';
import { type Learner, situationOf } from '../../../src/domain/plan/learner.ts';
import { seeded } from '../../../src/domain/seeded.ts';
import { aLearner } from '../../helpers/learner.ts';
import { aPath, aPhase, aTopic, core } from '../../helpers/path-builder.ts';

const PHASES = 20;
const NEEDS = 4;

/** Somebody with ten hours a day on a path of so many topics with four needs each. */
function learnerOn(count: number): Learner {
  const random = seeded(count);
  const topics = Array.from({ length: count }, (_, i) => {
    const needs = new Set(
      Array.from({ length: NEEDS }, () => i - 1 - Math.floor(60 * random())).filter((n) => n >= 0),
    );
    const parts = [core(`film-${i}`, [20, 30])];
    return aTopic(`t-${i}`, { needs: [...needs].map((need) => `t-${need}`), parts });
  });
  const size = Math.ceil(count / PHASES);
  const phases = Array.from({ length: PHASES }, (_, i) =>
    aPhase(`phase-${i}`, ...topics.slice(i * size, (i + 1) * size)),
  );
  return aLearner(aPath(...phases), { week: new Array(7).fill(600) });
}

function timeOf(situation: Situation): number {
  const before = performance.now();
  expect(allocate(situation).unplaced).toBe(0);
  return performance.now() - before;
}

// Other work on the machine may fall on one of the two: they are measured in turn, and again.
test('a plan of twice as many topics takes about twice as long', { retry: 3 }, () => {
  const [half, whole] = [5000, 10_000].map((count) => situationOf(learnerOn(count)));
  if (!half || !whole) throw new Error('nobody to plan for');
  const times = Array.from({ length: 8 }, () => [timeOf(half), timeOf(whole)]);
  const [less, more] = [0, 1].map((i) => Math.min(...times.map((pair) => pair[i] ?? 0)));
  console.log(`5,000 topics ${less?.toFixed(0)} ms, 10,000 topics ${more?.toFixed(0)} ms`);
  expect((more ?? 0) / (less ?? 1)).toBeLessThan(3);
});
