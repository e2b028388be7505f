import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradeAnswer } from '../../../../src/domain/quiz/grade/grade.ts';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import * as ask from './build.ts';
import * as write from './surface.ts';

function ruling(question: Question, input: unknown): string {
  const reading = readAnswer(question, input);
  if (!reading.ok) return `invalid: ${reading.message}`;
  return gradeAnswer(question, reading.answer).correct
    ? 'right'
    : `wrong: read as ${reading.shown}`;
}

function expectAll(question: Question, forms: readonly unknown[], wanted: 'right' | 'wrong') {
  for (const form of forms) {
    const found = ruling(question, form);
    expect([form, found.startsWith(wanted) ? wanted : found]).toEqual([form, wanted]);
  }
}

/** Numbers as questions have them: whole, or with up to six decimals. */
const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
  fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 1, max: 6 }))
    .map(([n, places]) => n / 10 ** places)
    .filter((n) => !String(n).includes('e')),
);
const tolerance = fc.oneof(
  fc.constant(ask.exact),
  fc.double({ min: 1e-6, max: 10, noNaN: true }).map(ask.within),
  fc.double({ min: 1e-6, max: 0.5, noNaN: true }).map(ask.share),
  fc.integer({ min: 1, max: 8 }).map(ask.digits),
);
const letters = fc.integer({ min: 2, max: 8 }).map((n) => Array.from('abcdefgh').slice(0, n));

test('a number is right however it is written', () => {
  fc.assert(
    fc.property(value, tolerance, (key, allowed) => {
      expectAll(ask.number(key, allowed), [key, ...write.numberForms(key)], 'right');
    }),
  );
});

test('a number is right as a percentage and in each unit', () => {
  const unit = ask.unit('s', { s: 1, ms: 0.001, min: 60 }, true);
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), (thousandths) => {
      const key = thousandths / 1000;
      const percent = ask.number(key, ask.exact, { percent: true });
      expectAll(percent, [`${thousandths / 10}%`, `${thousandths / 10} %`, key], 'right');
      const forms = [`${key} s`, `${key}s`, `${thousandths} ms`, `${thousandths}/60000 min`];
      expectAll(ask.number(key, ask.exact, { unit }), forms, 'right');
      expect(ruling(ask.number(key, ask.exact, { unit }), String(key))).toMatch(/^invalid/);
    }),
  );
});

test('a number beyond its tolerance is wrong', () => {
  const beyond = fc.double({ min: 1e-6, max: 100, noNaN: true });
  fc.assert(
    fc.property(value, tolerance, beyond, fc.boolean(), (key, allowed, more, up) => {
      const room = {
        exact: () => 1e-9 * Math.max(1, Math.abs(key)),
        absolute: (by: number) => by,
        relative: (by: number) => by * (Math.abs(key) || 1),
        digits: (count: number) => 10 ** (Math.floor(Math.log10(Math.abs(key) || 1)) - count + 1),
      };
      const by = 'by' in allowed ? allowed.by : 'count' in allowed ? allowed.count : 0;
      const gap = room[allowed.kind](by) * (1 + more) + 1e-9 * Math.abs(key);
      const given = up ? key + gap : key - gap;
      expectAll(ask.number(key, allowed), [given, String(given)], 'wrong');
    }),
  );
});

test('a vector is right however it is written, and wrong with an entry more, less or moved', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), fc.nat(), (key, at) => {
      const entries = key.map(
        (entry, i) => write.numberForms(entry).filter(fitsList)[i + (at % 5)] ?? String(entry),
      );
      expectAll(ask.vector(key), [key, key.map(String), ...write.vectorForms(entries)], 'right');
      const shuffled = ask.vector(key.toReversed(), ask.exact, { unordered: true });
      expectAll(shuffled, [key], 'right');
      const moved = key.with(at % key.length, (key[at % key.length] ?? 0) + 0.01);
      expectAll(ask.vector(key), [moved, [...key, 0]], 'wrong');
      if (key.length > 1) expectAll(ask.vector(key), [key.slice(1)], 'wrong');
    }),
  );
});

test('a matrix is right however it is written, and wrong with an entry moved', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
  const sized = size.chain(([rows, columns]) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(sized, (key) => {
      const entries = key.map((row) => row.map(String));
      expectAll(ask.matrix(key), [key, ...write.matrixForms(entries)], 'right');
      const moved = key.map((row) => row.map((entry) => entry + 0.01));
      expectAll(ask.matrix(key), [moved, [...key, key[0]], key.map((row) => [...row, 1])], 'wrong');
    }),
  );
});

test('a shape is right however it is written, and no other shape is', () => {
  const shape = fc.option(fc.array(fc.integer({ min: 0, max: 2048 }), { maxLength: 5 }));
  fc.assert(
    fc.property(shape, shape, (key, other) => {
      expectAll(ask.shape(key), write.shapeForms(key), 'right');
      if (JSON.stringify(key) === JSON.stringify(other)) return;
      expectAll(ask.shape(key), write.shapeForms(other), 'wrong');
    }),
  );
});

test('options are right in any order and writing, and no other set is', () => {
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (ids, one, two) => {
      const set = (bits: number) => ids.filter((_, i) => (bits >> i) & 1);
      const [key, other] = [set(one), set(two)];
      const forms = (chosen: string[]) =>
        chosen.length > 0 ? write.idForms(chosen.toReversed()) : ['none', '[]'];
      expectAll(ask.several(key, ids.length), [key, ...forms(key)], 'right');
      if (key.join() !== other.join())
        expectAll(ask.several(key, ids.length), forms(other), 'wrong');
      const [right = 'a', wrong = 'b'] = ids;
      expectAll(ask.choice(right, ids.length), [right, `${right})`, right.toUpperCase()], 'right');
      expectAll(ask.choice(right, ids.length), [wrong, `${wrong})`], 'wrong');
    }),
  );
});

test('an order is right within its groups, and wrong across them', () => {
  const shuffled = letters.chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }));
  fc.assert(
    fc.property(shuffled, fc.nat(), (ids, at) => {
      const cut = 1 + (at % (ids.length - 1));
      const groups = [ids.slice(0, cut), ids.slice(cut)];
      const within = groups.flatMap((group) => group.toReversed());
      expectAll(ask.order(...groups), [ids, within, ...write.idForms(within)], 'right');
      expectAll(
        ask.order(...groups),
        [...write.idForms(ids.slice(cut).concat(ids.slice(0, cut)))],
        'wrong',
      );
      expect(ruling(ask.order(...groups), ids.slice(1))).toMatch(/^invalid/);
      expect(ruling(ask.order(...groups), [...ids, ids[0]])).toMatch(/^invalid/);
    }),
  );
});

test('pairs are right in any order and writing, and wrong when turned', () => {
  fc.assert(
    fc.property(letters, (ids) => {
      const key = Object.fromEntries(ids.map((id, i) => [id, String(i + 1)]));
      const turned = Object.fromEntries(
        ids.map((id, i) => [id, String(((i + 1) % ids.length) + 1)]),
      );
      const forms = (pairs: Record<string, string>) => {
        const all = Object.entries(pairs).toReversed();
        const joined = (link: string, between: string) =>
          all.map((pair) => pair.join(link)).join(between);
        return [
          ...[pairs, JSON.stringify(pairs), joined('', ' '), joined('', ''), joined('-', ' ')],
          ...[joined('=', ','), joined(' → ', '; '), joined(': ', '\n'), joined(' ', ' ')],
        ];
      };
      expectAll(ask.match(key), forms(key), 'right');
      expectAll(ask.match(key), forms(turned), 'wrong');
    }),
  );
});

const terms = [
  ...[
    'gradient',
    'learning rate',
    'batch normalization',
    'residual connection',
    'vanishing gradient',
  ],
  ...[
    'tokenizer',
    'cross entropy',
    'optimizer',
    'encoder',
    'decoder',
    'precision',
    'recall',
    'max pooling',
  ],
  ...[
    'min pooling',
    'overfitting',
    'underfitting',
    'supervised',
    'unsupervised',
    'positional encoding',
  ],
  ...[
    'query',
    'key',
    'value',
    'sigmoid',
    'softmax',
    'bias',
    'variance',
    'L1 norm',
    'L2 norm',
    'beam search',
  ],
  ...[
    'mean',
    'median',
    'convex',
    'concave',
    'row',
    'column',
    'rank',
    'trace',
    'forward',
    'backward',
  ],
  ...[
    'stochastic',
    'deterministic',
    'generative',
    'discriminative',
    'micro average',
    'macro average',
  ],
  ...[
    'prior',
    'posterior',
    'type I error',
    'type II error',
    'ReLU',
    'attention head',
    'GPT-2',
    'GPT-3',
    'top-1',
    'top-5',
  ],
];

test('a term is right in each writing, and never for another term', () => {
  for (const term of terms) {
    expectAll(ask.text(term), write.termForms(term), 'right');
    for (const other of terms) {
      if (other !== term) expectAll(ask.text(term), write.termForms(other), 'wrong');
    }
  }
});

test('blanks are right when each is, by line, mark or list', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...terms), { minLength: 2, maxLength: 4 }), (key) => {
      const question = ask.cloze(...key.map((term) => [term]));
      const forms = [key, JSON.stringify(key), key.join('\n'), key.join('; '), key.join(' | ')];
      expectAll(question, forms, 'right');
      expectAll(question, [key.with(0, 'something else'), [...key.slice(1), 'nothing']], 'wrong');
      expect(ruling(question, key.slice(1))).toMatch(/^invalid/);
    }),
  );
});

/** A list separates its entries with blanks and commas, so no entry may hold one. */
function fitsList(form: string): boolean {
  return !/[\s,]/.test(form.trim()) && form.trim() === form;
}
