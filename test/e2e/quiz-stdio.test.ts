import { expect, test } from 'vitest';
import { newLearner } from '../helpers/cli.ts';
import {
  answerAll,
  bundledQuestion,
  driveQuiz,
  rightAnswer,
  wrongAnswer,
} from '../helpers/quiz.ts';

const TOPICS = [
  ['math-vectors', 'math-matrices', 'math-derivatives'],
  ['math-probability', 'math-likelihood', 'ml-intro'],
  ['ml-python', 'ml-linear-regression', 'tf-attention'],
  ['tf-multihead', 'tf-positions', 'tf-gpt', 'tf-block', 'tf-bert'],
];
const KINDS = [
  ...['choice', 'several', 'truefalse', 'number', 'vector', 'matrix', 'shape', 'expression'],
  ...['order', 'match', 'cloze', 'text', 'open'],
];

test('a program answers every question of a dozen topics, of all kinds, right', async () => {
  const seen = new Set<string>();
  for (const topics of TOPICS) {
    const driver = driveQuiz(newLearner(), [...topics, '--count', '200']);
    const { messages, graded, kinds } = await answerAll(driver);
    const wrong = graded.filter((message) => message.correct !== true);
    expect(wrong).toEqual([]);
    expect(graded.length).toBeGreaterThanOrEqual(topics.length * 5);
    expect(messages.at(-1)).toMatchObject({ type: 'summary', correct: graded.length });
    expect(await driver.exit).toBe(0);
    for (const kind of kinds) seen.add(kind);
  }
  expect([...seen].sort()).toEqual([...KINDS].sort());
}, 120_000);

test('wrong answers of every kind are told with what is right, and come again', async () => {
  const driver = driveQuiz(newLearner(), ['math-vectors', '--count', '8']);
  const { messages, graded } = await answerAll(driver, wrongAnswer);
  expect(messages[0]).toMatchObject({ type: 'session', count: 8 });
  expect(graded.every(({ correct, credit }) => correct === false && credit === 0)).toBe(true);
  expect(graded.length).toBe(8 * 3);
  for (const { expected, explain, due, event } of graded) {
    expect([expected, explain, due, event].every((text) => `${text ?? ''}` !== '')).toBe(true);
    expect(due).toBe('2026-12-08');
  }
  expect(messages.at(-1)).toMatchObject({ type: 'summary', answered: 8, correct: 0 });
});

test('an unreadable answer is not counted, a hint costs credit, and the question stands', async () => {
  const learner = newLearner();
  const driver = driveQuiz(learner, ['math-vectors/q/dot']);
  expect(await driver.read()).toMatchObject({ type: 'session', count: 1 });
  const question = await driver.read();
  expect(question).toMatchObject({ type: 'question', n: 1, id: 'math-vectors/q/dot' });
  for (const answer of ['__proto__', 'constructor("x")()', '(1 + ', [1, 2], { a: 1 }, true]) {
    driver.send({ answer });
    expect(await driver.read()).toMatchObject({ type: 'invalid' });
  }
  for (const line of ['not json', '[]', '{"answr": 1}', '{}', 'null']) {
    driver.raw(`${line}\n`);
    expect(await driver.read()).toMatchObject({ type: 'invalid' });
  }
  driver.send({ hint: true });
  expect(await driver.read()).toMatchObject({ type: 'hint' });
  const drawn = bundledQuestion('math-vectors/q/dot', question?.seed as number);
  driver.send({ answer: rightAnswer(drawn) });
  expect(await driver.read()).toMatchObject({ type: 'graded', correct: true, credit: 0.75 });
  expect(await driver.read()).toMatchObject({ type: 'summary', answered: 1, correct: 1 });
  expect(await driver.exit).toBe(0);
});

test('ten megabytes on one line are refused in words, and the quiz goes on', async () => {
  const driver = driveQuiz(newLearner(), ['math-vectors/q/dot']);
  await driver.read();
  const question = await driver.read();
  driver.raw(`{"answer":"${'7'.repeat(10 * 1024 * 1024)}"}\n`);
  expect(await driver.read()).toMatchObject({ type: 'invalid' });
  const drawn = bundledQuestion('math-vectors/q/dot', question?.seed as number);
  driver.send({ answer: rightAnswer(drawn) });
  expect(await driver.read()).toMatchObject({ type: 'graded', correct: true });
});

test('what is graded is on disk by then: a killed quiz keeps it, and one can go on', async () => {
  const learner = newLearner();
  const driver = driveQuiz(learner, ['math-vectors', '--count', '3']);
  const session = await driver.read();
  const first = await driver.read();
  driver.send({ answer: null });
  expect(await driver.read()).toMatchObject({ type: 'graded', correct: false });
  driver.process.kill('SIGKILL');
  await driver.exit;

  const { events } = learner.json<{ events: { kind: string; ref: string }[] }>('history');
  expect(events.map(({ kind, ref }) => [kind, ref])).toEqual([
    ['answered', first?.id],
    ['quiz-started', null],
  ]);
  const again = driveQuiz(learner, ['--continue']);
  expect(await again.read()).toMatchObject({ type: 'session', id: session?.id, count: 3 });
  expect((await again.read())?.id).not.toBe(first?.id);
  again.end();
  // What was missed before the break belongs to the session, and would have come again.
  expect(await again.read()).toMatchObject({ type: 'summary', answered: 1, correct: 0 });
  expect(await again.exit).toBe(0);
});

test('an exam keeps its verdicts to the end', async () => {
  const driver = driveQuiz(newLearner(), ['math-vectors', '--count', '4', '--exam']);
  const { messages } = await answerAll(driver, wrongAnswer);
  const types = messages.map(({ type }) => type);
  expect(types.indexOf('graded')).toBeGreaterThan(types.lastIndexOf('question'));
  expect(types.filter((type) => type === 'kept')).toHaveLength(4);
  expect(types.filter((type) => type === 'graded')).toHaveLength(4);
});

test('quit, skip and the end of the input each end it in order', async () => {
  const learner = newLearner();
  const skipping = driveQuiz(learner, ['math-vectors', '--count', '2']);
  await skipping.read();
  await skipping.read();
  skipping.send({ skip: true });
  expect(await skipping.read()).toMatchObject({ type: 'question', n: 2 });
  skipping.send({ quit: true });
  expect(await skipping.read()).toMatchObject({ type: 'summary', answered: 0 });
  expect(await skipping.exit).toBe(0);
  expect(learner.json<{ due: { now: number } }>('status').due.now).toBe(0);
});

test('the seconds of an answer are those that the program tells', async () => {
  const learner = newLearner();
  const driver = driveQuiz(learner, ['math-vectors', '--count', '4']);
  const { messages } = await answerAll(driver, rightAnswer, () => 105);
  expect(messages.at(-1)).toMatchObject({ type: 'summary', answered: 4, minutes: 7 });
  expect(learner.json<{ minutes: { spent: number } }>('status').minutes.spent).toBe(7);
});

test('a clock that stands still counts no seconds', async () => {
  const driver = driveQuiz(newLearner(), ['math-vectors', '--count', '2']);
  const { messages } = await answerAll(driver, rightAnswer, () => undefined);
  expect(messages.at(-1)).toMatchObject({ type: 'summary', answered: 2, minutes: 0 });
});
