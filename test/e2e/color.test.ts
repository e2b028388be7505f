import { expect, test } from 'vitest';
import { sharedHome } from '../helpers/shared-home.ts';

const newLearner = sharedHome();
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for
const ESCAPE = /\u001B/;

test.each([
  ['a pipe', {}, [], false],
  ['FORCE_COLOR=1', { FORCE_COLOR: '1' }, [], true],
  ['FORCE_COLOR=3', { FORCE_COLOR: '3' }, [], true],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
  ['FORCE_COLOR and --no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ['TERM=dumb', { TERM: 'dumb' }, [], false],
] as [string, Record<string, string>, string[], boolean][])(
  'colours with %s',
  (_, env, flags, colored) => {
    const learner = newLearner(env);
    expect(ESCAPE.test(learner.run('next', ...flags).stdout)).toBe(colored);
    expect(ESCAPE.test(learner.run('start', 'nothing', ...flags).stderr)).toBe(colored);
  },
);

test('a document is never coloured', () => {
  const { stdout } = newLearner({ FORCE_COLOR: '1' }).run('next', '--json');
  expect(stdout).not.toMatch(ESCAPE);
});

test('colours change no letter', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: codes of colour
  const plain = (text: string) => text.replaceAll(/\u001B\[\d+m/g, '');
  for (const args of [['next'], ['status'], ['plan'], ['show', 'math-vectors'], ['path', 'show']]) {
    const colored = newLearner({ FORCE_COLOR: '1' }).run(...args).stdout;
    expect(plain(colored)).toBe(newLearner().run(...args).stdout);
    expect(colored).toMatch(ESCAPE);
  }
});

test('--quiet leaves the data and takes the rest away', () => {
  const learner = newLearner();
  const [loud, quiet] = [learner.run('next'), learner.run('next', '--quiet')];
  expect(loud.stderr).toContain('Not enrolled yet');
  expect(quiet).toEqual({ code: 0, stdout: loud.stdout, stderr: '' });
});

test('--quiet does not silence an error', () => {
  const { code, stderr } = newLearner().run('done', 'nothing-at-all', '--quiet');
  expect(code).toBe(4);
  expect(stderr).toContain('nothing-at-all');
});

test.each([
  ['before the command', ['--json', 'next']],
  ['after the command', ['next', '--json']],
  ['after a subcommand', ['path', 'list', '--json']],
  ['between the words of a subcommand', ['path', '--json', 'list']],
])('a flag for all commands may stand %s', (_, args) => {
  expect(JSON.parse(newLearner().run(...args).stdout)).toHaveProperty('schema');
});

test('--home is stronger than LLMPATH_HOME', () => {
  const learner = newLearner();
  const { stdout } = learner.run('config', 'path', '--json', '--home', '/tmp/elsewhere');
  expect(JSON.parse(stdout).data).toBe('/tmp/elsewhere');
});

test('--version and --help print on stdout and end well', () => {
  const learner = newLearner();
  expect(learner.run('--version')).toMatchObject({ code: 0, stderr: '' });
  expect(learner.run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const help = learner.run('--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const command of ['init', 'next', 'done', 'undo', 'path check', 'completion']) {
    expect(help.stdout).toMatch(new RegExp(`^ +${command.split(' ')[0]}\\b`, 'm'));
  }
  expect(learner.run('done', '--help').stdout).toContain('--units <k>');
});
