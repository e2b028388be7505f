import type { ExpressionQuestion } from '../question.ts';
import { parseFormula } from './algebra.ts';
import { type Understood, Unreadable } from './answer.ts';
import { type Comparison, compareFormulas } from './equivalent.ts';
import { type Formula, written } from './formula.ts';
import { asciiMaths } from './symbols.ts';
import { bounded, describe, quote } from './typed.ts';

/**
 * Reads an expression over the question's variables. One that has no value, or whose digits cancel
 * so that it cannot be compared with the key, is refused too. Throws Unreadable.
 */
export function readExpression(question: ExpressionQuestion, input: unknown): Understood {
  const names = Object.keys(question.variables);
  const [first] = names;
  const expected = first
    ? `write an expression in ${names.join(', ')} such as 2*${first}^2 + 1`
    : 'write an expression such as sqrt(2) + 1/3';
  if (typeof input !== 'string' && typeof input !== 'number') {
    throw new Unreadable(`${describe(input)} is not an expression; ${expected}.`);
  }
  const typed = bounded(String(input), expected);
  try {
    const ascii = asciiMaths(typed);
    const { formula, changed } = parseFormula(ascii, names);
    const problem = PROBLEMS.get(compareFormulas(formula, keyOf(question), question.variables));
    if (problem) throw new Unreadable(problem);
    const shown = written(formula);
    const unusual = changed || ascii !== typed.trim();
    return { answer: { kind: 'expression', formula: ascii }, shown, unusual };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`${quote(typed)} cannot be read (${error.message}); ${expected}.`);
  }
}

/** How an answer that was read compares with a key or a slip of the question. */
export function compareWith(question: ExpressionQuestion, answer: string, key: string): Comparison {
  const names = Object.keys(question.variables);
  return compareFormulas(
    parseFormula(answer, names).formula,
    keyOf(question, key),
    question.variables,
  );
}

const PROBLEMS: ReadonlyMap<Comparison, string> = new Map([
  ['undefined', 'it has no value anywhere in the ranges of the question'],
  ['unclear', 'its digits cancel so that it cannot be compared, a simpler form can'],
]);

/** Throws Error for a key that cannot be read, which `path check` finds first. */
function keyOf(question: ExpressionQuestion, key = question.answer): Formula {
  try {
    return parseFormula(asciiMaths(key), Object.keys(question.variables)).formula;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Error(`${question.ref}: the key ${quote(key)} cannot be read: ${error.message}`);
  }
}
