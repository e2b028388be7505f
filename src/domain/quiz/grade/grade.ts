import type { ExpressionQuestion, Option, Question, Slip, Tolerance } from '../question.ts';
import type { Answer, AnswerOf, Verdict } from './answer.ts';
import { expectedAnswer } from './expected.ts';
import { compareWith } from './expressions.ts';
import { nearTerm } from './near.ts';
import { areWithin, isWithin } from './tolerance.ts';
import { isTerm } from './words.ts';

/**
 * From this own rating on an open question counts as right: 1 missed it, 2 in part, 3 right, 4
 * easily.
 */
const RIGHT_RATING = 3;

const WITHOUT_SIGN =
  'That would be right with its sign: a number without % is taken as a share of 1.';

interface Finding {
  correct: boolean;
  feedback?: string | null;
  near?: string | null;
}

/**
 * Judges an answer that `readAnswer` gave for the same question. Feedback and near terms come with
 * wrong answers only. Throws TypeError for an answer of another kind.
 */
export function gradeAnswer(question: Question, answer: Answer): Verdict {
  const { correct, feedback, near } = findingOf(question, answer);
  return {
    correct,
    expected: expectedAnswer(question),
    feedback: correct ? null : (feedback ?? null),
    near: correct ? null : (near ?? null),
  };
}

function findingOf(question: Question, answer: Answer): Finding {
  switch (question.kind) {
    case 'choice': {
      const { option } = as(answer, question.kind);
      const feedback = feedbackOf(question.options, [option]);
      return { correct: option === question.answer, feedback };
    }
    case 'several': {
      const { options } = as(answer, question.kind);
      const wrong = options.filter((id) => !question.answer.includes(id));
      const correct = wrong.length === 0 && question.answer.every((id) => options.includes(id));
      return { correct, feedback: feedbackOf(question.options, wrong) };
    }
    case 'truefalse': {
      const { value } = as(answer, question.kind);
      return { correct: value === question.answer, feedback: question.feedback };
    }
    case 'number': {
      const { value } = as(answer, question.kind);
      const finding = byKey(question, (key) => isWithin(value, key, question.tolerance));
      const isUnsigned =
        question.percent && isWithin(value / 100, question.answer, question.tolerance);
      return finding.correct || !isUnsigned ? finding : { ...finding, feedback: WITHOUT_SIGN };
    }
    case 'vector': {
      const { entries } = as(answer, question.kind);
      const { tolerance, unordered } = question;
      return byKey(question, (key) => areWithin(entries, key, tolerance, unordered));
    }
    case 'matrix': {
      const { rows } = as(answer, question.kind);
      return byKey(question, (key) => isMatrix(rows, key, question.tolerance));
    }
    case 'shape': {
      const { shape } = as(answer, question.kind);
      return byKey(question, (key) => isShape(shape, key));
    }
    case 'expression':
      return expressionFinding(question, as(answer, question.kind).formula);
    case 'order':
      return { correct: isOrder(as(answer, question.kind).ids, question.answer) };
    case 'match':
      return { correct: isMatch(as(answer, question.kind).pairs, question.answer) };
    case 'cloze':
      return clozeFinding(as(answer, question.kind).blanks, question.answer);
    case 'text': {
      const { text } = as(answer, question.kind);
      return { correct: isTerm(text, question.answer), near: nearTerm(text, question.answer) };
    }
    case 'open':
      return { correct: as(answer, question.kind).rating >= RIGHT_RATING };
  }
}

function as<K extends Answer['kind']>(answer: Answer, kind: K): AnswerOf<K> {
  if (isOf(answer, kind)) return answer;
  throw new TypeError(`an answer to a ${answer.kind} question for a ${kind} question`);
}

function isOf<K extends Answer['kind']>(answer: Answer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}

function byKey<T>(
  question: { answer: T; slips: Slip<T>[] },
  isRight: (key: T) => boolean,
): Finding {
  if (isRight(question.answer)) return { correct: true };
  const slip = question.slips.find((known) => isRight(known.answer));
  return { correct: false, feedback: slip?.feedback ?? null };
}

function feedbackOf(options: readonly Option[], chosen: readonly string[]): string | null {
  const told = options.filter((option) => chosen.includes(option.id)).map((o) => o.feedback);
  return told.filter((feedback) => feedback !== null).join(' ') || null;
}

function expressionFinding(question: ExpressionQuestion, formula: string): Finding {
  const found = byKey(question, (key) => compareWith(question, formula, key) === 'same');
  if (found.correct || found.feedback) return found;
  const rounded = compareWith(question, formula, question.answer) === 'rounded';
  return { correct: false, feedback: rounded ? ROUNDED : null };
}

const ROUNDED = 'It is close everywhere but not the same: keep constants exact, such as pi or 1/3.';

function isMatrix(
  rows: readonly number[][],
  key: readonly number[][],
  tolerance: Tolerance,
): boolean {
  const sameSize =
    rows.length === key.length && rows.every((row, i) => row.length === key[i]?.length);
  return sameSize && areWithin(rows.flat(), key.flat(), tolerance);
}

function isShape(shape: readonly number[] | null, key: readonly number[] | null): boolean {
  if (!shape || !key) return shape === key;
  return shape.length === key.length && shape.every((size, i) => size === key[i]);
}

/** Whether the groups of the key follow each other, whatever the order inside each. */
function isOrder(ids: readonly string[], key: readonly (readonly string[])[]): boolean {
  let from = 0;
  const follow = key.every((group) => {
    const given = ids.slice(from, from + group.length);
    from += group.length;
    return group.every((id) => given.includes(id));
  });
  return follow && ids.length === from;
}

function isMatch(pairs: Record<string, string>, key: Record<string, string>): boolean {
  const wanted = Object.entries(key);
  return Object.keys(pairs).length === wanted.length && wanted.every(([a, b]) => pairs[a] === b);
}

/** All blanks have to be right; the near terms of the others are told with their number. */
function clozeFinding(blanks: readonly string[], key: readonly (readonly string[])[]): Finding {
  const wrong = key.flatMap((accepted, i) => (isTerm(blanks[i] ?? '', accepted) ? [] : [i]));
  const correct = wrong.length === 0 && blanks.length === key.length;
  const near = wrong.flatMap((i) => {
    const term = nearTerm(blanks[i] ?? '', key[i] ?? []);
    if (!term) return [];
    return key.length === 1 ? term : `${i + 1}: ${term}`;
  });
  return { correct, near: near.join('; ') || null };
}
