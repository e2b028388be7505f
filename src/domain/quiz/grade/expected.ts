import type { NumberQuestion, Option, Question } from '../question.ts';
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
      return formatVector(question.answer);
    case 'matrix':
      return formatMatrix(question.answer);
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
  const digits = tolerance.kind === 'digits' ? tolerance.count : null;
  const rounded = digits === null ? answer : Number(answer.toPrecision(digits));
  const number = `${formatNumber(rounded)}${unit ? ` ${unit.name}` : ''}`;
  return percent && !unit ? `${number} (${formatNumber(rounded * 100)}%)` : number;
}
