import { NotUnderstood } from '../../math/problem.ts';
import { segments } from '../../math/segments.ts';
import { texToMathML } from '../../math/tex/katex.ts';
import { html, type Markup, trusted } from './markup.ts';

/** A text of the path or of a note: formulas as MathML, everything else escaped. */
export function prose(text: string): Markup {
  if (!text.includes('$') && !text.includes('`')) return html`${text}`;
  return html`${segments(text).map((part) => {
    if (part.kind === 'words') return html`${part.text}`;
    if (part.kind === 'code') return html`<code>${part.text.replaceAll('`', '')}</code>`;
    return formula(part.tex, part.kind === 'display');
  })}`;
}

/** The library's MathML alone, without the span around it; a formula it refuses stays TeX. */
function formula(tex: string, isBlock: boolean): Markup {
  try {
    const mathml = /<math[\s\S]*<\/math>/.exec(texToMathML(tex))?.[0] ?? '';
    return trusted(isBlock ? mathml : mathml.replace(' display="block"', ''));
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return html`<code>${tex}</code>`;
  }
}
