import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isUserError } from '../../src/domain/error.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import { backupFolder, keepBackup } from '../../src/storage/backup.ts';
import { explainStorageError } from '../../src/storage/errors.ts';
import { countEvents } from '../../src/storage/export.ts';
import { healDatabase } from '../../src/storage/heal.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import { openDatabase } from '../../src/storage/store.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { at, logged, MONDAY, newStore, noted } from '../helpers/store.ts';
import { expectSound, printFigures } from './sound.ts';
import { chances } from './victim.ts';

const PAGE = 4096;
const EVENTS = 600;
const BACKED_UP = 400;
const figures: [string, string][] = [];

afterAll(() => printFigures('Damaged databases, and what doctor --fix saves', figures));

interface Sound {
  folder: string;
  database: Buffer;
  ids: string[];
  backedUp: string[];
}
let sound: Sound;

/** A database of 600 events with a backup of the first 400. */
beforeAll(async () => {
  const { mkdtempSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(join(tmpdir(), 'llmpath-damage-'));
  const file = join(folder, 'llmpath.db');
  const store = await newStore(file);
  const write = (count: number) => {
    for (let i = 0; i < count / 2; i++) {
      const later = at(store, MONDAY + i * 60_000);
      appendEvents(later, [
        logged(`ref-${i % 20}`, 1),
        noted(`ref-${i % 20}`, 'a thought '.repeat(i % 40)),
      ]);
    }
  };
  const ids = () => store.db.prepare('SELECT id FROM event ORDER BY id').pluck().all() as string[];
  write(BACKED_UP);
  const backedUp = ids();
  await keepBackup(file, MONDAY, 'daily');
  write(EVENTS - BACKED_UP);
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  sound = { folder, database: readFileSync(file), ids: ids(), backedUp };
  store.db.close();
  return () => rmSync(folder, { recursive: true });
});

/** The database in a home of its own, damaged, with its backup or without. */
function damaged(damage: (file: string) => void, withBackup = true): string {
  const home = temporaryFolder();
  const file = join(home, 'llmpath.db');
  writeFileSync(file, sound.database);
  if (withBackup) {
    mkdirSync(backupFolder(file));
    const name = 'llmpath-20261207T190000Z-daily.db';
    copyFileSync(join(backupFolder(join(sound.folder, 'x')), name), join(backupFolder(file), name));
  }
  damage(file);
  return file;
}

function overwritePages(file: string, count: number, chance: () => number, from = 0): void {
  const pages = statSync(file).size / PAGE;
  const handle = openSync(file, 'r+');
  for (let i = 0; i < count; i++) {
    const page = from + Math.floor(chance() * (pages - from));
    const noise = Buffer.from(Array.from({ length: PAGE }, () => Math.floor(chance() * 256)));
    writeSync(handle, noise, 0, PAGE, page * PAGE);
  }
  closeSync(handle);
}

/** Uses it as commands do: it works, or is refused in words; never anything else. */
async function use(file: string): Promise<'works' | 'refused'> {
  let db: Awaited<ReturnType<typeof openDatabase>> = null;
  try {
    db = await openDatabase(file, { create: false });
    if (!db) return 'refused';
    const store = at({ db, file, now: MONDAY, today: '', schedule: DEFAULT_SCHEDULE }, MONDAY);
    readRecord(store, 'llm');
    appendEvents(store, [logged('ref-1', 1)]);
    return 'works';
  } catch (error) {
    const known = isUserError(error) ? error : explainStorageError(error, file);
    if (known === null && !(error instanceof SyntaxError)) throw error;
    return 'refused';
  } finally {
    db?.close();
  }
}

const ROUNDS = 25;

test('random pages overwritten: nothing of the backup is lost, and most of the rest is saved', async () => {
  for (const pages of [1, 10]) {
    const chance = chances(100 + pages);
    let refused = 0;
    let saved = 0;
    let told = 0;
    let missing = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const file = damaged((name) => overwritePages(name, pages, chance, 1));
      const copy = `${file}.used`;
      copyFileSync(file, copy);
      if ((await use(copy)) === 'refused') refused += 1;
      const healed = await healDatabase(file, MONDAY, DEFAULT_SCHEDULE);
      const ids = new Set(await expectSound(file));
      expect(sound.backedUp.every((id) => ids.has(id))).toBe(true);
      const gone = sound.ids.filter((id) => !ids.has(id)).length;
      saved += EVENTS - gone;
      missing += gone;
      told += healed?.lost.length ?? 0;
      expect(healed?.events).toBe(ids.size);
      expect([...ids].every((id) => sound.ids.includes(id))).toBe(true);
    }
    const share = ((100 * saved) / (ROUNDS * EVENTS)).toFixed(1);
    figures.push([
      `${pages} of ${sound.database.length / PAGE} pages, ${ROUNDS} times`,
      `${share} % of events saved, ${missing} lost, ${told} of them named; ${refused} refused by a command`,
    ]);
    expect(saved / (ROUNDS * EVENTS)).toBeGreaterThan(pages === 1 ? 0.9 : 0.8);
  }
}, 120_000);

test('cut off anywhere: the backup and what is left of the rest are saved', async () => {
  const chance = chances(7);
  let saved = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const size = Math.floor(chance() * sound.database.length);
    const file = damaged((name) => truncateSync(name, size));
    await use(file);
    await healDatabase(file, MONDAY, DEFAULT_SCHEDULE);
    const ids = new Set(await expectSound(file));
    expect(
      sound.backedUp.every((id) => ids.has(id)),
      `${size} bytes`,
    ).toBe(true);
    saved += sound.ids.filter((id) => ids.has(id)).length;
  }
  const share = ((100 * saved) / (ROUNDS * EVENTS)).toFixed(1);
  figures.push([`cut off at random, ${ROUNDS} times`, `${share} % of events saved`]);
}, 60_000);

test.each([
  ['text', (file: string) => writeFileSync(file, 'Dear diary\n'.repeat(999))],
  ['zeros', (file: string) => writeFileSync(file, Buffer.alloc(40_960))],
  ['noise in its first page', (file: string) => overwritePages(file, 40, () => 0.001)],
])('replaced by %s: the backup comes in its place', async (_, damage) => {
  const file = damaged(damage);
  expect(await use(file)).toBe('refused');
  expect(await healDatabase(file, MONDAY, DEFAULT_SCHEDULE)).toMatchObject({ events: BACKED_UP });
  expect(await expectSound(file)).toEqual(sound.backedUp);
});

test('without a backup and with nothing to read, the file is left as it is', async () => {
  const file = damaged((name) => writeFileSync(name, 'Dear diary\n'.repeat(999)), false);
  expect(await healDatabase(file, MONDAY, DEFAULT_SCHEDULE)).toBeNull();
  expect(readFileSync(file, 'utf8')).toMatch(/^Dear diary/);
});

test('without a backup, what can be read is saved', async () => {
  const chance = chances(9);
  const file = damaged((name) => overwritePages(name, 1, chance, 30), false);
  const healed = await healDatabase(file, MONDAY, DEFAULT_SCHEDULE);
  const ids = await expectSound(file);
  expect(ids.length).toBeGreaterThan(EVENTS * 0.5);
  expect(healed).toMatchObject({ backup: null, events: ids.length });
  // Each that is missing is named.
  expect(healed?.lost).toHaveLength(EVENTS - ids.length);
});

test('a power cut that takes any part of the written-ahead log leaves whole changes', async () => {
  const folder = temporaryFolder();
  const store = await newStore(join(folder, 'llmpath.db'));
  store.db.pragma('wal_autocheckpoint = 0');
  for (let i = 0; i < 60; i++)
    appendEvents(store, [logged('a', 1), noted('a', 'x'.repeat(i * 50))]);
  const [database, wal] = ['', '-wal'].map((part) =>
    readFileSync(join(folder, `llmpath.db${part}`)),
  );
  const all = store.db.prepare('SELECT id FROM event ORDER BY id').pluck().all() as string[];
  store.db.close();
  if (!database || !wal) throw new Error('both were read');
  const chance = chances(8);
  const counts = new Set<number>();
  for (let i = 0; i < ROUNDS; i++) {
    const file = join(temporaryFolder(), 'llmpath.db');
    writeFileSync(file, database);
    const size = i === 0 ? wal.length : Math.floor(chance() * wal.length);
    writeFileSync(`${file}-wal`, wal.subarray(0, size));
    const ids = await expectSound(file);
    expect(ids).toEqual(all.slice(0, ids.length));
    expect(ids.length % 2).toBe(0);
    counts.add(ids.length);
    if (i === 0) expect(ids).toHaveLength(120);
  }
  figures.push([
    `log written ahead cut off, ${ROUNDS} times`,
    'always whole changes from the first on',
  ]);
  expect(counts.size).toBeGreaterThan(5);
  const { db } = await newStore(join(folder, 'llmpath.db'));
  expect(countEvents({ db })).toBe(120);
  db.close();
}, 60_000);
