/** Formulas in texts: KaTeX is large, so this is loaded only for a text that has one. */
export { checkFormulas } from '../math/check.ts';
export { renderMathText } from '../math/text.ts';
