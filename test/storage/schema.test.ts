import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rebuild } from '../../src/storage/derive.ts';
import { appendEvents, readHistory } from '../../src/storage/log.ts';
import { MIGRATIONS } from '../../src/storage/migrations.ts';
import { openDatabase } from '../../src/storage/store.ts';
import { anAnswer } from '../helpers/answers.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { derivedRows, dumpSchema, logged, newStore, openBeside } from '../helpers/store.ts';

const DUMPS = MIGRATIONS.map((_, i) => readFileSync(`test/fixtures/schema-${i + 1}.sql`, 'utf8'));
const LATEST = DUMPS.at(-1) as string;

test.each(DUMPS.map((dump, i) => [i + 1, dump]))(
  '%i migrations make exactly the dump of that schema',
  (count, dump) => {
    const [fresh, released] = [new Sqlite(':memory:'), new Sqlite(':memory:')];
    for (const migration of MIGRATIONS.slice(0, count as number)) fresh.exec(migration);
    released.exec(dump as string);
    const tables = (db: Sqlite.Database) => dumpSchema(db).split('PRAGMA')[0];
    expect(tables(fresh)).toBe(tables(released));
  },
);

test('a new database has the schema of the dump, with its version and mark', async () => {
  const store = await newStore();
  expect(dumpSchema(store.db)).toBe(LATEST);
});

test.each(DUMPS.map((dump, i) => [i + 1, dump]))(
  'a database of schema %i opens, keeps what it holds, and takes more',
  async (_, dump) => {
    const file = join(temporaryFolder(), 'llmpath.db');
    const old = openBeside(file);
    old.exec(dump as string);
    old.exec(`
    INSERT INTO local VALUES ('device', 'd1');
    INSERT INTO event VALUES ('0193a000-0000-7000-8000-000000000000',
      '0193a000-0000-7000-8000-000000000000', 'd1', 1, '2026-12-01', 'noted', 'llm', 'a', '{"text":"old"}');
  `);
    old.close();
    const store = await newStore(file);
    appendEvents(store, [logged('a', 5)]);
    expect(readHistory(store, 10).map(({ kind, device }) => [kind, device])).toEqual([
      ['time-logged', 'd1'],
      ['noted', 'd1'],
    ]);
    expect(dumpSchema(store.db)).toBe(LATEST);
  },
);

test.each([
  ['changed', "UPDATE event SET body = '{}'", 'events are never changed'],
  ['deleted', 'DELETE FROM event', 'events are never deleted'],
])('events cannot be %s, even by hand', async (_, sql, message) => {
  const store = await newStore();
  const [event] = appendEvents(store, [logged('a', 5)]);
  expect(() => store.db.exec(sql)).toThrow(message);
  expect(readHistory(store, 10)).toEqual([{ ...event, undone: false }]);
});

test('the tables are strict', async () => {
  const { db } = await newStore();
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    .pluck()
    .all();
  expect(loose).toEqual(['sqlite_schema']);
});

test('a file is written ahead and each change is on disk before it is told', async () => {
  const store = await newStore(join(temporaryFolder(), 'llmpath.db'));
  expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(store.db.pragma('synchronous', { simple: true })).toBe(2);
});

test('a missing database is made with its folders, which only the owner may enter', async () => {
  const home = join(temporaryFolder(), 'deep', 'home');
  await newStore(join(home, 'llmpath.db'));
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

test('reading where nothing was ever kept makes nothing', async () => {
  const home = join(temporaryFolder(), 'home');
  expect(await openDatabase(join(home, 'llmpath.db'), { create: false })).toBeNull();
  expect(existsSync(home)).toBe(false);
});

test('each database is a device of its own', async () => {
  const devices = await Promise.all(
    ['one.db', 'two.db'].map(async (name) => {
      const store = await newStore(join(temporaryFolder(), name));
      return appendEvents(store, [logged('a', 1)])[0]?.device;
    }),
  );
  expect(devices[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(devices[0]).not.toBe(devices[1]);
});

test('answers from before there were counts are counted when the database is opened', async () => {
  const file = join(temporaryFolder(), 'llmpath.db');
  const old = openBeside(file);
  old.exec(DUMPS[1] as string);
  const insert = old.prepare(
    "INSERT INTO event VALUES (?, ?, 'd1', 1, ?, 'answered', 'llm', 'a/q/one', ?)",
  );
  ['2026-12-01', '2026-12-03', '2026-12-09'].forEach((day, i) => {
    const { body } = anAnswer('a/q/one', day);
    insert.run(`e${i}`, `e${i}`, day, JSON.stringify(body));
  });
  old.exec(`
    INSERT INTO event VALUES ('e9', 'e9', 'd1', 1, '2026-12-09', 'undone', 'llm', NULL, '{"change":"e1"}');
    INSERT INTO undone VALUES ('e1');
  `);
  old.close();
  const store = await newStore(file);
  const opened = derivedRows(store).tally;
  expect(opened).toHaveLength(4);
  rebuild(store);
  expect(derivedRows(store).tally).toEqual(opened);
});
