import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copyBundledPath, editFile } from '../helpers/bundled-copy.ts';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { said } from '../helpers/said.ts';

const FILM = 'vectors/vector-film';

test('--path names a folder, from wherever one stands', () => {
  const folder = aPathFolder().dir;
  expect(titleOf(newLearner(), '--path', folder)).toBe('A small path');
  expect(titleOf(newLearner({ cwd: dirname(folder) }), '--path', './mine')).toBe('A small path');
  expect(titleOf(newLearner({ cwd: dirname(folder) }), '--path', 'mine')).toBe('A small path');
  expect(titleOf(newLearner({ cwd: folder }), '--path', '.')).toBe('A small path');
  expect(titleOf(newLearner({ cwd: folder }))).toBe('From Linear Algebra to LLMs');
});

test('after enrolling in a folder it is the path in use, from anywhere', () => {
  const folder = aPathFolder().dir;
  const learner = newLearner({ cwd: dirname(folder) });
  learner.json('init', './mine');
  expect(refOfNext(learner)).toBe(FILM);
  learner.json('init', 'llm');
  expect(refOfNext(learner)).toMatch(/^math-/);
  learner.run('undo');
  expect(refOfNext(learner)).toBe(FILM);
});

test('a path in the learner’s own folder goes by its id, before the bundled one', () => {
  const learner = newLearner();
  const own = join(learner.home, 'paths');
  mkdirSync(own, { recursive: true });
  cpSync(aPathFolder().dir, join(own, 'small'), { recursive: true });
  expect(titleOf(learner, '--path', 'small')).toBe('A small path');
  const { paths } = learner.json<{ paths: { id: string; bundled: boolean }[] }>('path', 'list');
  expect(paths.map(({ id, bundled }) => [id, bundled])).toEqual([
    ['llm', true],
    ['small', false],
  ]);
  learner.json('init', 'small');
  renameSync(own, join(learner.home, 'paths-moved'));
  expect(learner.run('next')).toMatchObject({ code: 4, stdout: '' });
});

test('progress on one path is not progress on another', () => {
  const folder = aPathFolder().dir;
  const learner = newLearner();
  learner.run('done', FILM, '--path', folder);
  type Status = { minutes: { spent: number } };
  expect(learner.json<Status>('status', '--path', folder).minutes.spent).toBe(60);
  expect(learner.json<Status>('status').minutes.spent).toBe(0);
});

test('next right after an edit shows the edit', () => {
  const folder = aPathFolder();
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir } });
  expect(learner.run('next').stdout).toContain('Vectors in films');
  folder.change('resources.yaml', 'Vectors in films', 'Arrows in films');
  expect(learner.run('next').stdout).toContain('Arrows in films');
  expect(learner.run('prompt').stdout).toContain('Arrows in films');
  folder.change('1-basics.yaml', 'portion: films 1-3', 'portion: films 7-9');
  expect(learner.run('show', FILM).stdout).toContain('films 7-9');
});

test('an edit that breaks the path is told at once, and mending it brings all back', () => {
  const folder = aPathFolder();
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir } });
  learner.run('done', FILM);
  const before = learner.run('next', '--json').stdout;
  folder.change('1-basics.yaml', 'needs: [vectors]', 'needs: [vektors]');
  const broken = learner.run('next');
  expect(broken).toMatchObject({ code: 3, stdout: '' });
  expect(broken.stderr).toMatch(/1-basics\.yaml:\d+:\d+/);
  expect(said(broken.stderr)).toContain('Did you mean vectors?');
  folder.change('1-basics.yaml', 'needs: [vektors]', 'needs: [vectors]');
  expect(learner.run('next', '--json').stdout).toBe(before);
});

test('editing texts keeps progress', () => {
  const folder = copyBundledPath();
  const learner = newLearner();
  learner.json('init', folder);
  learner.run('done', 'math-vectors/3b1b-linear-algebra', '--minutes', '30');
  learner.run('note', 'math-vectors/dot-product', 'a measure of agreement');
  editFile(join(folder, '1-math.yaml'), 'Vectors, norms and dot products', 'Arrows and lists');
  editFile(
    join(folder, '1-math.yaml'),
    /definition: >-\n.*\n/g,
    'definition: >-\n          New.\n',
  );
  const topic = learner.json<{ title: string; topicState: string; notes: object[] }>(
    'show',
    'math-vectors',
  );
  expect(topic).toMatchObject({ title: 'Arrows and lists', topicState: 'started' });
  expect(topic.notes).toHaveLength(1);
  expect(minutesOf(learner, 'math-vectors/3b1b-linear-algebra')).toBe(30);
});

test('a renamed topic keeps its progress through was', () => {
  const folder = copyBundledPath();
  const learner = newLearner();
  learner.json('init', folder);
  learner.run('done', 'math-vectors/3b1b-linear-algebra', '--minutes', '30');
  learner.run('log', 'math-vectors', '--minutes', '10');
  learner.run('note', 'math-vectors', 'before the new name');
  renameEverywhere(folder, 'math-vectors', 'math-arrows');
  editFile(
    join(folder, '1-math.yaml'),
    '- id: math-arrows\n',
    '- id: math-arrows\n    was: [math-vectors]\n',
  );

  const { topics } = learner.json<{ topics: { id: string; state: string; minutes: number }[] }>(
    'status',
  );
  expect(topics[0]).toMatchObject({ id: 'math-arrows', state: 'started', minutes: 40 });
  expect(minutesOf(learner, 'math-arrows/3b1b-linear-algebra')).toBe(30);
  expect(learner.json<{ ref: string }>('show', 'math-vectors').ref).toBe('math-arrows');
  expect(learner.run('show', 'math-arrows').stdout).toContain('before the new name');
  expect(refOfNext(learner)).toBe('math-arrows/khan-linear-algebra');
  learner.run('done', 'math-vectors/khan-linear-algebra');
  expect(minutesOf(learner, 'math-arrows/khan-linear-algebra')).toBe(60);
});

test('the cache may be lost at any moment', () => {
  const learner = newLearner();
  const before = learner.run('next', '--json').stdout;
  renameSync(join(learner.home, 'cache'), join(learner.home, 'elsewhere'));
  expect(learner.run('next', '--json').stdout).toBe(before);
});

function renameEverywhere(folder: string, from: string, to: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((name) => name.endsWith('.yaml'))) {
    const file = join(folder, name);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to),
    );
  }
}

function titleOf(learner: Learner, ...args: string[]): string {
  return learner.json<{ title: string }>('path', 'show', ...args).title;
}

function refOfNext(learner: Learner): string {
  return learner.json<{ action: { ref: string } }>('next').action.ref;
}

function minutesOf(learner: Learner, ref: string): number | undefined {
  return learner.json<{ state: { minutes: number } | null }>('show', ref).state?.minutes;
}
