import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { Schedule } from './schedule.ts';

/**
 * The only file that knows the memory model, FSRS-6 of the `ts-fsrs` library. The library counts UTC
 * days and patches `Date`; here days are study days as whole numbers, and no date ever reaches it.
 * Source: open-spaced-repetition, "The Algorithm", FSRS-6.
 */

/** What is remembered of one question. */
export interface Memory {
  /** Days after which recall is 90 %. */
  stability: number;
  /** 1 (easy) to 10 (hard). */
  difficulty: number;
}

/** 1 wrong, 2 right with effort, 3 right, 4 right and quick. */
export type Grade = 1 | 2 | 3 | 4;

const algorithm = new FSRSAlgorithm(generatorParameters({ enable_short_term: false }));

/** Memory after an answer, `elapsed` whole days after the one before; null before the first. */
export function nextMemory(memory: Memory | null, grade: Grade, elapsed: number): Memory {
  const { stability, difficulty } = algorithm.next_state(memory, Math.max(0, elapsed), grade);
  return { stability, difficulty };
}

/** The probability of recall, 0 to 1, `elapsed` days after the last answer. */
export function retrievability(memory: Memory, elapsed: number): number {
  return algorithm.forgetting_curve(Math.max(0, elapsed), memory.stability);
}

const plain = new Map<string, FSRSAlgorithm>();

/** Days until the next review as the model has them, at least 1: `nextInterval` without its spread. */
export function plainInterval(memory: Memory, schedule: Schedule): number {
  const key = `${schedule.desiredRetention} ${schedule.longestInterval}`;
  let model = plain.get(key);
  if (!model) {
    model = new FSRSAlgorithm(
      generatorParameters({
        enable_short_term: false,
        enable_fuzz: false,
        request_retention: schedule.desiredRetention,
        maximum_interval: schedule.longestInterval,
      }),
    );
    plain.set(key, model);
  }
  return Math.max(1, Math.round(model.next_interval(memory.stability, 0)));
}

/**
 * Days until the next review, at least 1. Intervals are spread a little, so that what was learned
 * together does not fall due together; `ref` and `answers` make the spreading the same each time.
 */
export function nextInterval(
  memory: Memory,
  schedule: Schedule,
  ref: string,
  answers: number,
): number {
  const spread = new FSRSAlgorithm(
    generatorParameters({
      enable_short_term: false,
      enable_fuzz: true,
      request_retention: schedule.desiredRetention,
      maximum_interval: schedule.longestInterval,
    }),
  );
  spread.seed = `${ref}/${answers}`;
  return Math.max(1, Math.round(spread.next_interval(memory.stability, 0)));
}
