import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { BIN } from '../helpers/cli.ts';

/** Runs commands in one process, over and over, and says after each that it was told as done. */
const LOOP = `
  const { writeSync } = require('node:fs');
  const [, root, most, ...commands] = process.argv;
  const { run } = require(root + '/bin/load.js').load(root + '/dist/main.js');
  (async () => {
    for (let i = 0; i < Number(most); i++) {
      for (const command of commands) {
        process.argv = ['node', 'llmpath', ...command.split(' ')];
        await run(root);
        if (process.exitCode) process.exit();
        writeSync(2, 'done ' + command.split(' ')[0] + '\\n');
      }
    }
  })();
`;

export interface Victim {
  process: ChildProcess;
  /** What it has said on stderr so far. */
  said(): string;
  end: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const envFor = (home: string) => ({
  PATH: process.env.PATH,
  TZ: 'UTC',
  LLMPATH_HOME: home,
});

/** Runs `commands` one after the other in one process, `most` times over. */
export function runInLoop(home: string, most: number, ...commands: string[]): Victim {
  const args = ['-e', LOOP, resolve('.'), `${most}`, ...commands];
  return watch(
    spawn(process.execPath, args, { env: envFor(home), stdio: ['ignore', 'ignore', 'pipe'] }),
  );
}

export function runOnce(home: string, args: readonly string[]): Victim {
  const stdio: ['pipe', 'pipe', 'pipe'] = ['pipe', 'pipe', 'pipe'];
  return watch(spawn(process.execPath, [BIN, ...args], { env: envFor(home), stdio }));
}

function watch(child: ChildProcess): Victim {
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const end: Victim['end'] = new Promise((done) => {
    child.once('close', (code, signal) => done({ code, signal }));
  });
  return { process: child, said: () => said, end };
}

export function wait(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms);
  });
}

/** Milliseconds that it takes where nobody kills it. Throws where it fails. */
export async function timeOf(victim: Victim): Promise<number> {
  const started = performance.now();
  const { code } = await victim.end;
  if (code !== 0) throw new Error(`it ended with ${code}: ${victim.said()}`);
  return performance.now() - started;
}

/** Kills it at a moment between its first word and `most` milliseconds later. */
export async function killSoon(victim: Victim, most: number, chance: () => number): Promise<void> {
  for (let i = 0; victim.said() === '' && i < 1_000; i++) {
    await Promise.race([victim.end, wait(2)]);
    if (victim.process.exitCode !== null) break;
  }
  await wait(chance() * most);
  victim.process.kill('SIGKILL');
  await victim.end;
}

/** Numbers from 0 to 1, the same each time. Source: Tommy Ettinger, mulberry32. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
