import { cleanText } from './clean.ts';
import { layoutFormula } from './render.ts';
import { paragraphs, segments } from './segments.ts';

export interface FormulaProblem {
  readonly tex: string;
  /** The rest of a sentence about the formula, such as `\foo is not a command that KaTeX knows`. */
  readonly problem: string;
}

/** Wide enough that no formula is broken. */
const ANY_WIDTH = 10_000;

/** The formulas of a text that KaTeX refuses or that would be shown as their TeX. */
export function checkFormulas(text: string): FormulaProblem[] {
  return paragraphs(cleanText(text)).flatMap((paragraph) =>
    segments(paragraph).flatMap((segment): FormulaProblem[] => {
      if (segment.kind === 'words' && segment.text.includes('$$')) {
        return [{ tex: '$$', problem: 'it opens a formula that nothing closes' }];
      }
      if (segment.kind !== 'inline' && segment.kind !== 'display') return [];
      const { tex } = segment;
      const { problem } = layoutFormula(tex, { width: ANY_WIDTH, style: 'unicode', display: true });
      return problem === null ? [] : [{ tex, problem }];
    }),
  );
}
