import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { layoutFormula, type MathStyle } from '../../src/math/render.ts';
import { renderMathText } from '../../src/math/text.ts';

const FOLDER = 'test/fixtures/math';
export const WIDTHS = [100, 60, 40] as const;

/** TeX by subject and name. */
export type Formulas = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const formulas = parse(readFileSync(`${FOLDER}/formulas.yaml`, 'utf8')) as Formulas;

export const goldenFile = (subject: string): string => `${FOLDER}/${subject}.txt`;

function laid(tex: string, width: number, style: MathStyle, display = true): string {
  const { lines, baseline, problem } = layoutFormula(tex, { width, style, display });
  if (problem !== null) return `not understood: ${problem}`;
  // The mark shows the row that the surrounding text would stand on.
  const isBlock = lines.length > 1 && style !== 'spoken' && display;
  const mark = (row: number) => (isBlock && row === baseline ? '→ ' : '  ');
  return lines.map((line, row) => (mark(row) + line).trimEnd()).join('\n');
}

/** The widths of the block form, joined where the formula looks the same at several. */
function byWidth(tex: string): string[] {
  const shapes: { widths: number[]; text: string }[] = [];
  for (const width of WIDTHS) {
    const text = laid(tex, width, 'unicode');
    const last = shapes.at(-1);
    if (last?.text === text) last.widths.push(width);
    else shapes.push({ widths: [width], text });
  }
  return shapes.map(({ widths, text }) => `at ${widths.join(', ')} columns\n${text}`);
}

/** One formula in all its forms, as the golden files show it. */
export function golden(name: string, tex: string): string {
  return [
    `### ${name}`,
    tex,
    ...byWidth(tex),
    `in ASCII, 60 columns\n${laid(tex, 60, 'ascii')}`,
    `in a line of text\n${laid(tex, 100, 'unicode', false)}`,
    `in words\n${laid(tex, 100, 'spoken')}`,
  ].join('\n\n');
}

/** A lesson with formulas in its text, in all its forms. */
export function goldenLesson(): string {
  const text = readFileSync(`${FOLDER}/lesson.md`, 'utf8');
  const form = (width: number, style: MathStyle) =>
    [`### ${style} at ${width} columns`, '', ...renderMathText(text, { width, style })].join('\n');
  return [
    ...WIDTHS.map((width) => form(width, 'unicode')),
    form(60, 'ascii'),
    form(60, 'spoken'),
  ].join('\n\n\n');
}
