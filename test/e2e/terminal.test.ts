import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { CTRL_C, CTRL_U, ENTER, openTerminal, openTerminalOn } from '../helpers/terminal.ts';

interface History {
  events: { kind: string; ref: string; body: Record<string, unknown> }[];
}

test('init asks, and enrols with what was answered', async () => {
  const learner = newLearner();
  const terminal = openTerminal(learner.home, ['init']);
  await terminal.waitFor('First study day');
  terminal.type('2026-12-09', ENTER);
  await terminal.waitFor('Hours a week');
  terminal.type('mon=1,sat=2.5', ENTER);
  await terminal.waitFor('Done by');
  terminal.type('2029-12-24', ENTER);
  await terminal.waitFor('Leave out Mathematical Foundations?');
  terminal.type('y', ENTER);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('Enrolled in From Linear Algebra to LLMs');
  const events = eventsOf(learner);
  expect(events.map(({ kind, ref }) => [kind, ref])).toEqual([
    ['skipped', 'math'],
    ['enrolled', null],
  ]);
  expect(events[1]?.body).toMatchObject({
    start: '2026-12-09',
    availability: [60, 0, 0, 0, 0, 150, 0],
    finish: '2029-12-24',
  });
});

test('a wrong answer is explained and asked again', async () => {
  const learner = learnerOfSmallPath();
  const terminal = openTerminal(learner.home, ['init'], learner.env);
  await terminal.waitFor('First study day');
  terminal.type('next week', ENTER);
  await terminal.waitFor('is not a day.');
  terminal.type(CTRL_U, 'tomorrow', ENTER);
  await terminal.waitFor('Hours a week');
  terminal.type('mon=25', ENTER);
  await terminal.waitFor('more than the day has: at most 24.');
  terminal.type(CTRL_U, '7', ENTER);
  await terminal.waitFor('Done by');
  terminal.type('2026-12-01', ENTER);
  await terminal.waitFor('2026-12-01 is not in the future.');
  terminal.type(CTRL_U, 'none', ENTER);
  expect((await terminal.end()).code).toBe(0);
  expect(eventsOf(learner)[0]?.body).toMatchObject({
    start: '2026-12-08',
    availability: [60, 60, 60, 60, 60, 60, 60],
    finish: null,
  });
});

test('a flag answers its question', async () => {
  const learner = learnerOfSmallPath();
  const flags = ['--start', 'today', '--hours', '7'];
  const terminal = openTerminal(learner.home, ['init', ...flags], learner.env);
  await terminal.waitFor('Done by');
  terminal.type(ENTER);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).not.toContain('First study day');
  expect(screen).not.toContain('Hours a week,');
});

test.each([['--yes'], ['--no-input'], ['--json']])('with %s nothing is asked', async (flag) => {
  const learner = learnerOfSmallPath();
  const { code, screen } = await openTerminal(learner.home, ['init', flag], learner.env).end();
  expect(code).toBe(0);
  expect(screen).not.toContain('First study day');
  expect(eventsOf(learner)).toHaveLength(1);
});

test('Ctrl-C at a prompt ends with 130, and nothing was written', async () => {
  const learner = learnerOfSmallPath();
  const terminal = openTerminal(learner.home, ['init'], learner.env);
  await terminal.waitFor('First study day');
  terminal.type('2026-12-09', ENTER);
  await terminal.waitFor('Hours a week');
  terminal.type(CTRL_C);
  const { code, screen } = await terminal.end();
  expect(code).toBe(130);
  expect(screen).toContain('Nothing was changed.');
  expect(screen).not.toMatch(/^ +at |mistake in llmpath/m);
  expect(eventsOf(learner)).toEqual([]);
});

test('stop of a forgotten clock asks how much of it was study', async () => {
  const learner = learnerOfSmallPath();
  learner.at('2026-12-07T05:00:00Z').run('start', 'vectors');
  const terminal = openTerminal(learner.home, ['stop'], learner.env);
  await terminal.waitFor('How many minutes of it were study');
  terminal.type('lots', ENTER);
  await terminal.waitFor('is not a number of minutes.');
  terminal.type(CTRL_U, '35', ENTER);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('ran for 14 h');
  expect(screen).toContain('35 min counted');
  expect(eventsOf(learner)[0]).toMatchObject({ kind: 'clock-stopped', body: { minutes: 35 } });
});

test('Ctrl-C instead of the minutes leaves the clock running', async () => {
  const learner = learnerOfSmallPath();
  learner.at('2026-12-07T05:00:00Z').run('start', 'vectors');
  const terminal = openTerminal(learner.home, ['stop'], learner.env);
  await terminal.waitFor('How many minutes of it were study');
  terminal.type(CTRL_C);
  expect((await terminal.end()).code).toBe(130);
  expect(eventsOf(learner).map((event) => event.kind)).toEqual(['clock-started']);
});

test('questions are not data: they appear although stdout goes to a file', async () => {
  const learner = learnerOfSmallPath();
  const file = join(learner.home, '..', 'out.txt');
  const line = 'exec "$0" "$1" init --hours 7 --finish none > "$2"';
  const env = { LLMPATH_HOME: learner.home, ...learner.env };
  const terminal = openTerminalOn('/bin/sh', ['-c', line, process.execPath, BIN, file], env);
  await terminal.waitFor('First study day');
  terminal.type(ENTER);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).not.toContain('Enrolled');
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('Enrolled in A small path');
  expect(written).not.toContain('First study day');
});

test.each([
  ['nothing said', [], {}, true],
  ['NO_COLOR', [], { NO_COLOR: '1' }, false],
  ['TERM=dumb', [], { TERM: 'dumb' }, false],
  ['--no-color', ['--no-color'], {}, false],
] as [string, string[], Record<string, string>, boolean][])(
  'a question is coloured or not, with %s',
  async (_, flags, env, colored) => {
    const learner = learnerOfSmallPath();
    const terminal = openTerminal(learner.home, ['init', ...flags], { ...learner.env, ...env });
    await terminal.waitFor('First study day');
    terminal.type(CTRL_C);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: codes of colour
    expect(/\u001B\[\d+m/.test((await terminal.end()).raw)).toBe(colored);
  },
);

function learnerOfSmallPath(): Learner & { env: Record<string, string> } {
  const env = { LLMPATH_PATH: aPathFolder().dir };
  return { ...newLearner({ env }), env };
}

function eventsOf(learner: Learner): History['events'] {
  return learner.json<History>('history').events;
}
