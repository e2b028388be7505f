import { cleanText } from '../clean.ts';
import type { Formula } from '../formula.ts';
import { texToMathML } from './katex.ts';
import { readMathML } from './mathml.ts';
import { parseMathML } from './xml.ts';

/**
 * The tree of a formula in TeX. Throws `NotUnderstood` for TeX that KaTeX refuses, that is beyond
 * bounds of size, depth or macros, or that holds a construct without a form in text.
 */
export function readTex(tex: string): Formula {
  return readMathML(parseMathML(texToMathML(cleanText(tex).trim())));
}
