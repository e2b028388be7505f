import { parseExpr } from '../../../../src/domain/quiz/generate/parse.ts';
import { parseText } from '../../../../src/domain/quiz/generate/text.ts';
import type { Body, Expr, Template, Text } from '../../../../src/domain/quiz/template.ts';

/** What a template is built from: expressions by name, and texts. */
interface Given {
  params?: Record<string, string>;
  lets?: Record<string, string>;
  where?: string[];
  prompt?: string;
  explain?: string;
  hints?: string[];
}

/** Reads expressions and texts over the names of the template. */
export interface Reader {
  expr(text: string): Expr;
  text(text: string): Text;
}

export const exact = { kind: 'exact' } as const;

export function template(body: (read: Reader) => Body, given: Given = {}): Template {
  const { params = {}, lets = {}, where = [], hints = [] } = given;
  const names = new Set([...Object.keys(params), ...Object.keys(lets)]);
  const generated = Object.keys(params).length > 0;
  const expr = (text: string) => parseExpr(text, names, { draws: false });
  const text = (shown: string) => (generated ? parseText(shown, names) : shown);
  const bindings = (map: Record<string, string>, draws: boolean) =>
    Object.entries(map).map(([name, value]) => ({
      name,
      value: parseExpr(value, names, { draws }),
    }));
  return {
    ref: 'math-vectors/q/one',
    topic: 'math-vectors',
    concept: 'math-vectors/norm',
    difficulty: 2,
    asks: 'application',
    outcome: null,
    source: null,
    asOf: null,
    was: [],
    generated,
    params: bindings(params, true),
    lets: bindings(lets, false),
    where: where.map(expr),
    prompt: text(given.prompt ?? 'What is it?'),
    explain: text(given.explain ?? 'So it is.'),
    hints: hints.map(text),
    body: body({ expr, text }),
  };
}

/** A question for a number, exact and without slips unless told. */
export function numberTemplate(answer: string, given: Given = {}, slips: string[] = []): Template {
  return template(
    ({ expr }) => ({
      kind: 'number',
      answer: expr(answer),
      tolerance: exact,
      unit: null,
      percent: false,
      slips: slips.map((slip) => ({ answer: expr(slip), feedback: 'That is a slip.' })),
    }),
    given,
  );
}

export function choiceTemplate(right: string, wrong: string[], given: Given = {}): Template {
  return template(
    ({ text }) => ({
      kind: 'choice',
      right: { text: text(right), feedback: null },
      wrong: wrong.map((option) => ({ text: text(option), feedback: text(`Not ${option}.`) })),
    }),
    given,
  );
}

/** The dot product of the format's description, with a slip, hints and conditions. */
export function dotTemplate(): Template {
  return numberTemplate(
    'd',
    {
      params: { n: 'int(2, 4)', a: 'ints(n, -5, 5)', b: 'ints(n, -5, 5)' },
      lets: { d: 'dot(a, b)', swapped: 'sum(a) * sum(b)' },
      where: ['d != 0', 'swapped != d'],
      prompt: 'Compute $a \\cdot b$ for $a = {{tex(a)}}$ and $b = {{tex(b)}}$.',
      explain: 'The products are {{a .* b}}, and their sum is {{d}}.',
      hints: ['Multiply in pairs.', "{{join(a .* b, ' + ')}} = {{d}}."],
    },
    ['swapped'],
  );
}
