import { expect, test } from 'vitest';
import { spoken } from '../../src/math/spoken/spoken.ts';
import { readTex } from '../../src/math/tex/read.ts';

test.each([
  [
    '\\frac{QK^\\top}{\\sqrt{d_k}}',
    'the fraction Q times K transposed over the square root of d sub k',
  ],
  ['\\frac{a}{b+c} d', 'the fraction a over b plus c, end fraction, times d'],
  ['f(x)', 'f of x'],
  ['f(x+1) g', 'f of the quantity x plus 1, end quantity, times g'],
  ['a(b+c)', 'a times the quantity b plus c, end quantity'],
  ["f'(x)", 'f prime of x'],
  ['p^k(1-p)', 'p to the power k times the quantity 1 minus p, end quantity'],
  ['\\sum_{i=1}^n x_i', 'the sum from i equals 1 to n of x sub i'],
  ['\\lim_{x \\to 0} x', 'the limit as x goes to 0 of x'],
  ['\\int_0^1 x\\,dx', 'the integral from 0 to 1 of x times d x'],
  ['\\log_2 x', 'log base 2 of x'],
  ['\\|x\\|_2', 'the 2-norm of x'],
  ['|x|', 'the absolute value of x'],
  ['\\mathbb{E}_{x \\sim p}[x]', 'the expectation over x drawn from p of x'],
  ['x \\in \\mathbb{R}^{n \\times d}', 'x in the reals to the power n by d'],
  ['\\hat{\\theta}', 'theta hat'],
  ['\\mathbf{x}', 'bold x'],
  ['\\nabla_\\theta L', 'the gradient with respect to theta of L'],
  [
    '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    'the 2 by 2 matrix, row 1: 1, 2; row 2: 3, 4; end matrix',
  ],
  ['\\binom{n}{k}', 'n choose k'],
  ['p(w_t \\mid w_{<t})', 'p of the quantity w sub t given w sub before t, end quantity'],
])('%s is read aloud as “%s”', (tex, words) => expect(spoken(readTex(tex))).toBe(words));
