import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/domain/spelling.ts';

const TOPICS = ['math-vectors', 'math-matrices', 'math-eigen', 'ml-python', 'tf-attention'];

describe('the nearest spelling', () => {
  test.each([
    ['math-vector', 'math-vectors'],
    ['MATH-VECTORS', 'math-vectors'],
    ['mathvectors', 'math-vectors'],
    ['math-martices', 'math-matrices'],
    ['ml-pyhton', 'ml-python'],
    ['attention', 'tf-attention'],
    ['the tf-attention topic', 'tf-attention'],
  ])('%s means %s', (word, meant) => {
    expect(nearest(word, TOPICS)).toEqual([meant]);
  });

  test.each(['', 'zebra', 'x', 'an entirely different thing'])('%j means nothing here', (word) => {
    expect(nearest(word, TOPICS)).toEqual([]);
  });

  test('a short word may be two letters off, a long one a third of its length', () => {
    expect(nearest('abcd', ['abxy'])).toEqual(['abxy']);
    expect(nearest('abcd', ['axyz'])).toEqual([]);
    expect(nearest('abcdefghijkl', ['abcdefghwxyz'])).toEqual(['abcdefghwxyz']);
    expect(nearest('abcdefghijkl', ['abcdefgvwxyz'])).toEqual([]);
  });

  test('the best come first, equals by name, no more than asked for', () => {
    const words = ['cart', 'bat', 'cats', 'cat', 'dog'];
    expect(nearest('cat', words, 9)).toEqual(['cat', 'bat', 'cart', 'cats']);
    expect(nearest('cat', words, 2)).toEqual(['cat', 'bat']);
  });

  test('a word that is there is its own nearest, in whatever order the others stand', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), (words) => {
        for (const wanted of words) {
          expect(nearest(wanted, words)).toEqual([wanted]);
          expect(nearest(wanted, words.toReversed(), 3)).toEqual(nearest(wanted, words, 3));
        }
      }),
    );
  });
});

test.each([
  [[], ''],
  [['a'], 'Did you mean a?'],
  [['a', 'b'], 'Did you mean a or b?'],
  [['a', 'b', 'c'], 'Did you mean a, b or c?'],
])('%j is offered as %j', (candidates, sentence) => {
  expect(didYouMean(candidates)).toBe(sentence);
});
