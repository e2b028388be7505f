import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { aScript } from '../helpers/script.ts';
import { sharedHome } from '../helpers/shared-home.ts';
import { openTerminal } from '../helpers/terminal.ts';

const newLooker = sharedHome(['next']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: codes of colour
const COLOR = /\u001B\[\d+m/;

test('note opens the editor, and keeps what was written', async () => {
  const learner = learnerOfSmallPath();
  const editor = aScript('printf "first line\\n\\nsecond line\\n" > "$1"');
  const terminal = openTerminal(learner.home, ['note', 'vectors'], {
    ...learner.env,
    EDITOR: editor,
  });
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('Noted on Vectors');
  expect(notesOf(learner)).toEqual(['first line\n\nsecond line']);
});

test('the editor may be a program with arguments', async () => {
  const learner = learnerOfSmallPath();
  const editor = aScript('test "$1" = --wait && printf "waited" > "$2"');
  learner.run('config', 'set', 'editor', `${editor} --wait`);
  await openTerminal(learner.home, ['note', 'vectors'], learner.env).end();
  expect(notesOf(learner)).toEqual(['waited']);
});

test('an empty note changes nothing', async () => {
  const learner = learnerOfSmallPath();
  const env = { ...learner.env, EDITOR: aScript('true') };
  const { code, screen } = await openTerminal(learner.home, ['note', 'vectors'], env).end();
  expect(code).toBe(0);
  expect(screen).toContain('nothing changed');
  expect(notesOf(learner)).toEqual([]);
});

test('an editor that is not there is told in one sentence', async () => {
  const learner = learnerOfSmallPath();
  const env = { ...learner.env, EDITOR: '/nowhere/ed' };
  const { code, screen } = await openTerminal(learner.home, ['note', 'vectors'], env).end();
  expect(code).toBe(1);
  expect(screen).toContain('The editor "/nowhere/ed" could not be started.');
  expect(notesOf(learner)).toEqual([]);
});

test('config edit mends a broken file', async () => {
  const learner = learnerOfSmallPath();
  learner.run('config', 'set', 'pager', 'more');
  const file = join(learner.home, 'config.json');
  writeFileSync(file, '{ "pager": ');
  const editor = aScript(`printf '{ "pager": "less" }' > "$1"`);
  const env = { ...learner.env, EDITOR: editor };
  const { code } = await openTerminal(learner.home, ['config', 'edit'], env).end();
  expect(code).toBe(0);
  expect(learner.run('config', 'get', 'pager').stdout).toBe('less\n');
});

test('config edit does not save a file that would lock one out', async () => {
  const learner = learnerOfSmallPath();
  learner.run('config', 'set', 'pager', 'more');
  const env = { ...learner.env, EDITOR: aScript('printf "{ oops" > "$1"') };
  const { code, screen } = await openTerminal(learner.home, ['config', 'edit'], env).end();
  expect(code).toBe(3);
  expect(screen).toContain('is not valid JSON.');
  expect(learner.run('config', 'get', 'pager').stdout).toBe('more\n');
});

test('what does not fit the screen goes through the pager', async () => {
  const pager = aScript('sed "s/^/| /"');
  const home = newLooker().home;
  const long = await openTerminal(home, ['path', 'show'], { PAGER: pager }).end();
  expect(long.code).toBe(0);
  expect(long.screen).toMatch(/^\| {3}From Linear Algebra to LLMs/m);
  expect(long.screen.match(/Mathematical Foundations/g)).toHaveLength(1);
  const short = await openTerminal(home, ['next'], { PAGER: pager }).end();
  expect(short.screen).not.toMatch(/^\|/m);
});

test.each([
  ['no pager', ''],
  ['a pager that is not there', '/nowhere/pager'],
])('with %s long output is printed as it is', async (_, pager) => {
  const { home } = newLooker();
  const { code, screen } = await openTerminal(home, ['path', 'show'], { PAGER: pager }).end();
  expect(code).toBe(0);
  expect(screen).toContain('From Linear Algebra to LLMs');
  expect(screen).toMatch(/\d+ topics · \d+ concepts/);
});

test.each([
  ['nothing said', {}, [], true],
  ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ['TERM=dumb', { TERM: 'dumb' }, [], false],
  ['--no-color', {}, ['--no-color'], false],
] as [string, Record<string, string>, string[], boolean][])(
  'colours on a terminal with %s',
  async (_, env, flags, colored) => {
    const { home } = newLooker();
    const screen = await openTerminal(home, ['next', ...flags], env).end();
    expect(COLOR.test(screen.raw)).toBe(colored);
    const error = await openTerminal(home, ['show', 'nothing-here', ...flags], env).end();
    expect(COLOR.test(error.raw)).toBe(colored);
  },
);

test('addresses are hyperlinks on a terminal that is known to show them', async () => {
  const { home } = newLooker();
  const linked = await openTerminal(home, ['next'], { TERM_PROGRAM: 'WezTerm' }).end();
  expect(linked.raw).toContain('\u001B]8;;https://www.youtube.com/watch?v=fNk_zzaMoSs');
  const plain = await openTerminal(home, ['next']).end();
  expect(plain.raw).not.toContain('\u001B]8;');
});

function learnerOfSmallPath(): Learner & { env: Record<string, string> } {
  const env = { LLMPATH_PATH: aPathFolder().dir };
  return { ...newLearner({ env }), env };
}

function notesOf(learner: Learner): string[] {
  const { notes } = learner.json<{ notes: { text: string }[] }>('show', 'vectors');
  return notes.map((note) => note.text);
}
