import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/storage/log.ts';
import { salvageEvents } from '../../src/storage/salvage.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { logged, newStore, noted } from '../helpers/store.ts';

const EVENTS = 400;

interface Sound {
  file: string;
  ids: string[];
  /** Pages that hold rows of a table or an index, in their order. */
  leaves(name: string): number[];
  /** Ids of the events on pages of the table, and at times of one that stood there before. */
  idsOn(pages: number[]): string[];
}

/** A database whose log takes many pages, all in one file. */
async function aDatabase(): Promise<Sound> {
  const file = join(temporaryFolder(), 'llmpath.db');
  const store = await newStore(file);
  for (let i = 0; i < EVENTS / 2; i++) {
    // Each a change of its own, so that its id stands in no other row.
    appendEvents(store, [logged(`ref-${i % 20}`, 1)]);
    appendEvents(store, [noted(`ref-${i % 20}`, 'word '.repeat(30))]);
  }
  store.db.pragma('journal_mode = DELETE');
  const ids = store.db.prepare('SELECT id FROM event ORDER BY id').pluck().all() as string[];
  const leaves = (name: string) =>
    store.db
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
      .pluck()
      .all(name) as number[];
  const all = Object.fromEntries(
    ['event', 'event_by_change', 'event_by_ref'].map((name) => [name, leaves(name)]),
  );
  store.db.close();
  const bytes = readFileSync(file);
  const idsOn = (pages: number[]) =>
    ids.filter((id) => pages.some((page) => pageOf(bytes, page).includes(id)));
  return { file, ids, leaves: (name) => all[name] ?? [], idsOn };
}

function pageOf(bytes: Buffer, page: number): Buffer {
  return bytes.subarray((page - 1) * 4096, page * 4096);
}

function spoil(file: string, pages: number[]): void {
  const bytes = readFileSync(file);
  for (const page of pages) pageOf(bytes, page).fill(0xff);
  writeFileSync(file, bytes);
}

const INDEXES = ['event_by_change', 'event_by_ref'];

test('of a log with a hole, what stands on both sides is read, without any index', async () => {
  const sound = await aDatabase();
  const pages = sound.leaves('event');
  const hole = [pages[Math.floor(pages.length / 2)] as number];
  const gone = sound.idsOn(hole);
  spoil(sound.file, [...hole, ...INDEXES.flatMap(sound.leaves)]);
  const { events, opened } = salvageEvents(sound.file);
  const read = new Set(events.map(({ id }) => id));
  expect(opened).toBe(true);
  const missing = sound.ids.filter((id) => !read.has(id));
  expect(missing.length).toBeGreaterThan(0);
  // Pages above the leaves hold rows too, at the edge of each leaf.
  expect(missing.length).toBeLessThanOrEqual(gone.length + 1);
});

test.each(INDEXES)('what stands between two holes is found by %s alone', async (index) => {
  const sound = await aDatabase();
  const pages = sound.leaves('event');
  const holes = [pages[3] as number, pages.at(-4) as number];
  const gone = sound.idsOn(holes);
  spoil(sound.file, [...holes, ...INDEXES.filter((name) => name !== index).flatMap(sound.leaves)]);
  const { events, lost } = salvageEvents(sound.file);
  const read = new Set(events.map(({ id }) => id));
  const missing = sound.ids.filter((id) => !read.has(id));
  expect(missing.length).toBeGreaterThan(0);
  expect(missing.length).toBeLessThanOrEqual(gone.length + 2);
  // And it tells what could not be read.
  expect(lost).toEqual(missing);
});

test('what stands only in the log written ahead is read', async () => {
  const file = join(temporaryFolder(), 'llmpath.db');
  const store = await newStore(file);
  appendEvents(store, [logged('a', 1), logged('b', 2)]);
  const copy = join(temporaryFolder(), 'llmpath.db');
  for (const part of ['', '-wal']) writeFileSync(copy + part, readFileSync(file + part));
  store.db.close();
  expect(salvageEvents(copy).events.map(({ ref }) => ref)).toEqual(['a', 'b']);
});

test('a row that shows damage in its values is no event, and is told as lost', async () => {
  const sound = await aDatabase();
  const db = new Sqlite(sound.file);
  db.exec('DROP TRIGGER event_never_changes; DROP TRIGGER event_never_goes');
  const [first, second] = sound.ids as [string, string];
  db.prepare("UPDATE event SET day = 'no day' WHERE id = ?").run(first);
  db.prepare("UPDATE event SET body = '{' WHERE id = ?").run(second);
  db.prepare(`INSERT INTO event SELECT 'no id', change, device, at, day, kind, path, ref, body
    FROM event WHERE id = ?`).run(sound.ids[2]);
  db.close();
  const { events, lost } = salvageEvents(sound.file);
  expect(events).toHaveLength(EVENTS - 2);
  expect(lost).toEqual([first, second]);
});

test('of what is no database nothing is read, and it is left as it is', () => {
  const file = join(temporaryFolder(), 'llmpath.db');
  writeFileSync(file, 'Dear diary\n'.repeat(999));
  expect(salvageEvents(file)).toEqual({ events: [], lost: [], opened: false });
  expect(readFileSync(file, 'utf8')).toMatch(/^Dear diary/);
});
