import { BadExpression } from '../domain/quiz/generate/bad-expression.ts';
import { isName, parseExpr } from '../domain/quiz/generate/parse.ts';
import { parseText } from '../domain/quiz/generate/text.ts';
import type { Source as Further, Unit } from '../domain/quiz/question.ts';
import type { Binding, Body, Expr, Template, Text } from '../domain/quiz/template.ts';
import { parseTolerance, type QuestionEntry } from './format/questions.ts';
import type { KeyPath } from './format/source.ts';
import type { Issue } from './issue.ts';
import type { PathFiles } from './path-files.ts';
import { eachQuestion, type QuestionAt } from './rules/walk.ts';

/** A question with its template; null where an expression of it is wrong. */
export interface LinkedQuestion extends QuestionAt {
  template: Template | null;
}

/** Templates from valid files: refs in full, defaults filled in, expressions parsed. */
export function linkQuestions(files: PathFiles): { linked: LinkedQuestion[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const linked = eachQuestion(files).map((question) => {
    const known = issues.length;
    const report: Report = (place, message, hint = '') => {
      const at = [...question.at, ...place];
      issues.push(
        question.file.source.issue('error', 'question.expression', at, message, { hint }),
      );
    };
    const template = linkQuestion(question, report);
    return { ...question, template: issues.length > known ? null : template };
  });
  return { linked, issues };
}

type Report = (place: KeyPath, message: string, hint?: string) => void;

/** What stands for an expression in a file; a list is one of expressions. */
type Given = string | number | boolean | Given[];

/** Reads the expressions and texts of one question, and reports those that cannot be read. */
interface Reader {
  expr(given: Given, place: KeyPath): Expr;
  text(given: string, place: KeyPath): Text;
}

const NOTHING: Expr = { type: 'value', value: 0 };

function linkQuestion({ entry, topic }: QuestionAt, report: Report): Template {
  const inTopic = (slug: string, between = '/') => `${topic}${between}${slug}`;
  const names = new Set<string>();
  const reader = readerOf(names, entry.params !== undefined, false, report);
  const drawing = readerOf(names, true, true, report);
  const bind = (key: 'params' | 'let', by: Reader): Binding[] =>
    Object.entries(entry[key] ?? {}).map(([name, given]) => {
      const value = by.expr(given, [key, name]);
      if (!isName(name)) report([key, name], `${name} cannot be a name: it has a meaning already`);
      if (names.has(name)) report([key, name], `${name} stands in params already`);
      names.add(name);
      return { name, value };
    });
  const params = bind('params', drawing);
  const lets = bind('let', reader);
  return {
    ref: inTopic(entry.id, '/q/'),
    topic,
    concept: inTopic(entry.concept),
    difficulty: entry.difficulty,
    asks: entry.asks ?? 'recall',
    outcome: entry.outcome ?? null,
    source: linkSource(entry, inTopic),
    asOf: entry.as_of ?? null,
    was: (entry.was ?? []).map((old) => inTopic(old, '/q/')),
    generated: params.length > 0,
    params,
    lets,
    where: (entry.where ?? []).map((given, i) => reader.expr(given, ['where', i])),
    prompt: reader.text(entry.prompt, ['prompt']),
    explain: reader.text(entry.explain, ['explain']),
    hints: (entry.hints ?? []).map((hint, i) => reader.text(hint, ['hints', i])),
    body: linkBody(entry, reader),
  };
}

function readerOf(
  names: ReadonlySet<string>,
  generated: boolean,
  draws: boolean,
  report: Report,
): Reader {
  const attempt = <T>(read: () => T, what: string, place: KeyPath, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadExpression)) throw error;
      const [problem, close] = error.message.split('; did you mean ');
      report(place, `${what} ${problem}`, close === undefined ? '' : `Did you mean ${close}`);
      return fallback;
    }
  };
  const expr = (given: Given, place: KeyPath): Expr => {
    if (Array.isArray(given)) {
      return { type: 'list', items: given.map((item, i) => expr(item, [...place, i])) };
    }
    if (typeof given !== 'string') return { type: 'value', value: given };
    return attempt(() => parseExpr(given, names, { draws }), quote(given), place, NOTHING);
  };
  const text = (given: string, place: KeyPath): Text => {
    if (!generated) return given;
    return attempt(() => parseText(given, names), 'The text', place, given);
  };
  return { expr, text };
}

function linkSource({ source }: QuestionEntry, inTopic: (slug: string) => string): Further | null {
  if (source === undefined) return null;
  if (typeof source === 'string') return { ref: inTopic(source), portion: null };
  return { ref: inTopic(source.use), portion: source.portion ?? null };
}

function linkBody(entry: QuestionEntry, { expr, text }: Reader): Body {
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

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
