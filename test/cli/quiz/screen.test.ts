import { describe, expect, test } from 'vitest';
import type { Key, KeyName } from '../../../src/cli/quiz/keys.ts';
import { textOfLine } from '../../../src/cli/quiz/line.ts';
import { pressKey } from '../../../src/cli/quiz/press.ts';
import type { Graded } from '../../../src/cli/quiz/run.ts';
import { openScreen, type Screen, withHint, withVerdict } from '../../../src/cli/quiz/screen.ts';
import type { Effect } from '../../../src/cli/quiz/step.ts';
import { readAnswer } from '../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../src/domain/quiz/question.ts';
import * as build from '../../domain/quiz/grade/build.ts';

const reason = { kind: 'new', recall: null, daysAway: null } as const;

function screenOf(question: Question, exam = false): Screen {
  const asked = { n: 1, of: 3, question, topicTitle: 'Vectors', reason, hints: [] };
  return openScreen(asked, exam);
}

const press = (name: KeyName): Key => ({ kind: 'press', name });
const paste = (text: string, length = text.length): Key => ({ kind: 'paste', text, length });

/** Keys from a text in which `⏎` is Enter, `⌫` backspace, `✕` the end of input. */
function keysOf(typed: string): Key[] {
  const names: Record<string, KeyName> = { '⏎': 'enter', '⌫': 'backspace', '✕': 'end-of-input' };
  return [...typed].map((text) => {
    const name = names[text];
    return name ? press(name) : { kind: 'character', text };
  });
}

function pressAll(before: Screen, keys: readonly Key[]): { screen: Screen; effects: Effect[] } {
  let screen = before;
  const effects: Effect[] = [];
  for (const key of keys) {
    const step = pressKey(screen, key, (input) => readAnswer(screen.asked.question, input));
    screen = step.screen;
    if (step.effect) effects.push(step.effect);
  }
  return { screen, effects };
}

/** What happens, in short: an answer as it is shown, or the effect's name in angle brackets. */
function outcome(question: Question, typed: string): string {
  const { screen, effects } = pressAll(screenOf(question), keysOf(typed));
  const told = effects.map((effect) =>
    effect.kind === 'answer' ? effect.given.shown : `<${effect.kind}>`,
  );
  return told.join(' ') || (screen.message ?? 'nothing');
}

const hinted = <Q extends Question>(question: Q): Q => ({ ...question, hints: ['one', 'two'] });
const { choice, several, trueFalse, open, number, matrix, vector, shape, order, match } = build;

describe('one key answers where one suffices', () => {
  test.each<[string, Question, string]>([
    ['b', choice('b'), 'b'],
    ['B', choice('b'), 'b'],
    ['d', choice('b', 4), 'd'],
    ['e', choice('b', 5), 'e'],
    ['z', choice('b', 4), 'One letter answers, a to d.'],
    ['1', choice('b', 4), 'One letter answers, a to d.'],
    ['⏎', choice('b', 4), 'One letter answers, a to d.'],
    ['zb', choice('b', 4), 'b'],
    ['0', choice('b'), 'do not know'],
    ['-', choice('b'), 'do not know'],
    ['s', choice('b'), '<skip>'],
    ['q', choice('b'), '<leave>'],
    ['✕', choice('b'), '<leave>'],
    ['?', choice('b'), 'This question has no hints.'],
    ['?', hinted(choice('b')), '<hint>'],
    ['t', trueFalse(true), 'true'],
    ['F', trueFalse(true), 'false'],
    ['y', trueFalse(true), 'true'],
    ['n', trueFalse(true), 'false'],
    ['d', trueFalse(true), 'do not know'],
    ['x', trueFalse(true), 'One letter answers, t for true or f for false.'],
  ])('%s', (typed, question, result) => {
    expect(outcome(question, typed)).toBe(result);
  });
});

describe('several are marked, and Enter ends', () => {
  test.each<[string, string]>([
    ['ca⏎', 'a, c'],
    ['aab⏎', 'b'],
    ['ab⌫⏎', 'a'],
    ['⏎', 'None of them? Enter again says so.'],
    ['⏎⏎', 'none'],
    ['⏎b⏎', 'b'],
    ['z', 'Letters mark the right ones, a to d, and Enter ends.'],
    ['-', 'do not know'],
  ])('%s: %s', (typed, result) => {
    expect(outcome(several(['a', 'c']), typed)).toBe(result);
  });

  test('marks stand in the order of the options', () => {
    expect(pressAll(screenOf(several(['a'])), keysOf('dab')).screen.marked).toEqual([
      'a',
      'b',
      'd',
    ]);
  });
});

describe('an open question shows its model answer before it is rated', () => {
  test.each<[string, string]>([
    ['⏎', 'nothing'],
    ['x', 'nothing'],
    ['⏎3', '3'],
    [' 1', '1'],
    ['⏎5', 'One of 1, 2, 3 and 4 rates it.'],
    ['⏎⏎', 'One of 1, 2, 3 and 4 rates it.'],
    ['d', 'do not know'],
    ['⏎q', '<leave>'],
    ['?', 'This question has no hints.'],
  ])('%s: %s', (typed, result) => {
    expect(outcome(open(), typed)).toBe(result);
  });

  test('the key that shows it rates nothing', () => {
    const { screen } = pressAll(screenOf(open()), keysOf('3'));
    expect(screen.stage).toEqual({ kind: 'rate' });
  });
});

describe('a line is an answer once Enter ends it', () => {
  test.each<[string, Question, string]>([
    ['4⏎', number(4), '4'],
    ['5⌫4⏎', number(4), '4'],
    ['d⏎', number(4), 'do not know'],
    ['S⏎', number(4), '<skip>'],
    ['/e⏎', number(4), 'nothing'],
    ['/q⏎', number(4), '<leave>'],
    ['?', hinted(number(4)), '<hint>'],
    [
      '4?⏎',
      hinted(number(4)),
      '"4?" cannot be read as a number (? has no meaning here); write a number such as 0.5, 1/2 or 1e-3.',
    ],
    ['1/2⏎', number(0.5), 'Read as 1/2 = 0.5. Enter counts it, any other key changes it.'],
    ['1/2⏎⏎', number(0.5), '1/2 = 0.5'],
    ['1/2⏎⌫4⏎⏎', number(0.5), '1/4 = 0.25'],
    ['e⏎⏎', number(Math.E), 'e = 2.71828182846'],
    ['d⏎', build.expression('d', 'd'), 'd'],
    ['/d⏎', build.expression('d', 'd'), 'do not know'],
    ['s⏎', build.text('gradient'), 's'],
    ['/s⏎', build.text('gradient'), '<skip>'],
    ['1, 2⏎', vector([1, 2]), '[1, 2]'],
    ['(2, 3)⏎', shape([2, 3]), '(2, 3)'],
    ['undefined⏎', shape(null), 'undefined'],
    ['b a c⏎', order(['b'], ['a'], ['c']), 'b, a, c'],
    ['a2 b1⏎', match({ a: '2', b: '1' }), 'a-2, b-1'],
    ['x; y⏎', build.cloze(['x'], ['y']), 'x; y'],
  ])('%s', (typed, question, result) => {
    expect(outcome(question, typed)).toBe(result);
  });

  test('what cannot be read stays for editing', () => {
    const { screen } = pressAll(screenOf(number(4)), keysOf('4x4⏎'));
    expect(textOfLine(screen.line)).toBe('4x4');
    expect(screen.message).toContain('"4x4" cannot be read');
  });

  test('the next key takes the message away', () => {
    const { screen } = pressAll(screenOf(number(4)), keysOf('x⏎4'));
    expect(screen.message).toBeNull();
  });
});

describe('a matrix is typed whole or row by row', () => {
  test.each<[string, string]>([
    ['1 2; 3 4⏎', '[[1, 2], [3, 4]]'],
    ['[1, 2; 3, 4]⏎', '[[1, 2], [3, 4]]'],
    ['1 2⏎3 4⏎⏎', '[[1, 2], [3, 4]]'],
    ['[1, 2]⏎[3, 4]⏎⏎', '[[1, 2], [3, 4]]'],
    ['1 2⏎⏎', '[[1, 2]]'],
    ['1 2⏎5⌫⌫⌫4⏎⏎', '[[1, 4]]'],
    ['1 2⏎1/2 4⏎⏎', 'Read as [[1, 2], [0.5, 4]]. Enter counts it, any other key changes it.'],
    ['1 2⏎1/2 4⏎⏎⏎', '[[1, 2], [0.5, 4]]'],
    ['1 2⏎/d⏎', 'do not know'],
    ['d⏎', 'do not know'],
  ])('%s: %s', (typed, result) => {
    expect(
      outcome(
        matrix([
          [1, 2],
          [3, 4],
        ]),
        typed,
      ),
    ).toBe(result);
  });

  test('a row that cannot be read is told at once', () => {
    const { screen } = pressAll(screenOf(matrix([[1]])), keysOf('1 x⏎'));
    expect(screen.rows).toEqual([]);
    expect(screen.message).toContain('"x" cannot be read as a number');
  });

  test('of rows that do not fit the last comes back for editing', () => {
    const { screen } = pressAll(screenOf(matrix([[1]])), keysOf('1 2⏎3⏎⏎'));
    expect(screen.message).toContain('One row has 2 entries and another 1');
    expect([screen.rows, textOfLine(screen.line)]).toEqual([['1 2'], '3']);
  });
});

describe('pasted text', () => {
  test('is typed on a line, without what could act on the terminal', () => {
    const { screen } = pressAll(screenOf(build.text('x')), [paste('chain\u001B[31m\nrule\n')]);
    expect(textOfLine(screen.line)).toBe('chain[31m rule');
  });

  test('keeps the rows of a matrix apart', () => {
    const { effects } = pressAll(screenOf(matrix([[1, 2]])), [
      paste('1 2\r\n3 4\r\n'),
      press('enter'),
    ]);
    expect(effects).toMatchObject([{ given: { shown: '[[1, 2], [3, 4]]' } }]);
  });

  test('that is too long is refused whole, in words', () => {
    const before = pressAll(screenOf(number(4)), keysOf('4')).screen;
    const { screen } = pressAll(before, [paste('7'.repeat(2001), 10_485_760)]);
    expect(textOfLine(screen.line)).toBe('4');
    expect(screen.message).toBe(
      '10,485,760 characters were pasted, and an answer has at most 2,000. Nothing of it was taken.',
    );
  });

  test('answers nothing where one key does', () => {
    const { screen, effects } = pressAll(screenOf(choice('b')), [paste('b')]);
    expect(effects).toEqual([]);
    expect(screen.message).toBe(
      'Nothing was taken of what was pasted: one letter answers, a to d.',
    );
  });

  test('a line holds 2,000 characters and no more', () => {
    const full = pressAll(screenOf(number(4)), [paste('7'.repeat(2000))]).screen;
    const { screen } = pressAll(full, keysOf('7'));
    expect(textOfLine(screen.line)).toHaveLength(2000);
    expect(screen.message).toBe('An answer has at most 2,000 characters, and this one is full.');
  });
});

const graded: Graded = {
  ref: 'math-vectors/q/one',
  correct: true,
  credit: 1,
  expected: '4',
  feedback: null,
  near: null,
  explain: 'So it is.',
  more: null,
  event: 'event-1',
  due: '2026-12-16',
  again: false,
};

describe('after the verdict', () => {
  const screen = withVerdict(screenOf(hinted(number(4))), '4', graded);
  test.each<[string, Effect['kind'] | undefined]>([
    ['⏎', 'next'],
    [' ', 'next'],
    ['n', 'next'],
    ['q', 'leave'],
    ['✕', 'leave'],
    ['x', undefined],
    ['4', undefined],
    ['e', undefined],
    ['w', undefined],
  ])('%s: %s', (typed, effect) => {
    expect(pressAll(screen, keysOf(typed)).effects[0]?.kind).toBe(effect);
  });

  test('e tells why it was asked, and takes it back', () => {
    expect(pressAll(screen, keysOf('e')).screen.why).toBe(true);
    expect(pressAll(screen, keysOf('ee')).screen.why).toBe(false);
  });

  test('w shows the worked solution, where there is one that was no hint', () => {
    const worked = (of: Screen) => pressAll(of, keysOf('w')).screen.stage;
    expect(worked(screen)).toMatchObject({ worked: true });
    expect(worked(withVerdict(screenOf(number(4)), '4', graded))).toMatchObject({ worked: false });
    const all = withHint(withHint(screenOf(hinted(number(4))), 'one'), 'two');
    expect(worked(withVerdict(all, '4', graded))).toMatchObject({ worked: false });
  });

  test('pasted text does nothing', () => {
    expect(pressAll(screen, [paste('n\nq')]).effects).toEqual([]);
  });
});

describe('hints', () => {
  test('stand on the screen one after the other', () => {
    const screen = withHint(withHint(screenOf(hinted(number(4))), 'one'), 'two');
    expect(screen.asked.hints).toEqual(['one', 'two']);
  });

  test('that are not there are told', () => {
    expect(withHint(screenOf(hinted(number(4))), null).message).toBe('There is no further hint.');
  });

  test('an exam gives none', () => {
    const { screen, effects } = pressAll(screenOf(hinted(number(4)), true), keysOf('?'));
    expect(effects).toEqual([]);
    expect(screen.message).toBe('An exam gives no hints.');
  });

  test('are not added to those of the session itself', () => {
    const asked = { n: 1, of: 1, question: number(4), topicTitle: '', reason, hints: ['one'] };
    const screen = openScreen(asked, false);
    asked.hints.push('two');
    expect(screen.asked.hints).toEqual(['one']);
  });
});
