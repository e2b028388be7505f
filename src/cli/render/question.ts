import type { Item, MatchQuestion, Question } from '../../domain/quiz/question.ts';
import { stripText } from '../../domain/strip.ts';
import type { Theme } from '../output.ts';
import { padEnd, widthOf, wrap } from './text.ts';

/** A text with its formulas laid out, indented by `by` and `width` columns in all. */
export type Prose = (text: string, by: number, width: number) => string;

const MARGIN = 2;
/** Columns between the letter of an option and its text, and between two columns of a match. */
const GAP = 2;
const COLUMN_GAP = 6;

/** What is asked, and the options or items to answer with; `width` columns in all, the margin too. */
export function renderBody(
  question: Question,
  prose: Prose,
  theme: Theme,
  width: number,
): string[] {
  const prompt = renderText(question.prompt, MARGIN, prose, width);
  const items = renderItems(question, prose, theme, width);
  return items.length === 0 ? prompt : [...prompt, '', ...items];
}

/**
 * A text of a question as lines, indented by `by`: prose as `prose` lays it out, and fenced code as
 * it was written. A line of code that is too long goes on after `…`.
 */
export function renderText(text: string, by: number, prose: Prose, width: number): string[] {
  const blocks = splitFences(stripText(text)).map(({ code, text }) =>
    code ? renderCode(text, by + MARGIN, width) : prose(text, by, width).split('\n'),
  );
  return blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

/** Texts each behind its letter; those that take more than a line or two stand apart. */
export function renderList(
  items: readonly Item[],
  prose: Prose,
  theme: Theme,
  width: number,
): string[] {
  const blocks = items.map((item) => renderItem(item, prose, theme, width));
  const apart = blocks.some((lines) => lines.length > 2);
  return blocks.flatMap((lines, i) => (i > 0 && apart ? ['', ...lines] : lines));
}

function renderItems(question: Question, prose: Prose, theme: Theme, width: number): string[] {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return renderList(question.options, prose, theme, width);
    case 'order':
      return renderList(question.items, prose, theme, width);
    case 'match':
      return renderMatch(question, prose, theme, width);
    default:
      return [];
  }
}

/** Both sides as two columns where every text fits on a line beside another, else one below the other. */
function renderMatch(question: MatchQuestion, prose: Prose, theme: Theme, width: number): string[] {
  const left = question.left.map((item) => renderItem(item, prose, theme, width));
  const right = question.right.map((item) => renderItem(item, prose, theme, width));
  const column = Math.max(...left.flat().map(widthOf)) + COLUMN_GAP - MARGIN;
  const fits =
    [...left, ...right].every((lines) => lines.length === 1) &&
    column + Math.max(...right.flat().map(widthOf)) <= width;
  if (!fits) {
    const list = (items: Item[]) => renderList(items, prose, theme, width);
    return [...list(question.left), '', ...list(question.right)];
  }
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    (padEnd(left[i]?.[0] ?? '', column) + (right[i]?.[0] ?? '')).trimEnd(),
  );
}

function renderItem(item: Item, prose: Prose, theme: Theme, width: number): string[] {
  const label = `${' '.repeat(MARGIN)}${theme.strong(item.id)}${' '.repeat(GAP)}`;
  const margin = widthOf(label);
  const lines = renderText(item.text, margin, prose, width);
  // The letter of a formula that is rows high stands at its middle.
  const row = /^\s*\$[^$]+\$\s*$/.test(item.text) ? Math.floor((lines.length - 1) / 2) : 0;
  return lines.map((line, i) => (i === row ? label + line.slice(margin) : line));
}

const FENCE = /^ {0,3}(`{3,})([^`]*)$/;

/** Prose and fenced code in turn; a fence that nothing closes reaches to the end. */
function splitFences(text: string): { code: boolean; text: string }[] {
  const parts: { code: boolean; text: string }[] = [];
  let lines: string[] = [];
  let open = '';
  const end = (code: boolean) => {
    const part = code ? lines.join('\n') : lines.join('\n').trim();
    if (code || part !== '') parts.push({ code, text: part });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const [, marks = '', words = ''] = FENCE.exec(line) ?? [];
    const closes = open !== '' && marks.length >= open.length && words.trim() === '';
    if (closes || (open === '' && marks !== '')) {
      end(closes);
      open = closes ? '' : marks;
    } else lines.push(line);
  }
  end(open !== '');
  return parts.length > 0 ? parts : [{ code: false, text: '' }];
}

function renderCode(code: string, by: number, width: number): string[] {
  const pad = ' '.repeat(by);
  return code.split('\n').flatMap((line) => {
    if (line.trim() === '') return [''];
    if (by + widthOf(line) <= width) return [pad + line.trimEnd()];
    const margin = ' '.repeat(Math.min(line.length - line.trimStart().length, by));
    const room = width - by - margin.length - 2;
    return wrap(line.trim(), room)
      .split('\n')
      .map((part, i) => pad + margin + (i === 0 ? part : `… ${part}`));
  });
}
