/** A stretch of a paragraph. `words` are prose with `\$` already read as a dollar sign. */
export type Segment = Words | Code | InlineFormula | DisplayedFormula;

export interface Words {
  readonly kind: 'words';
  readonly text: string;
}

export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

export interface InlineFormula {
  readonly kind: 'inline';
  readonly tex: string;
}

export interface DisplayedFormula {
  readonly kind: 'display';
  readonly tex: string;
}

/** The paragraphs of a text: what blank lines separate. */
export function paragraphs(text: string): string[] {
  return text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u).filter((paragraph) => paragraph.trim() !== '');
}

const CODE = /^(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/u;
const DISPLAY = /^\$\$(?=\s*[^\s$])((?:\\[\s\S]|[^$\\])+)\$\$/u;
/**
 * As in Pandoc, so that $5 and $10 stay money: no space inside, no digit behind. Nor does a formula
 * reach into a code span.
 */
const INLINE = /^\$(?=[^\s$])((?:\\[\s\S]|[^$\\`])*)(?<!\s)\$(?!\d)/u;

/**
 * A paragraph as prose, code spans and formulas: `$…$` in the text, `$$…$$` on their own, `\$`
 * for a dollar sign. A dollar sign that opens no formula is text.
 */
export function segments(paragraph: string): Segment[] {
  const all: Segment[] = [];
  let words = '';
  const push = (segment: Segment) => {
    if (words !== '') all.push({ kind: 'words', text: words });
    words = '';
    all.push(segment);
  };
  let rest = paragraph;
  while (rest !== '') {
    const plain = /^[^\\$`]+/u.exec(rest)?.[0];
    if (plain !== undefined) {
      words += plain;
      rest = rest.slice(plain.length);
      continue;
    }
    const code = CODE.exec(rest)?.[0];
    const display = DISPLAY.exec(rest);
    const inline = INLINE.exec(rest);
    if (code !== undefined) {
      push({ kind: 'code', text: code });
      rest = rest.slice(code.length);
    } else if (display || inline) {
      const [source, tex = ''] = display ?? inline ?? [''];
      push({ kind: display ? 'display' : 'inline', tex: tex.trim() });
      rest = rest.slice(source.length);
    } else {
      const taken = /^(?:\\\$|`+|\$\$|[\s\S])/u.exec(rest)?.[0] ?? rest;
      words += taken === '\\$' ? '$' : taken;
      rest = rest.slice(taken.length);
    }
  }
  if (words !== '') all.push({ kind: 'words', text: words });
  return all;
}
