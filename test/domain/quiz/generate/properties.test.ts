import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawQuestion, drawScope, NoDraw } from '../../../../src/domain/quiz/generate/draw.ts';
import { shuffled } from '../../../../src/domain/quiz/generate/draws.ts';
import type { Template, Value } from '../../../../src/domain/quiz/template.ts';
import { seeded } from '../../../../src/domain/seeded.ts';
import { choiceTemplate, dotTemplate, numberTemplate } from './build.ts';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Templates that mix what draws, computes and shows. */
const templates: Template[] = [
  dotTemplate(),
  choiceTemplate('{{fixed(p, 2)}}', ['{{fixed(1 - p, 2)}}', '{{sig(p / 2, 2)}}'], {
    params: { p: 'decimal(0.1, 0.9, 2)' },
    prompt: 'It is {{percent(p, 0)}}.',
  }),
  numberTemplate('det(A)', {
    params: { A: 'intMatrix(3, 3, -4, 4)', k: 'pick([2, 3])' },
    lets: { B: 'inv(A) * k' },
    prompt: '{{tex(A)}} and {{tex(round(B, 3))}}',
  }),
];

test('the same seed gives the same question, also after a round through JSON', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), seed, (from, drawnWith) => {
      const again: Template = JSON.parse(JSON.stringify(from));
      const first = drawQuestion(from, drawnWith);
      expect(drawQuestion(again, drawnWith)).toEqual(first);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      expect(drawScope(from, drawnWith)).toEqual(drawScope(again, drawnWith));
    }),
  );
});

test('nothing that is shown or computed is not a number', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), seed, (from, drawnWith) => {
      const shown = JSON.stringify(drawQuestion(from, drawnWith));
      expect(shown).not.toMatch(/NaN|Infinity|undefined|\{\{|-0[^.\d]/);
      expect([...drawScope(from, drawnWith).values()].every(areFinite)).toBe(true);
    }),
  );
});

test('a shuffle is a permutation, and the same generator gives the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), seed, (list, from) => {
      const once = shuffled(list, seeded(from));
      expect(once.toSorted()).toEqual(list.toSorted());
      expect(shuffled(list, seeded(from))).toEqual(once);
    }),
  );
});

test('a condition holds in every question that is drawn', () => {
  const condition = fc.constantFrom(
    'a < b',
    'a != b',
    'a + b > 4',
    'a == b',
    'a % 2 == 0',
    'a > 99',
  );
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), seed, (where, from) => {
      const lets = Object.fromEntries(where.map((text, i) => [`holds${i}`, text]));
      const params = { a: 'int(0, 9)', b: 'int(0, 9)' };
      try {
        const scope = drawScope(numberTemplate('a', { params, lets, where }), from);
        expect(where.map((_, i) => scope.get(`holds${i}`))).toEqual(where.map(() => true));
      } catch (error) {
        if (!(error instanceof NoDraw)) throw error;
        expect(error.failures.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
      }
    }),
  );
});

function areFinite(value: Value): boolean {
  if (Array.isArray(value)) return value.every(areFinite);
  return typeof value !== 'number' || Number.isFinite(value);
}
