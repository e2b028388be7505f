import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPathFolder, listInstalled } from '../../src/content/find.ts';
import { temporaryFolder } from '../helpers/cli.ts';

/** Paths that come with the program, the learner's own, and folders where they stand. */
function aPlace() {
  const root = temporaryFolder();
  const addPath = (...parts: string[]) => {
    mkdirSync(join(root, ...parts), { recursive: true });
    writeFileSync(join(root, ...parts, 'path.yaml'), '');
  };
  addPath('bundled', 'llm');
  addPath('bundled', 'piano');
  addPath('own', 'piano');
  addPath('own', 'greek');
  addPath('cwd', 'draft');
  mkdirSync(join(root, 'bundled', 'schema'));
  mkdirSync(join(root, 'cwd', 'llm'));
  const roots = { bundled: join(root, 'bundled'), own: join(root, 'own') };
  const find = (name: string) =>
    findPathFolder(roots, name, join(root, 'cwd')).slice(root.length + 1);
  return { roots, find };
}

describe('a path is found', () => {
  test.each([
    ['by id', 'llm', 'bundled/llm'],
    ["by id, the learner's own first", 'piano', 'own/piano'],
    ['by the name of a folder here', 'draft', 'cwd/draft'],
    ['by folder', './llm', 'cwd/llm'],
    ['by a folder above', '../own/greek', 'own/greek'],
    ['here', '.', 'cwd'],
  ])('%s: %s', (_, name, folder) => {
    expect(aPlace().find(name)).toBe(folder);
  });

  test('by an absolute folder', () => {
    expect(findPathFolder(aPlace().roots, '/any/where', '/')).toBe('/any/where');
  });
});

test.each([
  ['llms', 'There is no path called "llms". Did you mean llm?'],
  ['zither', 'There is no path called "zither". Installed: greek, llm, piano.'],
  ['schema', 'There is no path called "schema". Installed: greek, llm, piano.'],
  ['', 'There is no path called "". Installed: greek, llm, piano.'],
])('%j is unknown', (name, message) => {
  expect(() => aPlace().find(name)).toThrow(
    expect.objectContaining({ code: 'path.unknown', message }),
  );
});

test('all paths are listed once, by id', () => {
  const { roots } = aPlace();
  const list = listInstalled(roots).map(({ id, bundled }) => [id, bundled]);
  expect(list).toEqual([
    ['greek', false],
    ['llm', true],
    ['piano', false],
  ]);
  expect(listInstalled({ ...roots, own: join(roots.own, 'nowhere') })).toHaveLength(2);
});
