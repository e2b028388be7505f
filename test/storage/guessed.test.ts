import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NewEvent } from '../../src/domain/event/event.ts';
import { rebuild } from '../../src/storage/derive.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { readRecord } from '../../src/storage/read.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { derivedRows, logged, newStore, openBeside } from '../helpers/store.ts';

const SCHEMA_2 = readFileSync('test/fixtures/schema-2.sql', 'utf8');

/** Events as an older program wrote them: ref, minutes, whether guessed, and the command they are of. */
const LOGGED: [ref: string, minutes: number, estimated: boolean, change: number][] = [
  ['a/film', 30, true, 1],
  ['a/film', 20, false, 2],
  ['a/film', 45, true, 3],
  ['a/book', 10, false, 4],
  ['b', 60, true, 5],
  ['b', 15, true, 6],
];
const TAKEN_BACK = [3, 6];

const idOf = (n: number) => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

test('what was guessed is known of a database of schema 2, without what was taken back', async () => {
  const file = join(temporaryFolder(), 'llmpath.db');
  const old = openBeside(file);
  old.exec(SCHEMA_2);
  old.exec("INSERT INTO local VALUES ('device', 'd1')");
  const event = old.prepare("INSERT INTO event VALUES (?, ?, 'd1', 1, '2026-12-07', ?, ?, ?, ?)");
  for (const path of ['llm', 'own']) {
    for (const [ref, minutes, estimated, change] of LOGGED) {
      const id = idOf(change + (path === 'own' ? 20 : 0));
      const body = { minutes: path === 'own' ? 1 : minutes, day: '2026-12-07', estimated };
      event.run(id, id, 'time-logged', path, ref, JSON.stringify(body));
    }
  }
  for (const change of TAKEN_BACK) {
    const id = idOf(change + 40);
    event.run(id, id, 'undone', 'llm', null, JSON.stringify({ change: idOf(change) }));
    old.prepare('INSERT INTO undone VALUES (?)').run(idOf(change));
  }
  const item = old.prepare("INSERT INTO item VALUES (?, ?, 0, NULL, 0, ?, ?, 0, 0, '2026-12-07')");
  for (const [ref, minutes] of [
    ['a/film', 50],
    ['a/book', 10],
    ['b', 60],
  ]) {
    item.run('llm', ref, minutes, minutes);
  }
  for (const [ref, minutes] of [
    ['a/film', 3],
    ['a/book', 1],
    ['b', 2],
  ]) {
    item.run('own', ref, minutes, minutes);
  }
  old.exec("INSERT INTO study_day VALUES ('llm', '2026-12-07', 120), ('own', '2026-12-07', 6)");
  old.close();

  const store = await newStore(file);
  const guessed = (path: string) =>
    Object.fromEntries([...readRecord(store, path).items].map(([ref, one]) => [ref, one.guessed]));
  expect(guessed('llm')).toEqual({ 'a/film': 30, 'a/book': 0, b: 60 });
  expect(guessed('own')).toEqual({ 'a/film': 2, 'a/book': 0, b: 2 });
  const migrated = derivedRows(store);
  rebuild(store);
  expect(derivedRows(store)).toEqual(migrated);
});

test('what is guessed is kept apart from what is measured', async () => {
  const store = await newStore();
  const guess: NewEvent = {
    kind: 'time-logged',
    path: 'llm',
    ref: 'a',
    body: { minutes: 25, day: '2026-12-07', estimated: true },
  };
  appendEvents(store, [logged('a', 20)]);
  appendEvents(store, [guess]);
  expect(readRecord(store, 'llm').items.get('a')).toMatchObject({ minutes: 45, guessed: 25 });
});
