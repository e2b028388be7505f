import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { said } from '../helpers/said.ts';
import { aScript } from '../helpers/script.ts';

const FILM = 'vectors/vector-film';
const ADDRESS = 'https://www.youtube.com/watch?v=abc123';

test('open hands the address to the browser and starts the clock', async () => {
  const browser = aBrowser();
  const learner = learnerWith({ BROWSER: browser.file });
  const { code, stdout, stderr } = learner.run('open', FILM);
  expect(code).toBe(0);
  expect(stdout).toContain('The clock runs on Vectors in films');
  expect(said(stderr)).toContain(`Opened ${ADDRESS}`);
  expect(await browser.arguments()).toEqual([ADDRESS]);
  expect(learner.run('prompt').stdout).toMatch(/^● 0 min Vectors in films/);
});

test.each([
  ['quotes', `https://example.org/a'b"c`],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell would fill it in
  ['a command', 'https://example.org/$(touch${IFS}pwned)`touch${IFS}pwned`'],
  ['signs of a shell', 'https://example.org/?a=1&b=2;touch|pwned>pwned<x*?[a]{b,c}~#!\\n'],
  ['something like a flag', 'https://--new-window.example.org/--help'],
])('an address with %s reaches the browser as one argument, untouched', async (_, address) => {
  const browser = aBrowser();
  const folder = aPathFolder().change('resources.yaml', ADDRESS, JSON.stringify(address));
  const learner = newLearner({
    cwd: dirname(browser.file),
    env: { LLMPATH_PATH: folder.dir, BROWSER: `${browser.file} --new-tab` },
  });
  expect(learner.run('open', FILM)).toMatchObject({ code: 0 });
  expect(await browser.arguments()).toEqual(['--new-tab', address]);
  expect(existsSync(join(dirname(browser.file), 'pwned'))).toBe(false);
});

test.each([
  ['a space', 'https://example.org/a b'],
  ['a script', 'javascript:alert(1)'],
  ['a file', 'file:///etc/passwd'],
  ['a line break', 'https://example.org/\n--flag'],
])('an address with %s is refused with the path, and never opened', async (_, address) => {
  const browser = aBrowser();
  const folder = aPathFolder().change('resources.yaml', ADDRESS, JSON.stringify(address));
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir, BROWSER: browser.file } });
  const { code, stdout, stderr } = learner.run('open', FILM);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/resources\.yaml:\d+:\d+/);
  expect(existsSync(browser.log)).toBe(false);
});

test('open without a ref opens what is next, and a topic its next part', async () => {
  const browser = aBrowser();
  const learner = learnerWith({ BROWSER: browser.file });
  expect(learner.json('open', '--no-start')).toMatchObject({ url: ADDRESS, opened: true });
  expect(await browser.arguments()).toEqual([ADDRESS]);
  expect(learner.json('open', 'vectors', '--no-start')).toMatchObject({ url: ADDRESS });
});

test('--no-start leaves the clock alone, and so does a clock that runs already', () => {
  const learner = learnerWith({ BROWSER: aBrowser().file });
  learner.run('open', FILM, '--no-start');
  expect(learner.run('stop').code).toBe(1);
  learner.run('start', 'odds');
  learner.run('open', FILM);
  expect(learner.run('prompt').stdout).toContain('Odds for all');
});

test('of a dead resource the replacement is opened', async () => {
  const browser = aBrowser();
  const learner = learnerWith({ BROWSER: browser.file });
  learner.run('open', 'odds/gone-page', '--no-start');
  expect(await browser.arguments()).toEqual(['https://copy.example.org/page']);
});

test.runIf(process.platform === 'linux')('without a desktop the address is printed', () => {
  const learner = learnerWith({});
  const { code, stdout } = learner.run('open', FILM, '--no-start');
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${ADDRESS}\n` });
  expect(learner.json('open', FILM)).toMatchObject({ url: ADDRESS, opened: false });
});

test('a browser that is not there is no reason to fail: the address is printed', () => {
  const { code, stdout } = learnerWith({ BROWSER: '/nowhere/browser' }).run('open', FILM);
  expect(code).toBe(0);
  expect(stdout).toContain(`${ADDRESS}\n`);
});

function learnerWith(env: Record<string, string>): Learner {
  return newLearner({ env: { LLMPATH_PATH: aPathFolder().dir, ...env } });
}

/** A browser that writes down what it was called with, and is not waited for by the program. */
function aBrowser() {
  const file = aScript('printf "%s\\0" "$@" > "$0.part" && mv "$0.part" "$0.log"');
  const log = `${file}.log`;
  return {
    file,
    log,
    async arguments(): Promise<string[]> {
      for (let i = 0; i < 500 && !existsSync(log); i++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return readFileSync(log, 'utf8').split('\0').slice(0, -1);
    },
  };
}
