import { describe, expect, test } from 'vitest';
import {
  expectedReviews,
  lapseFactor,
  type Returning,
  reviewDays,
  sumLapses,
} from '../../../src/domain/memory/ahead.ts';
import {
  type Memory,
  nextMemory,
  plainInterval,
  retrievability,
} from '../../../src/domain/memory/fsrs.ts';
import { DEFAULT_SCHEDULE, type Schedule } from '../../../src/domain/memory/schedule.ts';
import { seeded } from '../../../src/domain/seeded.ts';

const WEEKS_40 = 280;
const SCHEDULES: Schedule[] = [
  DEFAULT_SCHEDULE,
  { desiredRetention: 0.8, longestInterval: 365 },
  { desiredRetention: 0.95, longestInterval: 60 },
];

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);

/** The reviews of one question in so many days, answered right as often as memory has it. */
function liveOn(
  first: Returning,
  schedule: Schedule,
  horizon: number,
  random: () => number,
): number {
  let { memory } = first;
  let day = Math.max(0, first.dueIn);
  let elapsed = plainInterval(memory, schedule) + day - first.dueIn;
  let count = 0;
  while (day < horizon) {
    count += 1;
    const isRight = random() < retrievability(memory, elapsed);
    memory = nextMemory(memory, isRight ? 3 : 1, elapsed);
    elapsed = plainInterval(memory, schedule);
    day += elapsed;
  }
  return count;
}

/** A question at some point of its life. */
function aQuestion(random: () => number, schedule: Schedule): Returning {
  let memory: Memory = nextMemory(null, random() < 0.85 ? 3 : 1, 0);
  for (let answers = Math.floor(4 * random()); answers > 0; answers--) {
    memory = nextMemory(memory, random() < 0.9 ? 3 : 1, plainInterval(memory, schedule));
  }
  return { memory, dueIn: Math.floor(random() * plainInterval(memory, schedule)) };
}

describe.each(SCHEDULES)('at a recall of $desiredRetention', (schedule) => {
  test('the reviews of known questions are those of simulated answers, within 15 %', () => {
    const random = seeded(7);
    const questions = Array.from({ length: 3000 }, () => aQuestion(random, schedule));
    const foretold = sum(expectedReviews(questions, schedule, WEEKS_40));
    const came = sum(questions.map((one) => liveOn(one, schedule, WEEKS_40, random)));
    console.log(
      `known, ${schedule.desiredRetention}: ${(foretold / came).toFixed(3)} of what came`,
    );
    expect(foretold / came).toBeGreaterThan(0.85);
    expect(foretold / came).toBeLessThan(1.15);
  });

  test('the reviews of new questions are those of simulated answers, within 15 %', () => {
    const random = seeded(8);
    const foretold = reviewDays(schedule, WEEKS_40).length * lapseFactor(schedule);
    const counts = Array.from({ length: 3000 }, () => {
      const memory = nextMemory(null, random() < 0.85 ? 3 : 1, 0);
      return liveOn({ memory, dueIn: plainInterval(memory, schedule) }, schedule, WEEKS_40, random);
    });
    const came = sum(counts) / counts.length;
    console.log(`new, ${schedule.desiredRetention}: ${(foretold / came).toFixed(3)} of what came`);
    expect(foretold / came).toBeGreaterThan(0.85);
    expect(foretold / came).toBeLessThan(1.15);
  });
});

const memory: Memory = { stability: 10, difficulty: 5 };

test('what is overdue stands on the first day, and all else on the day it is due', () => {
  const due = (dueIn: number) => [
    ...expectedReviews([{ memory, dueIn }], DEFAULT_SCHEDULE, 30).slice(0, 4),
  ];
  for (const dueIn of [-200, -1, 0]) expect(due(dueIn)[0]).toBe(1);
  expect(due(3)).toEqual([0, 0, 0, 1]);
});

test('what is long overdue is forgotten more often, and comes back more often', () => {
  const total = (dueIn: number) =>
    sum(expectedReviews([{ memory, dueIn }], DEFAULT_SCHEDULE, WEEKS_40));
  expect(total(-200)).toBeGreaterThan(1.15 * total(0));
});

test('questions add up, and what comes back beyond the horizon is not counted', () => {
  const many = Array.from({ length: 50 }, (_, i) => ({ memory, dueIn: i }));
  const all = expectedReviews(many, DEFAULT_SCHEDULE, 40);
  expect(all).toHaveLength(40);
  const one = many.map((question) => expectedReviews([question], DEFAULT_SCHEDULE, 40));
  for (const [day, count] of all.entries()) {
    expect(count).toBeCloseTo(sum(one.map((days) => days[day] ?? 0)), 2);
  }
  expect(expectedReviews([{ memory, dueIn: 0 }], DEFAULT_SCHEDULE, 0)).toHaveLength(0);
});

test('a new question comes back at growing distances, and never after the longest', () => {
  const days = reviewDays(DEFAULT_SCHEDULE, 800);
  const gaps = days.map((day, i) => day - (days[i - 1] ?? 0));
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(gaps[0]).toBeGreaterThan(0);
  expect(Math.max(...gaps)).toBe(DEFAULT_SCHEDULE.longestInterval);
  expect(reviewDays(DEFAULT_SCHEDULE, 1)).toEqual([]);
});

test('the number kept for the usual schedule is the one that comes out of it', () => {
  expect(lapseFactor(DEFAULT_SCHEDULE)).toBeCloseTo(sumLapses(DEFAULT_SCHEDULE), 12);
  expect(lapseFactor({ ...DEFAULT_SCHEDULE, longestInterval: 365 })).not.toBe(
    lapseFactor(DEFAULT_SCHEDULE),
  );
});
