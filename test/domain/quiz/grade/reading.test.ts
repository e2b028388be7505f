import { expect, test } from 'vitest';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import * as ask from './build.ts';

const GB = ask.unit('GB', { GB: 1, MB: 0.001 }, true);
const plain = (shown: string) => ({ shown, unusual: false });
const unusual = (shown: string) => ({ shown, unusual: true });

test.each<[Question, unknown, { shown: string; unusual: boolean }]>([
  [ask.number(1), '0.50', plain('0.5')],
  [ask.number(1), '1e-3', plain('0.001')],
  [ask.number(1), 3.5, plain('3.5')],
  [ask.number(1), -0, plain('0')],
  [ask.number(1), '1/2', unusual('1/2 = 0.5')],
  [ask.number(1), '0,5', unusual('0,5 = 0.5')],
  [ask.number(1), '１２', unusual('12')],
  [ask.number(1), '1 000', unusual('1 000 = 1000')],
  [ask.number(1), 'sqrt(2)/2', unusual('sqrt(2)/2 = 0.707106781187')],
  [ask.number(1), '1½', unusual('(1+1/2) = 1.5')],
  [ask.number(1, ask.exact, { percent: true }), '50%', unusual('50% = 0.5')],
  [ask.number(1, ask.exact, { unit: GB }), '2 GB', plain('2 GB')],
  [ask.number(1, ask.exact, { unit: GB }), '500 MB', unusual('500 MB = 0.5 GB')],
  [ask.vector([1]), '1 2', plain('[1, 2]')],
  [ask.vector([1]), [1, '1/2'], unusual('[1, 0.5]')],
  [ask.vector([1]), '1 1/2', unusual('[1, 0.5]')],
  [ask.matrix([[1]]), '1 2; 3 4', plain('[[1, 2], [3, 4]]')],
  [ask.matrix([[1]]), '[[1, 2], [3, 1/4]]', unusual('[[1, 2], [3, 0.25]]')],
  [ask.shape([1]), '(32, 128)', plain('(32, 128)')],
  [ask.shape([1]), '32x128', unusual('(32, 128)')],
  [ask.shape([1]), '3', unusual('(3,)')],
  [ask.shape([1]), '()', plain('()')],
  [ask.shape([1]), 'error', unusual('undefined')],
  [ask.shape([1]), 'undefined', plain('undefined')],
  [ask.shape([1]), 'torch.Size([3])', unusual('(3,)')],
  [ask.expression('x'), '2x(x+1)', plain('2 * x * (x + 1)')],
  [ask.expression('x'), 'x²', unusual('x^2')],
  [ask.expression('x'), '1/2 x', unusual('1 / 2 * x')],
  [ask.expression('x'), 'e^2x', unusual('e^2 * x')],
  [ask.expression('x'), '2e-3x', unusual('0.002 * x')],
  [ask.expression('x y', 'x y'), 'xy', unusual('x * y')],
  [ask.choice('b'), 'C)', plain('c')],
  [ask.several(['a']), 'cab', plain('a, b, c')],
  [ask.several(['a']), 'none', plain('none')],
  [ask.trueFalse(true), 'n', plain('false')],
  [ask.order(['a'], ['b']), 'BA', plain('b, a')],
  [ask.match({ a: '1', b: '2' }), 'b=1 a=2', plain('a-2, b-1')],
  [ask.cloze(['x'], ['y']), 'one|two', plain('one; two')],
  [ask.text('x'), ' Softmax ', plain('Softmax')],
  [ask.open(), 4, plain('4')],
])('%j: %j', (question, input, expected) => {
  expect(readAnswer(question, input)).toMatchObject({ ok: true, ...expected });
});

test.each<[Question, unknown, string]>([
  [ask.number(1), '', 'Nothing was typed; write a number such as 0.5, 1/2 or 1e-3.'],
  [ask.number(1), '1,234', '"1,234" could mean 1.234 or 1234; write the one you mean.'],
  [
    ask.number(1),
    'x'.repeat(2001),
    'The answer has 2001 characters and at most 2000 are read; write a number such as 0.5, 1/2 or 1e-3.',
  ],
  [
    ask.number(1),
    '50%',
    '"50%" is a percentage and a plain number is wanted; 12.5% would be written 0.125.',
  ],
  [ask.number(1, ask.exact, { unit: GB }), '2', '"2" has no unit; write it in GB or MB.'],
  [
    ask.number(1, ask.exact, { unit: GB }),
    '2 KB',
    '"2 KB" cannot be read as a number (KB is not known here); write a number in GB or MB.',
  ],
  [
    ask.expression('x'),
    'x^2 +',
    '"x^2 +" cannot be read (it does not end); write an expression in x such as 2*x^2 + 1.',
  ],
  [
    ask.expression('x'),
    'y = x',
    '"y = x" cannot be read (only the side right of = is wanted); write an expression in x such as 2*x^2 + 1.',
  ],
  [
    ask.choice('b'),
    '2',
    '"2" is not one of the options; answer with a letter from a to d, such as a.',
  ],
  [ask.order(['a'], ['b'], ['c']), 'a b', 'c is missing; name every item once, such as a b c.'],
  [ask.match({ a: '1' }), {}, 'a is missing; give each of a a partner, such as a-1.'],
  [
    ask.matrix([[1]]),
    '[[1,2],[3]]',
    'One row has 2 entries and another 1; write the rows of a matrix such as [[1, 2], [3, 4]] or 1 2; 3 4.',
  ],
  [
    ask.cloze(['a'], ['b']),
    'a',
    '"a" fills 1 blank; fill the 2 blanks in order, such as word1; word2.',
  ],
])('%j: %j is refused in words', (question, input, message) => {
  expect(readAnswer(question, input)).toEqual({ ok: false, message });
});

test('what a message quotes is short and holds nothing that a terminal would obey', () => {
  const reading = readAnswer(ask.number(1), `\u001b[31m\u202E${'y'.repeat(500)}\u0007\n`);
  expect(reading).toMatchObject({ ok: false });
  expect(JSON.stringify(reading)).not.toMatch(/\\u|\\n|\p{C}|y{41}/u);
});
