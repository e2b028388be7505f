import { type ChildProcessWithoutNullStreams, spawn as spawnPlain } from 'node:child_process';
import { createInterface } from 'node:readline';
import { spawn } from '@lydell/node-pty';
import { median } from './compare.ts';
import { BIN } from './homes.ts';

const NOW = '2026-12-07T19:00:00Z';

/**
 * Milliseconds until a program shows `mark` on a terminal of its own, in turn with the whole run of
 * `node -e 0` there; medians.
 */
export async function timeToScreen(
  home: string,
  args: readonly string[],
  mark: string,
  rounds: number,
): Promise<{ bare: number; shown: number }> {
  const bare: number[] = [];
  const shown: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await timeOnTerminal(['-e', '0'], home, null));
    shown.push(await timeOnTerminal([BIN, ...args], home, mark));
  }
  return { bare: median(bare), shown: median(shown) };
}

function timeOnTerminal(args: string[], home: string, mark: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const pty = spawn(process.execPath, args, {
      cols: 80,
      rows: 24,
      env: { ...process.env, TZ: 'UTC', LLMPATH_HOME: home, LLMPATH_NOW: NOW },
    });
    let text = '';
    let isShown = false;
    pty.onData((data) => {
      text += data;
      if (mark === null || isShown || !text.includes(mark)) return;
      isShown = true;
      resolve(performance.now() - started);
      pty.kill();
    });
    pty.onExit(() => {
      if (mark === null) resolve(performance.now() - started);
      else if (!isShown) reject(new Error(`${args.join(' ')} never showed ${mark}: ${text}`));
    });
  });
}

/** Milliseconds from an answer's sending to its verdict, over a session; a median. */
export async function timeVerdicts(home: string, refs: readonly string[]): Promise<number> {
  const child: ChildProcessWithoutNullStreams = spawnPlain(
    process.execPath,
    [BIN, 'quiz', '--stdio', '--count', '40', ...refs],
    { env: { ...process.env, TZ: 'UTC', LLMPATH_HOME: home, LLMPATH_NOW: NOW } },
  );
  const times: number[] = [];
  let sent = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { type } = JSON.parse(line) as { type: string };
    if (type === 'graded') times.push(performance.now() - sent);
    if (type !== 'question') continue;
    sent = performance.now();
    child.stdin.write('{"answer":null}\n');
  }
  return median(times);
}
