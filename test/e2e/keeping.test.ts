import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner, temporaryFolder } from '../helpers/cli.ts';
import { said } from '../helpers/said.ts';
import { openBeside } from '../helpers/store.ts';

const LOG = ['log', 'math-vectors', '--minutes', '5'];

interface Doctor {
  ok: boolean;
  checks: { name: string; ok: boolean; detail: string; note: boolean }[];
  fixed: string[];
}

function events(learner: Learner): number {
  return learner.json<{ events: unknown[] }>('history', '-n', '1000').events.length;
}

function backupsOf(learner: Learner): string[] {
  const folder = join(learner.home, 'backups');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function database(learner: Learner): string {
  return join(learner.home, 'llmpath.db');
}

test('the first change of a day keeps a backup, others and looking around do not', () => {
  const learner = newLearner();
  learner.run('next');
  expect(backupsOf(learner)).toEqual([]);
  learner.run(...LOG);
  learner.run(...LOG);
  learner.run('next');
  expect(backupsOf(learner)).toEqual(['llmpath-20261207T190000Z-daily.db']);
  learner.at('2026-12-08T19:00:00Z').run('status');
  expect(backupsOf(learner)).toHaveLength(1);
  learner.run('undo');
  expect(backupsOf(learner)).toHaveLength(2);
});

test('after a year of days there are two weeks, then weeks, then months', () => {
  const learner = newLearner();
  learner.run(...LOG);
  const [first = ''] = backupsOf(learner);
  const folder = join(learner.home, 'backups');
  for (let day = 1; day < 365; day++) {
    const stamp = new Date(Date.parse('2026-12-07T19:00:00Z') + day * 86_400_000).toISOString();
    const name = `llmpath-${stamp.slice(0, 19).replaceAll(/[-:]/g, '')}Z-daily.db`;
    writeFileSync(join(folder, name), readFileSync(join(folder, first)));
  }
  writeFileSync(join(folder, 'mine.db'), 'my own');
  learner.at('2027-12-07T19:00:00Z').run(...LOG);
  const days = backupsOf(learner)
    .filter((name) => name.startsWith('llmpath'))
    .map((name) => name.slice(8, 16));
  expect(days.slice(-15)[0]).toBe('20271123');
  expect(days.length).toBeGreaterThanOrEqual(15 + 6 + 9);
  expect(days.length).toBeLessThanOrEqual(15 + 8 + 12);
  expect(days.filter((day) => day.startsWith('202703'))).toEqual(['20270331']);
  expect(backupsOf(learner)).toContain('mine.db');
});

test('a backup that cannot be made does not stop what was done', () => {
  const learner = newLearner();
  learner.run('next');
  writeFileSync(join(learner.home, 'backups'), 'in the way');
  const { code, stdout, stderr } = learner.run(...LOG);
  expect(code).toBe(0);
  expect(stdout).toContain('5 min on');
  expect(said(stderr)).toContain('What you did is saved, but not today’s backup.');
  expect(events(learner)).toBe(1);
});

test('what was restored is there, what was there before is kept, and can be had again', () => {
  const learner = newLearner();
  learner.run(...LOG);
  learner.at('2026-12-08T19:00:00Z').run(...LOG);
  learner.run('note', 'math-vectors', 'later');
  const listed = learner.json<{ backups: { day: string }[] }>('restore');
  expect(listed.backups.map(({ day }) => day)).toEqual(['2026-12-08', '2026-12-07']);
  const { code, stdout } = learner.run('restore', '2026-12-07');
  expect(code).toBe(0);
  expect(stdout).toContain('1 event');
  expect(events(learner)).toBe(1);
  const kept = /llmpath restore (llmpath-\S+-restore\.db)/.exec(stdout)?.[1] ?? '';
  expect(learner.run('restore', kept).code).toBe(0);
  expect(events(learner)).toBe(3);
  expect(learner.json<Doctor>('doctor').ok).toBe(true);
});

test.each([
  [
    'a day without a backup',
    ['2020-01-01'],
    4,
    /no backup of 2020-01-01.*nearest is llmpath restore 2026-12-07/,
  ],
  ['a file that is not there', ['/nowhere/x.db'], 4, /no file/],
])('%s is told with what there is', (_, args, code, words) => {
  const learner = newLearner();
  learner.run(...LOG);
  const result = learner.run('restore', ...args);
  expect(result.code).toBe(code);
  expect(said(result.stderr)).toMatch(words);
});

test('what is no backup is refused, and nothing changes', () => {
  const learner = newLearner();
  learner.run(...LOG);
  const folder = temporaryFolder();
  const files: Record<string, string | Buffer> = {
    'diary.db': 'Dear diary '.repeat(500),
    'empty.db': '',
    'half.db': readFileSync(database(learner)).subarray(0, 20_000),
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    const { code, stderr } = learner.run('restore', join(folder, name));
    expect(code, name).toBe(1);
    expect(said(stderr)).toMatch(/^✗ \S+ is (no database of llmpath|damaged)\./);
  }
  expect(events(learner)).toBe(1);
  expect(readdirSync(learner.home).filter((name) => name.startsWith('restore-'))).toEqual([]);
});

test('backup FILE is a whole copy for its owner, and replaces backups only', () => {
  const learner = newLearner();
  learner.run(...LOG);
  const folder = temporaryFolder();
  const file = join(folder, 'usb.db');
  expect(learner.run('backup', file).code).toBe(0);
  expect(learner.run('backup', file).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  const refused = learner.run('backup', join(folder, 'thesis.txt'));
  expect(refused.code).toBe(2);
  expect(readFileSync(join(folder, 'thesis.txt'), 'utf8')).toBe('years of work');
  expect(learner.run('backup', database(learner)).code).toBe(2);
  const other = newLearner();
  expect(other.run('restore', file).code).toBe(0);
  expect(events(other)).toBe(1);
});

test('a log goes to another machine, and twice is once', () => {
  const [one, two] = [newLearner(), newLearner()];
  one.run(...LOG);
  one.run('note', 'math-vectors', 'hard but fine');
  two.run(...LOG);
  const file = join(temporaryFolder(), 'log.jsonl');
  one.run('export', file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(one.run('export').stdout).toBe(readFileSync(file, 'utf8'));
  expect(two.json('import', file)).toMatchObject({ added: 2, known: 0 });
  expect(two.json('import', file)).toMatchObject({ added: 0, known: 2 });
  expect(events(two)).toBe(3);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -30));
  const { code, stderr } = newLearner().run('import', file);
  expect(code).toBe(1);
  expect(said(stderr)).toMatch(/log\.jsonl:3 is not valid JSON\. Nothing was imported\./);
});

test('doctor finds nothing wrong with a home in use, and says nothing private', () => {
  const learner = newLearner();
  learner.run('init', '--yes');
  learner.run('note', 'math-vectors', 'a private thought');
  learner.run('start');
  const report = learner.json<Doctor>('doctor');
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  const { code, stdout } = learner.run('doctor');
  expect(code).toBe(0);
  expect(stdout).not.toContain('private');
  expect(stdout).not.toContain(learner.home);
});

test('doctor --fix closes folders to others and derives anew what was spoilt', () => {
  const learner = newLearner();
  learner.run(...LOG);
  chmodSync(learner.home, 0o755);
  chmodSync(database(learner), 0o644);
  const db = openBeside(database(learner));
  db.exec("UPDATE item SET minutes = 999; DELETE FROM study_day; INSERT INTO undone VALUES ('x')");
  db.close();
  const { code, stdout } = learner.run('doctor', '--json');
  expect(code).toBe(1);
  const found = JSON.parse(stdout) as Doctor;
  expect(found.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([
    'folders',
    'derived',
  ]);
  const fixed = learner.json<Doctor>('doctor', '--fix');
  expect(fixed.ok).toBe(true);
  expect(fixed.fixed).toHaveLength(2);
  expect(statSync(learner.home).mode & 0o777).toBe(0o700);
  expect(learner.json<{ minutes: { spent: number } }>('status').minutes.spent).toBe(5);
});

test('of a broken database, doctor --fix saves what is left, keeps the file, and says so', () => {
  const learner = newLearner();
  learner.run(...LOG);
  learner.run('note', 'math-vectors', 'kept only in the file');
  truncateSync(database(learner), 30_000);
  expect(learner.run('next').code).toBe(5);
  const found = learner.run('doctor');
  expect(found.code).toBe(5);
  expect(said(found.stdout)).toContain('llmpath.db is damaged');
  const { code, stdout } = learner.run('doctor', '--fix');
  expect(code).toBe(0);
  expect(said(stdout)).toMatch(/Took the newest good backup, of .+, with 1 event\./);
  expect(said(stdout)).toMatch(/damaged file, which is kept in \S+damaged/);
  expect(learner.run('next').code).toBe(0);
  expect(events(learner)).toBeGreaterThanOrEqual(1);
});

test('doctor --fix derives anew what was spoilt so that no command understands it', () => {
  const learner = newLearner();
  learner.run('init', '--yes');
  learner.run(...LOG);
  const db = openBeside(database(learner));
  db.exec(`UPDATE enrolment SET body = '{"folder": '`);
  db.close();
  expect(learner.run('status').code).toBe(1);
  const { code, stdout } = learner.run('doctor');
  expect(code).toBe(1);
  expect(said(stdout)).toContain('not what the log says: enrolment');
  expect(learner.json<Doctor>('doctor', '--fix').ok).toBe(true);
  expect(learner.run('status').code).toBe(0);
  expect(events(learner)).toBe(2);
});

test('damage that shows only when something is read is found, and mended, too', () => {
  const learner = newLearner();
  learner.run('init', '--yes');
  learner.run(...LOG);
  const db = openBeside(database(learner));
  db.pragma('journal_mode = DELETE');
  const root = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'enrolment'").pluck();
  const [page, size] = [root.get() as number, db.pragma('page_size', { simple: true }) as number];
  db.close();
  const bytes = readFileSync(database(learner));
  bytes.fill(0xff, (page - 1) * size, page * size);
  writeFileSync(database(learner), bytes);
  expect(learner.run('next').code).toBe(5);
  const { code, stdout } = learner.run('doctor');
  expect(code).toBe(5);
  expect(said(stdout)).toContain('llmpath.db is damaged');
  expect(learner.run('doctor', '--fix').code).toBe(0);
  expect(learner.run('next').code).toBe(0);
  expect(events(learner)).toBe(2);
});

test('what was spoilt inside an event is found too', () => {
  const learner = newLearner();
  learner.run(...LOG);
  learner.run(...LOG);
  const db = openBeside(database(learner));
  db.exec('DROP TRIGGER event_never_changes');
  db.exec('UPDATE event SET body = \'{"minutes":\' WHERE id = (SELECT max(id) FROM event)');
  db.close();
  expect(learner.run('doctor').code).toBe(5);
  const { stdout } = learner.run('doctor', '--fix');
  expect(said(stdout)).toContain('Not saved: 1 event, of');
  expect(events(learner)).toBe(1);
});

test('doctor tells what the path no longer has, a clock left running and one set back', () => {
  const learner = newLearner();
  learner.run(...LOG);
  learner.at('2026-12-06T19:00:00Z').run('start', 'math-vectors');
  const db = openBeside(database(learner));
  db.exec(`INSERT INTO event SELECT '01a2018b-0000-7000-8000-000000000000',
    '01a2018b-0000-7000-8000-000000000000', device, at, day, kind, path, 'old-topic', body
    FROM event WHERE kind = 'time-logged'`);
  db.close();
  learner.at('2026-12-08T09:00:00Z').run('doctor', '--fix');
  const { ok, checks } = learner.json<Doctor>('doctor');
  expect(ok).toBe(true);
  const detail = (name: string) => checks.find((check) => check.name === name)?.detail;
  expect(detail('refs')).toContain('1 event on 1 thing that the path no longer has: old-topic');
  expect(detail('running')).toContain('probably forgotten');
  expect(detail('clock')).toContain('set back');
});

test('a home with settings that cannot be read can still be looked at', () => {
  const learner = newLearner();
  learner.run(...LOG);
  writeFileSync(join(learner.home, 'config.json'), '{ "color": ');
  const { code, stdout } = learner.run('doctor');
  expect(code).toBe(1);
  expect(stdout).toContain('config.json has a mistake');
});

test('a home that vanishes under a quiz is noticed before anything is told as saved', async () => {
  const { driveQuiz } = await import('../helpers/quiz.ts');
  const learner = newLearner();
  const driver = driveQuiz(learner, ['math-vectors', '--count', '3']);
  await driver.read();
  await driver.read();
  rmSync(learner.home, { recursive: true });
  driver.send({ answer: null });
  expect(await driver.read()).toBeNull();
  expect(await driver.exit).toBe(5);
});
