import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { all, create } from 'mathjs';
import { expect, test } from 'vitest';
import { parseFormula } from '../../../../src/domain/quiz/grade/algebra.ts';
import { Unreadable } from '../../../../src/domain/quiz/grade/answer.ts';
import { compareFormulas } from '../../../../src/domain/quiz/grade/equivalent.ts';
import { evaluate } from '../../../../src/domain/quiz/grade/evaluate.ts';
import {
  ALIASES,
  CONSTANTS,
  type Formula,
  FUNCTIONS,
  type Operator,
  written,
} from '../../../../src/domain/quiz/grade/formula.ts';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import { expression, number } from './build.ts';

const HOME = 'src/domain/quiz/grade';

test('one file imports mathjs, for its parser alone, and has nothing evaluated or compiled', () => {
  const sources = readdirSync(HOME).map((name) => [name, readFileSync(`${HOME}/${name}`, 'utf8')]);
  const importing = sources.filter(([, source]) => source?.includes("from 'mathjs"));
  expect(importing.map(([name]) => name)).toEqual(['algebra.ts']);
  const source = importing[0]?.[1] ?? '';
  expect(source).toContain(
    "import { create, type MathNode, parseDependencies } from 'mathjs/number'",
  );
  expect(source).toContain('const { parse } = create(');
  expect(source).not.toMatch(/\.(?:evaluate|eval|compile|_compile|import|config)\b/);
});

test('nothing that mathjs offers outside the whitelist can be named or called', () => {
  const mathjs = create(all ?? {});
  const known = new Set([...FUNCTIONS.keys(), ...ALIASES.keys(), ...CONSTANTS.keys(), 'PI']);
  const offered = [...Object.keys(mathjs), ...STRANGE];
  const names = [...new Set(offered)].filter((name) => !known.has(name));
  expect(names.length).toBeGreaterThan(300);
  for (const name of names) {
    for (const typed of [
      name,
      `${name}(1)`,
      `${name}(1, 1)`,
      `${name}()`,
      `1 ${name} 1`,
      `${name}.${name}`,
    ]) {
      for (const question of [number(1), expression('x')]) {
        expect([typed, readAnswer(question, typed).ok]).toEqual([typed, false]);
      }
    }
  }
});

const STRANGE = [
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'valueOf', 'toString', 'this'],
  ...['globalThis', 'process', 'require', 'eval', 'Function', 'cm', 'kg', 'deg', 'i', 'Infinity'],
];

test('no operator of mathjs but five passes', () => {
  const operators =
    '% ! \' .* ./ .^ : ? = == != < > <= >= & | ~ << >> >>> && || , ; . [ ] { } @ # $ \\ " `';
  for (const operator of operators.split(' ')) {
    for (const typed of [`x${operator}1`, `2 ${operator} x`, `x${operator}`, `${operator}x`]) {
      expect([typed, readAnswer(expression('x'), typed).ok]).toEqual([typed, false]);
    }
  }
  for (const word of ['mod', 'to', 'in', 'and', 'or', 'xor', 'not']) {
    expect(readAnswer(expression('x'), `x ${word} 2`).ok).toBe(false);
  }
});

const variables = { x: { min: -2, max: 3 }, y: { min: 0.5, max: 4 } };
const names = Object.keys(variables);

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  fc.constantFrom(...names, 'pi', 'e').map((name): Formula => ({ type: 'name', name })),
  fc.constantFrom(0, 1, 2, 3, 10, 0.5, 1.25).map((value): Formula => ({ type: 'number', value })),
);
const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('formula').map((of): Formula => ({ type: 'negate', of })),
    fc
      .tuple(fc.constantFrom<Operator>('+', '-', '*', '/', '^'), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ type: 'operation', operator, left, right })),
    fc
      .tuple(fc.constantFrom('sqrt', 'exp', 'sin', 'abs', 'tanh', 'log'), tie('formula'))
      .map(([name, arg]): Formula => ({ type: 'call', name, args: [arg] })),
  ),
}));
const short = formula.filter((f) => written(f).length <= 400);

test('a formula written out reads back as itself', () => {
  fc.assert(
    fc.property(short, (f) => {
      expect(parseFormula(written(f), names).formula).toEqual(f);
    }),
  );
});

test('a formula is the same as itself, in any of its writings, or cannot be told', () => {
  fc.assert(
    fc.property(short, (f) => {
      for (const same of [f, negated(negated(f)), plus(f, zero), plus(zero, f)]) {
        expect(['same', 'undefined', 'unclear']).toContain(compareFormulas(same, f, variables));
      }
    }),
  );
});

test('a formula with something added is never the same', () => {
  const small = fc.constantFrom(1, 0.5, 1e-3, 1e-6);
  fc.assert(
    fc.property(short, small, (f, by) => {
      const values = new Map([
        ['x', 1.3],
        ['y', 2.1],
      ]);
      fc.pre(Math.abs(evaluate(f, values).value) < 1e3);
      const other = plus(f, { type: 'number', value: by });
      expect(compareFormulas(other, f, variables)).not.toBe('same');
    }),
  );
});

test('reading an expression throws nothing but what a learner can be told', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        ...'x y pi e 1 2.5 .5 + - * / ^ ( ) , sin( sqrt √ ² ½ 1e3 _ = . !'.split(' '),
        ' ',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string(), fc.string({ unit: 'binary' })), (text) => {
      try {
        parseFormula(text, names);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    }),
    { numRuns: 2000 },
  );
});

const zero: Formula = { type: 'number', value: 0 };

function negated(of: Formula): Formula {
  return { type: 'negate', of };
}

function plus(left: Formula, right: Formula): Formula {
  return { type: 'operation', operator: '+', left, right };
}
