import { expect, test } from 'vitest';
import type { Result } from '../helpers/cli.ts';
import { fingerprints } from '../helpers/hash.ts';
import { said } from '../helpers/said.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const FILM = 'math-vectors/3b1b-linear-algebra';
const LOG = ['log', FILM, '--minutes'];

const newLearner = sharedHome(['init'], ['log', 'math-vectors', '--minutes', '5']);

/** What one types, the exit code, and what stands in the sentence on stderr. */
const TABLE: [args: string[], code: number, text: string][] = [
  [['nxt'], 2, 'There is no command "nxt". Did you mean next'],
  [['statuss'], 2, 'There is no command "statuss". Did you mean status or stats?'],
  [['path', 'chekc'], 2, 'There is no command "path chekc". Did you mean path check'],
  [['xyzzyx'], 2, 'There is no command "xyzzyx".'],
  [['next', '--bogus'], 2, "Unknown option '--bogus'"],
  [['next', '--mintes', '5'], 2, 'Did you mean --minutes?'],
  [['next', '--minutes'], 2, "'--minutes <n>' argument missing"],
  [['done'], 2, 'Say what is done'],
  [['show'], 2, "Missing required argument 'ref'"],
  [['next', 'math-vectors'], 2, 'Too many arguments'],
  [['done', 'math-vectors', 'math-matrices'], 2, 'Too many arguments'],

  [['done', 'math-vectrs'], 4, 'Nothing here is called "math-vectrs". Did you mean math-vectors?'],
  [['show', 'qqqqqqq'], 4, 'Nothing here is called "qqqqqqq".'],
  [['show', ''], 4, 'Nothing here is called "".'],
  [['start', 'seeing-theory'], 4, '"seeing-theory" could be math-probability/seeing-theory,'],
  [['init', '--skip', 'nonsense'], 4, 'Nothing here is called "nonsense".'],
  [['path', 'show', 'lllm'], 4, 'There is no path called "lllm". Did you mean llm?'],
  [['next', '--path', 'nowhere'], 4, 'There is no path called "nowhere". Installed: llm.'],
  [['path', 'check', '/nowhere/at/all'], 4, 'There is no folder /nowhere/at/all.'],
  [['path', 'schema', 'fase'], 4, 'There is no schema "fase"'],

  [[...LOG, '0'], 2, '--minutes must be more than 0'],
  [[...LOG, '-5'], 2, '"-5" in --minutes is not a number of minutes'],
  [[...LOG, 'abc'], 2, '"abc" in --minutes is not a number of minutes'],
  [[...LOG, '99999'], 2, '--minutes 99999 is more than a day has'],
  [['log', FILM], 2, 'Say how long it was with --minutes N.'],
  [['next', '--minutes', '0'], 2, '--minutes must be more than 0'],
  [['done', FILM, '--minutes', 'soon'], 2, '"soon" in --minutes'],
  [[...LOG, '5', '--on', '2026-02-30'], 2, 'There is no day 2026-02-30.'],
  [[...LOG, '5', '--on', '2026-13-01'], 2, 'There is no day 2026-13-01.'],
  [[...LOG, '5', '--on', '7 Dec'], 2, '"7 Dec" in --on is not a day.'],
  [[...LOG, '5', '--on', '2026-12-08'], 2, '2026-12-08 has not come yet'],
  [[...LOG, '5', '--on', 'tomorrow'], 2, '2026-12-08 has not come yet'],

  [['init', '--hours', 'mon=25'], 2, '"mon=25" in --hours is more than the day has: at most 24.'],
  [['init', '--hours', 'moon=2'], 2, '"moon" in --hours is not a day of the week.'],
  [['init', '--hours', 'mon=two'], 2, '"mon=two" in --hours is not a number of hours.'],
  [['init', '--hours', '0'], 2, '"0" leaves no time to study.'],
  [['init', '--hours', '-3'], 2, '"-3" in --hours is not a number of hours.'],
  [['init', '--hours', '169'], 2, 'A week has no 169 hours.'],
  [['init', '--finish', '2026-12-01'], 2, '2026-12-01 is not in the future.'],
  [['init', '--finish', 'today'], 2, '2026-12-07 is not in the future.'],
  [
    ['init', '--start', '2027-01-04', '--finish', '2026-12-24'],
    2,
    '2026-12-24 is not after the start, 2027-01-04.',
  ],
  [['init', '--start', 'soon'], 2, '"soon" in --start is not a day.'],
  [['init', '--timezone', 'Mars/Base'], 2, '"Mars/Base" is not a time zone.'],
  [['init', '--weeks', 'math=9'], 2, 'takes 4-6 weeks, so --weeks math=9 does not fit'],
  [['init', '--weeks', 'math=4.5'], 2, 'takes 4-6 weeks, so --weeks math=4.5 does not fit'],
  [['init', '--weeks', 'maths=5'], 2, '"maths" in --weeks is not a phase. Did you mean math?'],

  [['done', 'math-vectors', '--units', '1'], 2, 'math-vectors has no units'],
  [['done', 'math-vectors/insente-linear-algebra', '--units', '1'], 2, 'has no units'],
  [['done', FILM, '--units', '4'], 2, '"4" in --units is not a whole number from 1 to 3.'],
  [['done', FILM, '--units', '0'], 2, '"0" in --units is not a whole number from 1 to 3.'],
  [['done', FILM, '--units', 'all'], 2, '"all" in --units is not a whole number from 1 to 3.'],

  [['undo', '0'], 2, '"0" in undo is not a whole number'],
  [['undo', 'all'], 2, '"all" in undo is not a whole number'],
  [['history', '-n', '-1'], 2, '"-1" in -n is not a whole number'],
  [['next', '-n', '0'], 2, '"0" in -n is not a whole number from 1 to 50.'],
  [['plan', '--weeks', '0'], 2, '"0" in --weeks is not a whole number'],
  [['redo'], 1, 'There is nothing to redo'],
  [['stop'], 1, 'No clock is running.'],
  [['pause'], 1, 'No clock is running.'],
  [['open', 'math-vectors/m/norms-by-hand'], 1, 'has no address: it is something to build'],
  [['note', 'math-vectors'], 2, 'There is no terminal to open an editor on.'],
  [['note', 'math-vectors', 'x'.repeat(100_001)], 2, 'A note holds at most 100000 characters'],
  [['config', 'edit'], 2, 'There is no terminal to open an editor on.'],
  [['config', 'set', 'colour', 'never'], 2, '"colour" is not a setting'],
  [['completion', 'tcsh'], 2, 'There is no completion for "tcsh": it is bash, zsh, fish.'],
];

test.each(TABLE.map(([args, code, text]) => [shown(args), args, code, text] as const))(
  'llmpath %s',
  (_, args, code, text) => {
    const learner = newLearner();
    const before = fingerprints(learner.home);
    const result = learner.run(...args);
    expect(result).toMatchObject({ code, stdout: '' });
    expectOneSentence(result, text);
    expect(fingerprints(learner.home)).toEqual(before);
  },
);

test('after two of three units, two more are too many', () => {
  const learner = newLearner();
  learner.run('done', FILM, '--units', '2');
  const result = learner.run('done', FILM, '--units', '2');
  learner.run('undo');
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expectOneSentence(result, 'has only 1 unit left, not 2');
});

test.each(['soon', '2026-99-99T00:00:00Z', '1969-12-31T23:00:00Z', '12'])(
  'LLMPATH_NOW=%s is told before anything else',
  (now) => {
    const result = newLearner({ LLMPATH_NOW: now }).run('next');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expectOneSentence(result, `LLMPATH_NOW is "${now}", which is not an ISO instant.`);
  },
);

/** A sentence, at most one more with what to do, never a stack. */
function expectOneSentence({ stderr }: Result, text: string): void {
  expect(said(stderr)).toMatch(/^✗ .*[.?]/);
  expect(said(stderr)).toContain(text);
  expect(stderr.match(/^\S/gm)).toHaveLength(1);
  expect(stderr).not.toMatch(/mistake in llmpath|^ +at /m);
}

function shown(args: readonly string[]): string {
  return args.map((arg) => (arg.length > 60 ? `${arg.slice(0, 9)}…` : arg || '""')).join(' ');
}
