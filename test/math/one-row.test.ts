import { describe, expect, test } from 'vitest';
import { lineOf } from '../../src/math/fit.ts';
import { ASCII } from '../../src/math/glyphs/ascii.ts';
import { UNICODE } from '../../src/math/glyphs/unicode.ts';
import { readTex } from '../../src/math/tex/read.ts';

const unicode = (tex: string) => lineOf(readTex(tex), UNICODE);
const ascii = (tex: string) => lineOf(readTex(tex), ASCII);

describe('on one row a formula keeps its meaning with the fewest brackets', () => {
  test.each([
    // A numerator may be a product, a denominator one factor only.
    ['\\frac{a}{b}', 'a/b'],
    ['\\frac{QK^\\top}{\\sqrt{d_k}}', 'QKᵀ/√dₖ'],
    ['\\frac{a+b}{c}', '(a + b)/c'],
    ['\\frac{a}{bc}', 'a/(bc)'],
    ['\\frac{-x}{2}', '−x/2'],
    ['\\frac{1}{f(x)}', '1/f(x)'],
    ['\\frac{\\partial f}{\\partial x_i}', '∂f/∂xᵢ'],
    ['\\frac{\\frac{a}{b}}{c}', '(a/b)/c'],
    ['\\frac{\\log p}{T}', '(log p)/T'],
    ['\\frac{1}{2}', '½'],
    // A fraction beside a factor stands in brackets, elsewhere it needs none.
    ['\\frac{1}{n} \\sum_i x_i', '(1/n) ∑ᵢ xᵢ'],
    ['\\log \\frac{p}{q}', 'log(p/q)'],
    ['\\log_2 \\frac{p}{q}', 'log₂(p/q)'],
    ['1 + \\frac{a}{b} - c', '1 + a/b − c'],
    ['\\eta \\frac{m}{v}', 'η m/v'],
    ['\\left(\\frac{a}{b}\\right)^2', '(a/b)²'],
    ['{\\frac{a}{b}}^2', '(a/b)²'],
    ['\\frac{1}{2} x', '½x'],
    // Scripts: small characters where all of them exist, else a caret with as few brackets.
    ['x_i^2', 'xᵢ²'],
    ['K^\\top', 'Kᵀ'],
    ['x^{n+1}', 'xⁿ⁺¹'],
    ['x_{i,j}', 'x_(i,j)'],
    ['W_Q', 'W_Q'],
    ['W_Q^\\top x', 'W_Q^T x'],
    ['d_{\\text{model}} x', 'd_model x'],
    ["f'_Q", 'f′_Q'],
    ['e^{-x^2/2}', 'e^(−x²/2)'],
    ['x^{(t)}', 'x⁽ᵗ⁾'],
    ['W^{(\\pi)}', 'W^(π)'],
    ['\\sum_{i=1}^n x_i', '∑ᵢ₌₁ⁿ xᵢ'],
    ['\\sum_{i \\in S} x_i', '∑_(i∈S) xᵢ'],
    ['\\lim_{x \\to 0} f(x)', 'lim_(x→0) f(x)'],
    ['\\max_\\theta L', 'max_θ L'],
    // Roots, accents, brackets, tables.
    ['\\sqrt{a+b}', '√(a + b)'],
    ['\\sqrt{2}\\sigma', '√2 σ'],
    ['\\sqrt{2\\sigma}', '√(2σ)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\hat{y}_i', 'ŷᵢ'],
    ['\\overline{ab}', 'overline(ab)'],
    ['\\binom{n}{k}', '(n choose k)'],
    ['\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}', '[1, 2;  3, 4]'],
    ['\\begin{vmatrix}a&b\\\\c&d\\end{vmatrix}', '|a, b;  c, d|'],
    [
      '\\begin{cases}1&\\text{if }x>0\\\\0&\\text{otherwise}\\end{cases}',
      '{1 if x > 0;  0 otherwise}',
    ],
    ['\\left.\\frac{df}{dx}\\right|_{x=0}', 'df/dx|ₓ₌₀'],
  ])('%s is %s', (tex, expected) => expect(unicode(tex)).toBe(expected));
});

describe('space goes by the classes of the neighbours (TeXbook, chapter 18)', () => {
  test.each([
    ['a+b', 'a + b'],
    ['-a', '−a'],
    ['a=-b', 'a = −b'],
    ['(-a)', '(−a)'],
    ['2\\cdot-1', '2 ⋅ −1'],
    ['a,b', 'a, b'],
    ['f(x)', 'f(x)'],
    ['\\log x', 'log x'],
    ['\\log(x)', 'log(x)'],
    ['\\sum (x+y)', '∑ (x + y)'],
    ['-\\log x', '−log x'],
    ['2x', '2x'],
    ['TP', 'TP'],
    ['\\text{loss} x', 'loss x'],
    ['x\\text{ if }y', 'x if y'],
    ['a\\quad b', 'a  b'],
    ['a\\,b', 'a b'],
    ['a\\!b', 'ab'],
    ['\\text{ab}\\!c', 'ab c'],
    ['a{=}b', 'a=b'],
    ['P(A|B)', 'P(A|B)'],
    ['P(A\\mid B)', 'P(A | B)'],
    ['|x|+|y|', '|x| + |y|'],
    ['\\{x : |x|<1\\}', '{x : |x| < 1}'],
    ['x\\implies y', 'x ⟹ y'],
    ['n!', 'n!'],
    ['x_1, \\dots, x_n', 'x₁, …, xₙ'],
    ['a \\bmod n', 'a mod n'],
    ['\\mathrm{BLEU\\text{-}4}', 'BLEU-4'],
    ['\\mathrm{d}x', 'dx'],
    ['\\min \\|x\\|', 'min ‖x‖'],
    ['x := 1', 'x := 1'],
  ])('%s is %s', (tex, expected) => expect(unicode(tex)).toBe(expected));
});

describe('in ASCII', () => {
  test.each([
    ['\\frac{QK^\\top}{\\sqrt{d_k}}', 'QK^T/sqrt(d_k)'],
    ['\\alpha\\beta \\le \\infty', 'alpha beta <= inf'],
    ['\\hat{y}_i', 'y_hat_i'],
    ['x_{t-1}', 'x_(t-1)'],
    ['\\mathbf{x} \\in \\mathbb{R}^n', 'x in R^n'],
    ['\\sum_{i=1}^n x_i', 'sum_(i=1)^n x_i'],
    ['\\text{café}', 'cafe'],
    ["f''(x)", "f''(x)"],
  ])('%s is %s', (tex, expected) => expect(ascii(tex)).toBe(expected));
});
