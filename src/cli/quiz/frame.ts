import { renderText } from '../render/question.ts';
import {
  explainReason,
  type Look,
  READABLE,
  renderGraded,
  renderKeys,
  renderQuestion,
} from '../render/quiz.ts';
import { hang, indent, widthOf } from '../render/text.ts';
import { wantedAnswer } from '../render/wanted.ts';
import type { Control } from './controls.ts';
import { textOfLine, visiblePart } from './line.ts';
import { range } from './press-one.ts';
import { hasWorking, type Screen } from './screen.ts';

/** What stands on a terminal: lines no wider than it. */
export interface Frame {
  lines: string[];
  /** Where one types; null where nothing is typed, which is the end of the last line. */
  cursor: { row: number; column: number } | null;
}

const PROMPT = ' ›  ';

/** A question's screen as lines; the last of them tell the keys. */
export function frameOf(screen: Screen, look: Look): Frame {
  const { asked, stage } = screen;
  const lines = [...renderQuestion(asked, look), ''];
  if (asked.question.kind === 'open' && stage.kind !== 'answer') {
    lines.push('  A model answer', '');
    lines.push(...renderText(asked.question.answer, 2, look.prose, widthFor(look)), '');
  }
  const answer = answerLines(screen, look);
  const cursor = {
    row: lines.length + answer.lines.length - 1,
    column: answer.column,
  };
  lines.push(...answer.lines, '');
  if (stage.kind === 'graded') {
    const { graded, worked } = stage;
    lines.push(...renderGraded(graded, asked, keysOf(screen), { why: screen.why, worked }, look));
    return { lines, cursor: null };
  }
  for (const said of [screen.message, screen.why ? explainReason(asked.reason) : null]) {
    if (said !== null) lines.push(...indent(said, 2, widthFor(look)).split('\n'), '');
  }
  return { lines: [...lines, ...renderKeys(keysOf(screen), look)], cursor };
}

const widthFor = (look: Look): number => Math.min(look.width, READABLE);

/** What is wanted and what was typed; `column` is that of the cursor in the last line. */
function answerLines(screen: Screen, look: Look): { lines: string[]; column: number } {
  const { theme } = look;
  const width = widthFor(look);
  const label = labelOf(screen);
  const long = 2 + widthOf(label + PROMPT) > width / 2;
  const above = long ? hang('  ', label, width).split('\n') : [];
  const head = long ? ` ${PROMPT}` : `  ${label}${PROMPT}`;
  const margin = widthOf(head);
  const typed = typedLines(screen, width - margin);
  const lines = typed.lines.map((text, i) =>
    i === 0 ? head + theme.strong(text) : ' '.repeat(margin) + theme.strong(text),
  );
  return {
    lines: [...above, ...lines].map((line) => line.trimEnd()),
    column: margin + typed.column,
  };
}

function labelOf({ asked, stage }: Screen): string {
  const rates = asked.question.kind === 'open' && stage.kind !== 'answer';
  return rates ? 'how well did you know it' : wantedAnswer(asked.question);
}

function typedLines(screen: Screen, width: number): { lines: string[]; column: number } {
  const { stage, rows, line, marked } = screen;
  if (stage.kind === 'graded')
    return { lines: hang('', stage.shown, width).split('\n'), column: 0 };
  if (screen.controls.lines) {
    const { text, column } = visiblePart(line, width);
    const done = rows.map((row) => visiblePart({ before: '', after: row }, width).text);
    return { lines: [...done, text], column };
  }
  const text = marked.join(' ');
  return { lines: [text], column: widthOf(text) };
}

/** The keys that hold on a screen, with what they do. */
export function keysOf(screen: Screen): string[] {
  const { asked, stage, controls, exam } = screen;
  const { question } = asked;
  if (stage.kind === 'graded') {
    const working = hasWorking(screen) ? ['w worked solution'] : [];
    return ['enter next', ...working, 'e why this one', 'q leave'];
  }
  const key = (control: Control, does: string) => `${controls.keys[control][0]} ${does}`;
  const hints = !exam && question.hints.length > asked.hints.length;
  const instead = [
    ...(hints ? [key('hint', 'hint')] : []),
    key('unknown', 'do not know'),
    key('skip', 'skip'),
  ];
  return [
    ...answerKeys(screen),
    ...(stage.kind === 'rate' ? [] : instead),
    key('why', 'why this one'),
    key('leave', 'leave'),
  ];
}

function answerKeys({ asked: { question }, stage, rows, line }: Screen): string[] {
  switch (question.kind) {
    case 'choice':
      return [`${range(question)} answer`];
    case 'several':
      return [`${range(question)} mark`, 'enter sends'];
    case 'truefalse':
      return ['t true', 'f false'];
    case 'open':
      return stage.kind === 'rate'
        ? ['1 missed it', '2 in part', '3 right', '4 easily']
        : ['enter shows a model answer'];
    case 'matrix':
      if (rows.length === 0) return ['enter sends, or begins the next row'];
      return [textOfLine(line) === '' ? 'enter sends the rows' : 'enter keeps the row'];
    default:
      return ['enter sends'];
  }
}
