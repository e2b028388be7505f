import type { Answer, Reading } from '../../domain/quiz/grade/answer.ts';
import { MAX_TYPED } from '../../domain/quiz/grade/typed.ts';
import type { Asked } from '../../domain/quiz/pick.ts';
import type { Question } from '../../domain/quiz/question.ts';
import { type Control, type Controls, controlCalled, controlsOf } from './controls.ts';
import type { Key } from './keys.ts';
import { type Edit, EMPTY_LINE, edit, insert, type Line, lineOf, textOfLine } from './line.ts';
import type { Graded } from './run.ts';

/** One question on the screen, with what was typed so far. */
export interface Screen {
  asked: Asked;
  exam: boolean;
  controls: Controls;
  stage: Stage;
  line: Line;
  /** Rows of a matrix that are finished. */
  rows: readonly string[];
  /** Letters marked among the options of a `several` question, in their order. */
  marked: readonly string[];
  /** An answer that another Enter counts. */
  pending: Given | null;
  /** What is said below the answer: why something could not be done, or how it was read. */
  message: string | null;
  /** Whether it tells why this question is asked. */
  why: boolean;
}

export type Stage =
  | { kind: 'answer' }
  /** The model answer of an open question is shown; the learner rates their own. */
  | { kind: 'rate' }
  | { kind: 'graded'; shown: string; graded: Graded; worked: boolean };

/** An answer, null for "do not know", and how it is shown. */
export interface Given {
  answer: Answer | null;
  shown: string;
}

/** What a key makes happen outside the screen. */
export type Effect =
  | { kind: 'answer'; given: Given }
  | { kind: 'hint' }
  | { kind: 'skip' }
  | { kind: 'next' }
  | { kind: 'leave' };

export interface Step {
  screen: Screen;
  effect: Effect | null;
}

/** Reads an answer to the question on the screen. */
export type Reader = (input: unknown) => Reading;

/** The screen of a question, nothing typed yet. */
export function openScreen(asked: Asked, exam: boolean): Screen {
  return {
    asked: { ...asked, hints: [...asked.hints] },
    exam,
    controls: controlsOf(asked.question),
    stage: { kind: 'answer' },
    line: EMPTY_LINE,
    rows: [],
    marked: [],
    pending: null,
    message: null,
    why: false,
  };
}

/** The screen after the hint that was asked for; null where there was none. */
export function withHint(screen: Screen, hint: string | null): Screen {
  if (hint === null) return { ...screen, message: 'There is no further hint.' };
  const { asked } = screen;
  return { ...screen, asked: { ...asked, hints: [...asked.hints, hint] }, message: null };
}

/** The screen after its answer was judged. */
export function withVerdict(screen: Screen, shown: string, graded: Graded): Screen {
  return {
    ...screen,
    stage: { kind: 'graded', shown, graded, worked: false },
    pending: null,
    message: null,
    why: false,
  };
}

/** What a key does; `read` reads answers to the question on the screen. */
export function pressKey(screen: Screen, key: Key, read: Reader): Step {
  if (key.kind === 'press' && key.name === 'end-of-input') return act(screen, { kind: 'leave' });
  if (screen.stage.kind === 'graded') return pressGraded(screen, screen.stage, key);
  if (isEnter(key) && screen.pending) {
    return act({ ...screen, message: null }, { kind: 'answer', given: screen.pending });
  }
  const calm: Screen = { ...screen, pending: null, message: null };
  if (screen.controls.lines) return pressOnLine(calm, key, read);
  if (key.kind === 'paste')
    return stay(calm, `Nothing was taken of what was pasted: ${oneKey(calm)}.`);
  return pressOne(calm, key, read);
}

const act = (screen: Screen, effect: Effect): Step => ({ screen, effect });
const show = (screen: Screen): Step => ({ screen, effect: null });
const stay = (screen: Screen, message: string): Step => show({ ...screen, message });
const isEnter = (key: Key): boolean => key.kind === 'press' && key.name === 'enter';

function pressGraded(screen: Screen, stage: Extract<Stage, { kind: 'graded' }>, key: Key): Step {
  if (isEnter(key)) return act(screen, { kind: 'next' });
  if (key.kind !== 'character') return show(screen);
  switch (key.text.toLowerCase()) {
    case ' ':
    case 'n':
      return act(screen, { kind: 'next' });
    case 'q':
      return act(screen, { kind: 'leave' });
    case 'e':
    case '!':
      return show({ ...screen, why: !screen.why });
    case 'w':
      return hasWorking(screen)
        ? show({ ...screen, stage: { ...stage, worked: !stage.worked } })
        : show(screen);
    default:
      return show(screen);
  }
}

/** Whether there is a worked solution that was not shown as a hint. */
export function hasWorking({ asked }: Screen): boolean {
  return asked.hints.length < asked.question.hints.length;
}

function call(screen: Screen, control: Control): Step {
  switch (control) {
    case 'hint':
      return hint(screen);
    case 'unknown':
      return act(screen, { kind: 'answer', given: { answer: null, shown: 'do not know' } });
    case 'skip':
      return act(screen, { kind: 'skip' });
    case 'why':
      return show({ ...screen, why: !screen.why });
    case 'leave':
      return act(screen, { kind: 'leave' });
  }
}

function hint(screen: Screen): Step {
  const { asked, exam } = screen;
  if (exam) return stay(screen, 'An exam gives no hints.');
  if (asked.question.hints.length === 0) return stay(screen, 'This question has no hints.');
  return act(screen, { kind: 'hint' });
}

/** A key where a single one answers, or marks an option. */
function pressOne(screen: Screen, key: Key, read: Reader): Step {
  const { question } = screen.asked;
  if (key.kind === 'character') {
    const control = controlCalled(screen.controls, key.text);
    if (control === 'hint' && screen.stage.kind === 'rate') return show(screen);
    if (control) return call(screen, control);
  }
  switch (question.kind) {
    case 'several':
      return mark(screen, question, key, read);
    case 'open':
      return screen.stage.kind === 'rate' ? answer(screen, key, read) : reveal(screen, key);
    default:
      return answer(screen, key, read);
  }
}

function reveal(screen: Screen, key: Key): Step {
  if (key.kind !== 'character' && !isEnter(key)) return show(screen);
  return show({ ...screen, stage: { kind: 'rate' } });
}

function answer(screen: Screen, key: Key, read: Reader): Step {
  if (key.kind !== 'character' && !isEnter(key)) return show(screen);
  const reading = key.kind === 'character' ? read(key.text) : null;
  if (!reading?.ok) return stay(screen, `${sentence(oneKey(screen))}.`);
  return act(screen, { kind: 'answer', given: reading });
}

function mark(
  screen: Screen,
  question: Extract<Question, { kind: 'several' }>,
  key: Key,
  read: Reader,
): Step {
  const { marked } = screen;
  if (key.kind === 'press') {
    if (key.name === 'clear') return show({ ...screen, marked: [] });
    if (key.name === 'backspace') return show({ ...screen, marked: marked.slice(0, -1) });
    if (key.name !== 'enter') return show(screen);
    const reading = read([...marked]);
    if (!reading.ok) return stay(screen, reading.message);
    return marked.length === 0
      ? show({ ...screen, pending: reading, message: 'None of them? Enter again says so.' })
      : act(screen, { kind: 'answer', given: reading });
  }
  const ids = question.options.map((option) => option.id);
  const id = key.text.toLowerCase();
  if (!ids.includes(id)) return stay(screen, `${sentence(oneKey(screen))}.`);
  const chosen = marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id];
  return show({ ...screen, marked: ids.filter((known) => chosen.includes(known)) });
}

/** Which keys answer, as the end of a sentence. */
function oneKey({ asked: { question }, stage }: Screen): string {
  switch (question.kind) {
    case 'choice':
      return `one letter answers, ${range(question)}`;
    case 'several':
      return `letters mark the right ones, ${range(question)}, and Enter ends`;
    case 'truefalse':
      return 'one letter answers, t for true or f for false';
    default:
      return stage.kind === 'rate' ? 'one of 1, 2, 3 and 4 rates it' : 'any key shows the answer';
  }
}

export function range({ options }: Extract<Question, { kind: 'choice' | 'several' }>): string {
  return `${options[0]?.id} to ${options.at(-1)?.id}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A key where an answer is a line, or some. */
function pressOnLine(screen: Screen, key: Key, read: Reader): Step {
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
  if (length > MAX_TYPED || textOfLine(line).length > MAX_TYPED) {
    const found =
      length > 1
        ? `${length.toLocaleString('en-GB')} characters were pasted, and`
        : 'That is all there is room for:';
    return stay(screen, `${found} an answer has at most 2,000. Nothing of it was taken.`);
  }
  return show({ ...screen, line });
}

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
