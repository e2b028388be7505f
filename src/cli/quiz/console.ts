import { MAX_TYPED } from '../../domain/quiz/grade/typed.ts';
import type { Env } from '../env.ts';
import type { Frame } from './frame.ts';
import { flushKeys, type Key, NOTHING_UNFINISHED, readKeys } from './keys.ts';
import { leave, type Painted, paint, paintPlain } from './paint.ts';
import { makeQueue } from './queue.ts';

export type Happening =
  | { kind: 'key'; key: Key }
  /** A whole line, from a terminal that cannot give single keys. */
  | { kind: 'line'; text: string }
  | { kind: 'resized' }
  | { kind: 'interrupted' };

/** A terminal that gives keys and shows frames. */
export interface Console {
  next(): Promise<Happening>;
  /** Whether something has happened already, so that drawing can wait. */
  isBusy(): boolean;
  size(): { columns: number; rows: number };
  /** Shows a frame; `anew` from the top, else where the last one stands. */
  show(frame: Frame, anew: boolean): void;
  /** Gives the terminal back as it was. */
  close(): void;
  /** Whether the terminal has hung up, so that nobody sees what is written. */
  isGone(): boolean;
}

const KEYS_ON = '\u001B[?2004h';
const KEYS_OFF = '\u001B[?2004l';
/** So long a piece of input may be on its way; a paste the terminal has marked takes longer. */
const QUIET_MS = 50;
const QUIET_PASTE_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Takes the terminal; one that calls itself dumb is asked line by line and gets no codes. */
export function openConsole({ stdin, stdout, variables }: ConsoleEnv): Console {
  const plain = variables.TERM === 'dumb';
  const events = makeQueue<Happening>();
  let painted: Painted | null = null;
  let isOpen = true;
  let isGone = false;

  const take = () => {
    if (plain) return;
    stdin.setRawMode(true);
    stdout.write(KEYS_ON);
  };
  const giveBack = () => {
    if (plain || !isOpen) return;
    stdin.setRawMode(false);
    stdout.write(KEYS_OFF);
  };
  const redraw = () => {
    painted = null;
    events.push({ kind: 'resized' });
  };
  const resume = () => {
    take();
    redraw();
  };
  const suspend = () => {
    if (painted) stdout.write(leave(painted));
    giveBack();
    process.kill(process.pid, 'SIGTSTP');
    resume();
  };
  const listen = plain
    ? lineListener((text) => events.push({ kind: 'line', text }))
    : keyListener((key) => {
        if (key.kind === 'press' && key.name === 'interrupt') events.push({ kind: 'interrupted' });
        else if (key.kind === 'press' && key.name === 'suspend') suspend();
        else events.push({ kind: 'key', key });
      });
  const interrupt = (signal: NodeJS.Signals) => {
    isGone ||= signal === 'SIGHUP';
    events.push({ kind: 'interrupted' });
  };
  const end = () => {
    // Single keys have no end of input but this; Ctrl-D is one of them.
    isGone ||= !plain;
    events.push({ kind: 'key', key: { kind: 'press', name: 'end-of-input' } });
  };

  stdin.setEncoding('utf8');
  stdin.on('data', listen).on('end', end).on('error', end);
  stdout.on('resize', redraw);
  for (const signal of SIGNALS) process.on(signal, interrupt);
  process.on('SIGCONT', resume).on('exit', giveBack);
  take();
  stdin.resume();
  const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  // What stood on the terminal before is scrolled away rather than wiped.
  if (!plain) stdout.write('\n'.repeat(size().rows - 1));

  return {
    next: events.next,
    isBusy: events.isFilled,
    isGone: () => isGone,
    size,
    show(frame, anew) {
      const { columns, rows } = size();
      const before = anew ? null : painted;
      stdout.write(plain ? paintPlain(frame, before) : paint(frame, before, columns, rows));
      painted = { frame, columns, rows };
    },
    close() {
      if (!isOpen) return;
      if (painted && !plain) stdout.write(leave(painted));
      giveBack();
      isOpen = false;
      stdin.off('data', listen).off('end', end).off('error', end);
      stdin.pause();
      stdout.off('resize', redraw);
      for (const signal of SIGNALS) process.off(signal, interrupt);
      process.off('SIGCONT', resume).off('exit', giveBack);
    },
  };
}

type ConsoleEnv = Pick<Env, 'stdin' | 'stdout' | 'variables'>;

function keyListener(push: (key: Key) => void): (input: string) => void {
  let unfinished = NOTHING_UNFINISHED;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const keys = flushKeys(unfinished);
    unfinished = NOTHING_UNFINISHED;
    keys.forEach(push);
  };
  return (input) => {
    clearTimeout(timer);
    const { keys, after } = readKeys(input, unfinished);
    unfinished = after;
    keys.forEach(push);
    if (after === NOTHING_UNFINISHED) return;
    timer = setTimeout(flush, after.paste?.marked ? QUIET_PASTE_MS : QUIET_MS).unref();
  };
}

function lineListener(push: (line: string) => void): (input: string) => void {
  let begun = '';
  return (input) => {
    const lines = (begun + input).split('\n');
    begun = (lines.pop() ?? '').slice(0, MAX_TYPED + 1);
    lines.forEach(push);
  };
}
