import { expect, test } from 'vitest';
import type { Key } from '../../../src/cli/quiz/keys.ts';
import { pressKey } from '../../../src/cli/quiz/press.ts';
import { openScreen } from '../../../src/cli/quiz/screen.ts';
import type { Step } from '../../../src/cli/quiz/step.ts';
import { readAnswer } from '../../../src/domain/quiz/grade/read.ts';
import { choice } from '../../domain/quiz/grade/build.ts';

const NEW = { kind: 'new', recall: null, daysAway: null } as const;

const key = (text: string): Key => ({ kind: 'character', text });

/** What keys come to on a choice between a and d. */
function press(...texts: string[]): Step {
  const question = choice('b');
  let screen = openScreen(
    { n: 1, of: 1, question, topicTitle: 'T', reason: NEW, hints: [] },
    false,
  );
  let step: Step = { screen, effect: null };
  for (const text of texts) {
    step = pressKey(screen, key(text), (input) => readAnswer(question, input));
    screen = step.screen;
  }
  return step;
}

test.each([
  ['d', { kind: 'answer', given: { answer: null, shown: 'do not know' } }],
  ['s', { kind: 'skip' }],
  ['q', { kind: 'leave' }],
])('behind a slash %s is a command and no answer, where single keys answer', (letter, effect) => {
  expect(press('/').effect).toBeNull();
  expect(press('/', letter).effect).toEqual(effect);
});

test('a letter that is no command answers nothing behind a slash, and answers again after it', () => {
  expect(press('/', 'b').effect).toBeNull();
  expect(press('/', 'b', 'b').effect).toMatchObject({ kind: 'answer' });
});
