import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/day.ts';
import { sum } from '../../../src/domain/path/path.ts';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import { situationOf } from '../../../src/domain/plan/learner.ts';
import { isLeft } from '../../../src/domain/plan/order.ts';
import { type Block, LONGEST_DAYS, type Plan } from '../../../src/domain/plan/plan.ts';
import { minutesOn } from '../../../src/domain/plan/timetable.ts';
import type { Progress } from '../../../src/domain/progress/progress.ts';
import { minutesLeft } from '../../../src/domain/progress/work.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
import { anyLearners } from '../../helpers/learner-arbitrary.ts';
import { smallPaths } from '../../helpers/path-arbitrary.ts';

const plans = anyLearners.map((learner) => ({ learner, plan: allocate(situationOf(learner)) }));

const blocksOf = (plan: Plan) => plan.days.flatMap((day) => day.blocks);
const workOf = (plan: Plan) => blocksOf(plan).filter(({ kind }) => kind !== 'review');
const isLast = (plan: Plan) => plan.unplaced > 0;

function minutesBy(blocks: readonly Block[]): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { kind, ref, minutes: more } of blocks) {
    minutes.set(`${kind} ${ref}`, (minutes.get(`${kind} ${ref}`) ?? 0) + more);
  }
  return minutes;
}

/** Minutes of everything but practice that is left, by kind and ref. */
function leftBy(progress: Progress): Map<string, number> {
  const open = [...progress.values()].filter(isLeft);
  const work = open.flatMap((entry) => entry.work.filter((piece) => piece.required));
  return new Map(
    work
      .map((piece): [string, number] => {
        const ref = piece.kind === 'quiz' ? piece.topic : piece.ref;
        return [`${piece.kind} ${ref}`, minutesLeft(piece)];
      })
      .filter(([, minutes]) => minutes > 0),
  );
}

describe('every plan', () => {
  test('places each minute that is left once, and practice at most once', () => {
    fc.assert(
      fc.property(plans, ({ plan, learner }) => {
        const work = workOf(plan);
        const practice = minutesBy(work.filter(({ kind }) => kind === 'practice'));
        const placed = minutesBy(work.filter(({ kind }) => kind !== 'practice'));
        const left = leftBy(learner.progress);
        if (!isLast(plan)) expect(placed).toEqual(left);
        for (const [key, minutes] of placed) {
          expect(minutes).toBeLessThanOrEqual(left.get(key) ?? 0);
        }
        for (const [key, minutes] of practice) {
          const entry = learner.progress.get(key.slice('practice '.length));
          expect(minutes).toBeLessThanOrEqual(entry?.practiceLeft ?? 0);
        }
        const all = sum(work.map((block) => block.minutes));
        expect(all + plan.unplaced).toBe(plan.minutesLeft);
      }),
    );
  });

  test('leaves work without a day only where twenty years of days are over', () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        if (isLast(plan))
          expect(daysBetween(plan.from, plan.end)).toBeGreaterThan(LONGEST_DAYS - 30);
      }),
    );
  });

  test('keeps to the days and minutes that the learner has, the soonest day first', () => {
    fc.assert(
      fc.property(plans, ({ plan, learner: { timetable, today, days: studied } }) => {
        for (const { day, minutes, capacity, blocks } of plan.days) {
          const spent = day === today ? (studied.get(day) ?? 0) : 0;
          expect(capacity).toBe(minutesOn(timetable, day) - spent);
          expect(minutes).toBe(sum(blocks.map((block) => block.minutes)));
          expect(minutes).toBeLessThanOrEqual(capacity);
          for (const block of blocks) expect(block.minutes).toBeGreaterThan(0);
        }
        const days = plan.days.map((day) => day.day);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.every((day) => day >= today)).toBe(true);
        expect(plan.end).toBe(days.at(-1) ?? plan.from);
      }),
    );
  });

  test('has nothing before what it needs, unless the learner chose it', () => {
    fc.assert(
      fc.property(plans, ({ plan, learner: { progress } }) => {
        const blocks = workOf(plan);
        const first = (topic: string) => blocks.findIndex((block) => block.topic === topic);
        for (const { topic, chosen, state, waitingFor } of progress.values()) {
          if (chosen || state === 'done' || first(topic.id) < 0) continue;
          for (const need of waitingFor) {
            const learns = progress
              .get(need)
              ?.work.some((w) => w.required && w.kind !== 'milestone');
            const before = blocks.findLastIndex(
              (block) => block.topic === need && !(learns && block.kind === 'milestone'),
            );
            expect(before).toBeLessThan(first(topic.id));
          }
        }
      }),
    );
  });

  test('asks a topic after its resources and builds after that', () => {
    const STEPS: Block['kind'][] = ['study', 'practice', 'quiz', 'milestone'];
    fc.assert(
      fc.property(plans, ({ plan, learner: { progress } }) => {
        for (const topic of progress.keys()) {
          const own = workOf(plan).filter((block) => block.topic === topic);
          const steps = own.map(({ kind }) => STEPS.indexOf(kind));
          expect(steps).toEqual(steps.toSorted());
        }
      }),
    );
  });

  test('gives reviews no more than half of a day, at its beginning', () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        for (const { capacity, blocks } of plan.days) {
          const reviews = blocks.filter(({ kind }) => kind === 'review');
          expect(reviews.length).toBeLessThanOrEqual(1);
          if (reviews.length > 0) expect(blocks[0]?.kind).toBe('review');
          expect(sum(reviews.map((block) => block.minutes))).toBeLessThanOrEqual(capacity / 2);
        }
      }),
    );
  });

  test('gives each block a name of its own', () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        const keys = blocksOf(plan).map((block) => block.key);
        expect(keys).toHaveLength(new Set(keys).size);
      }),
    );
  });

  test('is the same each time it is made, and changes nothing it is made from', () => {
    fc.assert(
      fc.property(anyLearners, (learner) => {
        const before = structuredClone(learner);
        const plan = allocate(situationOf(learner));
        expect(allocate(situationOf(learner))).toEqual(plan);
        expect(learner).toEqual(before);
      }),
    );
  });
});

test('chosen weeks keep the next phase from beginning sooner', () => {
  const weeks = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(smallPaths, weeks, (path, counts) => {
      const chosen = Object.fromEntries(counts.map((count, i) => [`phase-${i}`, count]));
      const { phases } = allocate(situationOf(aLearner(path, { weeks: chosen })));
      let first = MONDAY;
      for (const { id } of path.phases) {
        const start = phases.find((phase) => phase.id === id)?.start ?? first;
        expect(start >= first).toBe(true);
        first = addDays(first, 7 * (chosen[id] ?? 0));
      }
    }),
  );
});
