import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import { situationOf } from '../../../src/domain/plan/learner.ts';
import type { Piece } from '../../../src/domain/plan/pieces.ts';
import type { Block } from '../../../src/domain/plan/plan.ts';
import { partThatFits } from '../../../src/domain/plan/sitting.ts';
import { unitsLeft } from '../../../src/domain/progress/work.ts';
import { anyLearners } from '../../helpers/learner-arbitrary.ts';

const LEAST = { study: 15, practice: 15, quiz: 30, milestone: 30, review: 0 };
const REST = { study: 15, practice: 15, quiz: 15, milestone: 20, review: 0 };
const MOST = { study: 120, practice: 120, quiz: 120, milestone: 180, review: 120 };

const kinds = fc.constantFrom('study' as const, 'practice', 'quiz', 'milestone');

function aPiece(kind: Block['kind'], left: number): Piece {
  const block = { kind, ref: 'a', title: 'A', topic: 'a', phase: 'math' };
  return { block, unit: null, index: 0, minutes: left, left, questions: 0 };
}

describe('of a piece is done', () => {
  test.each<[string, Block['kind'], number, number, boolean, number]>([
    ['all that fits', 'study', 40, 40, false, 40],
    ['a part that leaves one', 'study', 100, 60, false, 60],
    ['less than fits, so that no scrap is left', 'study', 60, 50, false, 45],
    ['nothing where the part would be a scrap', 'study', 60, 14, false, 0],
    ['nothing where part and rest would be scraps', 'study', 25, 20, false, 0],
    ['a milestone in halves of an hour', 'milestone', 60, 45, false, 40],
    ['no milestone for a quarter of an hour', 'milestone', 60, 29, false, 0],
    ['a quiz in one go', 'quiz', 30, 29, false, 0],
    ['whatever there is room for on a fresh day', 'study', 60, 5, true, 5],
    ['half, rather than all but a scrap', 'milestone', 45, 43, true, 23],
    ['half of what is little', 'study', 12, 10, true, 6],
  ])('%s', (_, kind, left, room, first, part) => {
    expect(partThatFits(aPiece(kind, left), room, first)).toBe(part);
  });

  test('never more than there is, nor a scrap where the day allows more', () => {
    const minutes = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(kinds, minutes, minutes, fc.boolean(), (kind, left, room, first) => {
        const part = partThatFits(aPiece(kind, left), room, first);
        const rest = left - part;
        expect(part).toBeLessThanOrEqual(Math.min(left, room));
        if (first) expect(part).toBeGreaterThan(0);
        if (part === 0 || rest === 0) return;
        if (!first) expect(part).toBeGreaterThanOrEqual(LEAST[kind]);
        expect(rest).toBeGreaterThanOrEqual(Math.min(REST[kind], Math.floor(left / 2)));
      }),
    );
  });
});

const plans = anyLearners.map((learner) => ({ learner, plan: allocate(situationOf(learner)) }));

describe('in every plan a block', () => {
  test('is no longer than a person sits', () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        for (const { kind, minutes } of plan.days.flatMap((day) => day.blocks)) {
          if (kind !== 'review') expect(minutes).toBeLessThanOrEqual(MOST[kind]);
        }
      }),
    );
  });

  test('is no scrap, unless it is the first work of its day or all the rest of a unit', () => {
    fc.assert(
      fc.property(plans, ({ plan, learner: { progress } }) => {
        const units = new Map<string, number[]>();
        for (const work of [...progress.values()].flatMap((entry) => entry.work)) {
          units.set(
            `${work.kind} ${work.ref}`,
            unitsLeft(work).map((unit) => unit.minutes),
          );
        }
        const placed = new Map<string, number>();
        for (const { blocks } of plan.days) {
          const work = blocks.filter(({ kind }) => kind !== 'review');
          for (const [i, { kind, ref, minutes }] of work.entries()) {
            const key = `${kind} ${ref}`;
            const done = (placed.get(key) ?? 0) + minutes;
            placed.set(key, done);
            if (i === 0 || minutes >= LEAST[kind] || kind === 'quiz' || kind === 'practice')
              continue;
            let sum = 0;
            const ends = units.get(key)?.map((unit) => (sum += unit)) ?? [];
            expect(ends).toContain(done);
          }
        }
      }),
    );
  });
});
