import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { nextMemory } from '../../../src/domain/memory/fsrs.ts';
import {
  dueDay,
  foldQuestion,
  gradeOf,
  NEW_QUESTION,
  type Outcome,
  recallOn,
} from '../../../src/domain/memory/question.ts';
import { DEFAULT_SCHEDULE } from '../../../src/domain/memory/schedule.ts';
import { anAnswer, answeredOn } from '../../helpers/answers.ts';

const REF = 'vectors/q/dot';

test('the first answer of a study day counts, and later ones are only counted up', () => {
  const wrongFirst = answeredOn(REF, '2026-12-07!', '2026-12-07', '2026-12-07');
  expect(wrongFirst).toMatchObject({ answers: 3, reviews: 1, right: 2, correct: false });
  expect(wrongFirst.memory).toEqual(nextMemory(null, 1, 0));
});

test('memory goes on over the days between reviews', () => {
  const state = answeredOn(REF, '2026-12-07', '2026-12-10');
  expect(state.memory).toEqual(nextMemory(nextMemory(null, 3, 0), 3, 3));
  expect(state).toMatchObject({ reviews: 2, right: 2, reviewed: '2026-12-10' });
});

test('an answer of an earlier day than the latest review moves nothing', () => {
  const state = answeredOn(REF, '2026-12-07', '2026-12-10');
  const late = foldQuestion(state, anAnswer(REF, '2026-12-08', { correct: false, grade: 1 }));
  expect(late).toEqual({ ...state, answers: 3 });
});

test('a lapse is a wrong review after a right one', () => {
  expect(answeredOn(REF, '2026-12-07!', '2026-12-08!').lapses).toBe(0);
  expect(answeredOn(REF, '2026-12-07', '2026-12-10!', '2026-12-11!').lapses).toBe(1);
});

test('a question returns on a later day, and within the longest interval', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { minLength: 1 });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 120 }), (gaps, longest) => {
      let day = '2026-12-07';
      let state = NEW_QUESTION;
      for (const [gap, correct] of gaps) {
        state = foldQuestion(state, anAnswer(REF, day, { correct, grade: correct ? 3 : 1 }));
        const due = dueDay(state, REF, { ...DEFAULT_SCHEDULE, longestInterval: longest });
        expect(due > day).toBe(true);
        expect(due <= addDays(day, longest)).toBe(true);
        day = addDays(day, gap);
      }
    }),
  );
});

test('recall on the day itself is that of the next day, and falls with each day after', () => {
  const state = answeredOn(REF, '2026-12-07', '2026-12-10');
  const recalls = [1, 5, 30, 300].map((n) => recallOn(state, addDays('2026-12-10', n)) ?? 0);
  expect(recallOn(state, '2026-12-10')).toBe(recalls[0]);
  expect(recalls[0]).toBeLessThan(1);
  expect(recalls).toEqual([...recalls].sort((a, b) => b - a));
  expect(recallOn(NEW_QUESTION, '2026-12-10')).toBeNull();
});

const known = answeredOn(REF, '2026-12-01', '2026-12-03', '2026-12-07');
const right: Outcome = { correct: true, hints: 0, ms: 20_000, guess: 0, rating: null };

test.each<[string, typeof known, Partial<Outcome>, number]>([
  ['wrong', known, { correct: false }, 1],
  ['right', known, {}, 3],
  ['right with a hint', known, { hints: 1 }, 2],
  ['right and quick for its own history', known, { ms: 11_000 }, 4],
  ['right and a little quicker', known, { ms: 13_000 }, 3],
  ['quick with a hint', known, { ms: 1000, hints: 1 }, 2],
  ['quick, but without a history', answeredOn(REF, '2026-12-01'), { ms: 1000 }, 3],
  ['new and right', NEW_QUESTION, {}, 3],
  ['a choice right for the first time, which may be a guess', NEW_QUESTION, { guess: 0.25 }, 2],
  ['a choice right again', known, { guess: 0.25 }, 3],
  ['a choice right again and quick', known, { guess: 0.25, ms: 1000 }, 3],
  ['a choice right after being wrong', answeredOn(REF, '2026-12-01!'), { guess: 0.25 }, 2],
  ['several options, where guessing hardly helps', NEW_QUESTION, { guess: 1 / 32 }, 3],
  ['an own rating of 3', known, { rating: 3, ms: 1 }, 3],
  ['an own rating of 4', NEW_QUESTION, { rating: 4 }, 4],
])('%s', (_, before, outcome, grade) => {
  expect(gradeOf(before, { ...right, ...outcome })).toBe(grade);
});
