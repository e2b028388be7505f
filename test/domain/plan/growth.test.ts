import { expect, test } from 'vitest';
import { allocate } from '../../../src/domain/plan/allocate.ts';
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

/** Milliseconds of the fastest of some plans. */
function timeOf(learner: Learner): number {
  const situation = situationOf(learner);
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now();
    expect(allocate(situation).unplaced).toBe(0);
    return performance.now() - before;
  });
  return Math.min(...times);
}

test('a plan of twice as many topics takes about twice as long', () => {
  timeOf(learnerOn(1000));
  const [half, whole] = [5000, 10_000].map((count) => timeOf(learnerOn(count)));
  console.log(`5,000 topics ${half?.toFixed(0)} ms, 10,000 topics ${whole?.toFixed(0)} ms`);
  expect((whole ?? 0) / (half ?? 1)).toBeLessThan(3);
});
