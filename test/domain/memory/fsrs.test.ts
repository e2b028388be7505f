import fc from 'fast-check';
import { createEmptyCard, fsrs } from 'ts-fsrs';
import { expect, test } from 'vitest';
import {
  type Grade,
  type Memory,
  nextInterval,
  nextMemory,
  retrievability,
} from '../../../src/domain/memory/fsrs.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/memory/schedule.ts';

const grade = fc.constantFrom<Grade>(1, 2, 3, 4);
const answers = fc.array(fc.record({ grade, elapsed: fc.integer({ min: 1, max: 400 }) }), {
  minLength: 1,
  maxLength: 12,
});

const replay = (list: { grade: Grade; elapsed: number }[]): Memory =>
  list.reduce(
    (memory: Memory | null, { grade, elapsed }) => nextMemory(memory, grade, elapsed),
    null,
  ) as Memory;

test('day numbers give what the library gives for dates', () => {
  fc.assert(
    fc.property(answers, (list) => {
      const library = fsrs({ enable_short_term: false, enable_fuzz: false });
      let now = Date.UTC(2026, 0, 1, 12);
      let card = createEmptyCard(new Date(now));
      for (const [i, { grade, elapsed }] of list.entries()) {
        if (i > 0) now += elapsed * 86_400_000;
        card = library.next(card, new Date(now), grade).card;
      }
      const memory = replay(list);
      expect(memory.stability).toBeCloseTo(card.stability, 6);
      expect(memory.difficulty).toBeCloseTo(card.difficulty, 6);
    }),
    { numRuns: 200 },
  );
});

test('recall falls with the days, from certain to 90 % at the stability', () => {
  fc.assert(
    fc.property(answers, (list) => {
      const memory = replay(list);
      expect(retrievability(memory, 0)).toBe(1);
      expect(retrievability(memory, memory.stability)).toBeCloseTo(0.9, 5);
      expect(retrievability(memory, 30)).toBeGreaterThan(retrievability(memory, 31));
    }),
  );
});

test('an interval is whole days between 1 and the longest, the same each time', () => {
  fc.assert(
    fc.property(answers, fc.string(), (list, ref) => {
      const memory = replay(list);
      const days = nextInterval(memory, DEFAULT_SCHEDULE, ref, list.length);
      expect(Number.isInteger(days)).toBe(true);
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(DEFAULT_SCHEDULE.longestInterval);
      expect(nextInterval(memory, DEFAULT_SCHEDULE, ref, list.length)).toBe(days);
    }),
  );
});

test('questions answered alike do not all come back on one day', () => {
  const memory = replay([
    { grade: 3, elapsed: 0 },
    { grade: 3, elapsed: 3 },
    { grade: 3, elapsed: 12 },
  ]);
  const days = Array.from({ length: 40 }, (_, i) =>
    nextInterval(memory, DEFAULT_SCHEDULE, `math-vectors/q/${i}`, 3),
  );
  expect(new Set(days).size).toBeGreaterThan(3);
});
