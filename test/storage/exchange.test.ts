import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deviceOf } from '../../src/storage/device.ts';
import { exchangeEvents } from '../../src/storage/exchange.ts';
import { countEvents, readLog } from '../../src/storage/export.ts';
import { appendEvents } from '../../src/storage/log.ts';
import type { Store } from '../../src/storage/store.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { logged, newStore } from '../helpers/store.ts';

/** Two machines that met in a folder, where each has written one file. */
async function aMeeting() {
  const folder = join(temporaryFolder(), 'shared');
  mkdirSync(folder);
  const [one, two] = [await newStore(), await newStore()];
  appendEvents(one, [logged('a', 1)]);
  appendEvents(two, [logged('b', 2)]);
  for (const store of [one, two, one]) exchangeEvents(store, folder);
  const fileOf = ({ db }: Store, name = '00001.jsonl') => join(folder, deviceOf(db), name);
  return { folder, one, two, fileOf };
}

test('what is exchanged is told, and a second time nothing is', async () => {
  const folder = temporaryFolder();
  const [one, two] = [await newStore(), await newStore()];
  appendEvents(one, [logged('a', 1), logged('b', 1)]);
  expect(exchangeEvents(one, folder)).toMatchObject({ received: 0, sent: 2, machines: 1 });
  expect(exchangeEvents(two, folder)).toMatchObject({ received: 2, sent: 0, machines: 2 });
  expect(exchangeEvents(two, folder)).toMatchObject({ received: 0, sent: 0 });
  appendEvents(two, [logged('c', 1)]);
  expect(exchangeEvents(two, folder)).toMatchObject({ received: 0, sent: 1, machines: 2 });
  expect(exchangeEvents(one, folder)).toMatchObject({ received: 1, sent: 0, skipped: [] });
  expect([...readLog(one)]).toEqual([...readLog(two)]);
});

test('the files are for their owner alone', async () => {
  const { folder, one, fileOf } = await aMeeting();
  expect(statSync(fileOf(one)).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, deviceOf(one.db))).mode & 0o777).toBe(0o700);
});

test('a file is filled to 2,000 events, and then left alone', async () => {
  const folder = temporaryFolder();
  const store = await newStore();
  appendEvents(
    store,
    Array.from({ length: 1_999 }, () => logged('a', 1)),
  );
  exchangeEvents(store, folder);
  appendEvents(
    store,
    Array.from({ length: 3_000 }, () => logged('a', 1)),
  );
  exchangeEvents(store, folder);
  const own = join(folder, deviceOf(store.db));
  const counts = () =>
    readdirSync(own).map(
      (name) => readFileSync(join(own, name), 'utf8').trim().split('\n').length - 1,
    );
  expect(counts()).toEqual([2_000, 2_000, 999]);
  const before = readFileSync(join(own, '00001.jsonl'));
  appendEvents(store, [logged('a', 1)]);
  exchangeEvents(store, folder);
  expect(counts()).toEqual([2_000, 2_000, 1_000]);
  expect(readFileSync(join(own, '00001.jsonl')).equals(before)).toBe(true);
});

test('a half-written file of another machine is passed over, and its machine mends it', async () => {
  const { folder, one, two, fileOf } = await aMeeting();
  appendEvents(two, [logged('c', 3), logged('d', 4)]);
  exchangeEvents(two, folder);
  truncateSync(fileOf(two), statSync(fileOf(two)).size - 20);
  const { received, skipped } = exchangeEvents(one, folder);
  expect(received).toBe(0);
  expect(skipped).toEqual([
    {
      file: `${deviceOf(two.db)}/00001.jsonl`,
      problem: 'is not valid JSON',
      line: 4,
      own: false,
    },
  ]);
  // Its own machine sets it aside and writes its events again.
  expect(exchangeEvents(two, folder).skipped).toMatchObject([{ own: true }]);
  expect(readdirSync(join(folder, deviceOf(two.db)))).toContain('00001.jsonl.damaged');
  expect(exchangeEvents(one, folder)).toMatchObject({ received: 2, skipped: [] });
});

test('a file that is deleted comes back, from whoever has its events', async () => {
  const { folder, one, two, fileOf } = await aMeeting();
  rmSync(fileOf(two));
  expect(exchangeEvents(one, folder).sent).toBe(1);
  const fresh = await newStore();
  expect(exchangeEvents(fresh, folder).received).toBe(2);
});

test('the copy that a synchroniser makes of a conflict is read like any file', async () => {
  const { folder, one, two, fileOf } = await aMeeting();
  appendEvents(two, [logged('c', 3)]);
  exchangeEvents(two, folder);
  renameSync(fileOf(two), fileOf(two, '00001.sync-conflict-20261207-190000.jsonl'));
  expect(exchangeEvents(one, folder)).toMatchObject({ received: 1, skipped: [] });
});

test('two machines of which one began as a copy of the other come apart, and lose nothing', async () => {
  const root = temporaryFolder();
  const folder = join(root, 'shared');
  mkdirSync(folder);
  const one = await newStore(join(root, 'one.db'));
  appendEvents(one, [logged('a', 1)]);
  one.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(join(root, 'one.db'), join(root, 'two.db'));
  const two = await newStore(join(root, 'two.db'));
  expect(deviceOf(two.db)).toBe(deviceOf(one.db));
  appendEvents(one, [logged('b', 1)]);
  appendEvents(two, [logged('c', 1)]);
  for (const store of [one, two, one, two]) exchangeEvents(store, folder);
  expect(deviceOf(two.db)).not.toBe(deviceOf(one.db));
  expect(countEvents(one)).toBe(3);
  expect([...readLog(one)]).toEqual([...readLog(two)]);
});

test('links and what is no file of ours are not read', async () => {
  const { folder, one, two } = await aMeeting();
  const secret = join(temporaryFolder(), 'secret.jsonl');
  writeFileSync(secret, 'my diary');
  symlinkSync(secret, join(folder, deviceOf(two.db), '00009.jsonl'));
  symlinkSync('/etc', join(folder, '0'.repeat(32)));
  writeFileSync(join(folder, 'notes.jsonl'), 'not for llmpath');
  mkdirSync(join(folder, '.git'));
  expect(exchangeEvents(one, folder)).toMatchObject({ received: 0, sent: 0, skipped: [] });
});

test('a log that is forged is passed over', async () => {
  const { folder, one, two, fileOf } = await aMeeting();
  const other = await newStore();
  appendEvents(other, [logged('z', 1)]);
  exchangeEvents(other, folder);
  writeFileSync(
    fileOf(two),
    readFileSync(fileOf(two), 'utf8').replace('"minutes":2', '"minutes":9'),
  );
  const { received, skipped } = exchangeEvents(one, folder);
  expect(received).toBe(1);
  expect(skipped).toMatchObject([{ problem: 'was changed: its checksum does not fit', line: 2 }]);
});
