import type { Reading } from '../../domain/quiz/grade/answer.ts';
import { MAX_TYPED } from '../../domain/quiz/grade/typed.ts';
import type { Question } from '../../domain/quiz/question.ts';
import { controlCalled } from './controls.ts';
import type { Key } from './keys.ts';
import { type Edit, EMPTY_LINE, edit, insert, lineOf, textOfLine } from './line.ts';
import type { Screen } from './screen.ts';
import { act, call, hint, type Reader, type Step, show, stay } from './step.ts';

/** A key where an answer is a line, or some. */
export function pressOnLine(screen: Screen, key: Key, read: Reader): Step {
  switch (key.kind) {
    case 'character': {
      const isEmpty = textOfLine(screen.line) === '';
      return isEmpty && key.text === '?' ? hint(screen) : type(screen, key.text, 1);
    }
    case 'paste':
      return type(screen, asOneLine(screen.asked.question, key.text), key.length);
    case 'press':
      return key.name === 'enter' ? submit(screen, read) : editLine(screen, key.name);
  }
}

function type(screen: Screen, text: string, length: number): Step {
  const line = insert(screen.line, text);
  if (length > 1 && (length > MAX_TYPED || textOfLine(line).length > MAX_TYPED)) {
    const found = `${length.toLocaleString('en-GB')} characters were pasted`;
    return stay(screen, `${found}, and an answer has at most ${MOST}. Nothing of it was taken.`);
  }
  if (textOfLine(line).length > MAX_TYPED) {
    return stay(screen, `An answer has at most ${MOST} characters, and this one is full.`);
  }
  return show({ ...screen, line });
}

const MOST = MAX_TYPED.toLocaleString('en-GB');

/** Pasted lines as one: the rows of a matrix and the blanks of a cloze stay apart. */
function asOneLine({ kind }: Question, pasted: string): string {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').trim().split(/\n+/);
  return lines.join(kind === 'matrix' || kind === 'cloze' ? '; ' : ' ');
}

const EDITS: ReadonlySet<string> = new Set<Edit>([
  'backspace',
  'delete',
  'left',
  'right',
  'home',
  'end',
  'clear',
  'cut-word',
  'cut-rest',
]);

const isEdit = (name: string): name is Edit => EDITS.has(name);

function editLine(screen: Screen, name: string): Step {
  if (!isEdit(name)) return show(screen);
  const { line, rows } = screen;
  const above = rows.at(-1);
  if (name === 'backspace' && textOfLine(line) === '' && above !== undefined) {
    return show({ ...screen, rows: rows.slice(0, -1), line: lineOf(above) });
  }
  return show({ ...screen, line: edit(line, name) });
}

function submit(screen: Screen, read: Reader): Step {
  const text = textOfLine(screen.line).trim();
  const control = controlCalled(screen.controls, text);
  if (control && (screen.rows.length === 0 || text.startsWith('/'))) {
    return call({ ...screen, line: EMPTY_LINE }, control);
  }
  const { question } = screen.asked;
  return question.kind === 'matrix' ? submitRow(screen, text, read) : judge(screen, read(text));
}

/** The step that a reading of what was typed asks for; the line stays for editing. */
function judge(screen: Screen, reading: Reading): Step {
  if (!reading.ok) return stay(screen, reading.message);
  if (!reading.unusual) return act(screen, { kind: 'answer', given: reading });
  const message = `Read as ${reading.shown}. Enter counts it, any other key changes it.`;
  return show({ ...screen, pending: reading, message });
}

/** A line of a matrix: a whole one, a row of it, or empty and thereby its end. */
function submitRow(screen: Screen, text: string, read: Reader): Step {
  const { rows } = screen;
  if (text === '' && rows.length > 0) {
    const step = judge(screen, read(`[${rows.map(bracketed).join(', ')}]`));
    return step.screen.message === null || step.screen.pending
      ? step
      : show({ ...step.screen, rows: rows.slice(0, -1), line: lineOf(rows.at(-1) ?? '') });
  }
  if (rows.length === 0) {
    const whole = read(text);
    if (whole.ok || text === '' || /;|[[({]\s*[[({]/.test(text)) return judge(screen, whole);
  }
  const row = read(`[${bracketed(text)}]`);
  if (!row.ok) return stay(screen, row.message);
  return show({ ...screen, rows: [...rows, text], line: EMPTY_LINE });
}

const bracketed = (row: string): string => (/^\[.*\]$/.test(row) ? row : `[${row}]`);
