import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runOverLines } from '../../../src/cli/quiz/lines.ts';
import type { Question } from '../../../src/domain/quiz/question.ts';
import * as build from '../../domain/quiz/grade/build.ts';
import { type FakeRun, fakeRun } from './fake-run.ts';
import { ALL_KINDS } from './questions.ts';

type Message = { type: string } & Record<string, unknown>;

/** Runs a session over lines written beforehand; what comes back, line by line. */
async function drive(run: FakeRun, lines: readonly (string | object)[]): Promise<Message[]> {
  let written = '';
  const output = new Writable({
    write(chunk, _, done) {
      written += chunk;
      done();
    },
  });
  const input = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  await runOverLines(Readable.from([input.join('')], { objectMode: false }), output, run);
  return written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
}

const typesOf = (messages: readonly Message[]) => messages.map(({ type }) => type);
const ofType = (messages: readonly Message[], type: string) =>
  messages.filter((message) => message.type === type);

/** The right answer of each kind in the forms of the protocol. */
const RIGHT: Record<Question['kind'], unknown> = {
  choice: 'b',
  several: ['a', 'c'],
  truefalse: true,
  number: 0.73,
  vector: [1, 2],
  matrix: [
    [1, 2],
    [3, 4],
  ],
  shape: [32, 128],
  expression: '2*x',
  order: ['b', 'a', 'c'],
  match: { a: '2', b: '1' },
  cloze: ['gradient', 'chain rule'],
  text: 'gradient',
  open: 4,
};

describe('a question of each kind', () => {
  test.each(ALL_KINDS.map((question) => [question.kind, question] as const))(
    '%s is asked, answered and judged',
    async (kind, question) => {
      const run = fakeRun([question]);
      const messages = await drive(run, [{ answer: RIGHT[kind] }]);
      expect(typesOf(messages)).toEqual(['session', 'question', 'graded', 'summary']);
      const [session, asked, graded, summary] = messages;
      expect(session).toMatchObject({ id: 'session-1', count: 1, exam: false });
      expect(asked).toMatchObject({
        n: 1,
        of: 1,
        id: question.ref,
        seed: 0,
        kind,
        topic: 'math-vectors',
        concept: 'math-vectors/norm',
        prompt: question.prompt,
        hints: question.hints.length,
        reason: { kind: 'new' },
      });
      expect(graded).toMatchObject({
        id: question.ref,
        correct: true,
        credit: 1,
        explain: question.explain,
        event: 'event-1',
        due: '2026-12-16',
      });
      expect(summary).toMatchObject({ answered: 1, correct: 1, minutes: 7.2, next: { week: 11 } });
      expect(run.answers).toHaveLength(1);
    },
  );

  test('tells nothing of the answer before it is given', async () => {
    for (const question of ALL_KINDS.filter(({ kind }) => kind !== 'open')) {
      const [, asked] = await drive(fakeRun([question]), []);
      expect(asked).not.toHaveProperty('answer');
      expect(asked).not.toHaveProperty('explain');
      expect(JSON.stringify(asked)).not.toContain('feedback');
    }
  });

  test('comes with what one chooses from, its text laid out, and the form of its answer', async () => {
    const shown = async (kind: string) =>
      (await drive(fakeRun(ALL_KINDS.filter((q) => q.kind === kind)), []))[1];
    expect(await shown('several')).toMatchObject({
      options: [{ id: 'a', text: 'option a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
      wanted: 'letters such as a c',
    });
    expect(await shown('order')).toMatchObject({ options: null, items: [{ id: 'a' }, {}, {}] });
    expect(await shown('match')).toMatchObject({ left: [{}, {}], right: [{}, {}, { id: '3' }] });
    expect(await shown('cloze')).toMatchObject({ blanks: 2 });
    expect(await shown('open')).toMatchObject({ model: 'It adds up $x^2$.' });
    const { prompt, text } = (await shown('number')) as { prompt: string; text: string } & Message;
    expect(prompt).toContain('\\frac{QK^T}');
    expect(text).toContain('softmax');
    expect(text).not.toContain('\\frac');
  });
});

describe('a message that is wrong is told in words, and the question stands', () => {
  test.each<[string, string | object, string]>([
    ['no JSON', 'b', 'The line is not JSON; send one JSON object a line, such as {"answer":"b"}.'],
    ['an array', '["b"]', 'An array is not a JSON object; send one of answer, hint, skip and quit'],
    ['null', 'null', 'null is not a JSON object;'],
    ['a text', '"b"', 'A string is not a JSON object;'],
    ['an empty object', {}, 'The object is empty;'],
    ['an unknown key', { answr: 'b' }, '"answr" is not known;'],
    ['one beside the answer', { answer: 'b', id: 1 }, '"id" is not known;'],
    ['a key of objects', '{"__proto__":1}', '"__proto__" is not known;'],
    ['two things at once', { answer: 'b', skip: true }, 'The object holds answer and skip;'],
    ['an order that is no yes', { hint: false }, 'hint can only be true;'],
    ['seconds of no answer', { seconds: 4 }, 'seconds belong to an answer alone,'],
    ['seconds of a hint', { seconds: 4, hint: true }, 'seconds belong to an answer alone,'],
    ['seconds before the start', { answer: 'b', seconds: -1 }, 'a number from 0 to 86400,'],
    ['seconds of two days', { answer: 'b', seconds: 172_800 }, 'a number from 0 to 86400,'],
    ['seconds as a text', { answer: 'b', seconds: '4' }, 'a number from 0 to 86400,'],
    ['a NUL byte', '{"answer":"\0"}', 'The line holds a NUL byte;'],
    ['a long line', { answer: 'x'.repeat(70_000) }, 'The line is longer than 64 KB;'],
    [
      'a long answer',
      { answer: 'x'.repeat(3000) },
      'The answer has 3000 characters and at most 2000',
    ],
    ['an answer of another form', { answer: [1, 2] }, 'A list is not an answer here;'],
    ['an answer that is none', { answer: 'z' }, '"z" is not one of the options;'],
    ['a hint that is not there', { hint: true }, 'This question has no hints.'],
  ])('%s', async (_, line, message) => {
    const run = fakeRun([build.choice('b')]);
    const messages = await drive(run, [line, { answer: 'b' }]);
    expect(typesOf(messages)).toEqual(['session', 'question', 'invalid', 'graded', 'summary']);
    expect(messages[2]?.message).toContain(message);
    expect(run.answers).toHaveLength(1);
  });

  test.each(ALL_KINDS.map((question) => [question.kind, question] as const))(
    'an answer to %s that is none',
    async (_, question) => {
      const run = fakeRun([question]);
      const messages = await drive(run, [{ answer: { nonsense: [null] } }]);
      expect(typesOf(messages)).toEqual(['session', 'question', 'invalid', 'summary']);
      expect(run.answers).toEqual([]);
    },
  );
});

test('ten megabytes on one line are refused at once, and the next line counts', async () => {
  const run = fakeRun([build.choice('b')]);
  const start = performance.now();
  const messages = await drive(run, [{ answer: 'x'.repeat(10 * 1024 * 1024) }, { answer: 'b' }]);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(typesOf(messages)).toEqual(['session', 'question', 'invalid', 'graded', 'summary']);
});

test('hints come one by one, and then no more', async () => {
  const question = { ...build.number(2), hints: ['first', 'second'] };
  const hint = { hint: true };
  const messages = await drive(fakeRun([question]), [hint, hint, hint]);
  expect(messages.slice(2, 5)).toEqual([
    { type: 'hint', n: 1, text: 'first', left: 1 },
    { type: 'hint', n: 2, text: 'second', left: 0 },
    { type: 'invalid', message: 'All 2 hints were given already.' },
  ]);
});

test('null is "do not know": it counts, and tells what is right', async () => {
  const run = fakeRun([build.choice('b')]);
  const messages = await drive(run, [{ answer: null }]);
  expect(run.answers).toEqual([null]);
  expect(ofType(messages, 'graded')).toMatchObject([
    { correct: false, expected: 'b) option b', read: null },
  ]);
});

test('how an unusual answer was read is told', async () => {
  const messages = await drive(fakeRun([build.number(0.5)]), [{ answer: '1/2' }]);
  expect(ofType(messages, 'graded')).toMatchObject([{ correct: true, read: '1/2 = 0.5' }]);
});

test('a question that is skipped is not answered', async () => {
  const run = fakeRun([build.choice('b'), build.trueFalse(true)]);
  const messages = await drive(run, [{ skip: true }, { answer: true }]);
  expect(run.skipped).toHaveLength(1);
  expect(run.answers).toEqual([{ kind: 'truefalse', value: true }]);
  expect(ofType(messages, 'question').map(({ n }) => n)).toEqual([1, 2]);
});

test.each([
  ['quit', [{ answer: 'b' }, { quit: true }, { answer: true }]],
  ['the end of the input', [{ answer: 'b' }]],
])('%s ends the session, and what was answered stays', async (_, lines) => {
  const run = fakeRun([build.choice('b'), build.trueFalse(true)]);
  const messages = await drive(run, lines);
  expect(run.answers).toHaveLength(1);
  expect(run.ends).toEqual([1]);
  expect(messages.at(-1)).toMatchObject({ type: 'summary', answered: 1 });
});

test('in an exam answers are only kept, and all verdicts come before the summary', async () => {
  const question = { ...build.choice('b'), hints: ['It is b.'] };
  const run = fakeRun([question, build.trueFalse(true)], { exam: true });
  const messages = await drive(run, [{ hint: true }, { answer: 'a' }, { answer: true }]);
  expect(typesOf(messages)).toEqual([
    ...['session', 'question', 'invalid', 'kept', 'question', 'kept'],
    ...['graded', 'graded', 'summary'],
  ]);
  expect(messages[1]).toMatchObject({ hints: 0 });
  expect(messages[3]).toEqual({ type: 'kept', id: question.ref, event: 'event-1' });
  expect(ofType(messages, 'graded').map(({ correct }) => correct)).toEqual([false, true]);
});

test('each answer is replied to before the next is asked for', async () => {
  const run = fakeRun([build.choice('b'), build.trueFalse(true)]);
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const session = runOverLines(input, output, run);
  const lines = output[Symbol.asyncIterator]();
  let text = '';
  const next = async (): Promise<Message> => {
    while (!text.includes('\n')) text += (await lines.next()).value;
    const line = text.slice(0, text.indexOf('\n'));
    text = text.slice(line.length + 1);
    return JSON.parse(line);
  };
  expect((await next()).type).toBe('session');
  expect((await next()).n).toBe(1);
  input.write('{"answer":"b"}\n');
  expect((await next()).type).toBe('graded');
  expect((await next()).n).toBe(2);
  input.end('{"quit":true}');
  expect((await next()).type).toBe('summary');
  expect((await session).answered).toBe(1);
});

test('an output that nobody reads any more ends it quietly', async () => {
  const run = fakeRun(ALL_KINDS);
  const input = new PassThrough();
  const output = new Writable({
    write(_, __, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  const session = runOverLines(input, output, run);
  input.write('{"hint":true}\n');
  await session;
  expect(run.ends).toEqual([0]);
});
