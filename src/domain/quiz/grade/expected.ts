import type { NumberQuestion, Option, Question, Tolerance } from '../question.ts';
import { formatNumber } from './numbers.ts';
import { formatShape } from './shapes.ts';
import { formatMatrix, formatVector } from './vectors.ts';

/**
 * The right answer as a learner could have typed it; an option with its text, groups of equals
 * with `=`.
 */
export function expectedAnswer(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return named([question.answer], question.options);
    case 'several':
      return question.answer.length > 0 ? named(question.answer, question.options) : 'none';
    case 'truefalse':
      return String(question.answer);
    case 'number':
      return expectedNumber(question);
    case 'vector':
      return formatVector(question.answer.map((entry) => rounded(entry, question.tolerance)));
    case 'matrix':
      return formatMatrix(
        question.answer.map((row) => row.map((entry) => rounded(entry, question.tolerance))),
      );
    case 'shape':
      return formatShape(question.answer);
    case 'order':
      return question.answer.map((group) => group.join(' = ')).join(', ');
    case 'match':
      return Object.entries(question.answer)
        .map((pair) => pair.join('-'))
        .join(', ');
    case 'cloze':
      return question.answer.map((accepted) => accepted[0] ?? '').join('; ');
    case 'text':
      return question.answer[0] ?? '';
    case 'expression':
    case 'open':
      return question.answer;
  }
}

function named(ids: readonly string[], options: readonly Option[]): string {
  const chosen = options.filter((option) => ids.includes(option.id));
  return chosen.map(({ id, text }) => `${id}) ${text}`).join('; ');
}

function expectedNumber({ answer, tolerance, unit, percent }: NumberQuestion): string {
  const shown = rounded(answer, tolerance);
  const number = `${formatNumber(shown)}${unit ? ` ${unit.name}` : ''}`;
  return percent && !unit ? `${number} (${formatNumber(shown * 100)}%)` : number;
}

/** Digits shown beyond those that the tolerance asks for. */
const MORE_DIGITS = 2;
const MOST_DECIMALS = 12;

/** A whole key as it is; another with the digits that its tolerance gives meaning to, and two more. */
function rounded(key: number, tolerance: Tolerance): number {
  if (Number.isInteger(key) && tolerance.kind !== 'digits') return key;
  switch (tolerance.kind) {
    case 'exact':
      return key;
    case 'digits':
      return Number(key.toPrecision(tolerance.count));
    case 'relative':
      return Number(key.toPrecision(Math.min(MOST_DECIMALS, digitsOf(tolerance.by) + MORE_DIGITS)));
    case 'absolute':
      return Number(key.toFixed(Math.min(MOST_DECIMALS, digitsOf(tolerance.by) + MORE_DIGITS)));
  }
}

/** Decimal places that a tolerance leaves open: 2 for 0.01, 0 for 1 and more. */
function digitsOf(by: number): number {
  return by > 0 ? Math.max(0, Math.ceil(-Math.log10(by))) : MOST_DECIMALS;
}
