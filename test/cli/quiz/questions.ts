import type { Question } from '../../../src/domain/quiz/question.ts';
import * as build from '../../domain/quiz/grade/build.ts';

const LONG =
  'the option that says more than the others do and goes on until it takes a second line even on a wide screen';

/** One question of each kind, with formulas, hints and long texts among them. */
export const ALL_KINDS: Question[] = [
  {
    ...build.number(0.7311, build.within(0.01)),
    ref: 'vectors/q/weight',
    prompt:
      'One query scores two keys $q\\cdot k_1 = 2$ and $q\\cdot k_2 = 0$. What is $$\\operatorname{softmax}\\left(\\frac{QK^T}{\\sqrt{d_k}}\\right)?$$',
    explain: 'The weights are $\\frac{e}{e+1} \\approx 0.73$.',
    hints: ['Divide first.', 'The scores are 1 and 0.', 'Then $\\frac{e}{e+1}$.'],
    source: {
      ref: 'vectors/films',
      portion: 'film 1, the part on scaling and on what it is good for',
    },
  },
  {
    ...build.choice('b', 5),
    ref: 'vectors/q/half',
    options: [
      { id: 'a', text: '$x^2$', feedback: 'That is the square.' },
      { id: 'b', text: '$\\frac{x}{2}$', feedback: null },
      { id: 'c', text: LONG, feedback: 'It says much.' },
      { id: 'd', text: 'none', feedback: 'There is one.' },
      { id: 'e', text: 'two', feedback: 'There is one.' },
    ],
  },
  { ...build.several(['a', 'c']), ref: 'vectors/q/both' },
  { ...build.trueFalse(true), ref: 'vectors/q/true' },
  { ...build.vector([1, 2]), ref: 'vectors/q/vector' },
  {
    ...build.matrix([
      [1, 2],
      [3, 4],
    ]),
    ref: 'vectors/q/matrix',
    hints: ['Rows by columns.'],
  },
  { ...build.shape([32, 128]), ref: 'vectors/q/shape' },
  { ...build.expression('2*x'), ref: 'vectors/q/slope' },
  { ...build.order(['b'], ['a'], ['c']), ref: 'vectors/q/order' },
  { ...build.match({ a: '2', b: '1' }, ['3']), ref: 'vectors/q/match' },
  {
    ...build.cloze(['gradient'], ['chain rule']),
    ref: 'vectors/q/cloze',
    prompt: 'The __1__ comes by the __2__.',
  },
  { ...build.text('gradient'), ref: 'vectors/q/text' },
  { ...build.open('It adds up $x^2$.'), ref: 'vectors/q/open' },
];
