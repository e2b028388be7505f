import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import {
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

describe('the form of a question', () => {
  test.each<[what: string, fields: Fields, problems: string[]]>([
    ['no kind', { answer: '4' }, ['key.missing 3:5 Add kind: to it.']],
    [
      'a kind that is none',
      { ...number, kind: 'numbr' },
      ['value.unknown 8:11 Did you mean number?'],
    ],
    [
      'a key of another kind',
      { ...number, percnt: 'true' },
      ['key.unknown 10:5 Did you mean percent?'],
    ],
    ['no answer', { kind: 'number' }, ['key.missing 3:5 Add answer: to it.']],
    [
      'no answer of a choice',
      { kind: 'choice' },
      ['key.missing 3:5 Add answer: to it.', 'key.missing 3:5 Add wrong: to it.'],
    ],
    ['a difficulty of 6', { ...number, difficulty: '6' }, ['value.invalid 5:17']],
    ['half a difficulty', { ...number, difficulty: '1.5' }, ['value.type 5:17']],
    ['an id with blanks', { ...number, id: 'my dot' }, ['value.invalid 3:9']],
    ['an empty prompt', { ...number, prompt: '" "' }, ['value.invalid 6:13']],
    ['another purpose', { ...number, asks: 'fun' }, ['value.unknown 10:11']],
    ['a day that is none', { ...number, as_of: '2026-02-30' }, ['value.invalid 10:12']],
    ['five hints', { ...number, hints: '[a, b, c, d, e]' }, ['value.invalid 10:12']],
    ['a tolerance in words', { ...number, tolerance: 'small' }, ['value.invalid 10:16']],
    ['a tolerance of nothing', { ...number, tolerance: '0' }, ['value.invalid 10:16']],
    ['half a digit', { ...number, tolerance: '1.5 digits' }, ['value.invalid 10:16']],
    [
      'a slip without feedback',
      { ...number, slips: '[{ answer: 5 }]' },
      ['key.missing 10:13 Add feedback: to it.'],
    ],
    [
      'a unit of no size',
      { ...number, unit: '{ name: GB, forms: { MB: 0 } }' },
      ['value.invalid 10:36'],
    ],
    [
      'a number as an option',
      { ...choice, answer: '7', wrong: `[${option('b')}, ${option('c')}]` },
      ['value.type 9:13 Put it in quotation marks.'],
    ],
    ['one wrong option', { ...choice, wrong: `[${option('b')}]` }, ['value.invalid 10:12']],
    ['rows of unequal length', { kind: 'matrix', answer: '[[1, 2], [3]]' }, ['value.invalid 9:13']],
    ['half a row of a shape', { kind: 'shape', answer: '[1.5]' }, ['value.invalid 9:13']],
    [
      'a range that runs backwards',
      { kind: 'expression', answer: 'x', variables: '{ x: [2, -2] }' },
      ['value.invalid 10:21'],
    ],
    [
      'a pair of three',
      { kind: 'match', answer: '[[a, b, c], [d, e], [f, g]]' },
      ['value.invalid 9:14'],
    ],
    ['a number as an accepted form', { kind: 'text', answer: '7' }, ['value.invalid 9:13']],
    ['a parameter with a blank', { ...drawn, params: '{ my n: 3 }' }, ['value.invalid 9:15']],
  ])('%s', (_, fields, problems) => {
    expect(problemsOf([fields])).toEqual(problems);
  });

  test('an unknown key of a question names those that its kind allows', () => {
    const [issue] = issuesOf([{ ...number, zzzzzz: '1' }]);
    expect(issue?.message).toBe('"zzzzzz" is not a key of questions[1]');
    expect(issue?.hint).toContain('tolerance, percent, unit, slips');
    expect(issue?.hint).not.toContain('wrong');
  });
});

describe('what a question names', () => {
  test.each<[what: string, fields: Fields, problem: string]>([
    [
      'a concept',
      { ...number, concept: 'dot-prodct' },
      'ref.unknown 4:14 Did you mean dot-product?',
    ],
    [
      'a concept like no other',
      { ...number, concept: 'zebra' },
      'ref.unknown 4:14 It has dot-product.',
    ],
    [
      'a source',
      { ...number, source: 'vector-flim' },
      'ref.unknown 10:13 Did you mean vector-film?',
    ],
    [
      'a source with a portion',
      { ...number, source: '{ use: maths-book, portion: all }' },
      'ref.unknown 10:20 It has vector-film.',
    ],
    ['an outcome', { ...number, outcome: '2' }, 'ref.unknown 10:14 Count from 1 to 1.'],
  ])('%s', (_, fields, problem) => {
    expect(problemsOf([fields])).toEqual([problem]);
  });

  test('a topic', () => {
    const folder = aPathFolder().write(
      FILE,
      questionFile(number).replace('topic: vectors', 'topic: vector'),
    );
    const [issue] = folder.load().issues;
    expect(folder.problems()).toEqual([`ref.unknown ${FILE}:1:8`]);
    expect(issue?.hint).toBe('Did you mean vectors?');
  });

  test('a topic of a phase that cannot be read is taken on trust', () => {
    const folder = aPathFolder().write(FILE, questionFile(number));
    expect(folder.write('1-basics.yaml', 'id: [').problems()).toEqual([
      'yaml.syntax 1-basics.yaml:1:6',
    ]);
  });
});

describe('ids of questions', () => {
  test('are unique in the topic, over all its files', () => {
    const folder = aPathFolder()
      .write('questions/a.yaml', questionFile(number))
      .write('questions/b.yaml', questionFile({ ...number, id: 'two' }, number));
    expect(folder.problems()).toEqual(['id.duplicate questions/b.yaml:10:9']);
    expect(folder.load().issues[0]?.hint).toContain('mine/questions/a.yaml:3');
  });

  test('may be those of another topic, of a concept and of a milestone', () => {
    const folder = aPathFolder()
      .write(FILE, questionFile({ ...number, id: 'dot-product' }))
      .change(
        '2-models.yaml',
        'milestones:',
        `concepts:
      - { id: xor, name: xor, definition: Or., relevance: Once. }
    milestones:`,
      )
      .write(
        'questions/layers.yaml',
        questionFile({ ...number, id: 'tiny-net', concept: 'xor' }).replace('vectors', 'layers'),
      );
    expect(folder.problems()).toEqual([]);
  });

  test('of the past belong to one question, and not to a living one', () => {
    expect(
      problemsOf([
        { ...number, was: '[two, old]' },
        { ...number, id: 'two', was: '[old]' },
      ]),
    ).toEqual([
      'id.was 10:11 It stands at mine/questions/vectors.yaml:11.',
      'id.was 18:11 An old id belongs to one thing.',
    ]);
  });

  test.each([
    ['a concept', 'id: dot-product', 'id: q', 'id.reserved 1-basics.yaml:24:13'],
    [
      'a use',
      'use: vector-film',
      'use: vector-film\n        id: m',
      'id.reserved 1-basics.yaml:19:13',
    ],
  ])('leave %s the words that refs are made with', (_, before, after, problem) => {
    expect(aPathFolder().change('1-basics.yaml', before, after).problems()).toEqual([problem]);
  });
});

describe('the folder of questions', () => {
  test('may be missing, or hold other files', () => {
    const folder = aPathFolder()
      .write('questions/notes.txt', 'x')
      .write(FILE, questionFile(number));
    expect(folder.problems()).toEqual([]);
    expect(folder.load().files).toContain(FILE);
    expect(folder.load().files).not.toContain('questions/notes.txt');
  });

  test('that is a file, or leads out of the path, is not read', () => {
    expect(aPathFolder().write('questions', 'x').problems()).toEqual([
      'file.unusable questions:1:1',
    ]);
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'a.yaml'), questionFile(number));
    const folder = aPathFolder();
    symlinkSync(outside, join(folder.dir, 'questions'));
    expect(folder.problems()).toEqual(['file.unusable questions:1:1']);
    const other = aPathFolder();
    mkdirSync(join(other.dir, 'questions'));
    symlinkSync(join(outside, 'a.yaml'), join(other.dir, FILE));
    expect(other.problems()).toEqual([`file.unusable ${FILE}:1:1`]);
    symlinkSync(join(outside, 'nowhere'), join(other.dir, 'questions/b.yaml'));
    expect(other.problems()).toContain('file.unusable questions/b.yaml:1:1');
  });

  test('is read although path.yaml is wrong, and all problems come at once', () => {
    const folder = aPathFolder()
      .change('path.yaml', 'pace: 5', 'pace: 0')
      .write('questions/a.yaml', questionFile({ ...number, difficulty: '9' }))
      .write('questions/b.yaml', '- [');
    expect(folder.problems()).toEqual([
      'value.invalid path.yaml:5:7',
      'value.invalid questions/a.yaml:5:17',
      'yaml.syntax questions/b.yaml:1:4',
    ]);
  });

  test('loses control characters, those of expressions too', () => {
    const prompt = '"\\e[31mred\\u202E {{\\"a\\\\u001b[0m\\"}}"';
    const folder = aPathFolder().write(FILE, questionFile({ ...drawn, prompt }));
    expect(folder.problems()).toEqual([`text.control ${FILE}:6:13`]);
    expect(JSON.stringify(folder.load().templates)).not.toMatch(/\\u001b|\u202e/);
  });
});
