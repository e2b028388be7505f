import { parseFormula } from '../../src/domain/quiz/grade/algebra.ts';
import { evaluate } from '../../src/domain/quiz/grade/evaluate.ts';
import { asciiMaths } from '../../src/domain/quiz/grade/symbols.ts';
import { areWithin, isWithin } from '../../src/domain/quiz/grade/tolerance.ts';
import type { ExpressionQuestion, Question } from '../../src/domain/quiz/question.ts';
import type { Reference } from './references.ts';

const POINTS = [0.13, 0.31, 0.52, 0.68, 0.89];
const ROUNDING = 1e-6;

/** How a question's key differs from what was computed a second time; null where they agree. */
export function disagreement(question: Question, reference: Reference): string | null {
  const agrees = agree(question, reference);
  if (agrees) return null;
  const told = typeof reference === 'function' ? 'its function' : JSON.stringify(reference);
  return `the key is ${JSON.stringify(keyOf(question))}, the reference ${told}`;
}

function agree(question: Question, reference: Reference): boolean {
  switch (question.kind) {
    case 'number':
      return (
        typeof reference === 'number' && isWithin(reference, question.answer, question.tolerance)
      );
    case 'vector': {
      const { answer, tolerance, unordered } = question;
      return isNumbers(reference) && areWithin(reference, answer, tolerance, unordered);
    }
    case 'matrix': {
      const rows = Array.isArray(reference) ? reference : [];
      const isSameSize =
        rows.length === question.answer.length &&
        rows.every((row, i) => isNumbers(row) && row.length === question.answer[i]?.length);
      return isSameSize && areWithin(rows.flat(), question.answer.flat(), question.tolerance);
    }
    case 'shape':
      return JSON.stringify(question.answer ?? 'undefined') === JSON.stringify(reference);
    case 'expression':
      return typeof reference === 'function' && agreesAtPoints(question, reference);
    default:
      return isSameText(keyOf(question), reference);
  }
}

/** The key in the form in which references give it: options and items by their texts. */
export function keyOf(question: Question): unknown {
  switch (question.kind) {
    case 'choice':
      return question.options.find(({ id }) => id === question.answer)?.text;
    case 'several':
      return question.options.filter(({ id }) => question.answer.includes(id)).map((o) => o.text);
    case 'order':
      return question.answer.flat().map((id) => question.items.find((i) => i.id === id)?.text);
    case 'match':
      return question.left.map(({ id, text }) => [
        text,
        question.right.find((item) => item.id === question.answer[id])?.text,
      ]);
    case 'cloze':
      return question.answer.map((accepted) => accepted[0]);
    case 'text':
      return question.answer[0];
    default:
      return question.answer;
  }
}

/** As texts, in any order where the order of options is drawn. */
function isSameText(key: unknown, reference: Reference): boolean {
  const flat = (value: unknown) => (Array.isArray(value) ? value : [value]).map(String).sort();
  return JSON.stringify(flat(key)) === JSON.stringify(flat(reference));
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}

function agreesAtPoints(
  { answer, variables }: ExpressionQuestion,
  reference: (variables: Record<string, number>) => number,
): boolean {
  const { formula } = parseFormula(asciiMaths(answer), Object.keys(variables));
  return POINTS.every((share, i) => {
    const entries = Object.entries(variables).map(([name, { min, max }], j): [string, number] => [
      name,
      min + (max - min) * ((share + 0.17 * i * j) % 1),
    ]);
    const key = evaluate(formula, new Map(entries)).value;
    const own = reference(Object.fromEntries(entries));
    return Math.abs(key - own) <= ROUNDING * Math.max(1, Math.abs(key));
  });
}
