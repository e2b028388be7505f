import type { Question } from '../question.ts';
import { type Reading, type Understood, Unreadable } from './answer.ts';
import { readMatch, readOrder } from './arrangements.ts';
import { readCloze, readText } from './blanks.ts';
import { readChoice, readOpen, readSeveral, readTrueFalse } from './choices.ts';
import { readExpression } from './expressions.ts';
import { readNumber } from './numbers.ts';
import { readShape } from './shapes.ts';
import { readMatrix, readVector } from './vectors.ts';

/**
 * Reads an answer as typed, or as a value from JSON in the forms of `quiz --stdio`. `null`, for "do
 * not know", is the caller's. An answer that cannot be read gives `ok: false` with a sentence for
 * the learner, and must not be counted. One that is `unusual` should have its `shown` shown before
 * it counts. Texts over 2,000 characters are refused unread. Throws Error only for an expression
 * question whose key cannot be read.
 */
export function readAnswer(question: Question, input: unknown): Reading {
  try {
    return { ok: true, ...understood(question, input) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message };
    throw error;
  }
}

function understood(question: Question, input: unknown): Understood {
  switch (question.kind) {
    case 'choice':
      return readChoice(question, input);
    case 'several':
      return readSeveral(question, input);
    case 'truefalse':
      return readTrueFalse(input);
    case 'number':
      return readNumber(question, input);
    case 'vector':
      return readVector(input);
    case 'matrix':
      return readMatrix(input);
    case 'shape':
      return readShape(input);
    case 'expression':
      return readExpression(question, input);
    case 'order':
      return readOrder(question, input);
    case 'match':
      return readMatch(question, input);
    case 'cloze':
      return readCloze(question, input);
    case 'text':
      return readText(input);
    case 'open':
      return readOpen(input);
  }
}
