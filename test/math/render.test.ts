import { describe, expect, test } from 'vitest';
import { layoutFormula } from '../../src/math/render.ts';

const WIDE = { width: 80, style: 'unicode', display: true } as const;
const laid = (tex: string, more: Partial<Parameters<typeof layoutFormula>[1]> = {}) =>
  layoutFormula(tex, { ...WIDE, ...more });
const shown = (tex: string, width = 80) => laid(tex, { width }).lines.join('\n');

describe('a formula in two dimensions', () => {
  test('its baseline is the row of the surrounding text', () => {
    expect(laid('x')).toEqual({ lines: ['x'], baseline: 0, understood: true, problem: null });
    expect(laid('\\frac{a}{b}')).toMatchObject({ lines: [' a', '───', ' b'], baseline: 1 });
    expect(laid('x^\\pi')).toMatchObject({ lines: [' π', 'x'], baseline: 1 });
  });

  test('a bar covers the wider part, and reaches further than the bars in it', () => {
    expect(shown('\\frac{1}{a+b}')).toBe('  1\n─────\na + b');
    expect(shown('\\frac{\\frac{a}{b}}{c}')).toBe('  a\n ───\n  b\n─────\n  c');
  });

  test('brackets grow with rows, yet not for scripts alone', () => {
    expect(shown('\\left(\\frac{a}{b}\\right)')).toBe('⎛  a  ⎞\n⎜ ─── ⎟\n⎝  b  ⎠');
    expect(shown('(x_Q)')).toBe('(x )\n  Q');
  });

  test('braces have a nose, on the baseline', () => {
    expect(shown('\\left\\{\\frac{a}{b}\\right\\}')).toBe('⎧  a  ⎫\n⎨ ─── ⎬\n⎩  b  ⎭');
  });

  test('scripts of a tall bracket stand at its ends', () => {
    expect(shown('\\left(\\frac{a}{b}\\right)_i^2')).toBe('⎛  a  ⎞²\n⎜ ─── ⎟\n⎝  b  ⎠ᵢ');
  });

  test('text that is simple enough stays on one row when not displayed', () => {
    expect(laid('\\frac{a}{b+c}', { display: false }).lines).toEqual(['a/(b + c)']);
    expect(laid('\\begin{pmatrix}a\\\\b\\end{pmatrix}', { display: false }).lines).toHaveLength(3);
  });
});

describe('a formula wider than the terminal', () => {
  test('breaks before relations, one under the other', () => {
    expect(shown('a = b + c + d = e + f + g = h', 20)).toBe('a = b + c + d\n  = e + f + g = h');
  });

  test('then before operators, under the operand', () => {
    expect(shown('y = aaaa + bbbb + cccc + dddd', 20)).toBe('y = aaaa + bbbb\n    + cccc + dddd');
  });

  test('statements begin at the margin, remarks further in', () => {
    expect(shown('aaaa = bbbb, \\quad cccc = dddd', 20)).toBe('aaaa = bbbb,\ncccc = dddd');
    expect(shown('aaaa = bbbb \\quad \\text{for all }x', 20)).toBe('aaaa = bbbb\n    for all x');
  });

  test('a fraction that cannot be broken goes on one row, and there breaks', () => {
    const tex = 'x = \\frac{aaaa + bbbb + cccc}{dddd + eeee + ffff}';
    expect(laid(tex, { width: 40 }).lines).toHaveLength(3);
    expect(shown(tex, 16)).toBe('x = (aaaa + bbbb\n  + cccc)/(dddd\n  + eeee + ffff)');
  });

  test('cases keep their brace, conditions move below', () => {
    const tex = 'f = \\begin{cases} aaaa & \\text{if something} \\\\ b & \\text{else} \\end{cases}';
    expect(shown(tex, 20)).toBe(
      ['    ⎧ aaaa', '    ⎪   if something', 'f = ⎨', '    ⎪ b', '    ⎩   else'].join('\n'),
    );
  });

  test('aligned lines break beside their first column', () => {
    const tex = '\\begin{aligned} y &= aaaa + bbbb + cccc \\\\ &= d \\end{aligned}';
    expect(shown(tex, 16)).toBe('y = aaaa + bbbb\n    + cccc\n\n  = d');
  });
});

describe('what is not understood is shown as its TeX, with the reason', () => {
  test.each([
    ['\\foo{x}', '\\foo is not a command that KaTeX knows'],
    ['\\frac{a}', 'Unexpected end of input'],
    ['a^b^c', 'Double superscript'],
    ['\\href{http://x.org}{x}', '\\href is not allowed'],
    ['\\includegraphics{x.png}', '\\includegraphics is not allowed'],
    ['\\text{漢字}', '“漢” does not take one column'],
    ['\\rule{1em}{2em}', '\\rule draws what text cannot show'],
  ])('%s: %s', (tex, problem) => {
    const found = laid(tex);
    expect(found).toMatchObject({ lines: [tex], baseline: 0, understood: false });
    expect(found.problem).toContain(problem);
  });

  test('in ASCII, a character without such a form', () => {
    expect(laid('ж', { style: 'ascii' })).toMatchObject({
      lines: ['?'],
      problem: '“ж” has no ASCII form',
    });
  });
});

describe("strangers' TeX is bounded", () => {
  const quickly = (tex: string) => {
    const start = performance.now();
    const found = laid(tex, { width: 40 });
    expect(performance.now() - start).toBeLessThan(1000);
    return found;
  };

  test.each([
    ['more than 2,000 characters', 'x'.repeat(2001), 'longer than 2,000 characters'],
    ['macros without end', '\\def\\a{\\a\\a}\\a', '\\def defines a macro'],
    ['macros that double', '\\newcommand{\\a}[1]{\\a{#1#1}}\\a{x}', '\\newcommand defines a macro'],
    ['macros by another name', '\\let\\a\\frac\\a12', '\\let defines a macro'],
    ['very many of KaTeX’s own', '\\neq'.repeat(480), 'its macros expand without end'],
    ['deep groups', `${'\\sqrt{'.repeat(250)}x${'}'.repeat(250)}`, 'nested too deeply'],
    ['deep brackets', `${'('.repeat(900)}x${')'.repeat(900)}`, 'nested too deeply'],
    ['deep scripts', `${'x^{'.repeat(400)}x${'}'.repeat(400)}`, 'nested too deeply'],
  ])('%s are refused in words', (_, tex, problem) => {
    const { understood, problem: found } = quickly(tex);
    expect(understood).toBe(false);
    expect(found).toContain(problem);
  });

  test.each([
    ['a long sum', 'a+'.repeat(990)],
    ['a wide matrix', `\\begin{matrix}${'1&'.repeat(900)}1\\end{matrix}`],
    ['roots in roots', `${'\\sqrt{'.repeat(25)}x${'}'.repeat(25)}`],
    ['an endless space', 'a\\hspace{99999em}b'],
    ['many fractions', '\\frac{a}{b}'.repeat(180)],
  ])('%s is set in under a second', (_, tex) => expect(quickly(tex).understood).toBe(true));

  test('control characters do not come out', () => {
    const { lines } = laid('\\text{a\u001B[31mb\u202Ec\u0007}');
    expect(lines).toEqual(['a[31mbc']);
  });

  test('a tag is a tag, not a macro of the author', () => {
    expect(shown('x = 1 \\tag{2}')).toBe('x = 1    (2)');
  });
});
