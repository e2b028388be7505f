import { quote } from '../../domain/quiz/grade/typed.ts';
import type { Asked } from '../../domain/quiz/pick.ts';
import type { Item, Question } from '../../domain/quiz/question.ts';
import { wantedAnswer } from '../render/wanted.ts';
import type { Graded, Summary } from './run.ts';

/** What a program asks for with one line. */
export type Request =
  /** `seconds` that it took, where the program knows better than the clock here. */
  | { kind: 'answer'; input: unknown; seconds?: number }
  | { kind: 'hint' }
  | { kind: 'skip' }
  | { kind: 'quit' };

export type Message = { type: string } & Record<string, unknown>;

const EXPECTED = 'send one of answer, hint, skip and quit, such as {"answer":"b"} or {"hint":true}';
/** The most seconds that are believed. */
const DAY = 86_400;
const ORDERS = ['hint', 'skip', 'quit'] as const;

/** What a line asks for; a sentence where it asks for nothing known. */
export function readRequest(value: unknown): Request | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `${describe(value)} is not a JSON object; ${EXPECTED}.`;
  }
  const keys = Object.keys(value);
  const unknown = keys.find((key) => key !== 'answer' && key !== 'seconds' && !isOrder(key));
  if (unknown !== undefined) return `${quote(unknown)} is not known; ${EXPECTED}.`;
  if (Object.hasOwn(value, 'seconds')) return readTimed(value);
  const [key] = keys;
  if (key === undefined) return `The object is empty; ${EXPECTED}.`;
  if (keys.length > 1) return `The object holds ${keys.join(' and ')}; ${EXPECTED}.`;
  const given = (value as Record<string, unknown>)[key];
  if (!isOrder(key)) return { kind: 'answer', input: given };
  return given === true ? { kind: key } : `${key} can only be true; ${EXPECTED}.`;
}

/** An answer with the seconds it took. */
function readTimed(value: object): Request | string {
  const { answer, seconds, ...rest } = value as Record<string, unknown>;
  if (answer === undefined || Object.keys(rest).length > 0) {
    return `seconds belong to an answer alone, such as {"answer":"b","seconds":40}.`;
  }
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= DAY)) {
    return `seconds can only be a number from 0 to ${DAY}, such as {"answer":"b","seconds":40}.`;
  }
  return { kind: 'answer', input: answer, seconds };
}

const isOrder = (key: string): key is (typeof ORDERS)[number] =>
  (ORDERS as readonly string[]).includes(key);

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'An array';
  return value === null ? 'null' : `A ${typeof value}`;
}

/** A question as a program gets it; `text` is laid out for a screen of 80 columns. */
export function questionMessage(asked: Asked, text: string, exam: boolean): Message {
  const { question, n, of, topicTitle, reason } = asked;
  const { ref, seed, kind, topic, concept, difficulty, prompt, hints } = question;
  return {
    type: 'question',
    n,
    of,
    id: ref,
    seed,
    kind,
    topic,
    topicTitle,
    concept,
    difficulty,
    prompt,
    text,
    wanted: wantedAnswer(question),
    options: null,
    ...shownParts(question),
    hints: exam ? 0 : hints.length,
    reason,
  };
}

/** What else of a question the learner may see before answering. */
function shownParts(question: Question): Record<string, unknown> {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return { options: question.options.map(shownItem) };
    case 'order':
      return { items: question.items.map(shownItem) };
    case 'match':
      return { left: question.left.map(shownItem), right: question.right.map(shownItem) };
    case 'number':
      return { unit: question.unit };
    case 'expression':
      return { variables: question.variables };
    case 'cloze':
      return { blanks: question.answer.length };
    case 'open':
      return { model: question.answer };
    default:
      return {};
  }
}

const shownItem = ({ id, text }: Item): Item => ({ id, text });

/** A verdict as a program gets it; `read` is how the answer was understood, null for none. */
export function gradedMessage(graded: Graded, read: string | null): Message {
  const { ref, ...rest } = graded;
  return { type: 'graded', id: ref, ...rest, read };
}

export function summaryMessage(summary: Summary): Message {
  const { verdicts: _, due, ...rest } = summary;
  return { type: 'summary', ...rest, next: due };
}
