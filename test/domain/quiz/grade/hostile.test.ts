import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAnswer } from '../../../../src/domain/quiz/grade/grade.ts';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import * as ask from './build.ts';

const questions: Question[] = [
  ask.choice('b'),
  ask.several(['a', 'c']),
  ask.several([]),
  ask.trueFalse(true),
  ask.number(0.5, ask.within(0.1), { percent: true }),
  ask.number(0, ask.digits(2), { unit: ask.unit('GB', { GB: 1, $: 2 }, true) }),
  ask.vector([1, 2]),
  ask.vector([1, 1], ask.share(0.1), { unordered: true }),
  ask.matrix([[1, 2]]),
  ask.shape([3, 1]),
  ask.shape(null),
  ask.expression('x^2 - y', 'x y'),
  ask.order(['a'], ['b', 'c']),
  ask.match({ a: '1', b: '2' }),
  ask.cloze(['query'], ['key']),
  ask.text('gradient', 'σ'),
  ask.open(),
];

/** Reads and, if it can be read, grades; anything thrown fails the test. */
function judge(question: Question, input: unknown) {
  const reading = readAnswer(question, input);
  if (!reading.ok) {
    expect(reading.message).toMatch(/^[^\n]{20,2000}\.$/);
    return;
  }
  expect(JSON.parse(JSON.stringify(reading.answer))).toEqual(reading.answer);
  expect(reading.shown.length).toBeGreaterThan(0);
  gradeAnswer(question, reading.answer);
}

const pieces = fc
  .array(
    fc.constantFrom(
      ...'a b c 1 2 3 . , ; : | - − + * / ^ ( ) [ ] { } < > " \' ` = % $ √ ½ ² ₁ × σ Σ π x e E ∞ _ ! ? # \\ \0'.split(
        ' ',
      ),
      ...[' ', '\n', '\u00A0', '\u200B', '\u202E', '０', '，', 'GB', 'NaN', '1e309', 'undefined'],
      ...['none', 'true', 'torch.Size(', 'sqrt(', '__proto__', 'constructor', '"a":"1"', 'and'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const hostile = fc.oneof(
  pieces,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.jsonValue(),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
);

test.each(questions.map((question) => [question.kind, question] as const))(
  'no text and no value breaks a question of kind %s',
  (_, question) => {
    fc.assert(
      fc.property(hostile, (input) => judge(question, input)),
      { numRuns: 500 },
    );
  },
);

const MANY = 10_000_000;
const huge: [string, unknown][] = [
  ['a letter', 'a'.repeat(MANY)],
  ['digits', '1'.repeat(MANY)],
  ['blanks', ' '.repeat(MANY)],
  ['lines', '1\n'.repeat(MANY / 2)],
  ['open brackets', '('.repeat(MANY)],
  ['open lists', '['.repeat(MANY)],
  ['sums', '1+'.repeat(MANY / 2)],
  ['commas', '1,'.repeat(MANY / 2)],
  ['letters with accents', 'é'.normalize('NFD').repeat(MANY / 2)],
  ['a list of numbers', new Array(MANY / 2).fill(1)],
  ['a list of texts', new Array(1000).fill('x'.repeat(MANY / 1000))],
  ['a list with one text', ['9'.repeat(MANY)]],
  ['pairs', Object.fromEntries(Array.from({ length: 500_000 }, (_, i) => [`key${i}`, 'x']))],
  ['a long key', { ['a'.repeat(MANY)]: '1' }],
  ['a long value', { a: '1'.repeat(MANY) }],
  ['a list of lists', new Array(100_000).fill(new Array(50).fill(1))],
];

test.each(huge)('10 MB of %s are answered within 100 ms', (_, input) => {
  for (const question of questions) {
    const start = performance.now();
    judge(question, input);
    expect(performance.now() - start).toBeLessThan(100);
  }
});

const awkward = [
  ...['1'.repeat(2000), '('.repeat(2000), '1+'.repeat(1000), '-'.repeat(2000), ' 1'.repeat(1000)],
  ...[
    '1,'.repeat(1000),
    '[1],'.repeat(500),
    'x_'.repeat(1000),
    '1_'.repeat(1000),
    '½'.repeat(2000),
  ],
  ...['a-'.repeat(1000), "a'".repeat(1000), '. '.repeat(1000), '√'.repeat(2000), '^('.repeat(1000)],
  ...[
    '1/2 '.repeat(500),
    ' \n'.repeat(1000),
    'σ'.repeat(2000),
    'a1 '.repeat(666),
    '['.repeat(2000),
  ],
  ...[
    '1 000'.padEnd(2000, ' 000'),
    '1,000'.padEnd(2000, ',000'),
    'aé'.repeat(1000),
    '٠'.repeat(2000),
  ],
];

test.each(awkward.map((text) => [text.slice(0, 12), text] as const))(
  '2,000 characters of %j are answered within 100 ms',
  (_, text) => {
    for (const question of questions) {
      const start = performance.now();
      judge(question, text);
      expect(performance.now() - start).toBeLessThan(100);
    }
  },
);
