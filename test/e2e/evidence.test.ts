import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { answerAll, driveQuiz, rightAnswer, wrongAnswer } from '../helpers/quiz.ts';

interface Status {
  topics: {
    id: string;
    state: string;
    percent: number;
    recall: number | null;
    overruled: boolean;
  }[];
  due: { now: number; today: number; week: number };
}

const vectors = (learner: Learner) =>
  learner.json<Status>('status').topics.find(({ id }) => id === 'math-vectors');
const next = (learner: Learner) =>
  learner.json<{ action: { kind: string; ref: string; topic: string }; due: { reviews: number } }>(
    'next',
  );

/** A learner who did what is to be read and watched on vectors. */
function readUp(): Learner {
  const learner = newLearner();
  learner.json('init', '--yes');
  learner.json('done', 'math-vectors/3b1b-linear-algebra');
  learner.json('done', 'math-vectors/khan-linear-algebra');
  return learner;
}

test('a topic is done when its resources are and each concept was answered right', async () => {
  const learner = readUp();
  expect(vectors(learner)).toMatchObject({ state: 'started', recall: null });
  expect(next(learner).action).toMatchObject({ kind: 'quiz', ref: 'math-vectors' });

  const missed = driveQuiz(learner, ['math-vectors']);
  const { graded } = await answerAll(missed, (question) =>
    question.concept === 'math-vectors/norm' ? wrongAnswer(question) : rightAnswer(question),
  );
  expect(graded.some(({ correct }) => correct === false)).toBe(true);
  expect(vectors(learner)).toMatchObject({ state: 'started' });

  learner.at('2026-12-08T19:00:00Z');
  const { messages } = await answerAll(driveQuiz(learner, ['math-vectors/norm']));
  expect(messages.at(-1)).toMatchObject({ passed: [{ topic: 'math-vectors' }] });
  expect(vectors(learner)).toMatchObject({ state: 'done', percent: 100, overruled: false });
  expect(vectors(learner)?.recall).toBeGreaterThan(0.8);
  const matrices = learner.json<Status>('status').topics.find(({ id }) => id === 'math-matrices');
  expect(matrices?.state).toBe('ready');
  expect(next(learner).action.kind).not.toBe('quiz');
});

test('the learner may overrule it, and that is said', () => {
  const learner = readUp();
  const { stdout } = learner.run('done', 'math-vectors');
  expect(stdout).toContain('your word counts');
  expect(vectors(learner)).toMatchObject({ state: 'done', overruled: true });
  expect(learner.run('status').stdout).toContain('by your word');
  expect(learner.run('show', 'math-vectors').stdout).toContain('by your word');
  learner.json('undo');
  expect(vectors(learner)).toMatchObject({ state: 'started', overruled: false });
});

test('an answer can be taken back, and with it what it showed', async () => {
  const learner = readUp();
  await answerAll(driveQuiz(learner, ['math-vectors', '--count', '1']));
  const before = vectors(learner);
  expect(learner.run('undo').stdout).toMatch(/math-vectors\/q\/\S+: right/);
  expect(vectors(learner)?.percent).toBeLessThan(before?.percent ?? 0);
  learner.json('redo');
  expect(vectors(learner)).toEqual(before);
});

test('reviews come up on their day, are said by next, and many come before new material', async () => {
  const learner = readUp();
  await answerAll(driveQuiz(learner, ['math-vectors', '--count', '200']));
  expect(next(learner).due.reviews).toBe(0);
  learner.at('2027-03-15T19:00:00Z');
  const { due, action } = next(learner);
  expect(due.reviews).toBeGreaterThan(15);
  expect(action).toMatchObject({ kind: 'review', ref: null });
  const { graded } = await answerAll(driveQuiz(learner, ['--due']));
  expect(graded).toHaveLength(due.reviews);
  expect(next(learner).due.reviews).toBe(0);
  const { due: counted } = learner.json<Status>('status');
  expect(counted).toMatchObject({ now: 0, today: due.reviews });
});
