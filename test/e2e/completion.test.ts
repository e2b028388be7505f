import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { sharedHome } from '../helpers/shared-home.ts';
import { CTRL_U, ENTER, openTerminalOn, TAB, type Terminal } from '../helpers/terminal.ts';

const newLearner = sharedHome(['path', 'compile']);

test.each([
  ['a command', ['don'], ['done']],
  ['a subcommand', ['path', 'ch'], ['check']],
  ['a flag', ['next', '--mi'], ['--minutes']],
  ['a flag for all commands', ['status', '--js'], ['--json']],
  ['a topic', ['done', 'math-vec'], ['math-vectors', 'math-vector-spaces']],
  ['a resource of a topic', ['start', 'math-vectors/k'], ['math-vectors/khan-linear-algebra']],
  ['a concept, where one may stand', ['show', 'math-vectors/dot'], ['math-vectors/dot-product']],
  ['a phase, where one may stand', ['skip', 'transf'], ['transformers']],
  ['a milestone', ['done', 'math-vectors/m/n'], ['math-vectors/m/norms-by-hand']],
  ['a setting', ['config', 'set', 'hyp'], ['hyperlinks']],
  ['a path', ['path', 'show', 'l'], ['llm']],
  ['a path after its flag', ['next', '--path', 'l'], ['llm']],
  ['a shell', ['completion', 'z'], ['zsh']],
])('completes %s', (_, words, expected) => {
  expect(wordsFor(...words)).toEqual(expect.arrayContaining(expected));
});

test('offers every command where nothing was typed', () => {
  const words = wordsFor('');
  for (const command of ['init', 'next', 'done', 'history', 'path', 'completion']) {
    expect(words).toContain(command);
  }
});

test('offers only what fits', () => {
  expect(wordsFor('done', 'math-vectors/k')).toEqual(['math-vectors/khan-linear-algebra']);
  expect(wordsFor('done', 'math-vectors/dot')).toEqual([]);
});

test('refs are live: another path offers its own', () => {
  const { dir } = aPathFolder();
  expect(wordsFor('done', '--path', dir, 'vec')).toEqual(
    expect.arrayContaining(['vectors', 'vectors/vector-film']),
  );
  const learner = newLearner({ LLMPATH_PATH: dir });
  expect(learner.run('complete', '--', 'skip', 'mod').stdout).toContain('models');
});

test.each([
  ['a broken path', () => aPathFolder().change('path.yaml', 'pace: 5', 'pace: ['), 'LLMPATH_PATH'],
  ['a home that is no folder', () => ({ dir: BIN }), 'LLMPATH_HOME'],
] as [string, () => { dir: string }, string][])(
  'with %s it still offers commands, and says nothing else',
  (_, make, variable) => {
    const learner = newLearner({ [variable]: make().dir });
    const { code, stdout, stderr } = learner.run('complete', '--', 'stat');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('status');
  },
);

test.each([
  ['bash', /^complete .*-F _llmpath.* llmpath$/m, '-n'],
  ['zsh', /^#compdef llmpath$/m, '-n'],
  ['fish', /^complete -c llmpath /m, '--no-execute'],
])('the script for %s asks the program at each Tab, and is sound', (shell, hook, checkOnly) => {
  const { code, stdout, stderr } = newLearner().run('completion', shell);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(hook);
  expect(stdout).toContain('llmpath complete -- ');
  const checked = spawnSync(shell, [checkOnly], { input: stdout, encoding: 'utf8' });
  const isInstalled = checked.error === undefined;
  if (isInstalled) expect(checked).toMatchObject({ status: 0, stderr: '' });
});

test('bash completes at Tab, without anything else installed', async () => {
  const bash = openBash();
  bash.type('source <(llmpath completion bash)', ENTER);
  for (const [typed, completed] of [
    ['llmpath don', 'llmpath done'],
    ['llmpath path comp', 'llmpath path compile'],
    ['llmpath done math-vectors/kh', 'llmpath done math-vectors/khan-linear-algebra'],
    ['llmpath next --min', 'llmpath next --minutes'],
  ] as const) {
    bash.type(typed, TAB);
    await bash.waitFor(completed);
    bash.type(CTRL_U);
  }
  bash.type('exit', ENTER);
  expect((await bash.end()).screen).not.toMatch(/command not found|bash: /);
});

test('the bash script may be read twice', async () => {
  const bash = openBash();
  for (let i = 0; i < 2; i++) bash.type('source <(llmpath completion bash)', ENTER);
  bash.type('exit', ENTER);
  expect((await bash.end()).screen).not.toMatch(/readonly|bash: /);
});

function wordsFor(...words: string[]): string[] {
  const { code, stdout, stderr } = newLearner().run('complete', '--', ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.split('\n').filter((line) => line !== '' && !/^:\d+$/.test(line));
  return lines.map((line) => line.split('\t')[0] as string);
}

/** An interactive bash with the program on its PATH, as users have it. */
function openBash(): Terminal {
  const bin = join(temporaryFolder(), 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'llmpath'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(bin, 'llmpath'), 0o755);
  return openTerminalOn('bash', ['--norc', '--noprofile', '-i'], {
    PATH: `${bin}:${process.env.PATH}`,
    PS1: '$ ',
    LLMPATH_HOME: newLearner().home,
  });
}
