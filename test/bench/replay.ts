import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import { addDays, daysBetween } from '../../src/domain/day.ts';
import type { EventOf } from '../../src/domain/event/event.ts';
import type { Grade, Memory } from '../../src/domain/memory/fsrs.ts';
import {
  foldQuestion,
  NEW_QUESTION,
  type QuestionState,
} from '../../src/domain/memory/question.ts';
import { anAnswer } from '../helpers/answers.ts';
import { median } from './compare.ts';

const ANSWERS = 1_000_000;
const QUESTIONS = 5000;
const ROUNDS = 9;

/**
 * Folding a million answers against a bare loop of the library over them: their ratio, a median. A
 * program of its own, as a rebuild is: what the bench did before neither fills its memory nor tells
 * the engine of other shapes. Run it with `--expose-gc`.
 */
function timeReplay(): number {
  const answers = Array.from({ length: ANSWERS }, (_, i) => ({
    question: i % QUESTIONS,
    day: addDays('2024-01-01', Math.floor(i / QUESTIONS) * 5 + (i % 4)),
    grade: (1 + ((i * 7 + (i % QUESTIONS)) % 4)) as Grade,
  }));
  const gaps = gapsOf(answers, QUESTIONS);
  const events = answers.map(toEvent);
  const bare = () => timed(() => loop(answers, gaps, QUESTIONS));
  const replay = () => timed(() => fold(events));
  bare();
  replay();
  const ratios = Array.from({ length: ROUNDS }, (_, round) => {
    // Each goes first in every other round, and each pair meets the same moment of the machine.
    if (round % 2 === 0) {
      const first = bare();
      return replay() / first;
    }
    const first = replay();
    return first / bare();
  });
  return median(ratios);
}

interface Given {
  question: number;
  day: string;
  grade: Grade;
}

function gapsOf(answers: readonly Given[], questions: number): number[] {
  const last: (string | null)[] = new Array(questions).fill(null);
  return answers.map(({ question, day }) => {
    const before = last[question];
    last[question] = day;
    return before ? daysBetween(before, day) : 0;
  });
}

function loop(answers: readonly Given[], gaps: readonly number[], questions: number): void {
  const algorithm = new FSRSAlgorithm(generatorParameters({ enable_short_term: false }));
  const states: (Memory | null)[] = new Array(questions).fill(null);
  for (const [i, { question, grade }] of answers.entries()) {
    states[question] = algorithm.next_state(states[question] ?? null, gaps[i] ?? 0, grade);
  }
}

function fold(events: readonly EventOf<'answered'>[]): void {
  const states = new Map<string, QuestionState>();
  for (const event of events) {
    const ref = event.ref ?? '';
    states.set(ref, foldQuestion(states.get(ref) ?? NEW_QUESTION, event));
  }
}

function toEvent({ question, day, grade }: Given): EventOf<'answered'> {
  return anAnswer(`topic/q/${question}`, day, { correct: grade > 1, grade });
}

function timed(run: () => void): number {
  // What was left behind before is not charged to either.
  globalThis.gc?.();
  const started = performance.now();
  run();
  return performance.now() - started;
}

console.log(timeReplay());
