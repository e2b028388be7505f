import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { BIN } from './cli.ts';

export const ENTER = '\r';
export const TAB = '\t';
export const CTRL_C = '\u0003';
/** Clears what was typed so far. */
export const CTRL_U = '\u0015';

export interface Terminal {
  /** Waits until the screen has shown this since the last wait. */
  waitFor(text: string): Promise<void>;
  type(...keys: string[]): void;
  /** Waits for the end of the program: its exit code, and all that it showed. */
  end(): Promise<{ code: number; screen: string; raw: string }>;
}

const PATIENCE_MS = 15_000;

/** Runs a program on a real terminal of 80 by 24. */
export function openTerminal(
  home: string,
  args: string[],
  env: Record<string, string> = {},
): Terminal {
  return openTerminalOn(process.execPath, [BIN, ...args], { LLMPATH_HOME: home, ...env });
}

export function openTerminalOn(
  program: string,
  args: string[],
  env: Record<string, string>,
): Terminal {
  const pty = spawn(program, args, {
    cols: 80,
    rows: 24,
    env: {
      PATH: process.env.PATH,
      TERM: 'xterm-256color',
      TZ: 'UTC',
      LLMPATH_NOW: '2026-12-07T19:00:00Z',
      ...env,
    },
  });
  let raw = '';
  let seen = 0;
  let code: number | null = null;
  pty.onData((data) => {
    raw += data;
  });
  pty.onExit(({ exitCode }) => {
    code = exitCode;
  });
  onTestFinished(() => {
    if (code === null) pty.kill();
  });
  const until = async (done: () => boolean, what: string) => {
    const last = Date.now() + PATIENCE_MS;
    while (!done()) {
      if (Date.now() > last) throw new Error(`waited for ${what}; the screen shows:\n${raw}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    async waitFor(text) {
      await until(() => squeeze(raw.slice(seen)).includes(squeeze(text)), `"${text}"`);
      seen = raw.length;
    },
    type(...keys) {
      for (const key of keys) pty.write(key);
    },
    async end() {
      await until(() => code !== null, 'the end');
      // The last output may come a moment after the end.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const screen = stripVTControlCharacters(raw).replaceAll('\r\n', '\n');
      return { code: code as number, screen, raw };
    },
  };
}

/** Only what is seen, without the blanks that wrapping moves. */
function squeeze(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\s/g, '');
}
