import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFormulas } from '../../src/cli/formulas.ts';
import { loadPath } from '../../src/content/load.ts';
import { DRAWS } from '../../src/domain/quiz/generate/draws.ts';
import { FUNCTIONS } from '../../src/domain/quiz/generate/functions.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { sourcesUnder } from '../helpers/sources.ts';

const readme = readFileSync('paths/README.md', 'utf8');

/** The examples that are whole files, by the first key that tells which. */
function exampleFiles(): string[] {
  return [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .map((match) => match[1] ?? '')
    .filter((text) => /^\w/.test(text));
}

test('the path of the README has no problem, its questions included', () => {
  const folder = join(temporaryFolder(), 'git-basics');
  mkdirSync(join(folder, 'questions'), { recursive: true });
  const names = [
    'path.yaml',
    'resources.yaml',
    '1-start.yaml',
    'questions/a.yaml',
    'questions/b.yml',
  ];
  const examples = exampleFiles();
  expect(examples).toHaveLength(names.length);
  for (const [i, name] of names.entries()) writeFileSync(join(folder, name), examples[i] ?? '');
  const { path, templates, issues } = loadPath(folder, folder, {
    formulas: checkFormulas,
    seeds: 1000,
  });
  expect(issues).toEqual([]);
  expect(path?.id).toBe('git-basics');
  expect(templates.map(({ ref, generated }) => [ref, generated])).toEqual([
    ['git-commits/q/what-the-index-holds', false],
    ['git-commits/q/steps-back', true],
    ['git-commits/q/lines-left', true],
  ]);
});

test('the README names every function that expressions know, and no other', () => {
  const section = /^### Expressions\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  const spans = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? ''));
  const named = spans
    .filter((span) => /^[a-z]/.test(span))
    .flatMap((span) => span.replaceAll(/\([^)]*\)/g, '').split(' '))
    .filter((word) => word !== 'params');
  expect(new Set(named)).toEqual(new Set([...FUNCTIONS.keys(), ...DRAWS.keys()]));
});

test('the README lists every code of an issue, and no other', () => {
  const table = /^### Every check\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const listed = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([a-z]+\.[a-z-]+)`/g)].map((match) => match[1]),
  );
  const areas = 'file|yaml|key|value|id|text|ref|graph|hours|address|status|orphan|question';
  const code = new RegExp(`'((?:${areas})\\.[a-z-]+)'`, 'g');
  const used = sourcesUnder('src/content').flatMap((text) =>
    [...text.matchAll(code)].map((match) => match[1]),
  );
  expect([...new Set(listed)].sort()).toEqual([...new Set(used)].sort());
});
