import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '../../../../src/domain/quiz/grade/grade.ts';
import { readAnswer } from '../../../../src/domain/quiz/grade/read.ts';
import type { Question } from '../../../../src/domain/quiz/question.ts';
import { arrangements, choices } from './truths/choices.ts';
import { expressions } from './truths/expressions.ts';
import { lists, shapes } from './truths/lists.ts';
import { numbers } from './truths/numbers.ts';
import { tolerances } from './truths/tolerances.ts';
import { csv, keyText, type Ruling, rowsOf, toleranceText } from './truths/truth.ts';
import { units } from './truths/units.ts';
import { words } from './truths/words.ts';

const TABLE = 'test/fixtures/grading.csv';
const HEADER = ['kind', 'key', 'tolerance', 'answer', 'verdict'];

const truths = [
  ...[...numbers, ...tolerances, ...units, ...lists, ...shapes],
  ...[...expressions, ...choices, ...arrangements, ...words],
];
const rows = rowsOf(truths);
const lines = rows.map(({ question, answer, ruling }) => [
  question.kind,
  keyText(question),
  toleranceText(question),
  answer,
  ruling,
]);

function rulingOf(question: Question, input: unknown): Ruling {
  const reading = readAnswer(question, input);
  if (!reading.ok) return 'invalid';
  return gradeAnswer(question, reading.answer).correct ? 'right' : 'wrong';
}

describe('the truth table', () => {
  test.each(truths.map((truth) => [nameOf(truth.question), truth] as const))('%s', (_, truth) => {
    const own = rowsOf([truth]);
    const ruled = own.map(({ question, answer }) => [answer, rulingOf(question, answer)]);
    expect(ruled).toEqual(own.map(({ answer, ruling }) => [answer, ruling]));
  });

  test('a typed answer that is JSON counts the same as its value', () => {
    const differing = rows.filter(({ question, answer, ruling }) => {
      const value = parsed(answer);
      const survives = JSON.stringify(value) === answer.replaceAll(' ', '');
      if (!survives || value === null || typeof value === 'string') return false;
      if (question.kind === 'text') return false;
      return answer.length < 2000 && rulingOf(question, value) !== ruling;
    });
    expect(differing.map(({ question, answer }) => [question.kind, answer])).toEqual([]);
  });

  test('every refusal is one sentence that ends and is short', () => {
    for (const { question, answer } of rows.filter((row) => row.ruling === 'invalid')) {
      const reading = readAnswer(question, answer);
      if (reading.ok) continue;
      expect(reading.message).toMatch(/^[^\n]{20,300}\.$/);
    }
  });

  test('has rows enough, none of them twice, and every kind with every verdict', () => {
    expect(rows.length).toBeGreaterThanOrEqual(600);
    const seen = lines.map((line) => JSON.stringify(line));
    expect(seen.filter((line, i) => seen.indexOf(line) !== i)).toEqual([]);
    const kinds = new Set(lines.map(([kind]) => kind));
    expect(kinds.size).toBe(13);
    const verdicts = new Set(lines.map(([kind, , , , ruling]) => `${kind} ${ruling}`));
    expect(verdicts.size).toBe(3 * kinds.size);
  });

  test('is published as it is', () => {
    const table = csv([HEADER, ...lines]);
    if (process.env.UPDATE_GRADING) writeFileSync(TABLE, table);
    expect(readFileSync(TABLE, 'utf8')).toBe(table);
  });
});

function nameOf(question: Question): string {
  return [question.kind, keyText(question), toleranceText(question)].filter(Boolean).join(' | ');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
