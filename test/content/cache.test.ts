import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Cache,
  readOutline,
  readPath,
  readTemplates,
  stampYamlFiles,
  writeCompiled,
} from '../../src/content/cache.ts';
import { outlineOf, type Path } from '../../src/domain/path/path.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder, type PathFolder } from '../helpers/path-files.ts';
import { QUESTION_FILE, questionFile } from '../helpers/question-files.ts';

function aCache(): Cache {
  return { dir: join(temporaryFolder(), 'deep', 'cache'), build: 'this-build' };
}

function compile(cache: Cache, folder: PathFolder): Path {
  const { path, templates } = folder.load();
  if (!path) throw new Error('the path has errors');
  const stamps = stampYamlFiles(folder.dir);
  expect(writeCompiled(cache, folder.dir, stamps, path, templates)).toContain(cache.dir);
  return path;
}

function expectNothing(cache: Cache, folder: PathFolder): void {
  expect(readOutline(cache, folder.dir)).toBeNull();
  expect(readPath(cache, folder.dir)).toBeNull();
}

function cachedFiles(cache: Cache): string[] {
  return readdirSync(cache.dir).map((name) => join(cache.dir, name));
}

describe('a compiled path', () => {
  test('comes back as it was, with its texts and without', () => {
    const cache = aCache();
    const folder = aPathFolder().change(
      '1-basics.yaml',
      'summary: What the rest stands on.',
      'summary: Größen in ℝⁿ, 中文 and 🧮.',
    );
    const path = compile(cache, folder);
    expect(readPath(cache, folder.dir)).toEqual(path);
    expect(readOutline(cache, folder.dir)).toEqual(outlineOf(path));
    expect(path.phases[0]?.summary).toContain('🧮');
  });

  test('is for its owner only', () => {
    const cache = aCache();
    compile(cache, aPathFolder());
    expect(statSync(cache.dir).mode & 0o777).toBe(0o700);
    for (const file of cachedFiles(cache)) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(cachedFiles(cache)).toHaveLength(2);
  });

  test('is none before the first', () => {
    expectNothing(aCache(), aPathFolder());
  });

  test('is that of its own folder', () => {
    const cache = aCache();
    const [first, second] = [aPathFolder(), aPathFolder()];
    compile(cache, first);
    const [outline, whole] = cachedFiles(cache);
    compile(cache, second.change('path.yaml', 'A small path', 'Another path'));
    expect(readPath(cache, first.dir)?.title).toBe('A small path');
    expect(readPath(cache, second.dir)?.title).toBe('Another path');
    for (const file of cachedFiles(cache)) {
      copyFileSync((file.includes('.outline.') ? outline : whole) as string, file);
    }
    expectNothing(cache, second);
  });
});

describe('a compiled path is old', () => {
  test.each<[what: string, change: (folder: PathFolder) => void]>([
    ['an edit', (f) => f.change('1-basics.yaml', 'title: Odds', 'title: Chances')],
    ['an edit of equal size', (f) => f.change('1-basics.yaml', 'title: Odds', 'title: Dice')],
    ['an edit of path.yaml', (f) => f.change('path.yaml', 'A small', 'A tiny')],
    ['a file taken away', (f) => rmSync(join(f.dir, '2-models.yaml'))],
  ])('after %s', (_, change) => {
    const cache = aCache();
    const folder = aPathFolder();
    compile(cache, folder);
    change(folder);
    expectNothing(cache, folder);
  });

  test('after an edit of equal size whose time was set back', () => {
    const cache = aCache();
    const folder = aPathFolder();
    const file = join(folder.dir, '1-basics.yaml');
    utimesSync(file, 1000, 1000);
    compile(cache, folder);
    const text = folder.read('1-basics.yaml');
    const before = statSync(file, { bigint: true });
    let now = before;
    while (now.ctimeNs === before.ctimeNs) {
      writeFileSync(file, text.replace('title: Odds', 'title: Dice'));
      utimesSync(file, 1000, 1000);
      now = statSync(file, { bigint: true });
    }
    expect([now.size, now.mtimeNs]).toEqual([before.size, before.mtimeNs]);
    expectNothing(cache, folder);
  });

  test('for another build of the program', () => {
    const cache = aCache();
    const folder = aPathFolder();
    compile(cache, folder);
    expectNothing({ ...cache, build: 'next-build' }, folder);
    expect(readPath(cache, folder.dir)?.id).toBe('small');
  });

  test('until it is compiled again', () => {
    const cache = aCache();
    const folder = aPathFolder();
    compile(cache, folder);
    compile(cache, folder.change('path.yaml', 'A small path', 'A tiny path'));
    expect(readOutline(cache, folder.dir)?.title).toBe('A tiny path');
  });
});

describe('a cache file is passed over', () => {
  test.each<[what: string, damage: (text: string) => string]>([
    ['that is empty', () => ''],
    ['that breaks off', (text) => text.slice(0, text.length / 2)],
    ['that lost its last character', (text) => text.slice(0, -1)],
    ['of zeros', (text) => '\0'.repeat(text.length)],
    ['of another folder', (text) => text.replace('"folder":"', '"folder":"/other')],
    ['that is no map', () => '[]'],
    ['that is null', () => 'null'],
    ['that is a number', () => '7'],
    ['without stamps', (text) => text.replace(/"stamps":\[.*?\]\],/, '')],
    ['with stamps of another form', (text) => text.replace(/"stamps":\[.*?\]\]/, '"stamps":7')],
    ['with no stamps', (text) => text.replace(/"stamps":\[.*?\]\]/, '"stamps":[]')],
    ['with stamps of nothing', (text) => text.replace(/"stamps":\[.*?\]\]/, '"stamps":[null]')],
  ])('%s', (_, damage) => {
    const cache = aCache();
    const folder = aPathFolder();
    compile(cache, folder);
    for (const file of cachedFiles(cache)) {
      const text = readFileSync(file, 'latin1');
      const damaged = damage(text);
      expect(damaged).not.toBe(text);
      writeFileSync(file, damaged);
    }
    expectNothing(cache, folder);
  });
});

describe('compiled questions', () => {
  const asked = { kind: 'number', answer: '4' };
  const aFolder = () => aPathFolder().write(QUESTION_FILE, questionFile(asked));
  const layers = questionFile({ ...asked, concept: 'xor' }).replace('vectors', 'layers');

  test('come back by topic, and none for a topic without any', () => {
    const cache = aCache();
    const folder = aFolder()
      .change(
        '2-models.yaml',
        'milestones:',
        'concepts: [{ id: xor, name: xor, definition: Or., relevance: Once. }]\n    milestones:',
      )
      .write('questions/layers.yaml', layers);
    compile(cache, folder);
    const { templates } = folder.load();
    expect(templates).toHaveLength(2);
    for (const template of templates) {
      expect(readTemplates(cache, folder.dir, template.topic)).toEqual([template]);
    }
    expect(readTemplates(cache, folder.dir, 'odds')).toBeNull();
    expect(readTemplates(cache, aFolder().dir, 'vectors')).toBeNull();
  });

  test.each<[what: string, change: (folder: PathFolder) => void]>([
    ['an edit', (f) => f.write(QUESTION_FILE, questionFile({ ...asked, answer: '5' }))],
    ['a new file', (f) => f.write('questions/more.yml', questionFile({ ...asked, id: 'two' }))],
    ['a file taken away', (f) => rmSync(join(f.dir, QUESTION_FILE))],
    ['a new name', (f) => renameSync(join(f.dir, QUESTION_FILE), join(f.dir, 'questions/a.yml'))],
    ['the folder taken away', (f) => rmSync(join(f.dir, 'questions'), { recursive: true })],
    ['an edit of a phase', (f) => f.change('1-basics.yaml', 'title: Odds', 'title: Chances')],
  ])('are old after %s, and so is the path', (_, change) => {
    const cache = aCache();
    const folder = aFolder();
    compile(cache, folder);
    expect(readTemplates(cache, folder.dir, 'vectors')).toHaveLength(1);
    change(folder);
    expectNothing(cache, folder);
    expect(readTemplates(cache, folder.dir, 'vectors')).toBeNull();
  });

  test('make a path old that had none', () => {
    const cache = aCache();
    const folder = aPathFolder();
    compile(cache, folder);
    expect(readOutline(cache, folder.dir)?.id).toBe('small');
    folder.write(QUESTION_FILE, questionFile(asked));
    expectNothing(cache, folder);
  });

  test('stand although another kind of file was put beside them', () => {
    const cache = aCache();
    const folder = aFolder();
    compile(cache, folder);
    folder.write('questions/vectors.yaml~', 'x');
    expect(readTemplates(cache, folder.dir, 'vectors')).toHaveLength(1);
  });
});

describe('stamps', () => {
  test('are of every YAML file, and none where there is no folder', () => {
    const folder = aPathFolder().write('notes.txt', 'x').write('draft.yml', 'a: 1\n');
    expect(stampYamlFiles(folder.dir).map((stamp) => stamp[0])).toEqual([
      '1-basics.yaml',
      '2-models.yaml',
      'draft.yml',
      'path.yaml',
      'resources.yaml',
    ]);
    folder.write('questions/b.yaml', 'x').write('questions/a.txt', 'x');
    expect(stampYamlFiles(folder.dir).map((stamp) => stamp[0])).toContain('questions/b.yaml');
    expect(stampYamlFiles(folder.dir)).toHaveLength(6);
    expect(stampYamlFiles(join(folder.dir, 'nowhere'))).toEqual([]);
  });
});

test('a cache folder that cannot be made is no error', () => {
  const file = join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  const cache = { dir: join(file, 'cache'), build: 'this-build' };
  const folder = aPathFolder();
  const path = folder.load().path as Path;
  expect(writeCompiled(cache, folder.dir, stampYamlFiles(folder.dir), path, [])).toBeNull();
  expectNothing(cache, folder);
});
