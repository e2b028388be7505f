import type { Place } from '../generate/attempt.ts';
import { expectedAnswer } from '../grade/expected.ts';
import { gradeAnswer } from '../grade/grade.ts';
import { readAnswer } from '../grade/read.ts';
import type { ExpressionQuestion, Question } from '../question.ts';
import { rightAnswers, wrongAnswers } from './trials.ts';

/** A fault in one variant; what differs between variants stands in `detail`. */
export interface Finding {
  place: Place;
  problem: string;
  detail?: string;
}

/** Right answers that the grader does not take as right, and wrong ones that it does. */
export function misjudged(question: Question): Finding[] {
  const found: Finding[] = [];
  for (const input of rightAnswers(question)) {
    const { correct, message } = judged(question, input);
    if (correct) continue;
    const detail = ` when given as ${JSON.stringify(input)}${message ? `: ${message}` : ''}`;
    found.push({ place: ['answer'], problem: 'is not accepted by the grader', detail });
  }
  if (found.length > 0) return found;
  for (const { place, input, what } of wrongAnswers(question)) {
    if (!judged(question, input).correct) continue;
    const detail = `, ${JSON.stringify(input)} for ${expectedAnswer(question)}`;
    found.push({ place, problem: `lets ${what} count as right`, detail });
  }
  return question.kind === 'expression' ? [...found, ...unreadableSlips(question)] : found;
}

/** Blanks of the prompt that have no answer, or answers that have no blank. */
export function blankFaults(question: Question): Finding[] {
  if (question.kind !== 'cloze') return [];
  const blanks = new Set(Array.from(question.prompt.matchAll(/__(\d+)__/g), ([, n]) => Number(n)));
  const wanted = question.answer.map((_, i) => i + 1);
  if (blanks.size === wanted.length && wanted.every((n) => blanks.has(n))) return [];
  const shown = [...blanks].map((n) => `__${n}__`).join(', ') || 'no blanks';
  const problem = `has ${shown}, and needs ${wanted.map((n) => `__${n}__`).join(', ')}`;
  return [{ place: ['prompt'], problem }];
}

/** The grader reads slips too, and throws at one that it cannot read: they must be found first. */
function unreadableSlips(question: ExpressionQuestion): Finding[] {
  const bare = { ...question, slips: [] };
  return question.slips.flatMap(({ answer }, i) => {
    const { message } = judged(bare, answer);
    if (!message) return [];
    return [{ place: ['slips', i, 'answer'], problem: 'cannot be read', detail: `: ${message}` }];
  });
}

/** Reading an expression compares it with the key, which takes long enough to do it once only. */
const RIGHT = { correct: true, message: null };

/** `message` says why an answer, or the key of an expression question, cannot be read. */
function judged(question: Question, input: unknown): { correct: boolean; message: string | null } {
  const bare = question.kind === 'expression' ? { ...question, slips: [] } : question;
  try {
    const reading = readAnswer(bare, input);
    if (!reading.ok) return { correct: false, message: reading.message };
    if (question.kind === 'expression' && input === question.answer) return RIGHT;
    return { correct: gradeAnswer(bare, reading.answer).correct, message: null };
  } catch (error) {
    if (question.kind !== 'expression' || !(error instanceof Error)) throw error;
    return { correct: false, message: error.message };
  }
}
