import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type Context, makeContext } from '../../../src/cli/context.ts';
import type { Env } from '../../../src/cli/env.ts';
import { runInTerminal } from '../../../src/cli/quiz/terminal.ts';
import * as build from '../../domain/quiz/grade/build.ts';
import { temporaryFolder } from '../../helpers/cli.ts';
import { said } from '../../helpers/said.ts';
import { type FakeRun, fakeRun } from './fake-run.ts';
import { ALL_KINDS } from './questions.ts';

const NOW = Date.parse('2026-12-07T19:00:00Z');
const ENTER = '\r';
const PATIENCE_MS = 15_000;
const TOP = '\u001B[H\u001B[J';

interface Desk {
  type(...pieces: string[]): void;
  /** Waits until this was written, whatever it was wrapped to; gives all since the last wait. */
  until(text: string): Promise<string>;
  /** What was written since the last wait. */
  taken(): string;
  resize(columns: number): void;
  /** How raw mode was set, in turn. */
  raw: boolean[];
  /** The summary, or the error that ended it. */
  end: Promise<unknown>;
}

/** A session on a terminal that is a pair of streams. */
async function sit(run: FakeRun, variables: Record<string, string> = {}): Promise<Desk> {
  const raw: boolean[] = [];
  let written = '';
  const setRawMode = (on: boolean) => raw.push(on);
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  const write = (chunk: Buffer, _: string, done: () => void) => {
    written += chunk;
    done();
  };
  const stdout = Object.assign(new Writable({ write }), { isTTY: true, columns: 80, rows: 40 });
  const env = { stdin, stdout, variables, now: NOW, clock: () => NOW, cwd: '/' } as unknown as Env;
  const home = temporaryFolder();
  const flags = { home, color: false, json: false, quiet: false } as Context['flags'];
  const end = runInTerminal(await makeContext(env, flags), run).catch((error) => error);
  const taken = () => {
    const text = written;
    written = '';
    return text;
  };
  const desk: Desk = {
    taken,
    async until(text) {
      const last = Date.now() + PATIENCE_MS;
      while (!squeeze(written).includes(squeeze(text))) {
        if (Date.now() > last) throw new Error(`waited for "${text}" and got:\n${written}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      return taken();
    },
    type(...pieces) {
      for (const piece of pieces) stdin.write(piece);
    },
    resize(columns) {
      stdout.columns = columns;
      stdout.emit('resize');
    },
    raw,
    end,
  };
  await desk.until('leave');
  return desk;
}

const squeeze = (text: string): string => text.replaceAll(/\s/g, '');

test('a session: a screen for each question, a verdict on each answer, and what it came to', async () => {
  const run = fakeRun([build.choice('b'), build.number(4)]);
  const desk = await sit(run);
  desk.type('c');
  expect(said(await desk.until('next'))).toContain(
    'one letter › c ✗ not yet · it is b) option b not c',
  );
  desk.type(ENTER);
  expect(await desk.until('leave')).toContain(`${TOP}  2 of 2 · Vectors · new`);
  desk.type('4', ENTER);
  expect(await desk.until('next')).toContain('✓ right · 4');
  desk.type(' ');
  expect(await desk.end).toMatchObject({ answered: 2 });
  expect(desk.taken()).toContain('  2 answered, 1 right first time · 7 min');
  expect(run.ends).toEqual([2]);
  expect(desk.raw).toEqual([true, false]);
});

test('an answer is stored before anything is said of it', async () => {
  const run = fakeRun([build.trueFalse(true)]);
  const desk = await sit(run);
  const answer = run.answer;
  let before = '';
  run.answer = (given) => {
    before = desk.taken();
    return answer(given);
  };
  desk.type('t');
  await desk.until('✓ right');
  expect(before).not.toContain('right');
  desk.type('q');
  await desk.end;
});

test('hints, skipping and leaving', async () => {
  const first = { ...build.number(4), hints: ['Add 2 and 2.'] };
  const run = fakeRun([first, build.text('x'), build.text('y')]);
  const desk = await sit(run);
  desk.type('?');
  await desk.until('hint 1  Add 2 and 2.');
  desk.type('?');
  await desk.until('There is no further hint.');
  desk.type('s', ENTER);
  await desk.until('2 of 3');
  desk.type('/q', ENTER);
  expect(await desk.end).toMatchObject({ answered: 0, skipped: 1 });
  expect(run.skipped).toHaveLength(1);
});

test('every kind can be answered with its keys', async () => {
  const desk = await sit(fakeRun(ALL_KINDS));
  const keys: Record<string, string[]> = {
    number: ['0.73', ENTER],
    choice: ['b'],
    several: ['c', 'a', ENTER],
    truefalse: ['t'],
    vector: ['1 2', ENTER],
    matrix: ['1 2', ENTER, '3 4', ENTER, ENTER],
    shape: ['(32, 128)', ENTER],
    expression: ['2*x', ENTER],
    order: ['bac', ENTER],
    match: ['a2 b1', ENTER],
    cloze: ['gradient; chain rule', ENTER],
    text: ['gradient', ENTER],
    open: [ENTER, '4'],
  };
  for (const { kind } of ALL_KINDS) {
    desk.type(...(keys[kind] ?? []));
    await desk.until('✓ right');
    desk.type(ENTER);
  }
  expect(await desk.end).toMatchObject({ answered: 13, correct: 13 });
});

test('an exam says only that an answer is kept, and all verdicts at the end', async () => {
  const run = fakeRun([build.choice('b'), build.trueFalse(true)], { exam: true });
  const desk = await sit(run);
  desk.type('c');
  const next = await desk.until('leave');
  expect(next).toContain('2 of 2');
  expect(next).toContain('Kept: c');
  expect(next).not.toMatch(/right|not yet/);
  desk.type('t');
  await desk.end;
  expect(said(desk.taken())).toMatch(
    /✗ not yet · it is b\) option b .* ✓ right · true .* 2 answered, 1 right/,
  );
});

test('at a new size the screen is drawn anew, with what was typed', async () => {
  const desk = await sit(fakeRun([build.text('gradient')]));
  desk.type('grad');
  await desk.until('grad');
  desk.resize(60);
  expect(await desk.until('leave')).toMatch(/1 of 1[\s\S]*a word or a few › {2}grad\r\n/);
  desk.type('ient', ENTER);
  await desk.until('✓ right');
  desk.type('q');
  await desk.end;
});

describe('an interruption gives the terminal back and ends no session', () => {
  test.each<[string, (desk: Desk) => void]>([
    ['Ctrl-C', (desk) => desk.type('\u0003')],
    ['SIGINT', () => process.emit('SIGINT')],
    ['SIGTERM', () => process.emit('SIGTERM')],
  ])('%s', async (_, interrupt) => {
    const run = fakeRun([build.choice('b'), build.text('x')]);
    const before = process.listenerCount('SIGTERM');
    const desk = await sit(run);
    desk.type('b', ENTER, 'half an ans');
    await desk.until('half an ans');
    interrupt(desk);
    expect(await desk.end).toMatchObject({
      name: 'UserError',
      code: 'interrupted',
      message: 'Stopped. 1 answer saved.',
      hint: 'llmpath quiz offers to go on with it.',
    });
    expect(desk.taken()).toContain('\u001B[?2004l');
    expect(desk.raw).toEqual([true, false]);
    expect(run.ends).toEqual([]);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  test('after the verdict the answer is counted as saved', async () => {
    const desk = await sit(fakeRun([build.choice('b')]));
    desk.type('b');
    await desk.until('✓ right');
    desk.type('\u0003');
    expect(await desk.end).toMatchObject({ message: 'Stopped. 1 answer saved.', hint: undefined });
  });

  test('so does an error', async () => {
    const run = fakeRun([build.choice('b')]);
    run.answer = () => {
      throw new Error('the disk is full');
    };
    const desk = await sit(run);
    desk.type('b');
    expect(await desk.end).toMatchObject({ message: 'the disk is full' });
    expect(desk.raw).toEqual([true, false]);
  });
});

test('Ctrl-D leaves', async () => {
  const run = fakeRun([build.text('x')]);
  const desk = await sit(run);
  desk.type('abc', '\u0004');
  expect(await desk.end).toMatchObject({ answered: 0 });
  expect(run.ends).toEqual([0]);
});

describe('ten megabytes of pasted text are refused in words, and quickly', () => {
  const text = '7\u001B[31m\r'.repeat(1_500_000);
  const cut = (all: string): string[] => all.match(/[\s\S]{1,65536}/g) ?? [];
  test.each(
    ALL_KINDS.flatMap((question) => [
      { kind: question.kind, how: 'marked', question, all: `\u001B[200~${text}\u001B[201~` },
      { kind: question.kind, how: 'not marked', question, all: text },
    ]),
  )('$kind, $how', async ({ question, all }) => {
    const run = fakeRun([question]);
    const desk = await sit(run);
    const start = performance.now();
    desk.type(...cut(all));
    const shown = await desk.until('pasted');
    expect(performance.now() - start).toBeLessThan(2000);
    expect(said(shown)).toMatch(/Nothing (?:was taken of|of it was taken)|characters were pasted/);
    expect(shown).not.toContain('\u001B[31m');
    desk.type('\u0004');
    await desk.end;
    expect(run.answers).toEqual([]);
  });
});

test('a dumb terminal is asked line by line, without codes', async () => {
  const { number, choice, several, open } = build;
  const run = fakeRun([number(4), choice('b'), several(['a', 'c']), open()]);
  const desk = await sit(run, { TERM: 'dumb' });
  let all = '';
  const steps = [
    ['1/0', 'cannot be read'],
    ['4', '✓ right'],
    ['', '2 of 4'],
    ['b', '✓ right'],
    ['', '3 of 4'],
    ['ca', '✓ right'],
    ['', '4 of 4'],
    ['', 'A model answer'],
    ['3', '✓ right'],
  ];
  for (const [line, shown = ''] of steps) {
    desk.type(`${line}\n`);
    all += await desk.until(shown);
  }
  desk.type('q\n');
  expect(await desk.end).toMatchObject({ answered: 4, correct: 4 });
  expect(all + desk.taken()).not.toContain('\u001B');
  expect(desk.raw).toEqual([]);
});
