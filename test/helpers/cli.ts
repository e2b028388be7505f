import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const BIN = resolve('bin/llmpath.js');

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Learner {
  home: string;
  /** Runs a command at the learner's moment; see `at`. */
  run(...args: string[]): Result;
  /** Runs a quiz over its pipes and says "do not know" to the first question. */
  answer(...args: string[]): Result;
  /** Runs a command that must succeed and gives its JSON document. */
  json<T = Record<string, never>>(...args: string[]): T;
  /** Sets the clock: an ISO instant. */
  at(instant: string): Learner;
  /** The instant at which the clock stands. */
  now(): string;
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A learner with a home of their own and a clock that stands still, at a pipe. */
export function newLearner(options: { env?: Record<string, string>; cwd?: string } = {}): Learner {
  const home = join(temporaryFolder(), 'home');
  let now = '2026-12-07T19:00:00Z';
  const run = (...args: string[]): Result => runWith('', args);
  const runWith = (input: string, args: string[]): Result => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      encoding: 'utf8',
      input,
      cwd: options.cwd,
      env: {
        PATH: process.env.PATH,
        TZ: 'UTC',
        LLMPATH_HOME: home,
        LLMPATH_NOW: now,
        ...options.env,
      },
    });
    return { code: status, stdout, stderr };
  };
  const learner: Learner = {
    home,
    run,
    answer: (...args) => runWith('{"answer":null}\n', args),
    json: <T>(...args: string[]): T => {
      const result = run(...args, '--json');
      if (result.code !== 0) throw new Error(`llmpath ${args.join(' ')}: ${result.stderr}`);
      return JSON.parse(result.stdout) as T;
    },
    at(instant) {
      now = instant;
      return learner;
    },
    now: () => now,
  };
  return learner;
}
