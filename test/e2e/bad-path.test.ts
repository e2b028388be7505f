import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyBundledPath, editFile } from '../helpers/bundled-copy.ts';
import { newLearner, temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { said } from '../helpers/said.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const newLooker = sharedHome();

interface Check {
  files: number;
  errors: {
    code: string;
    file: string;
    line: number;
    column: number;
    message: string;
    hint: string;
  }[];
  warnings: object[];
}

test('the bundled path has no problem', () => {
  const names = readdirSync('paths/llm', { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.yaml')).length;
  const { code, stdout } = newLooker().run('path', 'check');
  expect({ code, stdout }).toEqual({ code: 0, stdout: `  No problems in ${files} files.\n` });
}, 120_000);

test.each([
  ['an empty folder', () => {}],
  ['a folder of other files', (dir: string) => writeFileSync(join(dir, 'notes.yaml'), 'a: 1\n')],
])('%s is no path', (_, fill) => {
  const dir = join(temporaryFolder(), 'folder');
  mkdirSync(dir);
  fill(dir);
  for (const args of [
    ['next', '--path', dir],
    ['path', 'check', dir],
    ['init', dir],
  ]) {
    const { code, stdout, stderr } = newLooker().run(...args);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(said(stderr)).toContain(`${dir} has no path.yaml, so it is no path.`);
  }
});

test('a file is no path', () => {
  const file = join(temporaryFolder(), 'path.yaml');
  writeFileSync(file, 'id: x\n');
  const { code, stderr } = newLooker().run('path', 'check', file);
  expect(code).toBe(3);
  expect(said(stderr)).toContain('is a file; a path is a folder');
});

test('a YAML syntax error is told with its place, by whatever command meets it', () => {
  const folder = aPathFolder().change('1-basics.yaml', 'hours: 3', 'hours: [3');
  const place = /1-basics\.yaml:\d+:\d+/;
  const checked = newLooker().run('path', 'check', folder.dir);
  expect(checked.code).toBe(3);
  expect(checked.stdout).toMatch(place);
  for (const command of ['next', 'status', 'done', 'init']) {
    const args = command === 'done' ? ['done', 'vectors'] : [command];
    const { code, stdout, stderr } = newLooker().run(...args, '--path', folder.dir);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(place);
    expect(stderr).not.toMatch(/^ +at /m);
  }
});

test('a cycle is told with everyone in it', () => {
  const folder = aPathFolder().change(
    '1-basics.yaml',
    '    hours: 2\n',
    '    hours: 2\n    needs: [layers]\n',
  );
  const { code, stderr } = newLooker().run('next', '--path', folder.dir, '--json');
  expect(code).toBe(3);
  const { error } = JSON.parse(stderr) as { error: { code: string; issues: Check['errors'] } };
  expect(error.code).toBe('path.invalid');
  const cycle = error.issues.find((issue) => /cycle|circle/.test(issue.code + issue.message));
  for (const topic of ['vectors', 'matrices', 'layers']) expect(cycle?.message).toContain(topic);
  expect(cycle?.line).toBeGreaterThan(1);
});

test('every mistake in a broken copy of the bundled path is found at once, at its line', () => {
  const folder = copyBundledPath();
  editFile(join(folder, '1-math.yaml'), 'needs: [math-vectors]', 'needs: [math-vector]');
  editFile(join(folder, '2-ml.yaml'), /^weeks: .*$/gm, 'weeks: many');
  editFile(join(folder, 'path.yaml'), 'version: 1.0.0', 'version: 1.0.0\ncolour: blue');
  const { code, stdout } = newLooker().run('path', 'check', folder, '--json');
  expect(code).toBe(3);
  const { errors } = JSON.parse(stdout) as Check;
  const places = errors.map(({ code: what, file, line }) => [what, file.split('/').at(-1), line]);
  expect(places).toContainEqual(['key.unknown', 'path.yaml', 6]);
  expect(places.filter(([, file]) => file === '2-ml.yaml')).toHaveLength(1);
  editFile(join(folder, '2-ml.yaml'), 'weeks: many', 'weeks: 8');
  editFile(join(folder, 'path.yaml'), '\ncolour: blue', '');
  const again = JSON.parse(newLooker().run('path', 'check', folder, '--json').stdout) as Check;
  expect(again.errors.map((issue) => issue.hint)).toContain('Did you mean math-vectors?');
});

test('a broken path does not take what was done on it', () => {
  const folder = aPathFolder();
  const learner = newLearner({ env: { LLMPATH_PATH: folder.dir } });
  learner.json('done', 'vectors');
  const history = learner.run('history', '--json').stdout;
  folder.change('path.yaml', 'pace: 5', 'pace: fast');
  expect(learner.run('done', 'matrices').code).toBe(3);
  folder.change('path.yaml', 'pace: fast', 'pace: 5');
  expect(learner.run('history', '--json').stdout).toBe(history);
});

test('a stranger’s text reaches the screen without its control characters', () => {
  const folder = aPathFolder();
  folder.change('1-basics.yaml', 'title: Vectors\n', 'title: "Vec\\e[31mtors\\u202Egnp"\n');
  const { stdout } = newLooker().run('show', 'vectors', '--path', folder.dir);
  expect(stdout).toContain('Vec');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
});
