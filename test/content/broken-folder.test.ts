import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPath } from '../../src/content/load.ts';
import { aPathFolder, type PathFileName, type PathFolder } from '../helpers/path-files.ts';
import { questionFile } from '../helpers/question-files.ts';

const LARGEST = 2 * 1024 * 1024;
const TRUE = { kind: 'truefalse', answer: 'true' };

/** Moves a file of the folder out of it, and leaves a link in its place. */
function leadOut(folder: PathFolder, name: PathFileName): void {
  const outside = join(dirname(folder.dir), name);
  renameSync(join(folder.dir, name), outside);
  symlinkSync(outside, join(folder.dir, name));
}

function replaceByLink(folder: PathFolder, name: PathFileName, target: string): void {
  rmSync(join(folder.dir, name));
  symlinkSync(target, join(folder.dir, name));
}

function grow(folder: PathFolder, name: PathFileName, size: number): void {
  const text = `${folder.read(name)}#`;
  folder.write(name, text.padEnd(size, 'x'));
}

describe('a file that cannot be used', () => {
  test.each<[what: string, change: (folder: PathFolder) => void, problem: string, message: string]>(
    [
      [
        'is not there',
        (f) => rmSync(join(f.dir, '2-models.yaml')),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml does not exist',
      ],
      [
        'is not there, of topics that others need',
        (f) => rmSync(join(f.dir, '1-basics.yaml')),
        'file.unusable path.yaml:7:10',
        'mine/1-basics.yaml does not exist',
      ],
      [
        'is not there, of resources',
        (f) => rmSync(join(f.dir, 'resources.yaml')),
        'file.unusable path.yaml:6:12',
        'mine/resources.yaml does not exist',
      ],
      [
        'is a link out of the folder',
        (f) => leadOut(f, '2-models.yaml'),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml is a link that leaves the folder',
      ],
      [
        'is path.yaml itself, a link out of the folder',
        (f) => leadOut(f, 'path.yaml'),
        'file.unusable path.yaml:1:1',
        'mine/path.yaml is a link that leaves the folder',
      ],
      [
        'is a link to a folder',
        (f) => replaceByLink(f, '2-models.yaml', '/'),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml is a link that leaves the folder',
      ],
      [
        'is a link to nothing',
        (f) => replaceByLink(f, '2-models.yaml', 'nowhere.yaml'),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml is a link to nothing',
      ],
      [
        'is a link to itself',
        (f) => replaceByLink(f, '2-models.yaml', '2-models.yaml'),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml cannot be read: ELOOP',
      ],
      [
        'is a folder',
        (f) => {
          rmSync(join(f.dir, '2-models.yaml'));
          mkdirSync(join(f.dir, '2-models.yaml'));
        },
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml is not a file',
      ],
      [
        'is larger than 2 MB',
        (f) => grow(f, '2-models.yaml', LARGEST + 1),
        'file.unusable path.yaml:7:25',
        'mine/2-models.yaml is larger than 2 MB',
      ],
    ],
  )('%s', (_, change, problem, message) => {
    const folder = aPathFolder();
    change(folder);
    expect(folder.problems()).toEqual([problem]);
    expect(folder.load()).toMatchObject({ path: null, issues: [{ level: 'error', message }] });
  });

  test.each([
    '../outside.yaml',
    '/etc/passwd.yaml',
    'deeper/1-basics.yaml',
    'deeper\\1-basics.yaml',
    '..',
    '.hidden.yaml',
    '1-basics.txt',
  ])('is named %s', (name) => {
    const folder = aPathFolder().change('path.yaml', '1-basics.yaml', name);
    writeFileSync(join(dirname(folder.dir), 'outside.yaml'), folder.read('1-basics.yaml'));
    expect(folder.problems()).toEqual(['value.invalid path.yaml:7:10']);
    const message = 'phases[1] must be a .yaml file in the same folder';
    expect(folder.load().issues[0]?.message).toBe(message);
  });
});

test('files that are too much together are refused, the first of them still read', () => {
  const folder = aPathFolder();
  for (const i of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const remark = 'x'.repeat(1_990_000);
    folder.write(`questions/q${i}.yaml`, `${questionFile({ ...TRUE, id: `q${i}` })}# ${remark}\n`);
  }
  const { path, issues } = folder.load();
  expect(path).toBeNull();
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['file.unusable', 'mine/questions/q9.yaml is too much: the files of a path take 16 MB at most'],
  ]);
});

test('values that are too many together are refused, whatever files they stand in', () => {
  const folder = aPathFolder();
  for (let i = 0; i < 9; i++) folder.write(`questions/q${i}.yaml`, 'a: 1\n'.repeat(20_000));
  const limits = folder.load().issues.filter(({ code }) => code === 'yaml.limit');
  expect(limits.map(({ file, message }) => [file, message])).toEqual(
    [7, 8].map((i) => [`mine/questions/q${i}.yaml`, 'The file holds too many values to be read']),
  );
});

test('a value that is far too long is refused, a long remark is not', () => {
  const [fits, tooLong] = [50_000, 50_001].map((length) => 'x'.repeat(length));
  const folder = aPathFolder().write('2-models.yaml', `id: ${fits}`);
  expect(folder.problems()[0]).toContain('key.missing');
  for (const value of [tooLong, `"${tooLong}"`, `|\n  ${tooLong}`]) {
    folder.write('2-models.yaml', `id: ${value}`);
    expect(folder.problems()).toEqual(['yaml.limit 2-models.yaml:1:1']);
  }
});

test('a phase that is named very often is read no more often than phases may be', () => {
  const phases = Array<string>(20_000).fill('1-basics.yaml').join(', ');
  const folder = aPathFolder().change('path.yaml', '1-basics.yaml, 2-models.yaml', phases);
  const started = performance.now();
  expect(folder.problems()).toEqual(['value.invalid path.yaml:7:9']);
  expect(performance.now() - started).toBeLessThan(5_000);
});

describe('a file that can', () => {
  test('is a link within the folder', () => {
    const folder = aPathFolder();
    renameSync(join(folder.dir, '1-basics.yaml'), join(folder.dir, 'basics.txt'));
    symlinkSync('basics.txt', join(folder.dir, '1-basics.yaml'));
    expect(folder.problems()).toEqual([]);
  });

  test('stands in a folder that is a link', () => {
    const folder = aPathFolder();
    const link = join(dirname(folder.dir), 'link');
    symlinkSync(folder.dir, link);
    expect(loadPath(link)).toMatchObject({ path: { id: 'small' }, issues: [] });
  });

  test('is of 2 MB', () => {
    const folder = aPathFolder();
    grow(folder, '1-basics.yaml', LARGEST);
    expect(folder.problems()).toEqual([]);
  });
});

describe('what nobody would meet is a warning, and the path loads', () => {
  const more =
    '\n  - { id: more, title: More, kind: tool, level: advanced, status: ok, url: "http://a.org" }';
  test.each<[what: string, change: (folder: PathFolder) => void, problem: string, message: string]>(
    [
      [
        'a file that path.yaml does not name',
        (f) => f.write('draft.yaml', 'a: [\n').write('notes.txt', 'any'),
        'orphan.file draft.yaml:1:1',
        'path.yaml does not name draft.yaml, so it is not read',
      ],
      [
        'a resource that no topic uses',
        (f) => f.change('resources.yaml', '/page', `/page${more}`),
        'orphan.resource resources.yaml:32:11',
        'No topic uses more',
      ],
      [
        'a section without topics',
        (f) => f.change('2-models.yaml', 'topics:', '  - { id: rest, title: Rest }\ntopics:'),
        'orphan.section 2-models.yaml:8:11',
        'The section rest has no topic',
      ],
      [
        'a topic with nothing to do',
        (f) =>
          f.change(
            '1-basics.yaml',
            'use: odds-course\n        portion: the first week\n        role: core',
            'use: odds-course\n        portion: the first week\n        role: deeper',
          ),
        'orphan.topic 1-basics.yaml:40:9',
        'odds has neither a core resource nor a milestone',
      ],
    ],
  )('%s', (_, change, problem, message) => {
    const folder = aPathFolder();
    change(folder);
    expect(folder.problems()).toEqual([problem]);
    const issues = [{ level: 'warning', message }];
    expect(folder.load()).toMatchObject({ path: { id: 'small' }, issues });
  });
});

test.each([
  ['a folder that is not there', 'nowhere', 'path.missing'],
  ['a file', 'mine/path.yaml', 'path.not-a-path'],
  ['an empty folder', 'empty', 'path.not-a-path'],
])('%s is no path', (_, name, code) => {
  const parent = dirname(aPathFolder().dir);
  mkdirSync(join(parent, 'empty'));
  expect(() => loadPath(join(parent, name))).toThrow(expect.objectContaining({ code }));
});
