import { describe, expect, test } from 'vitest';
import { renderMathText } from '../../src/math/text.ts';

const rendered = (text: string, width = 60) => renderMathText(text, { width, style: 'unicode' });

describe('a text with formulas', () => {
  test.each([
    ['inline', 'so $x^2$ grows', 'so x² grows'],
    ['inline, a simple fraction', 'take $\\frac{1}{n}$ of it', 'take 1/n of it'],
    ['punctuation stays with the formula', 'for ($x_i$), or $y$.', 'for (xᵢ), or y.'],
    ['glued to a word', 'the $n$th and non-$x$', 'the nth and non-x'],
    ['escaped dollar signs are money', 'from \\$5 to \\$10', 'from $5 to $10'],
    ['dollar signs before numbers are money', 'from $5 to $10', 'from $5 to $10'],
    ['a price range', 'it costs $5-$10 a month', 'it costs $5-$10 a month'],
    ['an unbalanced dollar sign', 'only $x here', 'only $x here'],
    ['an unbalanced pair', 'only $$x here', 'only $$x here'],
    ['an empty pair', 'nothing $$ $$ here', 'nothing $$ $$ here'],
    ['spaces inside are no formula', 'a $ x $ b', 'a $ x $ b'],
    ['an escaped dollar sign in a formula', 'pay $\\$5 + x$ now', 'pay $5 + x now'],
    ['code spans are left alone', 'write `$x^2$` for $x^2$', 'write `$x^2$` for x²'],
    ['money before a code span', 'for $30 write `$x$`', 'for $30 write `$x$`'],
    ['longer code spans', 'write ``a ` $b$`` so', 'write ``a ` $b$`` so'],
    ['other backslashes stay', 'C:\\dir and \\alpha', 'C:\\dir and \\alpha'],
    ['what is not understood', 'see $\\foo{x}$ here', 'see \\foo{x} here'],
    ['line ends are spaces', 'one\ntwo\r\nthree', 'one two three'],
    ['control characters vanish', 'a\u001B[2Jb \u202Ec', 'a[2Jb c'],
  ])('%s', (_, text, expected) => expect(rendered(text)).toEqual([expected]));

  test('blank lines separate paragraphs', () => {
    expect(rendered('one\n\n \ntwo')).toEqual(['one', '', 'two']);
  });

  test('words wrap, and so do long formulas, at relations and operators', () => {
    expect(rendered('The loss is $L = a + b + c + d$ in the end.', 20)).toEqual([
      'The loss is L = a',
      '+ b + c + d in the',
      'end.',
    ]);
  });

  test('a formula for two dimensions stands on the baseline of its line', () => {
    expect(rendered('Let $\\begin{pmatrix}a\\\\b\\end{pmatrix}$ be it.')).toEqual([
      '    ⎛ a ⎞',
      'Let ⎜   ⎟ be it.',
      '    ⎝ b ⎠',
    ]);
  });

  test('lines with such a formula are set apart', () => {
    const text = 'one two three $\\begin{pmatrix}a\\\\b\\end{pmatrix}$ four five six seven';
    expect(rendered(text, 20)).toEqual([
      '              ⎛ a ⎞',
      'one two three ⎜   ⎟',
      '              ⎝ b ⎠',
      '',
      'four five six seven',
    ]);
  });

  test('a displayed formula stands on its own, its punctuation with it', () => {
    expect(rendered('So $$\\frac{a}{b}$$, where $a$ is.')).toEqual([
      'So',
      '',
      '     a',
      '    ───,',
      '     b',
      '',
      'where a is.',
    ]);
  });

  test('the question of the design', () => {
    const question = `One query scores two keys $q \\cdot k_1 = 2$ and $q \\cdot k_2 = 0$, with $d_k = 4$.
What weight does the first key get in
$$\\text{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)$$ ?`;
    expect(rendered(question, 76)).toEqual([
      'One query scores two keys q ⋅ k₁ = 2 and q ⋅ k₂ = 0, with dₖ = 4. What',
      'weight does the first key get in',
      '',
      '            ⎛ QKᵀ ⎞',
      '    softmax ⎜ ─── ⎟ ?',
      '            ⎝ √dₖ ⎠',
    ]);
  });

  test('in words, for a screen reader', () => {
    const text = 'Divide by $\\sqrt{d_k}$: $$\\frac{a}{b}$$.';
    expect(renderMathText(text, { width: 60, style: 'spoken' })).toEqual([
      'Divide by the square root of d sub k:',
      '',
      'the fraction a over b.',
    ]);
  });

  test('in ASCII', () => {
    const text = 'Divide by $\\sqrt{d_k}$ for $\\alpha \\le 1$.';
    expect(renderMathText(text, { width: 60, style: 'ascii' })).toEqual([
      'Divide by sqrt(d_k) for alpha <= 1.',
    ]);
  });

  test('nothing in, nothing out', () => {
    expect(rendered('')).toEqual([]);
    expect(rendered(' \n\n ')).toEqual([]);
  });
});
