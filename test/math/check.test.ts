import { expect, test } from 'vitest';
import { checkFormulas } from '../../src/math/check.ts';

test('every formula that would be shown as its TeX is named with the reason', () => {
  const text = 'Good $x^2$, bad $\\foo$.\n\nAlso $$\\frac{a}$$ and `$\\code$`, \\$5, and $5 or $6.';
  expect(checkFormulas(text)).toEqual([
    { tex: '\\foo', problem: '\\foo is not a command that KaTeX knows' },
    { tex: '\\frac{a}', problem: expect.stringContaining('Unexpected end of input') },
  ]);
});

test('a pair of dollar signs that nothing closes is a problem, a single one is money', () => {
  expect(checkFormulas('a $$x + y')).toEqual([
    { tex: '$$', problem: 'it opens a formula that nothing closes' },
  ]);
  expect(checkFormulas('it costs $5')).toEqual([]);
});
