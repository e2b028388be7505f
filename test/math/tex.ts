import fc from 'fast-check';

const letters = fc.constantFrom('x', 'y', 'n', 'W', 'Q', '\\theta', '\\alpha', '\\Sigma', '\\ell');
const numbers = fc.constantFrom('0', '1', '2', '10', '3.14', '1{,}000');
const styled = fc
  .tuple(fc.constantFrom('\\mathbf', '\\mathbb', '\\mathcal', '\\boldsymbol', '\\mathrm'), letters)
  .map(([command, letter]) => `${command}{${letter}}`);
const names = fc.constantFrom(
  '\\log',
  '\\sin',
  '\\operatorname{softmax}',
  '\\text{if }',
  '\\text{loss of the model}',
);
const operators = fc.constantFrom(
  '+',
  '-',
  '=',
  '\\le',
  '\\cdot',
  ',',
  '\\to',
  '\\in',
  '\\mid',
  '\\odot',
  '\\;',
  '\\quad',
  '|',
  '!',
  '\\|',
  '/',
);
const brackets = fc.constantFrom(
  ['(', ')'],
  ['[', ']'],
  ['\\{', '\\}'],
  ['\\langle', '\\rangle'],
  ['\\lfloor', '\\rfloor'],
  ['|', '|'],
  ['\\|', '\\|'],
  ['.', '|'],
  ['\\{', '.'],
);
const accents = fc.constantFrom(
  'hat',
  'bar',
  'tilde',
  'vec',
  'dot',
  'widehat',
  'overline',
  'underline',
  'overbrace',
  'underbrace',
  'overrightarrow',
  'ddot',
  'check',
);
const matrices = fc.constantFrom(
  'matrix',
  'pmatrix',
  'bmatrix',
  'vmatrix',
  'Vmatrix',
  'cases',
  'aligned',
  'gathered',
  'smallmatrix',
);
const sums = fc.constantFrom(
  '\\sum',
  '\\prod',
  '\\int',
  '\\max',
  '\\lim',
  '\\bigcup',
  '\\operatorname*{arg\\,max}',
);

/** TeX that KaTeX reads, from all the constructs that the layout knows, nested a few deep. */
export const tex: fc.Arbitrary<string> = fc
  .letrec<{ formula: string; part: string }>((tie) => {
    const part = tie('part');
    const formula = tie('formula');
    return {
      formula: fc
        .array(fc.oneof({ arbitrary: part, weight: 3 }, operators), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.join(' ')),
      part: fc.oneof(
        { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
        letters,
        numbers,
        styled,
        names,
        fc.tuple(formula, formula).map(([a, b]) => `\\frac{${a}}{${b}}`),
        fc.tuple(formula, formula).map(([a, b]) => `\\binom{${a}}{${b}}`),
        formula.map((a) => `\\sqrt{${a}}`),
        fc.tuple(letters, formula).map(([n, a]) => `\\sqrt[${n}]{${a}}`),
        fc.tuple(part, formula).map(([a, b]) => `{${a}}_{${b}}`),
        fc.tuple(part, formula).map(([a, b]) => `{${a}}^{${b}}`),
        fc.tuple(part, formula, formula).map(([a, b, c]) => `{${a}}_{${b}}^{${c}}`),
        fc.tuple(sums, formula, formula).map(([sum, a, b]) => `${sum}_{${a}}^{${b}}`),
        fc.tuple(brackets, formula).map(([[l, r], a]) => `\\left${l} ${a} \\right${r}`),
        fc.tuple(accents, formula).map(([name, a]) => `\\${name}{${a}}`),
        fc
          .tuple(matrices, fc.array(fc.tuple(formula, formula), { minLength: 1, maxLength: 3 }))
          .map(
            ([name, rows]) =>
              `\\begin{${name}} ${rows.map((row) => row.join(' & ')).join(' \\\\ ')} \\end{${name}}`,
          ),
        formula.map((a) => `\\boxed{${a}}`),
        fc.tuple(formula, formula).map(([a, b]) => `\\overset{${a}}{${b}}`),
        fc.tuple(formula, formula).map(([a, b]) => `\\xrightarrow[{${a}}]{${b}}`),
        formula.map((a) => `\\phantom{${a}}`),
        letters.map((a) => `\\cancel{${a}}`),
      ),
    };
  })
  .formula.filter((source) => source.length <= 2000);
