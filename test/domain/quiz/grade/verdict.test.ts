import { expect, test } from 'vitest';
import type { Verdict } from '../../../../src/domain/quiz/grade/answer.ts';
import { gradeAnswer } from '../../../../src/domain/quiz/grade/grade.ts';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import * as ask from './build.ts';

function judged(question: Question, input: unknown): Verdict {
  const reading = readAnswer(question, input);
  if (!reading.ok) throw new Error(reading.message);
  return gradeAnswer(question, reading.answer);
}

test.each<[Question, string]>([
  [ask.choice('b'), 'b) option b'],
  [ask.several(['a', 'c']), 'a) option a; c) option c'],
  [ask.several([]), 'none'],
  [ask.trueFalse(false), 'false'],
  [ask.number(1 / 3), '0.333333333333'],
  [ask.number(124_439_808), '124439808'],
  [ask.number(Math.PI, ask.digits(3)), '3.14'],
  [ask.number(0.125, ask.exact, { percent: true }), '0.125 (12.5%)'],
  [ask.number(16, ask.exact, { unit: ask.unit('GB', {}) }), '16 GB'],
  [ask.vector([1, 0.5]), '[1, 0.5]'],
  [ask.matrix([[1], [2]]), '[[1], [2]]'],
  [ask.shape([3]), '(3,)'],
  [ask.shape(null), 'undefined'],
  [ask.expression('2 * x'), '2 * x'],
  [ask.order(['c'], ['a', 'b']), 'c, a = b'],
  [ask.match({ a: '2', b: '1' }), 'a-2, b-1'],
  [ask.cloze(['key', 'keys'], ['value']), 'key; value'],
  [ask.text('softmax', 'the softmax'), 'softmax'],
  [ask.open('because'), 'because'],
])('the right answer to %j is written %s', (question, expected) => {
  const typed = question.kind === 'open' ? '3' : expected.split(/\) |; c\)/)[0];
  const input = question.kind === 'several' && question.answer.length > 0 ? 'a c' : typed;
  expect(gradeAnswer(question, readable(question, input)).expected).toBe(expected);
});

function readable(question: Question, input: unknown) {
  const text = String(input).replace(' (12.5%)', '').replace('a = b', 'a b');
  const reading = readAnswer(question, text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.answer;
}

test('a wrong option tells what choosing it means, several tell all of it', () => {
  expect(judged(ask.choice('b'), 'c').feedback).toBe('not c');
  expect(judged(ask.choice('b'), 'b').feedback).toBeNull();
  expect(judged(ask.several(['a']), 'a c d').feedback).toBe('not c not d');
  expect(judged(ask.several(['a', 'b']), 'a').feedback).toBeNull();
  expect(judged(ask.trueFalse(true), 'f').feedback).toBe('look again');
  expect(judged(ask.trueFalse(true), 't').feedback).toBeNull();
});

test('a slip is named, in every kind that has slips', () => {
  const told = (text: string) => ({ correct: false, feedback: text });
  const doubled = ask.number(4, ask.within(0.1), {
    slips: [{ answer: 8, feedback: 'not squared' }],
  });
  expect(judged(doubled, '8.1')).toMatchObject(told('not squared'));
  expect(judged(doubled, '8.2')).toMatchObject({ correct: false, feedback: null });
  const swapped = ask.vector([1, 2], ask.exact, {
    slips: [{ answer: [2, 1], feedback: 'order' }],
  });
  expect(judged(swapped, '2 1')).toMatchObject(told('order'));
  const transposed = {
    ...ask.matrix([
      [1, 2],
      [3, 4],
    ]),
    slips: [
      {
        answer: [
          [1, 3],
          [2, 4],
        ],
        feedback: 'transposed',
      },
    ],
  };
  expect(judged(transposed, '1 3; 2 4')).toMatchObject(told('transposed'));
  const broadcast = { ...ask.shape([3, 1]), slips: [{ answer: null, feedback: 'it broadcasts' }] };
  expect(judged(broadcast, 'error')).toMatchObject(told('it broadcasts'));
  const derived = { ...ask.expression('2*x'), slips: [{ answer: 'x^2', feedback: 'integrated?' }] };
  expect(judged(derived, 'x*x')).toMatchObject(told('integrated?'));
});

test('a slip that is also right is right', () => {
  const question = ask.number(4, ask.within(1), { slips: [{ answer: 4.5, feedback: 'no' }] });
  expect(judged(question, '4.5')).toMatchObject({ correct: true, feedback: null });
});

test('a rounded constant in an expression is told from a wrong one', () => {
  const question = ask.expression('pi * x');
  expect(judged(question, '3.14x').feedback).toMatch(/keep constants exact/);
  expect(judged(question, '3x').feedback).toBeNull();
});

test.each<[string, string[], string | null]>([
  ['overfiting', ['overfitting'], 'overfitting'],
  ['sofmax', ['softmax'], 'softmax'],
  ['gradiant descent', ['gradient descent'], 'gradient descent'],
  ['Euclidian norm', ['L2 norm', 'Euclidean norm'], 'Euclidean norm'],
  ['tokenisr', ['tokenizer'], 'tokenizer'],
  ['underfitting', ['overfitting'], null],
  ['decoder', ['encoder'], null],
  ['unsupervised', ['supervised'], null],
  ['maximum', ['minimum'], null],
  ['macro average', ['micro average'], null],
  ['L1 norm', ['L2 norm'], null],
  ['recall', ['precision'], null],
  ['bais', ['bias'], null],
  ['overfitting', ['overfitting'], null],
])('%s is near to %j: %s', (typed, accepted, near) => {
  expect(judged(ask.text(...accepted), typed).near).toBe(near);
});

test('a near miss in a blank is told with its number, and never counts', () => {
  const question = ask.cloze(['query'], ['softmax']);
  expect(judged(question, 'query; sofmax')).toMatchObject({ correct: false, near: '2: softmax' });
  expect(judged(ask.cloze(['softmax']), 'sofmax').near).toBe('softmax');
});

test('an answer of another kind is a mistake of the program', () => {
  expect(() => gradeAnswer(ask.choice('a'), { kind: 'text', text: 'a' })).toThrow(TypeError);
});

test('an expression question with a key that cannot be read is a mistake in the path', () => {
  expect(() => readAnswer(ask.expression('2 *'), 'x')).toThrow(/key "2 \*" cannot be read/);
});
