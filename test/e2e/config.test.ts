import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { said } from '../helpers/said.ts';

test('a setting is set, read, told with its source, and unset', () => {
  const learner = newLearner();
  expect(learner.run('config', 'get', 'editor').stdout).toBe('vi\n');
  const set = learner.run('config', 'set', 'editor', 'code --wait');
  expect(set.stdout).toContain('editor is "code --wait" now');
  expect(set.stdout).toContain('undo: llmpath config set editor');
  expect(sourceOf(learner, 'editor')).toEqual({ value: 'code --wait', source: 'file' });
  expect(learner.run('config', 'set', 'editor').stdout).toContain('the default again');
  expect(sourceOf(learner, 'editor')).toEqual({ value: 'vi', source: 'default' });
});

test('setting one key leaves the others as they are', () => {
  const learner = newLearner();
  learner.run('config', 'set', 'color', 'never');
  learner.run('config', 'set', 'pager', 'less -R');
  learner.run('config', 'set', 'color');
  expect(JSON.parse(readFileSync(fileOf(learner), 'utf8'))).toEqual({ pager: 'less -R' });
  expect(statSync(fileOf(learner)).mode & 0o077).toBe(0);
});

test('the environment is stronger than the file, a flag stronger than both', () => {
  const learner = newLearner({ env: { LLMPATH_PATH: 'llm', EDITOR: 'nano' } });
  learner.run('config', 'set', 'editor', 'emacs');
  expect(sourceOf(learner, 'editor')).toEqual({ value: 'nano', source: 'environment' });
  expect(sourceOf(learner, 'path')).toEqual({ value: 'llm', source: 'environment' });
  expect(said(learner.run('next', '--path', 'nowhere').stderr)).toContain(
    'no path called "nowhere"',
  );
});

test('config lists every setting with where its value comes from', () => {
  const { stdout } = newLearner({ env: { PAGER: 'more' } }).run('config');
  expect(stdout).toMatch(/^ {2}pager +more {2}from the environment, PAGER$/m);
  expect(stdout).toMatch(/^ {2}day-start +4:00 {2}default$/m);
  expect(stdout).toMatch(/^ {2}browser +\(empty\) {2}default$/m);
});

test('a study day begins when one says', () => {
  const learner = newLearner().at('2026-12-08T05:00:00Z');
  expect(dayOf(learner)).toBe('2026-12-08');
  learner.run('config', 'set', 'day-start', '6:30');
  expect(dayOf(learner)).toBe('2026-12-07');
  learner.run('config', 'set', 'timezone', 'Asia/Tokyo');
  expect(dayOf(learner)).toBe('2026-12-08');
});

test.each([
  [['set', 'color', 'blue'], 'must be auto, always, never'],
  [['set', 'day-start', '25'], 'must be a time from 0:00 to 12:00'],
  [['set', 'timezone', 'Mars/Base'], 'is not a time zone'],
  [['set', 'colour', 'never'], '"colour" is not a setting. Did you mean color'],
  [['get', 'colour'], '"colour" is not a setting. Did you mean color'],
])('config %j is refused', (args, message) => {
  const learner = newLearner();
  learner.run('config', 'set', 'pager', 'more');
  const before = readFileSync(fileOf(learner), 'utf8');
  const { code, stdout, stderr } = learner.run('config', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(said(stderr)).toContain(message);
  expect(readFileSync(fileOf(learner), 'utf8')).toBe(before);
});

test('a broken file is told with its line, by every command, and left as it is', () => {
  const learner = newLearner();
  mkdirSync(learner.home, { recursive: true });
  const text = '{\n  "color": "never",\n  "pager": more\n}\n';
  writeFileSync(fileOf(learner), text);
  for (const args of [['next'], ['config'], ['config', 'set', 'pager', 'less']]) {
    const { code, stdout, stderr } = learner.run(...args);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(said(stderr)).toContain(`${fileOf(learner)}:3:12 is not valid JSON.`);
    expect(stderr).not.toMatch(/\n {4}at /);
  }
  expect(readFileSync(fileOf(learner), 'utf8')).toBe(text);
});

test('a wrong value in the file is told with its line', () => {
  const learner = newLearner();
  mkdirSync(learner.home, { recursive: true });
  writeFileSync(fileOf(learner), '{\n  "pager": "less",\n  "color": "blue"\n}\n');
  const { code, stderr } = learner.run('next', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'config.invalid',
    message: expect.stringContaining(`${fileOf(learner)}:3  color is "blue"`),
  });
});

test('config path says where everything lies', () => {
  const learner = newLearner();
  expect(learner.json('config', 'path')).toMatchObject({
    settings: fileOf(learner),
    data: learner.home,
    cache: join(learner.home, 'cache'),
  });
});

test.runIf(process.platform === 'linux')(
  'without a home of its own it uses the XDG folders',
  () => {
    const learner = newLearner();
    const at = (name: string) => join(learner.home, name);
    const xdg = newLearner({
      env: {
        LLMPATH_HOME: '',
        HOME: learner.home,
        XDG_DATA_HOME: at('data'),
        XDG_CONFIG_HOME: at('config'),
        XDG_CACHE_HOME: at('cache'),
      },
    });
    expect(xdg.json('config', 'path')).toMatchObject({
      settings: at('config/llmpath/config.json'),
      data: at('data/llmpath'),
      cache: at('cache/llmpath'),
    });
    xdg.json('log', 'math-vectors', '--minutes', '5');
    expect(statSync(at('data/llmpath/llmpath.db')).isFile()).toBe(true);
  },
);

function fileOf(learner: Learner): string {
  return join(learner.home, 'config.json');
}

function sourceOf(learner: Learner, key: string): object {
  const { value, source } = learner.json<{ value: string; source: string }>('config', 'get', key);
  return { value, source };
}

function dayOf(learner: Learner): string {
  return learner.json<{ day: string }>('next').day;
}
