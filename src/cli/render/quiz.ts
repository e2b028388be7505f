import type { Day } from '../../domain/day.ts';
import type { Asked, AskReason } from '../../domain/quiz/pick.ts';
import type { Question } from '../../domain/quiz/question.ts';
import { stripText } from '../../domain/strip.ts';
import type { Theme } from '../output.ts';
import type { Graded } from '../quiz/run.ts';
import { formatDay } from './dates.ts';
import { type Prose, renderBody, renderText } from './question.ts';
import { hang, indent, padEnd, plural, spread, widthOf } from './text.ts';

/** How a screen of a quiz is set. */
export interface Look {
  theme: Theme;
  prose: Prose;
  /** Columns of the screen, 40 to 200. */
  width: number;
  today: Day;
}

const MARGIN = 2;
/** Columns of text that are still easy to read. */
export const READABLE = 96;

/** What is asked: where one stands in the session, the question, the hints shown so far. */
export function renderQuestion(asked: Asked, look: Look): string[] {
  const { theme, prose } = look;
  const width = Math.min(look.width, READABLE);
  return [
    ...indent(theme.faint(headOf(asked)), MARGIN, width).split('\n'),
    '',
    ...renderBody(asked.question, prose, theme, width),
    ...renderHints(asked.hints, look),
  ];
}

/** `3 of 12 · Scaled dot-product attention · back after 9 days` */
function headOf({ n, of, topicTitle, reason }: Asked): string {
  return [`${n} of ${of}`, stripText(topicTitle), sayReturn(reason)].filter(Boolean).join(' · ');
}

function sayReturn({ kind, daysAway }: AskReason): string {
  switch (kind) {
    case 'new':
      return 'new';
    case 'again':
      return 'once more';
    case 'practice':
      return '';
    case 'due':
      return daysAway ? `back after ${plural(daysAway, 'day')}` : 'back today';
  }
}

function renderHints(hints: readonly string[], look: Look): string[] {
  return hints.flatMap((hint, i) => ['', ...renderLabelled(`hint ${i + 1}`, hint, look)]);
}

/** A text beside its label, its lines below each other. */
export function renderLabelled(
  label: string,
  text: string,
  { prose, theme, width }: Look,
): string[] {
  const margin = MARGIN + widthOf(label) + 2;
  const lines = renderText(text, margin, prose, Math.min(width, READABLE));
  const head = padEnd(' '.repeat(MARGIN) + theme.strong(label), margin);
  return lines.map((line, i) => (i === 0 ? (head + line.slice(margin)).trimEnd() : line));
}

/** Why this question is asked now, in a sentence. */
export function explainReason({ kind, recall, daysAway }: AskReason): string {
  const chance =
    recall === null ? '' : `the chance that you still know it is about ${percent(recall)} today`;
  const last =
    daysAway === null
      ? ''
      : `you last answered it ${daysAway === 0 ? 'today' : `${plural(daysAway, 'day')} ago`}`;
  const known = [last, chance].filter(Boolean).join(', and ');
  switch (kind) {
    case 'new':
      return 'It is new: you had not been asked it before.';
    case 'again':
      return 'It comes once more: the first try in this session did not go well yet.';
    case 'practice':
      return known === ''
        ? 'You asked to practise this, and it has not been asked before.'
        : `You asked to practise this though it is not due: ${known}.`;
    case 'due':
      return known === '' ? 'It is due for review.' : `It is due: ${known}.`;
  }
}

const percent = (share: number): string =>
  `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;

/** What is said after an answer; `keys` are told on its last line. */
export function renderGraded(
  graded: Graded,
  asked: Asked,
  keys: readonly string[],
  show: { why: boolean; worked: boolean },
  look: Look,
): string[] {
  const { theme, today } = look;
  const width = Math.min(look.width, READABLE);
  const lines = [...renderJudgement(graded, asked, look), ''];
  const worked = asked.question.hints.at(-1);
  if (show.worked && worked !== undefined)
    lines.push(...renderLabelled('worked', worked, look), '');
  if (show.why) lines.push(...indent(explainReason(asked.reason), MARGIN, width).split('\n'), '');
  lines.push(...renderSource(graded.more, look));
  const { asOf } = asked.question;
  if (asOf !== null) lines.push(`  as of ${formatDay(asOf, today)}`);
  const back = `  back  ${graded.again ? 'once more before the end' : formatDay(graded.due, today)}`;
  const beside = theme.faint(keys.join(' · '));
  return widthOf(back) + 2 + widthOf(beside) <= width
    ? [...lines, spread('', back, beside, width)]
    : [...lines, back, '', ...renderKeys(keys, look)];
}

/** Sets the longest text of a verdict ahead, with prose that keeps it, so that it is there at once. */
export function prepareVerdict({ explain }: Question, { prose, width }: Look): void {
  renderText(explain, MARGIN, prose, Math.min(width, READABLE));
}

/** The verdict by word and sign, what the answer tells, and why the right one is right. */
export function renderJudgement(graded: Graded, asked: Asked, look: Look): string[] {
  const width = Math.min(look.width, READABLE);
  const said = [graded.near && `Did you mean ${graded.near}?`, graded.feedback, graded.explain];
  return [
    ...renderVerdict(graded, asked, look),
    ...said
      .filter((text) => text !== null && text.trim() !== '')
      .flatMap((text) => ['', ...renderText(text ?? '', MARGIN, look.prose, width)]),
  ];
}

function renderVerdict(graded: Graded, asked: Asked, look: Look): string[] {
  const { theme } = look;
  const verdict = graded.correct ? theme.done('✓ right') : theme.due('✗ not yet');
  if (asked.question.kind === 'open') return [`  ${verdict}, as you rate it yourself`];
  const used = asked.hints.length;
  const help = graded.correct && used > 0 ? ` · with ${plural(used, 'hint')}` : '';
  const head = `  ${verdict} · ${graded.correct ? '' : 'it is '}`;
  const margin = widthOf(head);
  const width = Math.min(look.width, READABLE);
  const lines = renderText(graded.expected, margin, look.prose, width - widthOf(help));
  if (lines.length === 1) return [head + (lines[0] ?? '').slice(margin) + help];
  const below = renderText(graded.expected, 2 * MARGIN, look.prose, width);
  return [`  ${verdict}${help}${graded.correct ? '' : ' · it is'}`, ...below];
}

function renderSource(more: Graded['more'], { theme, width }: Look): string[] {
  if (more === null) return [];
  const text = stripText(more.portion ? `${more.title}, ${more.portion}` : more.title);
  const linked = more.url === null ? text : theme.link(text, more.url);
  return hang('  more  ', linked, Math.min(width, READABLE)).split('\n');
}

/** The keys that hold now, as the last lines of a screen. */
export function renderKeys(keys: readonly string[], { theme, width }: Look): string[] {
  const lines: string[] = [];
  for (const key of keys) {
    const last = lines.at(-1);
    const longer = last === undefined ? key : `${last} · ${key}`;
    if (last === undefined || MARGIN + widthOf(longer) > Math.min(width, READABLE)) lines.push(key);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => `  ${theme.faint(line)}`);
}
