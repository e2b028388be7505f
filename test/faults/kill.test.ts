import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { backupFolder, listBackups } from '../../src/storage/backup.ts';
import { readEventLines } from '../../src/storage/event-lines.ts';
import { exchangeEvents } from '../../src/storage/exchange.ts';
import { exportLines } from '../../src/storage/export.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { MIGRATIONS } from '../../src/storage/migrations.ts';
import { verifyDatabase } from '../../src/storage/verify.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { logged, newStore } from '../helpers/store.ts';
import { expectSound, printFigures, schemaOf } from './sound.ts';
import { chances, killSoon, runInLoop, runOnce, timeOf } from './victim.ts';

/**
 * `kill -9` at random moments, 500 in all. What was told as done must be there, the database sound,
 * and every file with a finished name whole.
 */
const KILLS = { logging: 130, quiz: 130, migration: 80, backup: 50, sync: 60, import: 50 };
const figures: [string, string][] = [];

afterAll(() => {
  const kills = Object.values(KILLS).reduce((a, b) => a + b, 0);
  expect(kills).toBe(500);
  printFigures(`kill -9 at ${kills} random moments`, figures);
});

function record(what: keyof typeof KILLS, told: string, outcome: string): void {
  figures.push([`${what}, ${KILLS[what]} kills`, `${told}; ${outcome}`]);
}

test('while time is logged', async () => {
  const home = join(temporaryFolder(), 'home');
  const path = aPathFolder().dir;
  const chance = chances(1);
  let told = 0;
  let ids: string[] = [];
  for (let i = 0; i < KILLS.logging; i++) {
    const victim = runInLoop(home, 1_000, `log vectors --minutes 1 --path ${path}`);
    await killSoon(victim, 60, chance);
    told += victim.said().match(/done log/g)?.length ?? 0;
    ids = await expectSound(join(home, 'llmpath.db'));
    expect(ids.length).toBeGreaterThanOrEqual(told);
    // At most the one that was on disk before it could be told.
    expect(ids.length).toBeLessThanOrEqual(told + i + 1);
  }
  record('logging', `${told} minutes told as logged`, `${ids.length} there, 0 lost`);
}, 180_000);

test('while a quiz is answered', async () => {
  const home = join(temporaryFolder(), 'home');
  const chance = chances(2);
  const told = new Set<string>();
  let ids: string[] = [];
  for (let i = 0; i < KILLS.quiz; i++) {
    const victim = runOnce(home, [
      'quiz',
      'math-vectors',
      'math-matrices',
      '--stdio',
      '--count',
      '50',
    ]);
    const { stdin, stdout } = victim.process;
    if (!stdin || !stdout) throw new Error('its pipes are open');
    stdin.on('error', () => {});
    let timer: NodeJS.Timeout | undefined;
    for await (const line of createInterface({ input: stdout })) {
      let message: { type?: string; event?: string };
      try {
        message = JSON.parse(line);
      } catch {
        break;
      }
      if (message.type === 'question') stdin.write('{"answer":null}\n');
      if (message.type === 'graded') told.add(message.event as string);
      timer ??= setTimeout(() => victim.process.kill('SIGKILL'), chance() * 120);
    }
    clearTimeout(timer);
    victim.process.kill('SIGKILL');
    await victim.end;
    if (i % 5 === 0 || i === KILLS.quiz - 1) ids = await expectSound(join(home, 'llmpath.db'));
  }
  const there = new Set(ids);
  expect([...told].filter((id) => !there.has(id))).toEqual([]);
  expect(told.size).toBeGreaterThan(KILLS.quiz);
  record('quiz', `${told.size} answers judged`, '0 lost');
}, 300_000);

test('while an old database is brought up to date', async () => {
  const folder = temporaryFolder();
  const old = join(folder, 'old.db');
  await makeOldDatabase(old, 1_000);
  const path = aPathFolder().dir;
  const chance = chances(3);
  mkdirSync(join(folder, 'first'));
  copyFileSync(old, join(folder, 'first', 'llmpath.db'));
  const whole = await timeOf(runOnce(join(folder, 'first'), ['next', '--path', path]));
  let before = 0;
  for (let i = 0; i < KILLS.migration; i++) {
    const home = join(folder, `home-${i}`);
    mkdirSync(home);
    const file = join(home, 'llmpath.db');
    copyFileSync(old, file);
    const victim = runOnce(home, ['next', '--path', path]);
    await new Promise((done) => setTimeout(done, whole * (0.3 + chance())));
    victim.process.kill('SIGKILL');
    await victim.end;
    const schema = schemaOf(file);
    expect([1, MIGRATIONS.length]).toContain(schema);
    if (schema === 1) before += 1;
    for (const backup of listBackups(backupFolder(file))) {
      expect(verifyDatabase(backup.file)).toMatchObject({ events: 1_000, schema: 1 });
    }
    expect(await expectSound(file)).toHaveLength(1_000);
  }
  record(
    'migration',
    `${before} still old, ${KILLS.migration - before} new`,
    'all of 1,000 events in each, each backup sound',
  );
}, 180_000);

async function makeOldDatabase(file: string, events: number): Promise<void> {
  const db = new Sqlite(file);
  db.exec(readFileSync('test/fixtures/schema-1.sql', 'utf8'));
  db.exec("INSERT INTO local VALUES ('device', 'd1'); PRAGMA journal_mode = WAL");
  const recent = await newStore();
  appendEvents(
    recent,
    Array.from({ length: events }, (_, i) => logged(`ref-${i % 9}`, 1)),
  );
  const insert = db.prepare(
    'INSERT INTO event VALUES (@id, @change, @device, @at, @day, @kind, @path, @ref, @body)',
  );
  for (const row of recent.db.prepare('SELECT * FROM event').all()) insert.run(row);
  for (const table of ['item', 'study_day']) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join();
    const rows = recent.db.prepare(`SELECT ${columns} FROM ${table}`).raw().all() as unknown[][];
    for (const row of rows) {
      db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${row.map(() => '?').join()})`).run(
        ...row,
      );
    }
  }
  db.close();
}

test('while a backup is made', async () => {
  const home = join(temporaryFolder(), 'home');
  const file = join(home, 'llmpath.db');
  const store = await newStore(file);
  appendEvents(
    store,
    Array.from({ length: IMPORTED }, (_, i) => logged(`ref-${i % 99}`, 1)),
  );
  store.db.close();
  const chance = chances(4);
  let told = 0;
  for (let i = 0; i < KILLS.backup; i++) {
    const victim = runInLoop(home, 1_000, 'backup');
    await killSoon(victim, 90, chance);
    told += victim.said().match(/done backup/g)?.length ?? 0;
  }
  const backups = listBackups(backupFolder(file));
  for (const backup of backups) expect(verifyDatabase(backup.file).events).toBe(3_000);
  expect(backups.length).toBeGreaterThanOrEqual(told);
  expect(await expectSound(file)).toHaveLength(3_000);
  record('backup', `${told} told as made`, `${backups.length} there, each sound and whole`);
}, 180_000);

test('while machines are synchronised', async () => {
  const folder = temporaryFolder();
  const shared = join(folder, 'shared');
  mkdirSync(shared);
  const path = aPathFolder().dir;
  const homes = [join(folder, 'one'), join(folder, 'two')];
  const chance = chances(5);
  const round = [`log vectors --minutes 1 --path ${path}`, `sync ${shared} --path ${path}`];
  const span = 3 * (await timeOf(runInLoop(join(folder, 'three'), 1, ...round)));
  let told = 0;
  for (let i = 0; i < KILLS.sync; i++) {
    const home = homes[i % 2] as string;
    const victim = runInLoop(home, 1_000, ...round);
    await killSoon(victim, span, chance);
    told += victim.said().match(/done log/g)?.length ?? 0;
    for (const name of readdirSync(shared, { recursive: true, encoding: 'utf8' })) {
      // Throws for a file that is not whole.
      if (name.endsWith('.jsonl')) Array.from(readEventLines(join(shared, name)));
    }
    await expectSound(join(home, 'llmpath.db'));
  }
  const machines = await Promise.all(homes.map((home) => newStore(join(home, 'llmpath.db'))));
  for (const store of [...machines, ...machines]) {
    expect(exchangeEvents(store, shared).skipped).toEqual([]);
  }
  for (const { db } of machines) db.close();
  const [one, two] = await Promise.all(homes.map((home) => expectSound(join(home, 'llmpath.db'))));
  expect(one).toEqual(two);
  expect(one?.length).toBeGreaterThanOrEqual(told);
  record('sync', `${told} minutes told as logged`, `${one?.length} on both machines, 0 lost`);
}, 180_000);

const IMPORTED = 3_000;

test('while a log is imported', async () => {
  const folder = temporaryFolder();
  const store = await newStore();
  appendEvents(
    store,
    Array.from({ length: IMPORTED }, (_, i) => logged(`ref-${i % 99}`, 1)),
  );
  const log = join(folder, 'log.jsonl');
  writeFileSync(log, [...exportLines(store)].join(''));
  const path = aPathFolder().dir;
  const chance = chances(6);
  const duration = await timeOf(runOnce(join(folder, 'first'), ['import', log, '--path', path]));
  let whole = 0;
  for (let i = 0; i < KILLS.import; i++) {
    const home = join(folder, `home-${i}`);
    const file = join(home, 'llmpath.db');
    (await newStore(file)).db.close();
    const victim = runOnce(home, ['import', log, '--path', path]);
    await new Promise((done) => setTimeout(done, duration * (0.3 + chance())));
    victim.process.kill('SIGKILL');
    await victim.end;
    const ids = await expectSound(file);
    expect([0, IMPORTED]).toContain(ids.length);
    if (ids.length > 0) whole += 1;
  }
  record('import', `${whole} whole, ${KILLS.import - whole} not at all`, 'none half');
}, 180_000);
