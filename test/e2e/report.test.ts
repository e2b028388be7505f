import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_SCHEMA } from '../../src/report/schema.ts';
import { BIN, temporaryFolder } from '../helpers/cli.ts';
import { aScript } from '../helpers/script.ts';
import { sharedHome } from '../helpers/shared-home.ts';

const newLearner = sharedHome(
  ['config', 'set', 'name', 'Ada Example'],
  ['init', '--yes', '--start', '2026-12-01'],
  ['log', 'math-vectors/3b1b-linear-algebra', '--minutes', '40', '--on', '2026-12-02'],
  ['done', 'math-vectors/3b1b-linear-algebra', '--minutes', '20'],
  ['note', 'math-vectors', 'A note.'],
);

interface Document {
  schema: string;
  learner: string;
  period: { from: string; to: string; kind: string };
  activity: { minutes: number };
}

const minutesOf = (...args: string[]) => {
  const { period, activity } = newLearner().json<Document>('report', ...args);
  return [period.from, period.to, activity.minutes];
};

describe('periods', () => {
  test.each([
    ['all of it', [], ['2026-12-01', '2026-12-07', 60]],
    ['from a day', ['--from', '2026-12-03'], ['2026-12-03', '2026-12-07', 20]],
    ['to a day', ['--to', '2026-12-03'], ['2026-12-01', '2026-12-03', 40]],
    ['this week', ['--week'], ['2026-12-07', '2026-12-07', 20]],
    ['another week', ['--week', '2026-12-02'], ['2026-11-30', '2026-12-06', 40]],
    ['this month', ['--month'], ['2026-12-01', '2026-12-07', 60]],
    ['another month', ['--month', '2026-11'], ['2026-11-01', '2026-11-30', 0]],
    ['a phase', ['--phase', 'math'], ['2026-12-02', '2026-12-07', 60]],
  ])('%s', (_, args, expected) => {
    expect(minutesOf(...args)).toEqual(expected);
  });

  test.each([
    [['--from', '2026-12-05', '--to', '2026-12-01'], 'usage.period', 2],
    [['--week', '--month'], 'usage.period', 2],
    [['--from', 'soon'], 'usage.day', 2],
    [['--month', '2026-13'], 'usage.day', 2],
    [['--phase', 'nothing'], 'ref.unknown', 4],
    [['--phase', 'nlp'], 'report.nothing', 1],
    [['--format', 'pdf'], 'usage.format', 2],
    [['--format', 'csv', '--table', 'day'], 'usage.table', 2],
    [['--format', 'md', '--table', 'days'], 'usage.table', 2],
    [['-o', '-', '--open'], 'usage.open', 2],
  ])('%j is refused', (args, code, exit) => {
    const result = newLearner().run('report', ...args, '--json');
    expect(JSON.parse(result.stderr)).toMatchObject({ error: { code } });
    expect(result.code).toBe(exit);
    expect(result.stdout).toBe('');
  });
});

test('each format is written under a name of its own, and --json tells where', () => {
  const folder = temporaryFolder();
  const learner = newLearner();
  for (const format of ['html', 'md', 'json', 'csv', 'ics']) {
    const told = learner.json<{ file: string; bytes: number }>(
      'report',
      '--format',
      format,
      '-o',
      folder,
    );
    const name = format === 'csv' ? 'days' : 'report';
    expect(told.file).toBe(join(folder, `llmpath-${name}-2026-12-07.${format}`));
    expect(readFileSync(told.file)).toHaveLength(told.bytes);
  }
  expect(readdirSync(folder)).toHaveLength(5);
  const named = join(folder, 'mine.md');
  expect(learner.run('report', '-o', named).code).toBe(0);
  expect(readFileSync(named, 'utf8')).toContain('Ada Example · 1 Dec 2026 – 7 Dec 2026');
});

test('to stdout goes the report alone', () => {
  const learner = newLearner();
  expect(learner.run('report', '-o', '-').stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  const json = learner.run('report', '--json');
  expect(json.stdout).toBe(learner.run('report', '--format', 'json', '-o', '-').stdout);
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'llmpath/report@1',
    learner: 'Ada Example',
  });
});

describe('a whole file or none', () => {
  test('a file that is there is kept unless --force', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'report.html');
    writeFileSync(file, 'mine');
    const refused = newLearner().run('report', '-o', file);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('is there already, and was left as it is');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(newLearner().run('report', '-o', file, '--force').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<!doctype html>');
    expect(readdirSync(folder)).toEqual(['report.html']);
  });

  test('a folder that does not exist is said, and not made', () => {
    const folder = temporaryFolder();
    const { code, stderr } = newLearner().run('report', '-o', join(folder, 'new', 'report.html'));
    expect(code).toBe(1);
    expect(stderr).toContain(`There is no folder ${join(folder, 'new')}`);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  test('a file as a folder, and a read-only place', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'kept'), '');
    expect(newLearner().run('report', '-o', join(folder, 'kept', 'report.html')).stderr).toContain(
      'is not a folder',
    );
    const { code, stderr } = newLearner().run('report', '-o', '/proc/report.html');
    expect(code).toBe(1);
    expect(stderr).toMatch(/no folder|cannot be written|read-only/);
  });

  test('where there is no room left, nothing is written', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'full'));
    const { home } = newLearner();
    const { status, stderr } = spawnSync(
      '/bin/bash',
      ['-c', `ulimit -f 40; exec "$NODE" "$BIN" report --format json -o "$OUT"`],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          NODE: process.execPath,
          BIN,
          OUT: join(folder, 'full', 'report.html'),
          TZ: 'UTC',
          LLMPATH_HOME: home,
          LLMPATH_NOW: '2026-12-07T19:00:00Z',
        },
      },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing was written');
    expect(readdirSync(join(folder, 'full'))).toEqual([]);
  });
});

test('an empty history has a report in every format, and nothing is made at home', () => {
  const home = join(temporaryFolder(), 'home');
  const learner = newLearner({ LLMPATH_HOME: home });
  for (const format of ['html', 'md', 'json', 'csv', 'ics']) {
    const { code, stdout } = learner.run('report', '--format', format, '-o', '-');
    expect([format, code]).toEqual([format, 0]);
    expect(stdout.endsWith('\n')).toBe(true);
  }
  expect(existsSync(join(home, 'llmpath.db'))).toBe(false);
  expect(learner.run('stats').stdout).toMatch(/^ {2}studied {2}nothing yet$/m);
});

test('a day, and a time without anything, have a report in every format', () => {
  const learner = newLearner();
  for (const [day, minutes] of [
    ['2026-12-02', 40],
    ['2026-12-04', 0],
  ] as const) {
    const period = ['--from', day, '--to', day];
    for (const format of ['html', 'md', 'csv', 'ics']) {
      const { code, stdout } = learner.run('report', '--format', format, '-o', '-', ...period);
      expect([format, code]).toEqual([format, 0]);
      expect(stdout.endsWith('\n')).toBe(true);
      if (format === 'html' || format === 'md')
        expect(stdout.includes('Nothing was recorded in this period.')).toBe(minutes === 0);
    }
    expect(minutesOf(...period)).toEqual([day, day, minutes]);
  }
});

test('--open hands the file to the browser', () => {
  const folder = temporaryFolder();
  const seen = join(folder, 'seen');
  const browser = aScript(`echo "$1" > ${seen}`);
  const learner = newLearner({ BROWSER: browser });
  expect(learner.run('report', '-o', join(folder, 'my report.html'), '--open').code).toBe(0);
  spawnSync('sleep', ['0.5']);
  expect(readFileSync(seen, 'utf8')).toBe(`file://${folder}/my%20report.html\n`);
});

test('the schema of the JSON is printed, and real reports keep it', () => {
  const learner = newLearner();
  expect(JSON.parse(learner.run('report', '--schema').stdout).properties).toHaveProperty('burnUp');
  expect(() => REPORT_SCHEMA.parse(learner.json('report'))).not.toThrow();
});

test('stats says what the report says', () => {
  const learner = newLearner();
  const stats = learner.json<Document & { streak: object }>('stats', '--weeks', '2');
  expect(stats).toMatchObject({ schema: 'llmpath/stats@1', from: '2026-11-30', to: '2026-12-07' });
  expect(stats.activity.minutes).toBe(60);
  const { stdout } = learner.run('stats', '--weeks', '2');
  expect(stdout).toContain('1 h on 2 of 6 days');
  expect(stdout).toMatch(/^ {2}Wed {2}▒ $|^ {2}Wed {2}▒/m);
  const ascii = learner.run('stats', '--ascii').stdout;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  expect(ascii).toMatch(/^[\x00-\x7F]*$/);
});
