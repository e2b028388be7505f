import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { sum } from '../../../src/domain/path/path.ts';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import { spreadHours } from '../../../src/domain/plan/availability.ts';
import { situationOf } from '../../../src/domain/plan/learner.ts';
import type { Block, Plan } from '../../../src/domain/plan/plan.ts';
import { NO_REVIEWS, openLedger, type ReviewsAhead } from '../../../src/domain/plan/reviews.ts';
import { bundledOutline } from '../../helpers/bundled-outline.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';

const reviews = (known: number[], returns: number[] = []): ReviewsAhead => ({
  known: Float64Array.from(known),
  returns,
  factor: 1,
  each: 1,
});

describe('the ledger', () => {
  test('presses on a day what has piled up, to half of the day at most', () => {
    const ledger = openLedger(reviews([100]));
    expect(ledger.press(0, 60)).toEqual({ count: 30, minutes: 30 });
    expect(ledger.press(1, 60)).toEqual({ count: 30, minutes: 30 });
    expect(ledger.press(2, 200)).toEqual({ count: 40, minutes: 40 });
    expect(ledger.press(3, 200)).toEqual({ count: 0, minutes: 0 });
  });

  test('lets few reviews wait for what a day leaves over', () => {
    const ledger = openLedger(reviews([7, 0, 1]));
    expect(ledger.press(0, 60)).toEqual({ count: 0, minutes: 0 });
    expect(ledger.fill(2)).toEqual({ count: 0, minutes: 0 });
    expect(ledger.fill(5)).toEqual({ count: 5, minutes: 5 });
    expect(ledger.press(2, 60)).toEqual({ count: 0, minutes: 0 });
    expect(ledger.fill(60)).toEqual({ count: 3, minutes: 3 });
  });

  test('counts the days between that nobody studied', () => {
    const ledger = openLedger(reviews([4, 4, 4, 4]));
    expect(ledger.press(3, 60)).toEqual({ count: 16, minutes: 16 });
  });

  test('brings back what is asked', () => {
    const ledger = openLedger(reviews([], [2, 5]));
    ledger.ask(0, 10);
    const counts = [0, 1, 2, 3, 4, 5, 6].map((day) => ledger.press(day, 60).count);
    expect(counts).toEqual([0, 0, 10, 0, 0, 10, 0]);
  });

  test('foretells what is due, what comes and what new questions bring', () => {
    const ledger = openLedger(reviews([5, 1, 1, 1, 1, 1], [2, 40]));
    ledger.press(0, 60);
    expect(ledger.expected(1, 3, 0)).toBe(5 + 3);
    expect(ledger.expected(1, 5, 10)).toBe(5 + 5 + 10);
  });

  test('has nothing to do where nothing comes back', () => {
    const ledger = openLedger(NO_REVIEWS);
    ledger.ask(0, 100);
    expect(ledger.press(10, 60)).toEqual({ count: 0, minutes: 0 });
    expect(ledger.expected(0, 100, 100)).toBe(0);
  });
});

describe('somebody back after seven months', () => {
  const path = bundledOutline();
  const planWith = (overdue: number): Plan => {
    const returning = Array.from({ length: overdue }, (_, i) => ({
      memory: { stability: 20 + (i % 60), difficulty: 5 },
      dueIn: -1 - (i % 200),
    }));
    const today = addDays(MONDAY, 210);
    return allocate(situationOf(aLearner(path, { week: spreadHours(9), today, returning })));
  };
  const minutesIn = (plan: Plan, of: (block: Block) => boolean, from: number, to: number) =>
    sum(
      plan.days
        .slice(from, to)
        .flatMap((day) => day.blocks)
        .filter(of)
        .map((block) => block.minutes),
    );
  const isReview = ({ kind }: Block) => kind === 'review';

  test('meets the backlog spread over days, and something new each week beside it', () => {
    const plan = planWith(800);
    expect(minutesIn(plan, isReview, 0, 1)).toBeLessThanOrEqual(38);
    for (const week of [0, 7, 14]) {
      expect(minutesIn(plan, (block) => !isReview(block), week, week + 7)).toBeGreaterThan(150);
    }
  });

  test('finishes later, and no review is left out for it', () => {
    const [none, many] = [planWith(0), planWith(800)];
    expect(many.end > none.end).toBe(true);
    const all = (plan: Plan) => minutesIn(plan, isReview, 0, plan.days.length);
    expect(all(many) - all(none)).toBeGreaterThan((800 * 2) / 3);
    expect(many.minutesLeft).toBeGreaterThan(0.9 * none.minutesLeft);
  });
});
