import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/cli.ts';
import { CTRL_C, ENTER, openTerminalOn, type Terminal } from '../../helpers/terminal.ts';

const fileUrl = (path: string) => pathToFileURL(resolve(path)).href;

/** Runs a session over a choice and a number, right with b and 4, and tells what it stored. */
const PROGRAM = `
  Object.assign(globalThis, { LLMPATH_VERSION: 'test', LLMPATH_BUILD: 'test' });
  const { makeEnv } = await import('${fileUrl('src/cli/env.ts')}');
  const { makeContext } = await import('${fileUrl('src/cli/context.ts')}');
  const { runInTerminal } = await import('${fileUrl('src/cli/quiz/terminal.ts')}');
  const { fakeRun } = await import('${fileUrl('test/cli/quiz/fake-run.ts')}');
  const { choice, number } = await import('${fileUrl('test/domain/quiz/grade/build.ts')}');
  const run = fakeRun([choice('b'), number(4)]);
  try {
    await runInTerminal(await makeContext(makeEnv('.'), { color: false }), run);
  } catch (error) {
    console.log(error.message, error.hint);
    process.exitCode = 130;
  }
  console.log('stored', run.answers.length, 'ended', run.ends.length);
`;
const ARGS = ['--import', 'tsx', '--input-type=module', '-e', PROGRAM];

function sit(program = process.execPath, args = ARGS): Terminal {
  return openTerminalOn(program, args, { LLMPATH_HOME: temporaryFolder() });
}

test('a session on a real terminal', async () => {
  const terminal = sit();
  await terminal.waitFor('one letter ›');
  terminal.type('b');
  await terminal.waitFor('✓ right');
  terminal.type(ENTER);
  await terminal.waitFor('2 of 2');
  terminal.type('4', ENTER);
  await terminal.waitFor('✓ right');
  terminal.type(ENTER);
  const { code, screen } = await terminal.end();
  expect(code).toBe(0);
  expect(screen).toContain('2 answered, 2 right first time');
  expect(screen).toContain('stored 2 ended 1');
});

test('Ctrl-C gives the terminal back as it was, and what was answered is stored', async () => {
  const shell = '"$0" "$@"; echo "code $?"; stty -a';
  const terminal = sit('/bin/sh', ['-c', shell, process.execPath, ...ARGS]);
  await terminal.waitFor('one letter ›');
  terminal.type('b');
  await terminal.waitFor('✓ right');
  terminal.type(ENTER);
  await terminal.waitFor('2 of 2');
  terminal.type('half', CTRL_C);
  const { screen, raw } = await terminal.end();
  expect(screen).toContain('Stopped. 1 answer saved. llmpath quiz offers to go on with it.');
  expect(screen).toContain('stored 1 ended 0');
  expect(screen).toContain('code 130');
  expect(screen).toMatch(/ icanon .* echo /s);
  expect(raw.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(raw.lastIndexOf('\u001B[?2004h'));
});

test('ten megabytes pasted do not hang it, and it goes on', async () => {
  const terminal = sit();
  await terminal.waitFor('one letter ›');
  terminal.type('\u001B[200~', 'b\u001B[31m\r'.repeat(1_500_000), '\u001B[201~');
  await terminal.waitFor('Nothing was taken of what was pasted');
  terminal.type('b');
  await terminal.waitFor('✓ right');
  terminal.type('q');
  const { code, raw } = await terminal.end();
  expect(code).toBe(0);
  expect(raw).not.toContain('\u001B[31m');
});

test('a hang-up ends it by its signal, without a word of a crash', async () => {
  const pty = spawn(process.execPath, ARGS, {
    cols: 80,
    rows: 24,
    env: { PATH: process.env.PATH, TERM: 'xterm', LLMPATH_HOME: temporaryFolder() },
  });
  let screen = '';
  pty.onData((data) => {
    screen += data;
    if (data.includes('one letter ›')) process.kill(pty.pid, 'SIGHUP');
  });
  const { signal } = await new Promise<{ signal?: number }>((done) => pty.onExit(done));
  expect(signal).toBe(1);
  expect(screen).toContain('Nothing was answered yet.');
  expect(screen).not.toContain('Assertion');
});
