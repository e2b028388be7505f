import type { Question } from '../../../../../src/domain/quiz/question.ts';

/** What stands in the truth table for one question: answers as typed, by verdict. */
export interface Truth {
  question: Question;
  right?: readonly string[];
  wrong?: readonly string[];
  invalid?: readonly string[];
}

/**
 * Answers apart by `¦`, so that many stand in a line. Blanks around them do not count; `␣` is one
 * that does, `↵` a new line, and `∅` the empty answer.
 */
export function answers(list: string): string[] {
  return list.split('¦').map((answer) => {
    const bare = answer.replace(/^[ \n]+|[ \n]+$/g, '');
    return bare === '∅' ? '' : bare.replaceAll('␣', ' ').replaceAll('↵', '\n');
  });
}

export type Ruling = 'right' | 'wrong' | 'invalid';

export interface Row {
  question: Question;
  answer: string;
  ruling: Ruling;
}

export function rowsOf(truths: readonly Truth[]): Row[] {
  return truths.flatMap(({ question, right = [], wrong = [], invalid = [] }) => [
    ...right.map((answer) => ({ question, answer, ruling: 'right' as const })),
    ...wrong.map((answer) => ({ question, answer, ruling: 'wrong' as const })),
    ...invalid.map((answer) => ({ question, answer, ruling: 'invalid' as const })),
  ]);
}

/** The key as it stands in the published table, enough to read a row by itself. */
export function keyText(question: Question): string {
  switch (question.kind) {
    case 'choice':
    case 'several': {
      const of = question.options.map((option) => option.id).join('');
      return `${JSON.stringify(question.answer)} of ${of}`;
    }
    case 'expression': {
      const ranges = Object.entries(question.variables);
      const over = ranges.map(([name, { min, max }]) => `${name} in ${min}..${max}`).join(', ');
      return `${question.answer} (${over})`;
    }
    case 'match':
      return `${JSON.stringify(question.answer)} of ${question.right.map((r) => r.id).join(' ')}`;
    default:
      return typeof question.answer === 'string'
        ? question.answer
        : JSON.stringify(question.answer);
  }
}

/** The tolerance and whatever else of the question decides: percent, unit, free order. */
export function toleranceText(question: Question): string {
  if (question.kind !== 'number' && question.kind !== 'vector' && question.kind !== 'matrix')
    return '';
  const parts = [toleranceOf(question.tolerance)];
  if (question.kind === 'vector' && question.unordered) parts.push('any order');
  if (question.kind === 'number') {
    if (question.percent) parts.push('percent allowed');
    if (question.unit) {
      const { name, forms, required } = question.unit;
      parts.push(`unit ${name} ${JSON.stringify(forms)}${required ? ' required' : ''}`);
    }
  }
  return parts.join('; ');
}

function toleranceOf(tolerance: { kind: string; by?: number; count?: number }): string {
  if (tolerance.kind === 'exact') return 'exact';
  if (tolerance.kind === 'digits') return `${tolerance.count} digits`;
  return tolerance.kind === 'absolute' ? `± ${tolerance.by}` : `± ${tolerance.by} of the key`;
}

/** A table as RFC 4180 has it: fields quoted where needed, lines ended by CRLF. */
export function csv(lines: readonly (readonly string[])[]): string {
  const field = (value: string) =>
    /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}
