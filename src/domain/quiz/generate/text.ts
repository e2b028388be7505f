import type { Text } from '../template.ts';
import { BadExpression } from './bad-expression.ts';
import { parseExpr } from './parse.ts';

/**
 * Reads a text with expressions over `names` between two braces; of three braces the inner two
 * are meant. One without expressions comes back as it is. Throws BadExpression.
 */
export function parseText(text: string, names: ReadonlySet<string>): Text {
  const parts: Exclude<Text, string> = [];
  let from = 0;
  for (let at = openingFrom(text, 0); at >= 0; at = openingFrom(text, from)) {
    const end = closingFrom(text, at + 2);
    if (at > from) parts.push(text.slice(from, at));
    const inside = text.slice(at + 2, end);
    try {
      parts.push(parseExpr(inside, names, { draws: false }));
    } catch (error) {
      if (!(error instanceof BadExpression)) throw error;
      throw new BadExpression(`holds {{${inside}}}, which ${error.message}`);
    }
    from = end + 2;
  }
  if (parts.length === 0) return text;
  return from < text.length ? [...parts, text.slice(from)] : parts;
}

/** Where two braces open, the last two of several; -1 if there are none. */
function openingFrom(text: string, from: number): number {
  const at = text.slice(from).search(/\{\{(?!\{)/);
  return at < 0 ? -1 : from + at;
}

/** Where the next two braces close that do not stand in a text of the expression. */
function closingFrom(text: string, from: number): number {
  const closing = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\}\}/gs;
  closing.lastIndex = from;
  for (let found = closing.exec(text); found; found = closing.exec(text)) {
    if (found[0] === '}}') return found.index;
  }
  throw new BadExpression(
    `opens {{ and does not close it near ${JSON.stringify(text.slice(from, from + 20))}; where TeX needs two braces, put a blank between them`,
  );
}
