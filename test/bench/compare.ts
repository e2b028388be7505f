import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A command to measure, as arguments of node. */
export interface Contender {
  name: string;
  args: string[];
  env?: Record<string, string>;
}

/**
 * Medians of wall time in milliseconds. The commands run in turn, round after round, so that a slow
 * moment of the machine meets all of them.
 */
export function timeInTurn(contenders: readonly Contender[], rounds: number): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      const started = process.hrtime.bigint();
      run(contender, {});
      times[i]?.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  return times.map(median);
}

/** Medians of peak memory in kilobytes, as each process reports at its end. */
export function peakInTurn(contenders: readonly Contender[], rounds: number): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-bench-'));
  const file = join(folder, 'peak');
  const hook = resolve('test/bench/report-peak.cjs');
  const peaks = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      run(contender, { NODE_OPTIONS: `--require ${hook}`, PEAK_FILE: file });
      peaks[i]?.push(Number(readFileSync(file, 'utf8')));
    }
  }
  rmSync(folder, { recursive: true });
  return peaks.map(median);
}

/** Bytes that a command writes to stdout. */
export function sizeOf({ args, env }: Contender): number {
  const { stdout } = spawnSync(process.execPath, args, {
    env: { ...process.env, TZ: 'UTC', ...env },
    maxBuffer: 2 ** 26,
  });
  return stdout.length;
}

function run({ name, args, env }: Contender, more: Record<string, string>): void {
  const { status } = spawnSync(process.execPath, args, {
    // The environment as it is: what it costs node to start, the yardstick pays too.
    env: { ...process.env, TZ: 'UTC', ...env, ...more },
    stdio: 'ignore',
  });
  if (status !== 0) throw new Error(`${name} exited with ${status}`);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
