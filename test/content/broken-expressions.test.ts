import { describe, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';
import {
  DEEP,
  QUESTION_FILE as FILE,
  type Fields,
  issuesOf,
  problemsOf,
  questionFile,
} from '../helpers/question-files.ts';

const number = { kind: 'number', answer: '4' };
const drawn = { kind: 'number', params: '{ n: "int(2, 90)" }', answer: 'n' };
const choice = { kind: 'choice', answer: 'a' };
const option = (text: string) => `{ text: ${text}, feedback: No. }`;

describe('expressions', () => {
  test.each<[what: string, fields: Fields, problems: string[]]>([
    ['that are not complete', { ...number, answer: '1 +' }, ['question.expression 9:13']],
    [
      'with a name where nothing is drawn',
      { ...number, answer: 'n' },
      ['question.expression 9:13'],
    ],
    [
      'with a misspelt name',
      { ...drawn, params: '{ width: "int(2, 90)" }', answer: 'widht' },
      ['question.expression 10:13 Did you mean "width"?'],
    ],
    [
      'that name what comes later',
      { ...drawn, params: '{ m: n, n: "int(2, 90)" }' },
      ['question.expression 9:18'],
    ],
    [
      'that draw outside of params',
      { ...drawn, answer: '"int(1, n)"' },
      ['question.expression 10:13'],
    ],
    ['in a list', { kind: 'vector', answer: '[1, n]' }, ['question.expression 9:17']],
    ['in a row', { kind: 'matrix', answer: '[[1, 2], [3, n]]' }, ['question.expression 9:26']],
    [
      'of a slip',
      { ...drawn, slips: '[{ answer: k, feedback: No. }]' },
      ['question.expression 11:23 Did you mean "n"?'],
    ],
    [
      'of a condition',
      { ...drawn, where: '[n > 2, k > 2]' },
      ['question.expression 11:20 Did you mean "n"?'],
    ],
    [
      'in a prompt',
      { ...drawn, prompt: '"Is it {{k}}?"' },
      ['question.expression 6:13 Did you mean "n"?'],
    ],
    ['in a hint', { ...drawn, hints: '["{{n}}", "{{n"]' }, ['question.expression 11:22']],
    [
      'with a name that is taken',
      { ...drawn, params: '{ pi: 3, n: "int(2, 90)" }' },
      ['question.expression 9:19'],
    ],
    ['with a name twice', { ...drawn, let: '{ n: 3 }' }, ['question.expression 11:15']],
    [
      'with names of the program',
      { ...number, answer: 'process.exit(1)' },
      ['question.expression 9:13'],
    ],
    [
      'longer than 500 characters',
      { ...number, answer: `${'1 + '.repeat(130)}1` },
      ['value.invalid 9:13'],
    ],
  ])('%s', (_, fields, problems) => {
    expect(problemsOf([fields])).toEqual(problems);
  });

  test('are told with what is wrong, and all at once', () => {
    const fields = { ...drawn, answer: 'n + kk', prompt: '"{{nn}}"', where: '[foo(n)]' };
    expect(issuesOf([fields]).map(({ message }) => message)).toEqual([
      'The text holds {{nn}}, which names "nn", which is not known here',
      '"n + kk" names "kk", which is not known here',
      '"foo(n)" calls "foo", which is no function here',
    ]);
  });
});

describe('what belongs together', () => {
  test.each<[what: string, fields: Fields, problems: string[]]>([
    [
      'let without params',
      { ...number, let: '{ n: 3 }' },
      ['question.params 10:10 Add params, or take let out.'],
    ],
    [
      'where without params',
      { ...number, params: '{}', where: '[true]' },
      ['question.params 11:12 Add params, or take where out.'],
    ],
    [
      'a blank without an answer',
      { kind: 'cloze', prompt: '__1__ __2__', answer: '[a]' },
      ['question.blanks 6:13 Each blank stands once, with one answer.'],
    ],
    [
      'an answer without a blank',
      { kind: 'cloze', prompt: '__1__', answer: '[a, b]' },
      ['question.blanks 6:13 Each blank stands once, with one answer.'],
    ],
    [
      'a blank twice',
      { kind: 'cloze', prompt: '__1__ __1__ __2__', answer: '[a, b]' },
      ['question.blanks 6:13 Each blank stands once, with one answer.'],
    ],
    [
      'an option twice',
      { ...choice, wrong: `[${option('b')}, ${option('a')}]` },
      ['question.same 10:49 Make each different.'],
    ],
    [
      'an item twice',
      { kind: 'order', answer: '[a, [b, a], c]' },
      ['question.same 9:21 Make each different.'],
    ],
    [
      'a right side twice',
      { kind: 'match', answer: '[[a, b], [c, d], [e, b]]' },
      ['question.same 9:34 Make each different.'],
    ],
    [
      'two options',
      { kind: 'several', answer: '[a]', wrong: `[${option('b')}]` },
      ['question.count 9:13 Add some, or take some away.'],
    ],
    [
      'nine items',
      { kind: 'order', answer: '[a, b, c, [d, e], [f, g], [h, i]]' },
      ['question.count 9:13 Add some, or take some away.'],
    ],
  ])('%s', (_, fields, problems) => {
    expect(problemsOf([fields], null)).toEqual(problems);
  });

  test('braces where nothing is drawn are a warning', () => {
    const fields = { ...number, hints: '["{{n}} it is"]' };
    expect(issuesOf([fields])).toMatchObject([
      { level: 'warning', code: 'question.braces', line: 10, column: 13 },
    ]);
    expect(aPathFolder().write(FILE, questionFile(fields)).load().path?.id).toBe('small');
  });
});

describe('what only drawing shows', () => {
  test.each<[what: string, fields: Fields, place: string]>([
    ['no value', { ...drawn, answer: '1 / (n - n)' }, '10:13'],
    ['too few variants', { ...drawn, params: '{ n: "int(2, 4)" }' }, '9:13'],
    [
      'a slip within the tolerance',
      {
        ...drawn,
        tolerance: '"3"',
        slips: '[{ answer: n + 2, feedback: Two more. }]',
      },
      '12:23',
    ],
    [
      'a key that the grader cannot read',
      {
        kind: 'expression',
        answer: '2*y',
        variables: '{ x: [1, 2] }',
      },
      '9:13',
    ],
  ])('%s', (_, fields, place) => {
    const folder = aPathFolder().write(FILE, questionFile(fields));
    expect(folder.problems()).toEqual([]);
    expect(problemsOf([fields])).toEqual([`question.draw ${place}`]);
  });

  test('is looked for with as many seeds as are asked for', () => {
    const fields = { ...drawn, params: '{ n: "int(2, 4)" }' };
    const folder = aPathFolder().write(FILE, questionFile(fields));
    expect(folder.problems({ ...DEEP, seeds: 4 })).toEqual([]);
    expect(folder.problems({ ...DEEP, seeds: 60 })).toEqual([`question.draw ${FILE}:9:13`]);
  });
});

describe('formulas that cannot be laid out are warnings', () => {
  test.each<[what: string, fields: Fields, place: string]>([
    ['in a prompt', { ...number, prompt: 'Is $\\foo{x}$ it?' }, '6:13'],
    ['in a hint', { ...number, hints: '[a, "$\\\\foo{x}$"]' }, '10:16'],
    [
      'in an option',
      { ...choice, wrong: `[${option('b')}, ${option('"$\\\\foo{x}$"')}]` },
      '10:49',
    ],
    [
      'in the feedback of a slip',
      { ...number, slips: '[{ answer: 5, feedback: "$\\\\foo{x}$" }]' },
      '10:36',
    ],
    ['with a value in it', { ...drawn, prompt: 'Is $\\foo{{{n}}}$ it?' }, '6:13'],
  ])('%s', (_, fields, place) => {
    expect(problemsOf([fields])).toEqual([
      `text.formula ${place} Mend the formula, or write \\$ for a dollar sign.`,
    ]);
  });

  test('and values alone make no formula wrong', () => {
    expect(problemsOf([{ ...drawn, prompt: 'Is $x^{{{n}}}$ it?' }])).toEqual([]);
  });
});
