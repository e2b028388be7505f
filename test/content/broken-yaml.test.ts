import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/content/issue.ts';
import { copyBundledPath } from '../helpers/bundled-copy.ts';
import { newLearner } from '../helpers/cli.ts';
import { aPathFolder, type PathFolder } from '../helpers/path-files.ts';

describe('YAML that cannot be read', () => {
  test.each<[what: string, before: string, after: string, problems: string[]]>([
    ['an open bracket', 'needs: [vectors]', 'needs: [vectors', ['yaml.syntax 1-basics.yaml:34:5']],
    ['a key twice', 'hours: 2', 'hours: 2\n    hours: 4', ['yaml.syntax 1-basics.yaml:16:5']],
    ['a colon in a text', 'title: Odds', 'title: Odds: more', ['yaml.syntax 1-basics.yaml:41:12']],
    ['an open quote', 'title: Odds', 'title: "Odds', ['yaml.syntax 1-basics.yaml:56:1']],
    ['an unknown tag', 'title: Odds', 'title: !odd Odds', ['yaml.syntax 1-basics.yaml:41:12']],
  ])('%s', (_, before, after, problems) => {
    const folder = aPathFolder().change('1-basics.yaml', before, after);
    expect(folder.problems()).toEqual(problems);
    expect(folder.load()).toMatchObject({ path: null, issues: [{ level: 'error' }] });
  });

  test('a tab, whatever follows from it', () => {
    const folder = aPathFolder().change('1-basics.yaml', '    hours: 2', '\thours: 2');
    expect(folder.problems()[0]).toBe('yaml.syntax 1-basics.yaml:15:1');
    expect(folder.load().issues[0]?.message).toBe('Tabs are not allowed as indentation');
  });

  test('a key twice says what to do', () => {
    const folder = aPathFolder().change('1-basics.yaml', 'hours: 2', 'hours: 2\n    hours: 4');
    expect(folder.load().issues[0]).toMatchObject({
      message: 'Map keys must be unique',
      hint: 'Each key stands once in a map.',
      excerpt: { text: '    hours: 4' },
    });
  });

  test('two documents in one file', () => {
    const folder = aPathFolder().write('2-models.yaml', 'id: a\n---\nid: b\n');
    expect(folder.problems()).toEqual(['yaml.syntax 2-models.yaml:2:1']);
  });

  test.each(['', '\n', '# nothing yet\n', '---\n', 'null\n'])('a file with only %j', (text) => {
    const folder = aPathFolder().write('2-models.yaml', text);
    expect(folder.load().issues).toMatchObject([
      { code: 'key.missing', file: 'mine/2-models.yaml', message: 'The file is empty' },
    ]);
  });

  test.each([
    ['- a\n- b\n', 'a list'],
    ['just words\n', '"just words"'],
  ])('a file that is no map: %j', (text, found) => {
    const folder = aPathFolder().write('2-models.yaml', text);
    expect(folder.problems()).toEqual(['value.type 2-models.yaml:1:1']);
    const message = `The file must be a map of keys, not ${found}`;
    expect(folder.load().issues[0]?.message).toBe(message);
  });
});

describe('aliases', () => {
  test('may spare writing', () => {
    const folder = aPathFolder()
      .change('1-basics.yaml', 'title: Chance', 'title: &name Chance')
      .change('1-basics.yaml', 'title: Odds', 'title: *name');
    expect(folder.load().path?.phases[0]?.topics[2]?.title).toBe('Chance');
  });

  test('that multiply are refused', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [i, name] of ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].entries()) {
      const previous = 'abcdefgh'[i];
      rows.push(`${name}: &${name} [${Array(10).fill(`*${previous}`).join(', ')}]`);
    }
    const folder = aPathFolder().write('2-models.yaml', rows.join('\n'));
    expect(folder.problems()).toEqual(['yaml.limit 2-models.yaml:1:1']);
    expect(folder.load().issues[0]).toMatchObject({
      message: 'Too many aliases',
      hint: 'Write it out flat, without anchors.',
    });
  });

  test('inside their own anchor are refused', () => {
    const folder = aPathFolder().change('1-basics.yaml', '[Add two vectors]', '&a [*a]');
    const { path, issues } = folder.load();
    expect(path).toBeNull();
    expect(issues.map((issue) => issue.code)).toEqual(['yaml.limit']);
  });

  test('in great number are refused at once', () => {
    const text = `a: &a x\nb: [${'*a, '.repeat(8000)}]\nc: [${'x, '.repeat(8000)}]\n`;
    const folder = aPathFolder().write('2-models.yaml', text);
    const start = performance.now();
    expect(folder.problems()).toEqual(['yaml.limit 2-models.yaml:1:1']);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('to nothing are named at their place', () => {
    const folder = aPathFolder().change('1-basics.yaml', 'title: Odds', 'title: *Odds');
    const { issues } = folder.load();
    expect(issues).toMatchObject([{ file: 'mine/1-basics.yaml', line: 41, column: 12 }]);
    expect(issues[0]?.message).toContain('Odds');
    expect(issues[0]?.message).not.toContain('Too many');
  });
});

describe('nesting 20,000 deep is refused in words', () => {
  function check(folder: string) {
    const { code, stdout, stderr } = newLearner().run('path', 'check', folder, '--json');
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    return (JSON.parse(stdout) as { errors: Issue[] }).errors.map(({ code, message }) => ({
      code,
      message,
    }));
  }
  const tooDeep = { code: 'yaml.limit', message: 'The file is nested too deeply to be read' };
  const lists = '['.repeat(20_000);

  test.each([
    ['lists', `id: ${lists}${']'.repeat(20_000)}\n`],
    ['lists that stay open', `id: ${lists}`],
    ['maps', `id: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n`],
    ['list marks on one line', `${'- '.repeat(20_000)}x\n`],
  ])('%s', (_, text) => {
    expect(check(aPathFolder().write('2-models.yaml', text).dir)).toEqual([tooDeep]);
  });

  test('lists, after a file with another fault', () => {
    const folder = copyBundledPath();
    writeFileSync(join(folder, 'resources.yaml'), 'a:\n\tb: 1\n');
    writeFileSync(join(folder, '1-math.yaml'), lists);
    const errors = check(folder);
    expect(errors[0]).toEqual(tooDeep);
    expect(errors.at(-1)?.code).toBe('yaml.syntax');
  });
});

test.each([
  ['half-open intervals', 'x lies in [0, 1). '.repeat(201)],
  ['braces in quotation marks', `"${'{ '.repeat(201)}"`],
  ['a long rule', `"${'-'.repeat(500)}"`],
])('%s in a text are no nesting', (_, text) => {
  const before = 'definition: The sum of the products of the entries.';
  const folder = aPathFolder().change('1-basics.yaml', before, `definition: ${text}`);
  expect(folder.problems()).toEqual([]);
});

describe('however a file was saved', () => {
  const broken = (folder: PathFolder) => folder.change('1-basics.yaml', 'hours: 3', 'hours: three');
  const saved: [string, (text: string) => string][] = [
    ['with a byte order mark', (text) => `\uFEFF${text}`],
    ['with CRLF line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['with both', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['without a line end', (text) => text.trimEnd()],
  ];

  test.each(saved)('%s, it is the same path', (_, save) => {
    const folder = aPathFolder();
    const plain = folder.load().path;
    for (const name of ['path.yaml', 'resources.yaml', '1-basics.yaml', '2-models.yaml']) {
      folder.write(name, save(folder.read(name)));
    }
    expect(folder.load()).toMatchObject({ path: plain, issues: [] });
  });

  test.each(saved)('%s, a problem of the first line stands where it does', (_, save) => {
    const folder = aPathFolder().change('1-basics.yaml', 'id: basics', 'id: Basics');
    folder.write('1-basics.yaml', save(folder.read('1-basics.yaml')));
    expect(folder.problems()).toEqual(['value.invalid 1-basics.yaml:1:5']);
    expect(folder.load().issues[0]?.excerpt).toEqual({ text: 'id: Basics', width: 6 });
  });

  test.each(saved)('%s, problems stand where they do', (_, save) => {
    const folder = broken(aPathFolder());
    folder.write('1-basics.yaml', save(folder.read('1-basics.yaml')));
    expect(folder.problems()).toEqual(['value.type 1-basics.yaml:32:12']);
    expect(folder.load().issues[0]?.excerpt).toEqual({ text: '    hours: three', width: 5 });
  });
});
