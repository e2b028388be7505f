import { cleanText } from './clean.ts';
import { readsOnOneRow } from './effort.ts';
import { blockBox, lineBox } from './fit.ts';
import type { Formula } from './formula.ts';
import { ASCII } from './glyphs/ascii.ts';
import type { Glyphs } from './glyphs/glyphs.ts';
import { UNICODE } from './glyphs/unicode.ts';
import { type Box, linesBox } from './layout/box.ts';
import { NotUnderstood } from './problem.ts';
import { spoken } from './spoken/spoken.ts';
import { readTex } from './tex/read.ts';
import { wrapWords } from './width.ts';

/** `unicode` for terminals, `ascii` for those without such fonts, `spoken` for screen readers. */
export type MathStyle = 'unicode' | 'ascii' | 'spoken';

export interface FormulaOptions {
  /** Columns that no line passes; fewer than 8 are taken as 8. */
  readonly width: number;
  readonly style: MathStyle;
  /** As a block in two dimensions; else on one row where that reads well. */
  readonly display: boolean;
}

export interface LaidFormula {
  /** Rows of text without control characters, none wider than asked for. */
  readonly lines: string[];
  /** The row that belongs on the line of the surrounding text, from 0. */
  readonly baseline: number;
  /** False where the lines are the TeX as it was written. */
  readonly understood: boolean;
  /** Why it was not understood, as the rest of a sentence about the formula; else null. */
  readonly problem: string | null;
}

export const NARROWEST = 8;
/** Columns that continued lines of words or of TeX are indented by. */
const HANGING = 2;

/**
 * Lays out a formula of TeX (KaTeX's commands, without macros of its own) as text. Never throws:
 * what cannot be read or set is returned as its TeX with the problem in words.
 */
export function layoutFormula(tex: string, options: FormulaOptions): LaidFormula {
  const width = Math.max(NARROWEST, Math.floor(options.width));
  try {
    const { lines, baseline } = setFormula(readTex(tex), { ...options, width });
    return {
      lines: lines.map((line) => line.trimEnd()),
      baseline,
      understood: true,
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    const source = options.style === 'ascii' ? onlyAscii(cleanText(tex)) : cleanText(tex);
    const lines = wrapWords(source, width, HANGING);
    return { lines, baseline: 0, understood: false, problem: error.message };
  }
}

function setFormula(formula: Formula, { width, style, display }: FormulaOptions): Box {
  if (style === 'spoken') return linesBox(wrapWords(spoken(formula), width, HANGING), 0);
  const glyphs = glyphsOf(style);
  const isLine = !display && readsOnOneRow(formula);
  return isLine ? lineBox(formula, glyphs, width) : blockBox(formula, glyphs, width);
}

export const glyphsOf = (style: 'unicode' | 'ascii'): Glyphs =>
  style === 'ascii' ? ASCII : UNICODE;

const onlyAscii = (text: string): string => text.replaceAll(/[^ -~\n]/gu, '?');
