import { rmSync } from 'node:fs';
import { loadPath } from '../../src/content/load.ts';
import { type Contender, median, peakInTurn, timeInTurn } from './compare.ts';
import { BIN, homeWithEvents } from './homes.ts';

/**
 * `npm run bench`: every promise about speed, as a ratio to a yardstick run in turn beside it.
 * Exits with 1 when one is not kept.
 */
const ROUNDS = 41;
const MEMORY_ROUNDS = 9;
const NOW = '2026-12-07T19:00:00Z';

interface Row {
  what: string;
  value: string;
  budget: string;
  kept: boolean;
}

const rows: Row[] = [];

function ratio(what: string, value: number, budget: number): void {
  rows.push({
    what,
    value: `${value.toFixed(2)} x`,
    budget: `at most ${budget} x`,
    kept: value <= budget,
  });
}

const small = await homeWithEvents(10);
const large = await homeWithEvents(100_000);
const command = (name: string, home: string, ...args: string[]): Contender => ({
  name,
  args: [BIN, ...args],
  env: { LLMPATH_HOME: home, LLMPATH_NOW: NOW },
});
const node: Contender = { name: 'node -e 0', args: ['-e', '0'] };
const starts = [
  node,
  command('next', small, 'next'),
  command('next --json', small, 'next', '--json'),
  command('prompt', small, 'prompt'),
  command('--help', small, '--help'),
  command('status', small, 'status'),
];
for (const start of starts.slice(1)) timeInTurn([start], 2);

const times = timeInTurn(starts, ROUNDS);
const [bare = 1] = times;
for (const [i, budget] of [1.4, 1.4, 1.25, 1.25].entries()) {
  ratio(`cold ${starts[i + 1]?.name} / node -e 0`, (times[i + 1] ?? 0) / bare, budget);
}
rows.push({
  what: 'cold status / node -e 0',
  value: `${((times[5] ?? 0) / bare).toFixed(2)} x`,
  budget: 'no promise',
  kept: true,
});

const [barePeak = 1, nextPeak = 0] = peakInTurn(starts.slice(0, 2), MEMORY_ROUNDS);
ratio('peak memory of next / node -e 0', nextPeak / barePeak, 1.5);

const logs = [command('10 events', small, 'next'), command('100,000 events', large, 'next')];
timeInTurn(logs, 2);
const [few = 1, many = 0] = timeInTurn(logs, ROUNDS);
ratio('next with 100,000 events / with 10', many / few, 1.1);

const compile = median(
  Array.from({ length: 5 }, () => {
    const started = performance.now();
    loadPath('paths/llm');
    return performance.now() - started;
  }),
);
rows.push({
  what: 'compiling the bundled path',
  value: `${Math.round(compile)} ms`,
  budget: 'at most 1000 ms',
  kept: compile <= 1000,
});

for (const { what, value, budget, kept } of rows) {
  console.log(
    `${what.padEnd(40)} ${value.padStart(9)}  ${budget.padEnd(16)} ${kept ? 'kept' : 'MISSED'}`,
  );
}
for (const home of [small, large]) rmSync(home, { recursive: true });
process.exitCode = rows.every((row) => row.kept) ? 0 : 1;
