import type { Unit } from '../domain/quiz/question.ts';
import type { Body } from '../domain/quiz/template.ts';
import type { ExpressionReader, Given } from './expressions.ts';
import { parseTolerance, type QuestionEntry } from './format/questions.ts';
import type { KeyPath } from './format/source.ts';

/** What is particular to the kind of a question. */
export function linkBody(entry: QuestionEntry, { expr, text }: ExpressionReader): Body {
  const options = (list: readonly { text: string; feedback: string }[]) =>
    list.map((option, i) => ({
      text: text(option.text, ['wrong', i, 'text']),
      feedback: text(option.feedback, ['wrong', i, 'feedback']),
    }));
  const right = (answer: string, place: KeyPath) => ({ text: text(answer, place), feedback: null });
  const slips = (list: readonly { answer: Given; feedback: string }[] | undefined) =>
    (list ?? []).map((slip, i) => ({
      answer: expr(slip.answer, ['slips', i, 'answer']),
      feedback: text(slip.feedback, ['slips', i, 'feedback']),
    }));
  const accepted = (given: string | string[], place: KeyPath) =>
    typeof given === 'string'
      ? [text(given, place)]
      : given.map((form, i) => text(form, [...place, i]));
  const tolerance = (given: string | number | undefined) =>
    (given === undefined ? null : parseTolerance(given)) ?? ({ kind: 'exact' } as const);

  switch (entry.kind) {
    case 'choice':
      return {
        kind: entry.kind,
        right: right(entry.answer, ['answer']),
        wrong: options(entry.wrong),
      };
    case 'several':
      return {
        kind: entry.kind,
        right: entry.answer.map((answer, i) => right(answer, ['answer', i])),
        wrong: options(entry.wrong),
      };
    case 'truefalse':
      return {
        kind: entry.kind,
        answer: expr(entry.answer, ['answer']),
        feedback: entry.feedback === undefined ? null : text(entry.feedback, ['feedback']),
      };
    case 'number':
      return {
        kind: entry.kind,
        answer: expr(entry.answer, ['answer']),
        tolerance: tolerance(entry.tolerance),
        unit: linkUnit(entry.unit),
        percent: entry.percent ?? false,
        slips: slips(entry.slips),
      };
    case 'vector':
      return {
        kind: entry.kind,
        answer: expr(entry.answer, ['answer']),
        tolerance: tolerance(entry.tolerance),
        unordered: entry.unordered ?? false,
        slips: slips(entry.slips),
      };
    case 'matrix':
      return {
        kind: entry.kind,
        answer: expr(entry.answer, ['answer']),
        tolerance: tolerance(entry.tolerance),
        slips: slips(entry.slips),
      };
    case 'shape':
      return {
        kind: entry.kind,
        answer: expr(shapeOf(entry.answer), ['answer']),
        slips: slips(entry.slips?.map((slip) => ({ ...slip, answer: shapeOf(slip.answer) }))),
      };
    case 'expression':
      return {
        kind: entry.kind,
        answer: text(entry.answer, ['answer']),
        variables: Object.fromEntries(
          Object.entries(entry.variables).map(([name, [min, max]]) => [name, { min, max }]),
        ),
        slips: (entry.slips ?? []).map((slip, i) => ({
          answer: text(slip.answer, ['slips', i, 'answer']),
          feedback: text(slip.feedback, ['slips', i, 'feedback']),
        })),
      };
    case 'order':
      return {
        kind: entry.kind,
        groups: entry.answer.map((group, i) => accepted(group, ['answer', i])),
      };
    case 'match':
      return {
        kind: entry.kind,
        pairs: entry.answer.map(([left, right], i) => ({
          left: text(left, ['answer', i, 0]),
          right: text(right, ['answer', i, 1]),
        })),
        extra: (entry.extra ?? []).map((item, i) => text(item, ['extra', i])),
      };
    case 'cloze':
      return {
        kind: entry.kind,
        blanks: entry.answer.map((blank, i) => accepted(blank, ['answer', i])),
      };
    case 'text':
      return { kind: entry.kind, accepted: accepted(entry.answer, ['answer']) };
    case 'open':
      return { kind: entry.kind, answer: text(entry.answer, ['answer']) };
  }
}

/** The bare word stands for a text, so that it needs no quotes of its own. */
function shapeOf(answer: Given): Given {
  return answer === 'undefined' ? '"undefined"' : answer;
}

function linkUnit(unit: Extract<QuestionEntry, { kind: 'number' }>['unit']): Unit | null {
  if (!unit) return null;
  const forms = { ...unit.forms, [unit.name]: 1 };
  return { name: unit.name, forms, required: unit.required ?? false };
}
