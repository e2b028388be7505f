import { describe, expect, test } from 'vitest';
import { controlCalled, controlsOf } from '../../../src/cli/quiz/controls.ts';
import { readAnswer } from '../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../src/domain/quiz/question.ts';
import * as build from '../../domain/quiz/grade/build.ts';

const SINGLE_KEYS: [string, Question][] = [
  ['a choice of 4', build.choice('a', 4)],
  ['a choice of 6', build.choice('a', 6)],
  ['several of 7', build.several(['a'], 7)],
  ['true or false', build.trueFalse(true)],
  ['an open question', build.open()],
];

const LINES: [string, Question][] = [
  ['a number', build.number(2)],
  [
    'a number with units',
    build.number(2, build.exact, { unit: build.unit('s', { d: 86400, s: 1 }) }),
  ],
  ['a vector', build.vector([1, 2])],
  ['a matrix', build.matrix([[1], [2]])],
  ['a shape', build.shape([2])],
  ['an expression in d, s and q', build.expression('d*s*q', 'd s q')],
  ['an expression in E', build.expression('E', 'E')],
  ['an order of five', build.order(['a'], ['b'], ['c'], ['d'], ['e'])],
  ['a match with d', build.match({ a: 'd', b: 'e', c: 'f' })],
  ['a cloze', build.cloze(['d'])],
  ['a text', build.text('s')],
];

describe('what calls a control never answers the question', () => {
  test.each([...SINGLE_KEYS, ...LINES])('%s', (_, question) => {
    const called = Object.values(controlsOf(question).keys).flat();
    const answers = called.filter(
      (text) => /\w/.test(text) && readAnswer(question, text).ok && !text.startsWith('/'),
    );
    expect(answers).toEqual([]);
  });
});

test.each([...SINGLE_KEYS, ...LINES])(
  '%s has a way to each control, all different',
  (_, question) => {
    const { keys } = controlsOf(question);
    const first = Object.values(keys).map((texts) => texts[0]);
    expect(first).not.toContain(undefined);
    expect(new Set(Object.values(keys).flat()).size).toBe(Object.values(keys).flat().length);
  },
);

test.each<[string, string, string | null, Question]>([
  ['four options', 'd', null, build.choice('a', 4)],
  ['four options', 'e', 'why', build.choice('a', 4)],
  ['five options', 'e', null, build.choice('a', 5)],
  ['five options', '!', 'why', build.choice('a', 5)],
  ['any options', 'd', null, build.choice('a', 3)],
  ['any options', '0', 'unknown', build.choice('a', 3)],
  ['several, where 0 might mean none', '0', null, build.several(['a'])],
  ['several', '-', 'unknown', build.several(['a'])],
  ['true or false', 'D', 'unknown', build.trueFalse(true)],
  ['a number', 'd', 'unknown', build.number(2)],
  ['a number, e being one', 'e', null, build.number(2)],
  ['a number', '/e', 'why', build.number(2)],
  ['a number', ' Q ', 'leave', build.number(2)],
  ['an expression', 's', 'skip', build.expression('x')],
  ['an expression in s', 's', null, build.expression('s', 's')],
  ['an expression in s', '/s', 'skip', build.expression('s', 's')],
  ['an expression in D', 'd', null, build.expression('D', 'D')],
  ['an order with d', 'd', null, build.order(['a'], ['b'], ['c'], ['d'])],
  ['an order of three', 'd', 'unknown', build.order(['a'], ['b'], ['c'])],
  ['a text', 'q', null, build.text('gradient')],
  ['a text', '/q', 'leave', build.text('gradient')],
  ['a cloze', '/d', 'unknown', build.cloze(['x'])],
  ['anything', '?', 'hint', build.shape([1])],
])('%s: %s calls %s', (_, typed, control, question) => {
  expect(controlCalled(controlsOf(question), typed)).toBe(control);
});
