import { describe, expect, test } from 'vitest';
import { type Frame, frameOf } from '../../../src/cli/quiz/frame.ts';
import type { Key } from '../../../src/cli/quiz/keys.ts';
import { pressKey } from '../../../src/cli/quiz/press.ts';
import { makeTypesetter } from '../../../src/cli/quiz/prose.ts';
import { openScreen, type Screen, withVerdict } from '../../../src/cli/quiz/screen.ts';
import { widthOf } from '../../../src/cli/render/text.ts';
import { readAnswer } from '../../../src/domain/quiz/grade/read.ts';
import { said } from '../../helpers/said.ts';
import { fakeRun } from './fake-run.ts';
import { lookAt } from './look.ts';
import { ALL_KINDS } from './questions.ts';

const { prose, load } = makeTypesetter('unicode');
await load(JSON.stringify(ALL_KINDS));

/** The screen of a question after keys, `⏎` being Enter; graded once an answer was given. */
function screenAfter(question: (typeof ALL_KINDS)[number], typed: string): Screen {
  const run = fakeRun([question]);
  const asked = run.current();
  if (!asked) throw new Error('no question');
  let screen = openScreen(asked, false);
  for (const text of typed) {
    const key: Key = text === '⏎' ? { kind: 'press', name: 'enter' } : { kind: 'character', text };
    const step = pressKey(screen, key, (input) => readAnswer(question, input));
    screen = step.screen;
    if (step.effect?.kind !== 'answer') continue;
    const { answer, shown } = step.effect.given;
    screen = withVerdict(screen, shown, run.answer(answer));
  }
  return screen;
}

const frameAt = (screen: Screen, width: number): Frame => frameOf(screen, lookAt(width, prose));
const find = (kind: string) => {
  const question = ALL_KINDS.find((known) => known.kind === kind);
  if (!question) throw new Error(kind);
  return question;
};

describe.each([40, 80, 120, 200])('at %i columns', (width) => {
  test.each(ALL_KINDS.map((question) => [question.kind, question] as const))(
    'no line of %s is wider, and the last ones tell the keys',
    (_, question) => {
      for (const typed of ['', 'zz⏎', '1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2 1 2', 'e']) {
        const { lines } = frameAt(screenAfter(question, typed), width);
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        expect(lines.slice(-2).join('\n')).toContain('q leave');
      }
    },
  );

  test.each([
    ['choice', 'c'],
    ['number', '0.5⏎'],
    ['open', '⏎1e'],
    ['matrix', '1 2;3 5⏎w'],
  ])('no line of a verdict on %s is wider', (kind, typed) => {
    const { lines } = frameAt(screenAfter(find(kind), typed), width);
    expect(lines.join('\n')).toMatch(/[✓✗] (?:right|not yet)/);
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });
});

describe('the keys that hold', () => {
  test.each([
    ['number', '', 'enter sends · ? hint · d do not know · s skip · /e why this one · q leave'],
    ['choice', '', 'a to e answer · 0 do not know · s skip · ! why this one · q leave'],
    [
      'several',
      '',
      'a to d mark · enter sends · - do not know · s skip · e why this one · q leave',
    ],
    ['truefalse', '', 't true · f false · d do not know · s skip · e why this one · q leave'],
    ['open', '', 'enter shows a model answer · d do not know'],
    ['open', '⏎', '1 missed it · 2 in part · 3 right · 4 easily · e why this one · q leave'],
    ['text', '', 'enter sends · /d do not know · /s skip · /e why this one · /q leave'],
    ['matrix', '', 'enter sends, or begins the next row'],
    ['matrix', '1 2⏎', 'enter sends the rows'],
    ['matrix', '1 2⏎3', 'enter keeps the row'],
    ['truefalse', 't', 'enter next · e why this one · q leave'],
    ['number', '1⏎', 'enter next · w worked solution · e why this one · q leave'],
  ])('%s after "%s": %s', (kind, typed, keys) => {
    expect(
      said(
        frameAt(screenAfter(find(kind), typed), 120)
          .lines.slice(-2)
          .join('\n'),
      ),
    ).toContain(keys);
  });
});

test('the cursor stands behind what is typed', () => {
  const { lines, cursor } = frameAt(screenAfter(find('number'), '0.7'), 80);
  expect(lines[cursor?.row ?? 0]?.slice(0, cursor?.column)).toBe('  a number, two decimals ›  0.7');
});

test('rows of a matrix stand below each other', () => {
  const { lines, cursor } = frameAt(screenAfter(find('matrix'), '1 2⏎3'), 80);
  const row = cursor?.row ?? 0;
  expect(lines.slice(row - 1, row + 1)).toEqual(['  ›  1 2', '     3']);
});

test('a model answer comes with the rating, not before, and stays', () => {
  const shown = (typed: string) => frameAt(screenAfter(find('open'), typed), 80).lines.join('\n');
  expect(shown('')).not.toContain('It adds up');
  expect(shown('⏎')).toContain('It adds up');
  expect(shown('⏎4')).toContain('It adds up');
});

test('e tells why it is asked', () => {
  expect(said(frameAt(screenAfter(find('truefalse'), 'e'), 80).lines.join('\n'))).toContain(
    'It is new: you had not been asked it before.',
  );
});
