import { cleanText } from './clean.ts';
import { readsOnOneRow } from './effort.ts';
import { blockBox, lineParts } from './fit.ts';
import { flow, type Word, wordsOf } from './flow.ts';
import { type Box, beside, blankBox, height, linesBox, textBox } from './layout/box.ts';
import { NotUnderstood } from './problem.ts';
import {
  glyphsOf,
  layoutFormula,
  type MathStyle,
  NARROWEST as NARROWEST_FORMULA,
} from './render.ts';
import { type Code, type InlineFormula, paragraphs, type Segment, segments } from './segments.ts';
import { readTex } from './tex/read.ts';
import { wrapWords } from './width.ts';

export interface TextOptions {
  /** Columns that no line passes; fewer than 12 are taken as 12. */
  readonly width: number;
  readonly style: MathStyle;
}

/** Columns that a formula on its own is indented by, where there is room. */
const INDENT = 4;
/** Room for the narrowest formula and the punctuation behind it. */
const NARROWEST = NARROWEST_FORMULA + 4;

/**
 * A text with formulas as lines for a terminal, wrapped at words, its paragraphs apart by a blank
 * line. `$…$` stands in its line, on one row where that reads well and else as a block on the
 * line's baseline; `$$…$$` stands on its own. `\$` is a dollar sign, code spans stay as they are.
 */
export function renderMathText(text: string, options: TextOptions): string[] {
  const width = Math.max(NARROWEST, Math.floor(options.width));
  return paragraphs(cleanText(text)).flatMap((paragraph, index) => {
    const lines = renderParagraph(segments(paragraph), { ...options, width });
    return index === 0 ? lines : ['', ...lines];
  });
}

function renderParagraph(parts: readonly Segment[], options: TextOptions): string[] {
  const blocks: string[][] = [];
  let words: Word[] = [];
  const endLine = () => {
    if (words.length > 0) blocks.push(flow(words, options.width));
    words = [];
  };
  let endsInSpace = true;
  parts.forEach((part, index) => {
    if (part.kind === 'display') {
      endLine();
      blocks.push(displayed(part.tex, punctuationAfter(parts, index), options));
      return;
    }
    const text = part.kind === 'words' ? withoutTaken(part.text, parts, index) : '';
    const own = part.kind === 'words' ? wordsOf(text) : inlineWords(part, options);
    const isGlued = !endsInSpace && !/^\s/u.test(text);
    words.push(...own.map((word, at) => (at === 0 ? { ...word, glued: isGlued } : word)));
    if (part.kind !== 'words') endsInSpace = false;
    else if (text !== '') endsInSpace = /\s$/u.test(text);
  });
  endLine();
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])).map(trimmed);
}

const trimmed = (line: string): string => line.trimEnd();

const PUNCTUATION = /^\s*[.,;:?!]{1,3}(?=\s|$)/u;

/** What closes the sentence that a displayed formula ends. */
function punctuationAfter(parts: readonly Segment[], index: number): string {
  const next = parts[index + 1];
  return next?.kind === 'words'
    ? (PUNCTUATION.exec(next.text)?.[0].replace(/^\s+/u, ' ') ?? '')
    : '';
}

/** The words without the punctuation that went with the displayed formula before them. */
function withoutTaken(text: string, parts: readonly Segment[], index: number): string {
  const before = parts[index - 1];
  return before?.kind === 'display' ? text.replace(PUNCTUATION, '') : text;
}

function displayed(tex: string, punctuation: string, { width, style }: TextOptions): string[] {
  const taken = NARROWEST_FORMULA + punctuation.length;
  const indent = style === 'spoken' ? 0 : Math.min(INDENT, width - taken);
  const room = width - indent - punctuation.length;
  const { lines, baseline } = layoutFormula(tex, { width: room, style, display: true });
  if (style === 'spoken') return wrapWords(lines.join(' ') + punctuation, width);
  return beside([blankBox(indent), linesBox(lines, baseline), textBox(punctuation)]).lines.map(
    trimmed,
  );
}

/** The words that an inline formula or a code span takes in the line. */
function inlineWords(part: Code | InlineFormula, options: TextOptions): Word[] {
  if (part.kind === 'code') {
    return [{ box: textBox(part.text.replaceAll(/\s*\n\s*/gu, ' ')), glued: true }];
  }
  const { width, style } = options;
  const apart = (boxes: readonly Box[]): Word[] => boxes.map((box) => ({ box, glued: false }));
  if (style !== 'spoken') {
    try {
      return apart(inlineBoxes(part.tex, style, width));
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
    }
  }
  const { lines } = layoutFormula(part.tex, {
    width: Number.POSITIVE_INFINITY,
    style,
    display: false,
  });
  return wordsOf(lines.join(' '));
}

function inlineBoxes(tex: string, style: 'unicode' | 'ascii', width: number): readonly Box[] {
  const formula = readTex(tex);
  const glyphs = glyphsOf(style);
  const block = blockBox(formula, glyphs, width);
  if (height(block) > 1 && !readsOnOneRow(formula)) return [block];
  const parts = lineParts(formula, glyphs);
  // Short formulas stay together; longer ones break where they would on lines of their own.
  const whole = parts.reduce((sum, part) => sum + part.width + 1, -1);
  return whole <= width / 3 ? [spaced(parts)] : parts;
}

const spaced = (parts: readonly Box[]): Box =>
  beside(parts.flatMap((part, index) => (index === 0 ? [part] : [blankBox(1), part])));
