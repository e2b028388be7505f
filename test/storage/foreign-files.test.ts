import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/domain/error.ts';
import { appendEvents } from '../../src/storage/log.ts';
import { openDatabase } from '../../src/storage/store.ts';
import { newLearner, temporaryFolder } from '../helpers/cli.ts';
import { fingerprints } from '../helpers/hash.ts';
import { said } from '../helpers/said.ts';
import { logged, newStore, openBeside } from '../helpers/store.ts';

/** Files in the database's place that the program must not touch. */
const FOREIGN: Record<string, { code: string; make(file: string): Promise<void> }> = {
  'a text file': {
    code: 'store.not-a-database',
    async make(file) {
      writeFileSync(file, 'Dear diary, today I learned nothing at all.\n'.repeat(200));
    },
  },
  'a short text file': {
    code: 'store.not-a-database',
    async make(file) {
      writeFileSync(file, 'not a database');
    },
  },
  'a database of another program': {
    code: 'store.not-a-database',
    async make(file) {
      const db = openBeside(file);
      db.exec("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
      db.close();
    },
  },
  'a database of another program that counts versions too': {
    code: 'store.not-a-database',
    async make(file) {
      const db = openBeside(file);
      db.exec('CREATE TABLE event (id TEXT); PRAGMA user_version = 1; PRAGMA application_id = 7');
      db.close();
    },
  },
  'a database cut off in the middle': {
    code: 'store.damaged',
    async make(file) {
      const store = await newStore(file);
      for (let i = 0; i < 50; i++) appendEvents(store, [logged(`topic-${i}`, 1)]);
      store.db.close();
      truncateSync(file, 3 * 4096 + 100);
    },
  },
  'a database cut off within its first page': {
    code: 'store.damaged',
    async make(file) {
      (await newStore(file)).db.close();
      truncateSync(file, 200);
    },
  },
  'a database of a newer llmpath': {
    code: 'store.newer',
    async make(file) {
      const store = await newStore(file);
      appendEvents(store, [logged('a', 1)]);
      store.db.exec('CREATE TABLE from_the_future (x); PRAGMA user_version = 99');
      store.db.close();
    },
  },
};

test.each(Object.entries(FOREIGN))('%s is refused and left as it is', async (_, { code, make }) => {
  const folder = temporaryFolder();
  const file = join(folder, 'llmpath.db');
  await make(file);
  const before = fingerprints(folder);
  for (const create of [false, true]) {
    const error = await openDatabase(file, { create }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(file) });
    expect((error as UserError).hint).toBeTruthy();
  }
  expect(fingerprints(folder)).toEqual(before);
});

test.each(Object.entries(FOREIGN))('every command refuses %s with 5', async (_, { code, make }) => {
  const learner = newLearner();
  const file = join(learner.home, 'llmpath.db');
  mkdirSync(dirname(file), { recursive: true });
  await make(file);
  const before = readFileSync(file);
  for (const args of [['next'], ['done', 'math-vectors']]) {
    const { code: exit, stdout, stderr } = learner.run(...args, '--json');
    expect(exit).toBe(5);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr).error.code).toBe(code);
  }
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a newer database says which schema it has and how to update', () => {
  const learner = newLearner();
  learner.run('init');
  const db = openBeside(join(learner.home, 'llmpath.db'));
  db.pragma('user_version = 7');
  db.close();
  const { stderr } = learner.run('next');
  expect(said(stderr)).toMatch(/written by a newer llmpath \(schema 7; this one knows \d+\)/);
  expect(stderr).toContain('Update with');
});
