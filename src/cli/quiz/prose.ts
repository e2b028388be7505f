import type { MathStyle } from '../../math/render.ts';
import type { Prose } from '../render/question.ts';
import { indent } from '../render/text.ts';

/** Texts laid out for a screen; those with formulas need `load` first. */
export interface Typesetter {
  prose: Prose;
  /** Loads what sets formulas, if one of the texts may have one. */
  load(...texts: readonly string[]): Promise<void>;
}

/** What it has set once it keeps, since a screen is drawn anew with every key. */
export function makeTypesetter(style: MathStyle): Typesetter {
  let render: ((text: string, width: number) => string[]) | null = null;
  const kept = new Map<string, string>();
  const set: Prose = (text, by, width) => {
    if (!mayHoldFormula(text) || render === null) return indent(withJoinedLines(text), by, width);
    const pad = ' '.repeat(by);
    return render(text, width - by)
      .map((line) => (line === '' ? '' : pad + line))
      .join('\n');
  };
  return {
    prose(text, by, width) {
      const key = `${by} ${width} ${text}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const lines = set(text, by, width);
      kept.set(key, lines);
      return lines;
    },
    async load(...texts) {
      if (render !== null || !texts.some(mayHoldFormula)) return;
      const { renderMathText } = await import('../formulas.ts');
      render = (text, width) => renderMathText(text, { width, style });
      kept.clear();
    },
  };
}

const MOST_KEPT = 200;

const mayHoldFormula = (text: string): boolean => text.includes('$');

/** Lines of one paragraph are one text; blank lines part paragraphs. */
function withJoinedLines(text: string): string {
  return text.replaceAll(/[^\S\n]*\n[^\S\n]*/g, '\n').replaceAll(/(?<!\n)\n(?!\n)/g, ' ');
}
