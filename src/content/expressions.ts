import { BadExpression } from '../domain/quiz/generate/bad-expression.ts';
import { parseExpr } from '../domain/quiz/generate/parse.ts';
import { parseText } from '../domain/quiz/generate/text.ts';
import type { Expr, Text } from '../domain/quiz/template.ts';
import type { KeyPath } from './format/source.ts';

/** Takes what is wrong with a question; `place` is the path of keys in its entry. */
export type Report = (place: KeyPath, message: string, hint?: string) => void;

/** What stands for an expression in a file; a list is one of expressions. */
export type Given = string | number | boolean | Given[];

/** Reads the expressions and texts of one question, and reports those that cannot be read. */
export interface ExpressionReader {
  expr(given: Given, place: KeyPath): Expr;
  text(given: string, place: KeyPath): Text;
}

const NOTHING: Expr = { type: 'value', value: 0 };

/**
 * A reader that knows the names that `names` holds when it reads. Where nothing is drawn, texts are
 * taken as they are; `draws` tells whether expressions may draw.
 */
export function expressionReader(
  names: ReadonlySet<string>,
  { generated, draws }: { generated: boolean; draws: boolean },
  report: Report,
): ExpressionReader {
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

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
