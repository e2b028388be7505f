import { describe, expect, test } from 'vitest';
import { inspectTemplate } from '../../../../src/domain/quiz/inspect.ts';
import type { Template } from '../../../../src/domain/quiz/template.ts';
import { choiceTemplate, dotTemplate, exact, numberTemplate, template } from './build.ts';

const seeds = Array.from({ length: 50 }, (_, i) => i);
const params = { n: 'int(2, 99)' };
const prompt = 'With {{n}}?';

function faults(from: Template): [string, string][] {
  return inspectTemplate(from, seeds).map(({ place, problem }) => [place.join(' '), problem]);
}

function number(answer: string, rest: object, given = {}): Template {
  return template(
    ({ expr }) => ({
      ...{ kind: 'number', answer: expr(answer), tolerance: exact },
      ...{ unit: null, percent: false, slips: [] },
      ...rest,
    }),
    given,
  );
}

describe('finds nothing wrong with', () => {
  const sound: [string, Template][] = [
    ['number', dotTemplate()],
    ['choice', choiceTemplate('{{n}}', ['{{n + 1}}', '{{n - 1}}'], { params, prompt })],
    ['choice that is fixed', choiceTemplate('right', ['wrong', 'worse'])],
    [
      'several',
      template(() => ({
        kind: 'several',
        right: [{ text: 'yes', feedback: null }],
        wrong: [
          { text: 'no', feedback: 'Not so.' },
          { text: 'never', feedback: 'Nor so.' },
        ],
      })),
    ],
    [
      'several with none right',
      template(() => ({
        kind: 'several',
        right: [],
        wrong: ['no', 'never', 'nowhere'].map((text) => ({ text, feedback: 'Not so.' })),
      })),
    ],
    [
      'truefalse',
      template(({ expr }) => ({ kind: 'truefalse', answer: expr('n > 50'), feedback: 'Look.' }), {
        params,
        prompt,
      }),
    ],
    ['number with digits', number('1 / 3', { tolerance: { kind: 'digits', count: 3 } })],
    ['number that is zero', number('0', { tolerance: { kind: 'absolute', by: 0.1 } })],
    ['number as a share', number('n / 100', { percent: true }, { params, prompt })],
    [
      'number with a unit',
      number(
        'n / 10',
        {
          unit: { name: 'GB', forms: { GB: 1, MB: 0.001 }, required: true },
          slips: [{ answer: { type: 'value', value: -1 }, feedback: 'no' }],
        },
        { params, prompt },
      ),
    ],
    [
      'vector',
      template(
        ({ expr }) => ({
          kind: 'vector',
          answer: expr('softmax([1, n / 50])'),
          tolerance: { kind: 'absolute', by: 0.01 },
          unordered: false,
          slips: [{ answer: expr('[1, n]'), feedback: 'no' }],
        }),
        { params, prompt },
      ),
    ],
    [
      'vector of one entry',
      template(({ expr }) => ({
        kind: 'vector',
        answer: expr('[0]'),
        tolerance: exact,
        unordered: true,
        slips: [],
      })),
    ],
    [
      'matrix',
      template(
        ({ expr }) => ({
          kind: 'matrix',
          answer: expr('[[n, 0.5], [0, 1]]'),
          tolerance: { kind: 'relative', by: 0.01 },
          slips: [{ answer: expr('[[0.5, n], [0, 1]]'), feedback: 'no' }],
        }),
        { params, prompt },
      ),
    ],
    [
      'shape',
      template(
        ({ expr }) => ({
          kind: 'shape',
          answer: expr('n % 2 == 0 ? [n, 3] : "undefined"'),
          slips: [{ answer: expr('[3, n, 1]'), feedback: 'no' }],
        }),
        { params, prompt },
      ),
    ],
    [
      'shape of a scalar',
      template(({ expr }) => ({ kind: 'shape', answer: expr('[]'), slips: [] })),
    ],
    [
      'expression',
      template(
        ({ text }) => ({
          kind: 'expression',
          answer: text('{{n}}*x^{{n - 1}}'),
          variables: { x: { min: 0.5, max: 1.5 } },
          slips: [{ answer: text('x^{{n - 1}}'), feedback: 'no' }],
        }),
        { params, prompt },
      ),
    ],
    [
      'order',
      template(() => ({ kind: 'order', groups: [['first'], ['second', 'as well'], ['last']] })),
    ],
    [
      'match',
      template(
        ({ text }) => ({
          kind: 'match',
          pairs: [1, 2, 3].map((k) => ({ left: text(`{{n}}*${k}`), right: text(`{{n * ${k}}}`) })),
          extra: [text('{{n * 4}}')],
        }),
        { params, prompt },
      ),
    ],
    [
      'cloze',
      template(
        () => ({ kind: 'cloze', blanks: [['chain rule', 'the chain rule'], ['gradient']] }),
        {
          prompt: 'By the __1__ one gets the __2__; __init__ is no blank.',
        },
      ),
    ],
    ['text', template(() => ({ kind: 'text', accepted: ['cosine similarity', 'cosine'] }))],
    ['open', template(() => ({ kind: 'open', answer: 'Something like this.' }))],
  ];
  test.each(sound)('%s', (_, from) => {
    expect(faults(from)).toEqual([]);
  });
});

describe('finds', () => {
  const faulty: [string, Template, [string, string | RegExp][]][] = [
    [
      'a condition that never holds',
      numberTemplate('n', { params, where: ['n > 0', 'n > 100'], prompt }),
      [['where 1', 'does not hold, so that no question came out (seed 0 and 49 more)']],
    ],
    [
      'a mistake that only some draws meet',
      numberTemplate('n', { params, lets: { x: '[1, 2][n > 50 ? 3 : 1]' }, prompt }),
      [
        [
          'let x',
          /^has no value: the index needs a whole number from 1 to 2, not 3 \(seed \d+ and \d+ more\)$/,
        ],
      ],
    ],
    [
      'options that show the same',
      choiceTemplate('same', ['other', 'same']),
      [['wrong 1 text', 'shows the same as another']],
    ],
    [
      'a slip within the tolerance',
      number('10', {
        tolerance: { kind: 'relative', by: 0.5 },
        slips: [{ answer: { type: 'value', value: 12 }, feedback: 'no' }],
      }),
      [['slips 0 answer', 'is as right as the answer']],
    ],
    [
      'a tolerance so wide that 0 is right',
      number('0.3', { tolerance: { kind: 'absolute', by: 0.5 } }),
      [['tolerance', 'lets the number 0 count as right, 0 for 0.3']],
    ],
    [
      'a tolerance so wide that zeros are right',
      template(({ expr }) => ({
        kind: 'vector',
        answer: expr('[0.1, 0.2]'),
        tolerance: { kind: 'absolute', by: 1 },
        unordered: false,
        slips: [],
      })),
      [['tolerance', 'lets a list of zeros count as right, [0,0] for [0.1, 0.2]']],
    ],
    [
      'an expression that cannot be read',
      template(({ text }) => ({
        kind: 'expression',
        answer: text('2*y'),
        variables: { x: { min: 0, max: 1 } },
        slips: [],
      })),
      [['answer', /^is not accepted by the grader when given as "2\*y": /]],
    ],
    [
      'an expression without a value in its range',
      template(({ text }) => ({
        kind: 'expression',
        answer: text('log(x)'),
        variables: { x: { min: -2, max: -1 } },
        slips: [],
      })),
      [['answer', /^is not accepted by the grader when given as "log\(x\)": .*no value/]],
    ],
    [
      'a slip that is another way to write the answer',
      template(
        ({ text }) => ({
          kind: 'expression',
          answer: text('{{n}}*x'),
          variables: { x: { min: 1, max: 2 } },
          slips: [{ answer: text('x*{{n}}'), feedback: 'no' }],
        }),
        { params, prompt },
      ),
      [
        [
          'slips 0 answer',
          /^lets a slip count as right, "x\*\d+" for \d+\*x \(seed 0 and \d+ more\)$/,
        ],
      ],
    ],
    [
      'a slip that cannot be read',
      template(({ text }) => ({
        kind: 'expression',
        answer: text('2*x'),
        variables: { x: { min: 1, max: 2 } },
        slips: [{ answer: text('2*(x'), feedback: 'no' }],
      })),
      [['slips 0 answer', /^cannot be read: "2\*\(x" cannot be read/]],
    ],
    [
      'an accepted form that nobody can type',
      template(() => ({ kind: 'cloze', blanks: [['one; two'], ['three']] }), {
        prompt: '__1__ and __2__',
      }),
      [['answer', /^is not accepted by the grader when given as "one; two; three": /]],
    ],
    [
      'blanks without answers',
      template(() => ({ kind: 'cloze', blanks: [['one'], ['two']] }), {
        prompt: '__1__ and __3__',
      }),
      [['prompt', 'has __1__, __3__, and needs __1__, __2__']],
    ],
    [
      'a prompt without blanks',
      template(() => ({ kind: 'cloze', blanks: [['one']] }), { prompt: 'nothing' }),
      [['prompt', 'has no blanks, and needs __1__']],
    ],
    [
      'one variant',
      numberTemplate('7', { params: { n: 'int(1, 1)' } }),
      [['params', 'give the same question with every seed']],
    ],
    [
      'parameters that change nothing',
      choiceTemplate('right', ['wrong', 'worse'], { params }),
      [['params', 'give the same question with every seed']],
    ],
    [
      'few variants',
      numberTemplate('n', { params: { n: 'int(1, 4)' }, prompt }),
      [['params', 'give 4 variants, and at least 5 are needed']],
    ],
    [
      'a condition that seldom holds',
      numberTemplate('n', {
        params: { n: 'int(1, 9)', luck: 'int(1, 30)' },
        where: ['luck == 1'],
        prompt,
      }),
      [['params', /^need \d\d draws for each question; draw what fits the conditions more often$/]],
    ],
    [
      'braces left over',
      numberTemplate('n', { params, prompt: '{{n}} {{concat("{", "{")}}' }),
      [['prompt', 'shows {{, which is left over (seed 0 and 49 more)']],
    ],
  ];
  test.each(faulty)('%s', (_, from, expected) => {
    const found = faults(from);
    expect(found.map(([place]) => place)).toEqual(expected.map(([place]) => place));
    expected.forEach(([, problem], i) => {
      if (typeof problem === 'string') expect(found[i]?.[1]).toBe(problem);
      else expect(found[i]?.[1]).toMatch(problem);
    });
  });
});

test('the variants of a fixed question are not counted', () => {
  expect(faults(choiceTemplate('right', ['wrong', 'worse']))).toEqual([]);
});

test('too few seeds say nothing about the variants', () => {
  const from = numberTemplate('n', { params: { n: 'int(1, 4)' }, prompt });
  expect(inspectTemplate(from, [1, 2, 3])).toEqual([]);
});
