import { isName } from '../domain/quiz/generate/parse.ts';
import type { Source as Further } from '../domain/quiz/question.ts';
import type { Binding, Template } from '../domain/quiz/template.ts';
import { type ExpressionReader, expressionReader, type Report } from './expressions.ts';
import type { QuestionEntry } from './format/questions.ts';
import type { Issue } from './issue.ts';
import { linkBody } from './link-body.ts';
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

function linkQuestion({ entry, topic }: QuestionAt, report: Report): Template {
  const inTopic = (slug: string, between = '/') => `${topic}${between}${slug}`;
  const names = new Set<string>();
  const generated = entry.params !== undefined;
  const reader = expressionReader(names, { generated, draws: false }, report);
  const drawing = expressionReader(names, { generated, draws: true }, report);
  const bind = (key: 'params' | 'let', by: ExpressionReader): Binding[] =>
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
    generated,
    params,
    lets,
    where: (entry.where ?? []).map((given, i) => reader.expr(given, ['where', i])),
    prompt: reader.text(entry.prompt, ['prompt']),
    explain: reader.text(entry.explain, ['explain']),
    hints: (entry.hints ?? []).map((hint, i) => reader.text(hint, ['hints', i])),
    body: linkBody(entry, reader),
  };
}

function linkSource({ source }: QuestionEntry, inTopic: (slug: string) => string): Further | null {
  if (source === undefined) return null;
  if (typeof source === 'string') return { ref: inTopic(source), portion: null };
  return { ref: inTopic(source.use), portion: source.portion ?? null };
}
