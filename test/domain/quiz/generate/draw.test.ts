import { describe, expect, test } from 'vitest';
import { drawQuestion, drawScope, NoDraw } from '../../../../src/domain/quiz/generate/draw.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import type { Template, Value } from '../../../../src/domain/quiz/template.ts';
import { choiceTemplate, dotTemplate, numberTemplate, template } from './build.ts';

const seeds = Array.from({ length: 400 }, (_, i) => i);

function question<K extends Question['kind']>(kind: K, from: Template, seed = 0) {
  const drawn = drawQuestion(from, seed);
  if (!isOf(drawn, kind)) throw new Error(`drew ${drawn.kind}`);
  return drawn;
}

function isOf<K extends Question['kind']>(
  question: Question,
  kind: K,
): question is Extract<Question, { kind: K }> {
  return question.kind === kind;
}

function failureOf(from: Template, seed = 0): NoDraw {
  try {
    drawQuestion(from, seed);
  } catch (error) {
    if (error instanceof NoDraw) return error;
    throw error;
  }
  throw new Error('it was drawn');
}

/** What a parameter gives over the seeds. */
function draws(value: string, count = seeds.length): Value[] {
  const from = numberTemplate('0', { params: { x: value } });
  return seeds.slice(0, count).map((seed) => drawScope(from, seed).get('x') ?? 'nothing');
}

describe('draws', () => {
  test('whole numbers of a range, both ends included, each about as often', () => {
    const counts = new Map<Value, number>();
    for (const value of draws('int(-2, 2)')) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].toSorted()).toEqual([-1, -2, 0, 1, 2].toSorted());
    for (const count of counts.values()) expect(count).toBeGreaterThan(50);
  });

  test('decimals of a range, both ends included, with their places', () => {
    const found = new Set(draws('decimal(0.1, 0.5, 1)'));
    expect(found).toEqual(new Set([0.1, 0.2, 0.3, 0.4, 0.5]));
  });

  test('lists and matrices of the size asked for', () => {
    for (const list of draws('ints(3, 1, 9)', 20)) {
      expect(list).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    }
    for (const list of draws('decimals(2, 0, 1, 2)', 20)) {
      expect(list).toEqual([expect.any(Number), expect.any(Number)]);
    }
    const row = [expect.any(Number), expect.any(Number), expect.any(Number)];
    for (const matrix of draws('intMatrix(2, 3, -1, 1)', 20)) expect(matrix).toEqual([row, row]);
  });

  test('each entry of a list, whatever it is', () => {
    const found = new Set(
      draws('pick([[1, "a"], [2, "b"], [3, "c"]])').map((v) => JSON.stringify(v)),
    );
    expect(found).toEqual(new Set(['[1,"a"]', '[2,"b"]', '[3,"c"]']));
  });

  test('samples without repeats, in every order', () => {
    const found = new Set(draws('sample([1, 2, 3], 2)').map(String));
    expect(found).toEqual(new Set(['1,2', '1,3', '2,1', '2,3', '3,1', '3,2']));
  });

  test('every order of a list', () => {
    expect(new Set(draws('shuffle([1, 2, 3])').map(String)).size).toBe(6);
  });

  test('unrelated values from seeds side by side', () => {
    const values = draws('int(1, 1000000)').map(Number);
    const above = values.filter((value, i) => value > (values[i - 1] ?? 0)).length;
    expect(new Set(values).size).toBeGreaterThan(398);
    expect(above).toBeGreaterThan(160);
    expect(above).toBeLessThan(240);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 500_000)).toBeLessThan(45_000);
  });

  test('a parameter from those before it', () => {
    for (const seed of seeds) {
      const scope = drawScope(
        numberTemplate('0', { params: { n: 'int(1, 3)', m: 'int(n, n + 1)' } }),
        seed,
      );
      expect(Number(scope.get('m')) - Number(scope.get('n'))).toBeOneOf([0, 1]);
    }
  });
});

describe('draws again', () => {
  const never = (where: string[], lets: Record<string, string> = {}, params = 'int(0, 3)') =>
    numberTemplate('n', { params: { n: params }, lets, where });

  test('until all conditions hold', () => {
    for (const seed of seeds) {
      expect(drawScope(never(['n > 0', 'n < 3', 'n != 2']), seed).get('n')).toBe(1);
    }
  });

  test('when something computed has no value', () => {
    for (const seed of seeds) {
      expect(drawScope(never([], { q: '1 / n' }), seed).get('n')).not.toBe(0);
    }
  });

  test('when a slip is right', () => {
    const from = numberTemplate('n ^ 2', { params: { n: 'int(0, 4)' } }, ['2 * n']);
    for (const seed of seeds) expect(drawScope(from, seed).get('n')).toBeOneOf([1, 3, 4]);
  });

  test('when a slip is within the tolerance', () => {
    const from = template(
      ({ expr }) => ({
        kind: 'number',
        answer: expr('10'),
        tolerance: { kind: 'relative', by: 0.2 },
        unit: null,
        percent: false,
        slips: [{ answer: expr('n'), feedback: 'no' }],
      }),
      { params: { n: 'int(8, 13)' } },
    );
    for (const seed of seeds) expect(drawScope(from, seed).get('n')).toBe(13);
  });

  test('when two options show the same, or the same number', () => {
    const same = choiceTemplate('{{n * n}}', ['{{n + n}}', '17'], { params: { n: 'int(1, 3)' } });
    const written = choiceTemplate('0.5', ['{{fixed(n / 10, 2)}}', '17'], {
      params: { n: 'int(4, 6)' },
    });
    for (const seed of seeds) {
      expect(drawScope(same, seed).get('n')).not.toBe(2);
      expect(drawScope(written, seed).get('n')).not.toBe(5);
    }
  });

  test('and gives up with what failed how often', () => {
    const { failures, message } = failureOf(never(['n >= 0', 'n > 3']), 7);
    expect(failures).toEqual([
      { place: ['where', 1], problem: 'does not hold', detail: '', misuse: false, count: 1000 },
    ]);
    expect(message).toBe(
      'math-vectors/q/one cannot be drawn with the seed 7: where 2 does not hold (1000 times).',
    );
  });

  test('and tells mistakes from bad luck', () => {
    const { failures } = failureOf(never([], { q: 'len(n)' }, 'int(2, 3)'));
    expect(failures).toEqual([
      {
        place: ['let', 'q'],
        problem: 'has no value',
        detail: expect.stringMatching(/^len needs a list or a text, not [23]$/),
        misuse: true,
        count: 1000,
      },
    ]);
  });

  test('but ends soon, however much there is to compute', () => {
    const heavy = 'sum(range(1, 999) + range(1, 999))';
    const lets = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`x${i}`, heavy]));
    const began = performance.now();
    failureOf(never(['n > 3'], lets));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('each kind', () => {
  const params = { n: 'int(2, 9)' };

  test('a question has what its template has, and its seed', () => {
    const drawn = drawQuestion(
      {
        ...dotTemplate(),
        source: { ref: 'math-vectors/khan', portion: 'dot products' },
        asOf: '2026-11-01',
      },
      5,
    );
    expect(drawn).toMatchObject({
      ref: 'math-vectors/q/one',
      topic: 'math-vectors',
      concept: 'math-vectors/norm',
      difficulty: 2,
      source: { ref: 'math-vectors/khan', portion: 'dot products' },
      asOf: '2026-11-01',
      generated: true,
      seed: 5,
    });
    expect(drawn).not.toHaveProperty('params');
  });

  test('number: the description of the format holds for every seed', () => {
    for (const seed of seeds) {
      const drawn = question('number', dotTemplate(), seed);
      const [a = [], b = []] = Array.from(drawn.prompt.matchAll(/\(([^)]*)\)/g), ([, list = '']) =>
        list.split(', ').map(Number),
      );
      const products = a.map((x, i) => x * (b[i] ?? Number.NaN));
      const sum = (list: number[]) => list.reduce((total, x) => total + x, 0);
      expect(drawn.answer).toBe(sum(products));
      expect(drawn.slips).toEqual([{ answer: sum(a) * sum(b) + 0, feedback: 'That is a slip.' }]);
      expect(drawn.hints[1]).toBe(`${products.map((x) => x + 0).join(' + ')} = ${drawn.answer}.`);
    }
  });

  test('choice: options in an order from the seed, with ids in that order', () => {
    const from = choiceTemplate('{{n}}', ['{{n + 1}}', '{{n + 2}}', '{{n + 3}}'], { params });
    const places = seeds.map((seed) => {
      const { options, answer } = question('choice', from, seed);
      expect(options.map((option) => option.id)).toEqual(['a', 'b', 'c', 'd']);
      const right = options.find((option) => option.id === answer);
      expect(right?.feedback).toBeNull();
      const n = Number(right?.text);
      expect(options.map((option) => Number(option.text)).toSorted()).toEqual(
        [n, n + 1, n + 2, n + 3].map(Number).toSorted(),
      );
      expect(options.find((option) => option.text === String(n + 1))?.feedback).toBe(
        `Not ${n + 1}.`,
      );
      return answer;
    });
    for (const id of 'abcd') {
      expect(places.filter((place) => place === id).length).toBeGreaterThan(60);
    }
  });

  test('choice: a template without parameters is shuffled too', () => {
    const from = choiceTemplate('right', ['wrong', 'worse']);
    const orders = seeds.map((seed) => question('choice', from, seed));
    expect(new Set(orders.map(({ options }) => options.map((o) => o.text).join())).size).toBe(6);
    expect(orders.every(({ generated }) => !generated)).toBe(true);
  });

  test('several: the ids of the right ones, in order', () => {
    const from = template(({ text }) => ({
      kind: 'several',
      right: ['yes', 'also'].map((right) => ({ text: text(right), feedback: null })),
      wrong: ['no', 'never'].map((wrong) => ({ text: text(wrong), feedback: 'Not so.' })),
    }));
    const answers = seeds.map((seed) => {
      const { options, answer } = question('several', from, seed);
      const right = options.filter((option) => ['yes', 'also'].includes(option.text));
      expect(answer).toEqual(right.map((option) => option.id));
      return answer.join('');
    });
    expect(new Set(answers)).toEqual(new Set(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']));
  });

  test('several: none may be right', () => {
    const from = template(() => ({
      kind: 'several',
      right: [],
      wrong: ['no', 'never', 'nowhere'].map((text) => ({ text, feedback: 'Not so.' })),
    }));
    expect(question('several', from).answer).toEqual([]);
  });

  test('truefalse: a condition, and nothing else', () => {
    const of = (answer: string) =>
      template(({ expr }) => ({ kind: 'truefalse', answer: expr(answer), feedback: 'Look.' }), {
        params,
      });
    const found = new Set(seeds.map((seed) => question('truefalse', of('n > 5'), seed).answer));
    expect(found).toEqual(new Set([true, false]));
    expect(failureOf(of('n')).failures[0]).toMatchObject({ place: ['answer'], misuse: true });
  });

  test('vector: entries and slips', () => {
    const from = template(
      ({ expr, text }) => ({
        kind: 'vector',
        answer: expr('[n, -n]'),
        tolerance: { kind: 'absolute', by: 0.01 },
        unordered: true,
        slips: [{ answer: expr('[n]'), feedback: text('One is {{n}}.') }],
      }),
      { params },
    );
    const drawn = question('vector', from);
    const [n = 0] = drawn.answer;
    expect(drawn).toMatchObject({
      answer: [n, -n],
      unordered: true,
      tolerance: { kind: 'absolute', by: 0.01 },
      slips: [{ answer: [n], feedback: `One is ${n}.` }],
    });
  });

  test('vector: an unordered slip is right in any order', () => {
    const from = template(
      ({ expr }) => ({
        kind: 'vector',
        answer: expr('[n, 2 * n]'),
        tolerance: { kind: 'exact' },
        unordered: true,
        slips: [{ answer: expr('[2 * n, n]'), feedback: 'no' }],
      }),
      { params },
    );
    expect(failureOf(from).failures).toEqual([
      {
        place: ['slips', 0, 'answer'],
        problem: 'is as right as the answer',
        detail: '',
        misuse: false,
        count: 1000,
      },
    ]);
  });

  test('matrix: rows', () => {
    const from = template(
      ({ expr }) => ({
        kind: 'matrix',
        answer: expr('[[n, 1], [0, n]]'),
        tolerance: { kind: 'exact' },
        slips: [{ answer: expr('[[n], [1], [0], [n]]'), feedback: 'no' }],
      }),
      { params },
    );
    const { answer, slips } = question('matrix', from);
    const n = answer[0]?.[0] ?? 0;
    expect(answer).toEqual([
      [n, 1],
      [0, n],
    ]);
    expect(slips[0]?.answer).toEqual([[n], [1], [0], [n]]);
  });

  const shaped = (answer: string, slips: string[] = []) =>
    template(
      ({ expr }) => ({
        kind: 'shape',
        answer: expr(answer),
        slips: slips.map((slip) => ({ answer: expr(slip), feedback: 'no' })),
      }),
      { params },
    );

  test('shape: sizes, none for a scalar, null where it is undefined', () => {
    expect(question('shape', shaped('[n, 3, floor((n + 2) / n)]')).answer?.length).toBe(3);
    expect(question('shape', shaped('[]')).answer).toEqual([]);
    expect(question('shape', shaped('"undefined"', ['[n]'])).answer).toBeNull();
    expect(question('shape', shaped('[n]', ['"undefined"'])).slips[0]?.answer).toBeNull();
  });

  test.each(['[n / 2 + 0.1]', '[-n]', '"nothing"', 'n', '[[n]]'])('shape: not %s', (answer) => {
    expect(failureOf(shaped(answer)).failures[0]).toMatchObject({
      place: ['answer'],
      misuse: true,
    });
  });

  test('expression: texts with values', () => {
    const from = template(
      ({ text }) => ({
        kind: 'expression',
        answer: text('{{n}}*x^{{n - 1}}'),
        variables: { x: { min: -2, max: 2 } },
        slips: [{ answer: text('{{n}} * x^{{pick}}'), feedback: 'no' }],
      }),
      { params: { n: 'int(2, 4)', pick: 'int(1, 4)' } },
    );
    for (const seed of seeds) {
      const { answer, slips } = question('expression', from, seed);
      const n = Number(answer[0]);
      expect(answer).toBe(`${n}*x^${n - 1}`);
      expect(slips[0]?.answer.replaceAll(' ', '')).not.toBe(answer);
    }
  });

  const ordered = (groups: string[][]) =>
    template(({ text }) => ({ kind: 'order', groups: groups.map((group) => group.map(text)) }));

  test('order: never shown in a right order, with groups of equals', () => {
    const shown = seeds.map((seed) => {
      const { items, answer } = question(
        'order',
        ordered([['one'], ['two', 'zwei'], ['three']]),
        seed,
      );
      expect(items.map((item) => item.id)).toEqual(['a', 'b', 'c', 'd']);
      const texts = answer.map((group) =>
        group.map((id) => items.find((item) => item.id === id)?.text).toSorted(),
      );
      expect(texts).toEqual([['one'], ['two', 'zwei'], ['three']]);
      return items.map((item) => item.text).join();
    });
    expect(new Set(shown).size).toBe(24 - 2);
    expect(shown).not.toContain('one,two,zwei,three');
    expect(shown).not.toContain('one,zwei,two,three');
  });

  test('order: one group has no order', () => {
    expect(failureOf(ordered([['one', 'two', 'three']])).failures[0]).toMatchObject({
      place: ['answer'],
      misuse: true,
    });
  });

  test('match: both sides shuffled, each left with its own right', () => {
    const from = template(({ text }) => ({
      kind: 'match',
      pairs: ['one', 'two', 'three'].map((left) => ({ left: text(left), right: text(`${left}!`) })),
      extra: ['four!'],
    }));
    const shown = seeds.map((seed) => {
      const { left, right, answer } = question('match', from, seed);
      expect(left.map((item) => item.id)).toEqual(['a', 'b', 'c']);
      expect(right.map((item) => item.id)).toEqual(['1', '2', '3', '4']);
      for (const item of left) {
        expect(right.find(({ id }) => id === answer[item.id])?.text).toBe(`${item.text}!`);
      }
      return [left.map((item) => item.text).join(), right.map((item) => item.text).join()];
    });
    expect(new Set(shown.map(([left]) => left)).size).toBe(6);
    expect(new Set(shown.map(([, right]) => right)).size).toBe(24);
  });

  test('cloze and text: accepted forms without repeats', () => {
    const cloze = template(
      ({ text }) => ({ kind: 'cloze', blanks: [[text('{{n}}'), text('{{n + 0}}')], [text('x')]] }),
      { params },
    );
    const term = template(({ text }) => ({ kind: 'text', accepted: ['a', 'b', 'a'].map(text) }));
    expect(question('cloze', cloze).answer).toEqual([[expect.stringMatching(/^\d$/)], ['x']]);
    expect(question('text', term).answer).toEqual(['a', 'b']);
  });

  test('open: a model answer', () => {
    const from = template(({ text }) => ({ kind: 'open', answer: text('about {{n}}') }), {
      params,
    });
    expect(question('open', from).answer).toMatch(/^about \d$/);
  });
});
