import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadPath } from '../../src/content/load.ts';
import { type Contender, median, peakInTurn, sizeOf, timeInTurn } from './compare.ts';
import { BIN, homeWithEvents } from './homes.ts';
import { homeWithAnswers, largeBank } from './large-bank.ts';
import { timeBundledPlan, timeLargePlan, timeTaskJuggler } from './plan.ts';
import { timeToScreen, timeVerdicts } from './quiz.ts';

/**
 * `npm run bench`: every promise about speed, as a ratio to a yardstick run in turn beside it.
 * Exits with 1 when one is not kept.
 */
const ROUNDS = 41;
const MEMORY_ROUNDS = 9;
const REPORT_ROUNDS = 11;
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

function milliseconds(what: string, value: number, budget: number): void {
  rows.push({
    what,
    value: `${value.toFixed(1)} ms`,
    budget: `at most ${budget} ms`,
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
for (const [i, budget] of [1.4, null, 1.25, 1.25, null].entries()) {
  const what = `cold ${starts[i + 1]?.name} / node -e 0`;
  const value = (times[i + 1] ?? 0) / bare;
  if (budget !== null) ratio(what, value, budget);
  else rows.push({ what, value: `${value.toFixed(2)} x`, budget: 'no promise', kept: true });
}

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
milliseconds('compiling the bundled path', compile, 1000);

const { plan, forecast } = timeBundledPlan(ROUNDS);
milliseconds('plan of the bundled path, in process', plan, 20);
milliseconds('forecast of 1,000 futures, in process', forecast, 150);
const [half, whole] = [timeLargePlan(5000, 9), timeLargePlan(10_000, 9)];
milliseconds('plan of 10,000 topics, 40,000 needs', whole, 300);
ratio('plan of 10,000 topics / of 5,000', whole / half, 2.5);
const planning = [node, command('plan', small, 'plan')];
timeInTurn(planning, 2);
const [idle = 1, planned = 0] = timeInTurn(planning, ROUNDS);
ratio('cold plan / node -e 0', planned / idle, 2);
const juggler = timeTaskJuggler(5);
rows.push({
  what: 'TaskJuggler 3 on the same topics / plan',
  value: juggler === null ? 'no tj3' : `${(juggler / planned).toFixed(1)} x`,
  budget: 'no promise',
  kept: true,
});

const screen = await timeToScreen(small, ['quiz', 'tf-attention', '--yes'], '1 of ', ROUNDS);
ratio('first question on the screen / node -e 0', screen.shown / screen.bare, 2.5);

const verdict = await timeVerdicts(small, ['math-vectors', 'math-matrices']);
milliseconds('verdict on an answer, stored first', verdict, 50);

const bank = largeBank();
const [unanswered, usual, answered] = [
  await homeWithAnswers(bank, 0),
  await homeWithAnswers(bank, 100_000),
  await homeWithAnswers(bank, 1_000_000),
];
// A quiz at the end of its input chooses, draws the first question and leaves.
const choosing = [unanswered, answered].map((home) =>
  command(`quiz in ${home}`, home, 'quiz', 'phase', '--stdio'),
);
timeInTurn(choosing, 2);
const [none = 1, million = 0] = timeInTurn(choosing, ROUNDS);
ratio('quiz of 5,000: 1,000,000 answers / none', million / none, 1.2);

const report = (home: string, format: string) =>
  command(`report ${format}`, home, 'report', '--format', format, '--output', '-');
const yearly = [
  node,
  command('stats', usual, 'stats'),
  report(usual, 'html'),
  report(answered, 'html'),
];
timeInTurn(yearly, 2);
const [plain = 1, stats = 0, hundred = 0, thousand = 0] = timeInTurn(yearly, REPORT_ROUNDS);
ratio('stats, 100,000 answers / node -e 0', stats / plain, 2.5);
milliseconds('report over three years, 100,000 answers', hundred, 1500);
ratio('report, 1,000,000 answers / 100,000', thousand / hundred, 3);
const kilobytes = sizeOf(report(usual, 'html')) / 1000;
rows.push({
  what: 'its page',
  value: `${Math.round(kilobytes)} kB`,
  budget: 'at most 1000 kB',
  kept: kilobytes <= 1000,
});

const replay = execFileSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', 'test/bench/replay.ts'],
  { encoding: 'utf8' },
);
ratio('replaying 1,000,000 answers / bare loop', Number(replay), 2.5);

for (const { what, value, budget, kept } of rows) {
  console.log(
    `${what.padEnd(40)} ${value.padStart(9)}  ${budget.padEnd(16)} ${kept ? 'kept' : 'MISSED'}`,
  );
}
for (const home of [small, large, unanswered, usual, answered, dirname(bank)]) {
  rmSync(home, { recursive: true });
}
process.exitCode = rows.every((row) => row.kept) ? 0 : 1;
