import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/domain/error.ts';
import { outlineOf } from '../../../src/domain/path/path.ts';
import {
  currentRef,
  indexPath,
  resolveRef,
  type ThingKind,
} from '../../../src/domain/path/refs.ts';
import { aPath, aPhase, aTopic, core, milestone } from '../../helpers/path-builder.ts';

const path = aPath(
  aPhase(
    'math',
    aTopic('math-vectors', {
      parts: [core('vector-film', 60), core('maths-book', 30)],
      concepts: ['dot-product', 'norm'],
      was: ['arrows'],
    }),
    aTopic('math-matrices', {
      parts: [core('maths-book', 60), milestone('multiply', 60, ['times'])],
      concepts: ['norm', 'harmonic-mean'],
    }),
  ),
  aPhase(
    'ml',
    aTopic('ml-layers', { parts: [core('layer-film', 60, ['old-film'])], concepts: ['mean'] }),
  ),
);
const index = indexPath(path);
const KINDS: ThingKind[] = ['phase', 'topic', 'use', 'concept', 'milestone', 'resource'];
const WORK: ThingKind[] = ['topic', 'use', 'milestone'];

const resolve = (text: string, kinds: readonly ThingKind[] = KINDS) => {
  const { kind, ref } = resolveRef(index, text, kinds);
  return `${kind} ${ref}`;
};

function failure(text: string, kinds: readonly ThingKind[] = KINDS): UserError {
  try {
    resolveRef(index, text, kinds);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`"${text}" was found`);
}

describe('a ref is found by', () => {
  test.each([
    ['its id', 'math-vectors', 'topic math-vectors'],
    ['its id in capitals and blanks', ' Math-Vectors ', 'topic math-vectors'],
    ['its whole id, though others begin so', 'math', 'phase math'],
    ['a phase id that is short', 'ml', 'phase ml'],
    ['the id of a part', 'math-vectors/vector-film', 'use math-vectors/vector-film'],
    ['a resource id', 'vector-film', 'resource vector-film'],
    ['a prefix', 'math-mat', 'topic math-matrices'],
    ['a prefix that its parts share', 'math-v', 'topic math-vectors'],
    ['a prefix of a part', 'math-matrices/m/mul', 'milestone math-matrices/m/multiply'],
    ['a suffix', 'atrices', 'topic math-matrices'],
    ['a suffix of a part', 'product', 'concept math-vectors/dot-product'],
    ['a whole last part before a piece of one', 'mean', 'concept ml-layers/mean'],
    ['a last part', 'multiply', 'milestone math-matrices/m/multiply'],
  ])('%s: %s', (_, text, found) => {
    expect(resolve(text)).toBe(found);
  });

  test('what is not wanted does not stand in the way', () => {
    expect(resolve('vector-film', WORK)).toBe('use math-vectors/vector-film');
    expect(resolve('math-v', ['concept', 'topic'])).toBe('topic math-vectors');
  });

  test('every id names its own thing', () => {
    for (const thing of index.things.values()) {
      expect(resolve(thing.ref)).toBe(`${thing.kind} ${thing.ref}`);
    }
    expect(index.things.size).toBe(18);
  });
});

describe('an old ref leads to the present one', () => {
  test.each([
    ['a renamed topic', 'arrows', 'math-vectors'],
    ['a part of a renamed topic', 'arrows/vector-film', 'math-vectors/vector-film'],
    ['a renamed milestone', 'math-matrices/m/times', 'math-matrices/m/multiply'],
    ['a renamed part', 'ml-layers/old-film', 'ml-layers/layer-film'],
    ['a present one', 'ml-layers', 'ml-layers'],
    ['an unknown one', 'nothing', 'nothing'],
    ['an unknown part of a renamed topic', 'arrows/nothing', 'arrows/nothing'],
  ])('%s: %s', (_, old, current) => {
    expect(currentRef(index, old)).toBe(current);
  });

  test('a renamed part of a renamed topic', () => {
    const parts = [core('film', 30, ['reel']), milestone('build', 30, ['make'])];
    const twice = indexPath(aPath(aPhase('math', aTopic('new', { parts, was: ['old'] }))));
    expect(currentRef(twice, 'old/reel')).toBe('new/film');
    expect(currentRef(twice, 'new/reel')).toBe('new/film');
    expect(currentRef(twice, 'old/film')).toBe('new/film');
    expect(currentRef(twice, 'old/m/make')).toBe('new/m/build');
  });

  test('on the command line too', () => {
    expect(resolve('Arrows')).toBe('topic math-vectors');
    expect(resolve('arrows/dot-product')).toBe('concept math-vectors/dot-product');
  });
});

describe('a ref that names no single thing', () => {
  test('is ambiguous, with all it could be', () => {
    const error = failure('norm');
    expect(error.code).toBe('ref.ambiguous');
    expect(error.details).toEqual({ candidates: ['math-vectors/norm', 'math-matrices/norm'] });
    expect(error.message).toBe('"norm" could be math-vectors/norm, math-matrices/norm.');
  });

  test('shows six candidates and counts the others', () => {
    const topics = Array.from({ length: 9 }, (_, i) => aTopic(`topic-${i}`));
    const many = indexPath(aPath(aPhase('all', ...topics)));
    expect(() => resolveRef(many, 'topic-', ['topic'])).toThrow(
      '"topic-" could be topic-0, topic-1, topic-2, topic-3, topic-4, topic-5 and 3 more.',
    );
  });

  test.each<[string, ThingKind[], string]>([
    ['math-vectors', ['milestone'], '"math-vectors" is the topic math-vectors, and a milestone'],
    ['dot-product', WORK, '"dot-product" is the concept math-vectors/dot-product, and a topic or'],
    [
      'arrows',
      ['phase', 'use'],
      '"arrows" is the topic math-vectors, and a phase or a resource of',
    ],
  ])('%s is of the wrong kind', (text, kinds, message) => {
    const error = failure(text, kinds);
    expect(error.code).toBe('ref.kind');
    expect(error.message).toContain(message);
    expect(error.hint).toMatch(/^llmpath show math-vectors/);
  });

  test('is unknown, with the nearest candidates', () => {
    const error = failure('math-vektors');
    expect(error.code).toBe('ref.unknown');
    expect(error.message).toContain('Nothing here is called "math-vektors". Did you mean ');
    expect((error.details.candidates as string[])[0]).toBe('math-vectors');
    expect(error.hint).toBe('llmpath show math-vectors');
  });

  test.each(['', '  ', 'zebra', '/', '*'])('%j is unknown', (text) => {
    const error = failure(text, WORK);
    expect(error.code).toBe('ref.unknown');
    expect(error.message).not.toContain('undefined');
  });

  test('whatever is typed, it is found by its end or its beginning, or refused', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc
        .tuple(fc.constantFrom(...index.things.keys()), fc.nat(20), fc.nat(20))
        .map(([ref, from, length]) => ref.slice(from, from + length)),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const { ref } = resolveRef(index, text, KINDS);
          const wanted = text.trim().toLowerCase();
          const old = index.renamed.has(wanted) || wanted.startsWith('arrows/');
          expect(ref.startsWith(wanted) || ref.endsWith(wanted) || old).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as UserError).code).toMatch(/^ref\.(unknown|ambiguous)$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('the concept of a renamed topic is known to an outline by its questions', () => {
  const quiz = { 'dot-product': ['by-hand'] };
  const renamed = aTopic('math-vectors', { quiz, was: ['arrows'], concepts: ['dot-product'] });
  const old = { 'math-vectors/scalar-product': 'math-vectors/dot-product' };
  const outline = outlineOf(aPath(aPhase('math', { ...renamed, renamedConcepts: old })));
  const now = 'math-vectors/dot-product';
  expect(currentRef(indexPath(outline), 'arrows/dot-product')).toBe(now);
  expect(currentRef(indexPath(outline), 'math-vectors/scalar-product')).toBe(now);
  expect(currentRef(indexPath(outline), 'arrows/scalar-product')).toBe(now);
  expect(currentRef(indexPath(outline), 'arrows/q/by-hand')).toBe('math-vectors/q/by-hand');
});
