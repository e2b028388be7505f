import { MAX_TYPED } from '../../domain/quiz/grade/typed.ts';

/** What a person did at the keyboard. */
export type Key =
  /** One character that can be printed. */
  | { kind: 'character'; text: string }
  /** Text that came all at once: its first part, and how long the whole was. */
  | { kind: 'paste'; text: string; length: number }
  | { kind: 'press'; name: KeyName };

export type KeyName =
  | 'enter'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'clear'
  | 'cut-word'
  | 'cut-rest'
  | 'interrupt'
  | 'end-of-input'
  | 'suspend'
  | 'redraw';

/** What was read of the input but is not a key yet. */
export interface Unfinished {
  /** The beginning of an escape sequence. */
  escape: string;
  /** Text on its way: marked as pasted by the terminal, or a burst that no fingers type. */
  paste: Paste | null;
}

interface Paste {
  marked: boolean;
  text: string;
  length: number;
}

export const NOTHING_UNFINISHED: Unfinished = { escape: '', paste: null };

/** More characters at once than this were not typed by hand. */
const BURST = 64;
/** An escape sequence that is longer belongs to nothing a keyboard sends. */
const LONGEST_ESCAPE = 64;
/** Enough of a paste to tell that it is too long. */
const KEPT = MAX_TYPED + 1;

const PASTE_BEGINS = '\u001B[200~';
const PASTE_ENDS = '\u001B[201~';
const INTERRUPT = '\u0003';

const CONTROLS: ReadonlyMap<string, KeyName> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\u007F', 'backspace'],
  ['\b', 'backspace'],
  ['\u0001', 'home'],
  ['\u0002', 'left'],
  [INTERRUPT, 'interrupt'],
  ['\u0004', 'end-of-input'],
  ['\u0005', 'end'],
  ['\u0006', 'right'],
  ['\u000B', 'cut-rest'],
  ['\u000C', 'redraw'],
  ['\u0015', 'clear'],
  ['\u0017', 'cut-word'],
  ['\u001A', 'suspend'],
]);

/** By what follows the escape and its bracket or O. */
const SEQUENCES: ReadonlyMap<string, KeyName> = new Map([
  ['C', 'right'],
  ['D', 'left'],
  ['F', 'end'],
  ['H', 'home'],
  ['M', 'enter'],
  ['1~', 'home'],
  ['3~', 'delete'],
  ['4~', 'end'],
  ['7~', 'home'],
  ['8~', 'end'],
]);

/**
 * The keys in a piece of a terminal's input. What is unfinished comes back, to be handed in with the
 * next piece; of a paste only as much is kept as an answer may hold. Escape sequences that mean no
 * key here are passed over.
 */
export function readKeys(input: string, before: Unfinished): { keys: Key[]; after: Unfinished } {
  const keys: Key[] = [];
  let { paste } = before;
  if (paste?.marked && input === INTERRUPT) return { keys: [press('interrupt')], after: before };
  let rest = before.escape + input;
  for (;;) {
    if (paste?.marked) {
      const ends = rest.indexOf(PASTE_ENDS);
      if (ends < 0) {
        const tail = beginningOf(PASTE_ENDS, rest);
        paste = added(paste, rest.slice(0, rest.length - tail.length));
        return { keys, after: { escape: tail, paste } };
      }
      keys.push(pasteKey(added(paste, rest.slice(0, ends))));
      rest = rest.slice(ends + PASTE_ENDS.length);
      paste = null;
    }
    const begins = rest.indexOf(PASTE_BEGINS);
    const typed = begins < 0 ? rest : rest.slice(0, begins);
    if (typed.includes(INTERRUPT)) return { keys: [press('interrupt')], after: NOTHING_UNFINISHED };
    let begun = '';
    if (paste || isBurst(typed)) {
      paste = added(paste ?? NO_TEXT, typed);
    } else {
      const read = readTyped(typed);
      keys.push(...read.keys);
      begun = read.escape;
    }
    if (begins < 0) return { keys, after: { escape: begun, paste } };
    if (paste) keys.push(pasteKey(paste));
    paste = { ...NO_TEXT, marked: true };
    rest = rest.slice(begins + PASTE_BEGINS.length);
  }
}

/** What is unfinished when nothing follows: a burst is over, and a lone escape means nothing. */
export function flushKeys({ paste }: Unfinished): Key[] {
  return paste ? [pasteKey(paste)] : [];
}

/** The longest end of a text that is a beginning of the mark. */
function beginningOf(mark: string, text: string): string {
  for (let length = mark.length - 1; length > 0; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return mark.slice(0, length);
  }
  return '';
}

function readTyped(text: string): { keys: Key[]; escape: string } {
  const keys: Key[] = [];
  let rest = text;
  while (rest !== '') {
    const taken = tokenAt(rest);
    if (taken === null) return { keys, escape: rest };
    const key = keyOf(taken);
    if (key) keys.push(key);
    rest = rest.slice(taken.length);
  }
  return { keys, escape: '' };
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: what keyboards send
const SEQUENCE =
  /^\u001B(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[\]P_^][^\u0007\u001B]*(?:\u0007|\u001B\\)|[^[OP\]_^])/;
const SEQUENCES_IN = /\u001B(?:\[[0-?]*[ -/]*[@-~]|O[ -~])|\p{C}/gu;
const UNFINISHED = /^\u001B(?:\[[0-?]*[ -/]*|O|[\]P_^][^\u0007\u001B]*\u001B?)?$/;
const INTRODUCER = /^\u001B[[O]/;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: what keyboards send

/** The first character or escape sequence; null where it is not complete. */
function tokenAt(text: string): string | null {
  if (!text.startsWith('\u001B')) return String.fromCodePoint(text.codePointAt(0) ?? 0);
  const sequence = SEQUENCE.exec(text)?.[0];
  if (sequence !== undefined) return sequence;
  const waits = UNFINISHED.test(text) && text.length < LONGEST_ESCAPE;
  return waits ? null : '\u001B';
}

function keyOf(token: string): Key | null {
  const sequence = INTRODUCER.test(token) ? token.replace(INTRODUCER, '') : '';
  const name = CONTROLS.get(token) ?? SEQUENCES.get(sequence);
  if (name) return press(name);
  return /^\P{C}/u.test(token) ? { kind: 'character', text: token } : null;
}

const press = (name: KeyName): Key => ({ kind: 'press', name });

/** Whether a piece of input is text that no hand types at once; arrows held down are none. */
function isBurst(text: string): boolean {
  return text.length > BURST && text.replaceAll(SEQUENCES_IN, '').length > BURST;
}

const NO_TEXT: Paste = { marked: false, text: '', length: 0 };

const pasteKey = ({ text, length }: Paste): Key => ({ kind: 'paste', text, length });

function added(paste: Paste, text: string): Paste {
  const room = Math.max(0, KEPT - paste.text.length);
  return {
    ...paste,
    text: paste.text + text.slice(0, room),
    length: paste.length + text.length,
  };
}
