import katex from 'katex';
import { NotUnderstood } from '../problem.ts';

/** Characters of TeX in one formula. */
const LONGEST = 2000;
/** Macros of KaTeX's own that one formula may expand. */
const MOST_EXPANSIONS = 1000;
/** Em in sizes that a formula names. */
const LARGEST_SIZE = 20;

/** What KaTeX paints a command with that it does not trust. */
export const REFUSED_COLOUR = '#bad0ff';

// A formula that may define macros can double its own size with each expansion, so none may. Looked
// for in the text, since KaTeX's own macros (\tag) define some: `\\def` after a line break is refused too.
const DEFINITION =
  /\\(?:[gex]?def|let|futurelet|global|long|(?:new|renew|provide)command)(?![A-Za-z@])/;

function inWords(message: string): string {
  if (message.includes('Too many expansions')) return 'its macros expand without end';
  const unknown = /Undefined control sequence: (\\\S+)/.exec(message)?.[1];
  if (unknown) return `${unknown} is not a command that KaTeX knows`;
  // KaTeX underlines the place with combining marks.
  return message.replace(/^KaTeX parse error: /, '').replaceAll('\u0332', '');
}

/**
 * The MathML of a formula as XML, by KaTeX. Throws `NotUnderstood` for TeX that KaTeX refuses and
 * for formulas over 2,000 characters, that define macros, or that expand without end.
 */
export function texToMathML(tex: string): string {
  if (tex.length > LONGEST) {
    throw new NotUnderstood(`it is longer than ${LONGEST.toLocaleString('en')} characters`);
  }
  const definition = DEFINITION.exec(tex)?.[0];
  if (definition) throw new NotUnderstood(`${definition} defines a macro, which a formula may not`);
  try {
    return katex.renderToString(tex, {
      output: 'mathml',
      // Limits above and below also where a formula in the text is set as a block.
      displayMode: true,
      throwOnError: true,
      errorColor: REFUSED_COLOUR,
      strict: (code: string) => (code === 'unknownSymbol' ? 'error' : 'ignore'),
      trust: false,
      maxExpand: MOST_EXPANSIONS,
      maxSize: LARGEST_SIZE,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new NotUnderstood('it is nested too deeply');
    if (error instanceof katex.ParseError) throw new NotUnderstood(inWords(error.message));
    throw error;
  }
}
