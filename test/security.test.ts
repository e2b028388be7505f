import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PROMISES = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!promise|---)/.test(line));

test('each promise names a test that is there', () => {
  expect(PROMISES.length).toBeGreaterThan(20);
  for (const promise of PROMISES) {
    const files = [...promise.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] as string);
    expect(files.length, promise).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(file), file).toBe(true);
  }
});

test('no source can open a connection, and only these start a program', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));
  const naming = (pattern: RegExp) =>
    sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
  expect(naming(/node:(http|https|http2|net|tls|dgram|dns)|\bfetch\(|WebSocket|XMLHttp/)).toEqual(
    [],
  );
  const programs = naming(/child_process|from 'open'|external-editor/).sort();
  expect(programs).toEqual(['cli/browser.ts', 'cli/editor.ts', 'cli/git.ts', 'cli/pager.ts']);
  expect(naming(/shell: true|\bexecSync\(/)).toEqual([]);
});
