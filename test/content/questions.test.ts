import { expect, test } from 'vitest';
import { drawQuestion } from '../../src/domain/quiz/generate/draw.ts';
import { expectedAnswer } from '../../src/domain/quiz/grade/expected.ts';
import type { Body, Expr } from '../../src/domain/quiz/template.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { type Fields, KINDS, questionFile, templateOf } from '../helpers/question-files.ts';

const value = (of: number | string | boolean): Expr => ({ type: 'value', value: of });
const list = (...items: Expr[]): Expr => ({ type: 'list', items });
const exact = { kind: 'exact' };

test('a question has refs in full, and defaults where nothing is said', () => {
  expect(templateOf({ kind: 'number', answer: '4' })).toEqual({
    ref: 'vectors/q/one',
    topic: 'vectors',
    concept: 'vectors/dot-product',
    difficulty: 2,
    asks: 'recall',
    outcome: null,
    source: null,
    asOf: null,
    was: [],
    generated: false,
    params: [],
    lets: [],
    where: [],
    prompt: 'What is it?',
    explain: 'So it is.',
    hints: [],
    body: {
      kind: 'number',
      answer: value(4),
      tolerance: exact,
      unit: null,
      percent: false,
      slips: [],
    },
  });
});

test('a question has what its file says of it', () => {
  const template = templateOf({
    kind: 'open',
    answer: 'So.',
    asks: 'diagnosis',
    outcome: '1',
    source: '{ use: vector-film, portion: film 2 }',
    as_of: '2026-11-01',
    hints: '[Think., Think again.]',
    was: '[old, older]',
  });
  expect(template).toMatchObject({
    asks: 'diagnosis',
    outcome: 1,
    source: { ref: 'vectors/vector-film', portion: 'film 2' },
    asOf: '2026-11-01',
    hints: ['Think.', 'Think again.'],
    was: ['vectors/q/old', 'vectors/q/older'],
  });
  expect(templateOf({ kind: 'open', answer: 'So.', source: 'vector-film' }).source).toEqual({
    ref: 'vectors/vector-film',
    portion: null,
  });
});

test.each<[fields: Fields, body: Partial<Body>]>([
  [
    {
      kind: 'choice',
      answer: 'a',
      wrong: '[{ text: b, feedback: B. }, { text: c, feedback: C. }]',
    },
    {
      right: { text: 'a', feedback: null },
      wrong: [
        { text: 'b', feedback: 'B.' },
        { text: 'c', feedback: 'C.' },
      ],
    },
  ],
  [
    { kind: 'several', answer: '[a, b]', wrong: '[{ text: c, feedback: C. }]' },
    {
      right: [
        { text: 'a', feedback: null },
        { text: 'b', feedback: null },
      ],
    },
  ],
  [
    { kind: 'truefalse', answer: 'false' },
    { answer: value(false), feedback: null },
  ],
  [
    { kind: 'number', answer: '-0.5', tolerance: '0.01' },
    { tolerance: { kind: 'absolute', by: 0.01 } },
  ],
  [
    { kind: 'number', answer: '1/2', tolerance: '1 %' },
    { tolerance: { kind: 'relative', by: 0.01 } },
  ],
  [
    { kind: 'number', answer: '2', tolerance: '3 digits', percent: 'true' },
    { tolerance: { kind: 'digits', count: 3 }, percent: true },
  ],
  [
    { kind: 'number', answer: '2', unit: '{ name: GB, forms: { MB: 0.001 }, required: true }' },
    { unit: { name: 'GB', forms: { GB: 1, MB: 0.001 }, required: true } },
  ],
  [
    { kind: 'number', answer: '4', slips: '[{ answer: -4, feedback: The sign. }]' },
    { slips: [{ answer: value(-4), feedback: 'The sign.' }] },
  ],
  [
    { kind: 'vector', answer: '[1, 2]', unordered: 'true' },
    { answer: list(value(1), value(2)), unordered: true, tolerance: { kind: 'exact' } },
  ],
  [{ kind: 'matrix', answer: '[[1], [2]]' }, { answer: list(list(value(1)), list(value(2))) }],
  [{ kind: 'shape', answer: '[]' }, { answer: list() }],
  [
    { kind: 'shape', answer: 'undefined', slips: '[{ answer: [3], feedback: Rows. }]' },
    { answer: value('undefined'), slips: [{ answer: list(value(3)), feedback: 'Rows.' }] },
  ],
  [
    { kind: 'expression', answer: '2*x', variables: '{ x: [-2, 2] }' },
    { answer: '2*x', variables: { x: { min: -2, max: 2 } }, slips: [] },
  ],
  [{ kind: 'order', answer: '[a, [b, c], d]' }, { groups: [['a'], ['b', 'c'], ['d']] }],
  [
    { kind: 'match', answer: '[[a, b], [c, d], [e, f]]', extra: '[g]' },
    {
      pairs: [
        { left: 'a', right: 'b' },
        { left: 'c', right: 'd' },
        { left: 'e', right: 'f' },
      ],
      extra: ['g'],
    },
  ],
  [
    { kind: 'cloze', prompt: '__2__ and __1__', answer: '[a, [b, c]]' },
    { blanks: [['a'], ['b', 'c']] },
  ],
  [{ kind: 'text', answer: 'gradient' }, { accepted: ['gradient'] }],
  [{ kind: 'open', answer: 'So.' }, { answer: 'So.' }],
])('%o', (fields, body) => {
  expect(templateOf(fields).body).toMatchObject({ kind: fields.kind, ...body });
});

test('texts hold values only where something is drawn', () => {
  const [generated = {}] = KINDS;
  const { prompt, hints, params, lets, where, body } = templateOf(generated);
  expect([params, lets].map((bindings) => bindings.map(({ name }) => name))).toEqual([
    ['a', 'b'],
    ['d'],
  ]);
  expect(where).toHaveLength(1);
  expect(prompt).toHaveLength(5);
  expect(hints[0]).toBe('Multiply, then add.');
  expect(body).toMatchObject({ answer: { type: 'name', name: 'd' } });
  const bare = { kind: 'open', prompt: '"{{a}} is it"', answer: 'So.' };
  const folder = aPathFolder().write('questions/a.yaml', questionFile(bare));
  expect(folder.load().templates[0]?.prompt).toBe('{{a}} is it');
});

test('a list may be one of expressions', () => {
  const fields = { kind: 'vector', params: '{ d: "int(2, 90)" }', answer: '[d, 2 * d, 7]' };
  const question = drawQuestion(templateOf({ ...fields, prompt: '"{{d}}"' }), 3);
  const [d = 0] = question.kind === 'vector' ? question.answer : [];
  expect(question).toMatchObject({ answer: [d, 2 * d, 7], prompt: String(d) });
});

test('every kind can be drawn as linked', () => {
  const folder = aPathFolder().write('questions/all.yml', questionFile(...KINDS));
  const { templates, issues, path } = folder.load();
  expect(issues).toEqual([]);
  const questions = templates.map((template) => drawQuestion(template, 5));
  expect(questions.map(({ ref, kind }) => ref === `vectors/q/${kind}`)).not.toContain(false);
  expect(questions.map(({ kind }) => kind)).toEqual(KINDS.map(({ kind }) => kind));
  for (const question of questions) expect(expectedAnswer(question), question.ref).not.toBe('');
  const topic = path?.phases[0]?.topics[0];
  expect(topic).toMatchObject({ questions: KINDS.length, generators: 3, renamedQuestions: {} });
});

test('a topic lists the questions of each concept, the easiest first, and old refs', () => {
  const folder = aPathFolder()
    .change(
      '1-basics.yaml',
      '        relevance: Attention scores are dot products.\n',
      `        relevance: Attention scores are dot products.
      - { id: norm, name: norm, definition: A length., relevance: Of gradients. }
      - { id: angle, name: angle, definition: Between two., relevance: Of two. }
`,
    )
    .write(
      'questions/vectors.yaml',
      questionFile(
        { id: 'hard', kind: 'number', answer: '1', difficulty: '5', concept: 'norm' },
        { id: 'middle', kind: 'number', answer: '1', difficulty: '3', was: '[old, older]' },
        { id: 'easy', kind: 'number', answer: '1', difficulty: '1' },
      ),
    )
    .write(
      'questions/vectors-more.yaml',
      questionFile({ id: 'simple', kind: 'number', answer: '1', difficulty: '1' }),
    );
  const topics = folder.load().path?.phases.flatMap((phase) => phase.topics);
  expect(Object.entries(topics?.[0]?.quiz ?? {})).toEqual([
    ['dot-product', ['simple', 'easy', 'middle']],
    ['norm', ['hard']],
  ]);
  expect(topics?.[0]?.renamedQuestions).toEqual({
    'vectors/q/old': 'vectors/q/middle',
    'vectors/q/older': 'vectors/q/middle',
  });
  expect(topics?.[1]).toMatchObject({ quiz: {}, questions: 0, generators: 0 });
});
