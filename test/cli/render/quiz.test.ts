import { describe, expect, test } from 'vitest';
import type { Graded, Summary } from '../../../src/cli/quiz/run.ts';
import { explainReason, renderGraded, renderQuestion } from '../../../src/cli/render/quiz.ts';
import { renderSummary, renderVerdicts } from '../../../src/cli/render/summary.ts';
import { widthOf } from '../../../src/cli/render/text.ts';
import { wantedAnswer } from '../../../src/cli/render/wanted.ts';
import type { Asked, AskReason } from '../../../src/domain/quiz/pick.ts';
import type { Question } from '../../../src/domain/quiz/question.ts';
import * as build from '../../domain/quiz/grade/build.ts';
import { said } from '../../helpers/said.ts';
import { lookAt } from '../quiz/look.ts';

const DUE: AskReason = { kind: 'due', recall: 0.784, daysAway: 9 };

const asked = (question: Question, rest: Partial<Asked> = {}): Asked => ({
  n: 3,
  of: 12,
  question,
  topicTitle: 'Scaled dot-product attention',
  reason: DUE,
  hints: [],
  ...rest,
});

const graded = (rest: Partial<Graded> = {}): Graded => ({
  ref: 'vectors/q/one',
  correct: true,
  credit: 1,
  expected: '0.7311',
  feedback: null,
  near: null,
  explain: 'The scores are divided by 2.',
  more: null,
  event: 'event-1',
  due: '2026-12-16',
  again: false,
  ...rest,
});

const KEYS = ['enter next', 'e why this one', 'q leave'];
const NOTHING_MORE = { why: false, worked: false };

const verdict = (rest: Partial<Graded>, of: Asked = asked(build.number(0.7311)), width = 80) =>
  renderGraded(graded(rest), of, KEYS, NOTHING_MORE, lookAt(width));

describe('the head of a question', () => {
  test.each<[AskReason, string]>([
    [DUE, '3 of 12 · Scaled dot-product attention · back after 9 days'],
    [{ ...DUE, daysAway: 1 }, '3 of 12 · Scaled dot-product attention · back after 1 day'],
    [{ ...DUE, daysAway: 0 }, '3 of 12 · Scaled dot-product attention · back today'],
    [{ kind: 'new', recall: null, daysAway: null }, '3 of 12 · Scaled dot-product attention · new'],
    [{ ...DUE, kind: 'again' }, '3 of 12 · Scaled dot-product attention · once more'],
    [{ ...DUE, kind: 'practice' }, '3 of 12 · Scaled dot-product attention'],
  ])('%j', (reason, head) => {
    const [first] = renderQuestion(asked(build.number(1), { reason }), lookAt(80));
    expect(first).toBe(`  ${head}`);
  });
});

test('hints stand below the question, numbered', () => {
  const lines = renderQuestion(asked(build.number(1), { hints: ['Divide.', 'By 2.'] }), lookAt(80));
  expect(lines.slice(-4)).toEqual(['', '  hint 1  Divide.', '', '  hint 2  By 2.']);
});

test.each<[string, Question]>([
  ['one letter', build.choice('a')],
  ['letters such as a c', build.several(['a'])],
  ['true or false: t or f', build.trueFalse(true)],
  ['a number such as 7 or 1/3', build.number(1)],
  ['a number, two decimals', build.number(1, build.within(0.01))],
  ['a number, two decimals', build.number(1, build.within(0.005))],
  ['a number, one decimal', build.number(1, build.within(0.05))],
  ['a number, to within 2', build.number(100, build.within(2))],
  ['a number, three significant digits', build.number(1, build.digits(3))],
  ['a number, to within 1 %', build.number(1, build.share(0.01))],
  ['a number such as 0.25 or 25%', build.number(0.5, build.exact, { percent: true })],
  [
    'a number in GB such as 7 or 1/3',
    build.number(3, build.exact, { unit: build.unit('GB', { GB: 1 }) }),
  ],
  [
    'a number with its unit, such as 12 GB, one decimal',
    build.number(3, build.within(0.1), { unit: build.unit('GB', { GB: 1 }, true) }),
  ],
  ['a vector such as 1, 2, 3', build.vector([1, 2])],
  ['a vector such as 1, 2, 3, two decimals', build.vector([1, 2], build.within(0.01))],
  ['rows such as [1, 2; 3, 4] or line by line', build.matrix([[1]])],
  ['a shape such as (32, 128), or undefined', build.shape([1])],
  ['an expression in x such as 2*x^2 + 1', build.expression('x')],
  ['letters in order, such as c b a', build.order(['a'], ['b'], ['c'])],
  ['pairs such as a3 b1', build.match({ a: '1', b: '2' }, ['3'])],
  ['the missing word or words', build.cloze(['x'])],
  ['the two blanks in order, such as word 1; word 2', build.cloze(['x'], ['y'])],
  ['a word or a few', build.text('x')],
  ['answer in your head or on paper', build.open()],
])('%s is wanted', (wanted, question) => {
  expect(wantedAnswer(question)).toBe(wanted);
});

describe('a verdict', () => {
  test('that is right, as in the sketch of it', () => {
    const more = {
      title: 'The Illustrated Transformer',
      portion: '"Self-Attention in Detail"',
      url: null,
    };
    expect(verdict({ more })).toEqual([
      '  ✓ right · 0.7311',
      '',
      '  The scores are divided by 2.',
      '',
      '  more  The Illustrated Transformer, "Self-Attention in Detail"',
      '  back  Wed 16 Dec                         enter next · e why this one · q leave',
    ]);
  });

  test('on a narrow screen has its keys on lines of their own', () => {
    expect(verdict({}, undefined, 40).slice(-3)).toEqual([
      '  back  Wed 16 Dec',
      '',
      '  enter next · e why this one · q leave',
    ]);
  });

  test.each<[string, Partial<Graded>, Asked | undefined, string]>([
    ['wrong', { correct: false }, undefined, '✗ not yet · it is 0.7311'],
    [
      'wrong by a misspelling',
      { correct: false, near: 'gradient' },
      undefined,
      'Did you mean gradient?',
    ],
    [
      'wrong by a known slip',
      { correct: false, feedback: 'You added.' },
      undefined,
      'You added. The scores',
    ],
    [
      'right with hints',
      {},
      asked(build.number(1), { hints: ['x', 'y'] }),
      '✓ right · 0.7311 · with 2 hints',
    ],
    ['rated', { expected: 'a model' }, asked(build.open()), '✓ right, as you rate it yourself The'],
    ['that comes again', { again: true }, undefined, 'back once more before the end'],
    [
      'on a fact that ages',
      {},
      asked({ ...build.number(1), asOf: '2026-11-01' }),
      'as of Sun 1 Nov',
    ],
    ['of next year', { due: '2027-01-04' }, undefined, 'back Mon 4 Jan 2027'],
  ])('%s', (_, rest, of, text) => {
    expect(said(verdict(rest, of).join('\n'))).toContain(text);
  });

  test('shows a long right answer below', () => {
    const lines = verdict({ correct: false, expected: `b) ${'long '.repeat(20).trim()}` });
    expect(lines[0]).toBe('  ✗ not yet · it is');
    expect(lines[1]).toMatch(/^ {4}b\) long/);
  });

  test('leads to its source where the terminal can', () => {
    const link = (text: string, url: string) => `<${url}>${text}</>`;
    const look = lookAt(80);
    const more = { title: 'Films', portion: null, url: 'https://example.org' };
    const lines = renderGraded(graded({ more }), asked(build.number(1)), KEYS, NOTHING_MORE, {
      ...look,
      theme: { ...look.theme, link },
    });
    expect(lines).toContain('  more  <https://example.org>Films</>');
  });

  test('shows the worked solution and why it was asked, when wished', () => {
    const of = asked({ ...build.number(1), hints: ['Divide.', 'Then add.'] });
    const show = { why: true, worked: true };
    const text = said(renderGraded(graded(), of, KEYS, show, lookAt(80)).join('\n'));
    expect(text).toContain('worked Then add.');
    expect(text).toContain('It is due: you last answered it 9 days ago');
    expect(text).not.toContain('Divide.');
  });
});

test.each<[AskReason, string]>([
  [
    DUE,
    'It is due: you last answered it 9 days ago, and the chance that you still know it is about 78 % today.',
  ],
  [
    { kind: 'due', recall: 0.9999, daysAway: 1 },
    'It is due: you last answered it 1 day ago, and the chance that you still know it is about 99 % today.',
  ],
  [{ kind: 'due', recall: null, daysAway: null }, 'It is due for review.'],
  [{ kind: 'new', recall: null, daysAway: null }, 'It is new: you had not been asked it before.'],
  [
    { kind: 'again', recall: 0.5, daysAway: 0 },
    'It comes once more: the first try in this session did not go well yet.',
  ],
  [
    { kind: 'practice', recall: null, daysAway: null },
    'You asked to practise this, and it has not been asked before.',
  ],
  [
    { kind: 'practice', recall: 0.95, daysAway: 0 },
    'You asked to practise this though it is not due: you last answered it today, and the chance that you still know it is about 95 % today.',
  ],
])('why it is asked: %j', (reason, sentence) => {
  expect(explainReason(reason)).toBe(sentence);
});

const SUMMARY: Summary = {
  answered: 12,
  correct: 9,
  skipped: 0,
  minutes: 7.2,
  strong: ['dot product', 'softmax'],
  shaky: [
    {
      concept: 'tf-block/layer-norm',
      name: "layer norm's axis",
      times: 2,
      root: { topic: 'math-statistics', title: 'Mean and variance' },
    },
    { concept: 'math-vectors/norm', name: 'norm', times: 1, root: null },
    { concept: 'math-vectors/span', name: 'span', times: 3, root: null },
  ],
  passed: [{ topic: 'math-vectors', title: 'Vectors' }],
  due: { tomorrow: 4, week: 11 },
  verdicts: [],
};

const summary = (rest: Partial<Summary>, exam = false) =>
  said(renderSummary({ ...SUMMARY, ...rest }, exam, lookAt(80)).join('\n'));

describe('the end of a session', () => {
  test('as in the sketch of it', () => {
    expect(renderSummary(SUMMARY, false, lookAt(80))).toEqual([
      '  12 answered, 9 right first time · 7 min',
      '',
      '  done    Vectors',
      '  strong  dot product · softmax',
      "  shaky   layer norm's axis (twice): it rests on Mean and variance. llmpath quiz",
      '          math-statistics',
      '          norm.',
      '          span (3 times). llmpath quiz math-vectors',
      '  saved   12 answers · next reviews: 4 tomorrow, 7 more this week',
      '',
      '  llmpath next · llmpath status',
    ]);
  });

  test.each<[string, Partial<Summary>, boolean, string]>([
    ['an exam', {}, true, '12 answered, 9 right · 7 min'],
    ['some skipped', { skipped: 2 }, false, '12 answered, 9 right first time · 2 skipped · 7 min'],
    ['very short', { minutes: 0.2 }, false, 'right first time · under a minute'],
    ['one answer', { answered: 1 }, false, 'saved 1 answer ·'],
    ['nothing due', { due: { tomorrow: 0, week: 0 } }, false, 'no reviews this week'],
    ['nothing answered', { answered: 0 }, false, 'Nothing answered, nothing changed llmpath next'],
  ])('%s', (_, rest, exam, text) => {
    expect(summary(rest, exam)).toContain(text);
  });

  test.each([40, 60, 200])('fits %i columns', (width) => {
    const lines = renderSummary(SUMMARY, false, lookAt(width));
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });
});

test('an exam tells all verdicts at the end, with what was answered', () => {
  const verdicts = [
    {
      asked: asked(build.number(1)),
      given: '2',
      graded: graded({ correct: false, expected: '1' }),
    },
    {
      asked: asked(build.text('x')),
      given: null,
      graded: graded({ correct: false, expected: 'x' }),
    },
  ];
  const text = said(renderVerdicts(verdicts, lookAt(80)).join('\n'));
  expect(text).toContain(
    '1 of 2 · Scaled dot-product attention What is it? you 2 ✗ not yet · it is 1',
  );
  expect(text).toContain('2 of 2 · Scaled dot-product attention What is it? you do not know ✗');
});
