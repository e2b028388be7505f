import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { newLearner } from '../helpers/cli.ts';
import { answerAll, driveQuiz, rightAnswer, wrongAnswer } from '../helpers/quiz.ts';

const STEP = 4;
const LONGEST = 90;

/** Every 4th evening of a year: what is said to be due is asked, and comes back at growing intervals. */
test('a year of reviews', async () => {
  const learner = newLearner().at('2026-12-07T19:00:00Z');
  const due = () => learner.json<{ due: { now: number; week: number } }>('status').due;
  await answerAll(driveQuiz(learner, ['math-vectors', '--count', '12']));
  const intervals = new Map<string, number[]>();
  let asked = 0;
  for (let day = '2026-12-11'; day < '2027-12-07'; day = addDays(day, STEP)) {
    learner.at(`${day}T19:00:00Z`);
    const { now } = due();
    if (now === 0) continue;
    // Every seventh review is missed.
    const driver = driveQuiz(learner, ['--due'], { LLMPATH_SEED: `${asked}` });
    let n = asked;
    const { graded } = await answerAll(driver, (question) => {
      n += 1;
      return n % 7 === 0 ? wrongAnswer(question) : rightAnswer(question);
    });
    const firsts = new Map(
      graded.map((message) => [message.id as string, message]).reverse() as never,
    );
    expect(firsts.size).toBe(now);
    asked = n;
    for (const message of graded) {
      const back = message.due as string;
      expect(back > day && back <= addDays(day, LONGEST)).toBe(true);
      const list = intervals.get(message.id as string) ?? [];
      intervals.set(message.id as string, [...list, Date.parse(back) - Date.parse(day)]);
    }
    expect(due().now).toBe(0);
  }
  expect(asked).toBeGreaterThan(60);
  const longest = [...intervals.values()].map((list) => Math.max(...list));
  expect(Math.max(...longest)).toBe(LONGEST * 86_400_000);

  learner.at('2028-03-01T19:00:00Z');
  await answerAll(driveQuiz(learner, ['--due']));
  const before = due();
  learner.json('undo');
  expect(due().now).toBe(before.now + 1);
  learner.json('redo');
  expect(due()).toEqual(before);
}, 180_000);
