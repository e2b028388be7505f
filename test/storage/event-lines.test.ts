import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedLines, readEventLines } from '../../src/storage/event-lines.ts';
import { exportLines, readLog } from '../../src/storage/export.ts';
import { appendEvents, redoChanges, undoChanges } from '../../src/storage/log.ts';
import { mergeEvents } from '../../src/storage/merge.ts';
import { temporaryFolder } from '../helpers/cli.ts';
import { step, take } from '../helpers/steps.ts';
import { derivedRows, enrolled, logged, newStore, noted } from '../helpers/store.ts';

async function exported(): Promise<{ file: string; text: string; events: unknown[] }> {
  const store = await newStore();
  appendEvents(store, [enrolled('llm'), logged('a', 25)]);
  appendEvents(store, [noted('a', 'Größe\nℝⁿ \u001B[31m \uD800 "quoted"')]);
  undoChanges(store, 1);
  redoChanges(store);
  const file = join(temporaryFolder(), 'log.jsonl');
  const text = [...exportLines(store)].join('');
  writeFileSync(file, text);
  return { file, text, events: [...readLog(store)] };
}

function read(file: string, text: string | Buffer): unknown[] | string {
  writeFileSync(file, text);
  try {
    return [...readEventLines(file)];
  } catch (error) {
    if (!(error instanceof DamagedLines)) throw error;
    return `${error.line ?? 'all'}: ${error.message}`;
  }
}

test('what was written is read, to the letter', async () => {
  const { file, text, events } = await exported();
  expect(read(file, text)).toEqual(events);
  const [header = '', ...lines] = text.trim().split('\n');
  expect(
    read(file, `\n${[header, ...lines.toReversed(), ...lines, ''].join('\r\n')}`),
  ).toHaveLength(events.length * 2);
});

test('a log of anything goes over a file and comes out the same', async () => {
  const file = join(temporaryFolder(), 'log.jsonl');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      let store = await newStore();
      for (const taken of steps) store = take(store, taken);
      writeFileSync(file, [...exportLines(store)].join(''));
      const other = await newStore();
      mergeEvents(other, readEventLines(file));
      expect([...readLog(other)]).toEqual([...readLog(store)]);
      expect(derivedRows(other)).toEqual(derivedRows(store));
      for (const { db } of [store, other]) db.close();
    }),
    { numRuns: 50 },
  );
});

test('a file that ends anywhere before its end is refused as a whole', async () => {
  const { file, text } = await exported();
  const bytes = Buffer.from(text);
  // Only the line feed at the very end may be missing.
  for (let size = 0; size < bytes.length - 1; size++) {
    expect(typeof read(file, bytes.subarray(0, size)), `${size} bytes`).toBe('string');
  }
});

test('a file with any one byte changed is refused, or says the same', async () => {
  const { file, text, events } = await exported();
  const bytes = Buffer.from(text);
  let refused = 0;
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] as number) ^ (1 << (i % 7));
    const result = read(file, changed);
    if (typeof result === 'string') refused += 1;
    else expect(result, `byte ${i}`).toEqual(events);
  }
  expect(refused).toBeGreaterThan(bytes.length * 0.95);
});

const EVENT = {
  id: '0193a000-0000-7000-8000-000000000000',
  change: '0193a000-0000-7000-8000-000000000000',
  device: 'd1',
  at: 1,
  day: '2026-12-01',
  kind: 'noted',
  path: 'llm',
  ref: 'a',
  body: { text: 'x' },
};
const HEADER = '{"schema":"llmpath/events@1","events":1}';

test.each([
  ['nothing', '', 'all: is empty'],
  ['a database', 'SQLite format 3\0', '1: is not valid JSON'],
  ['another JSON', '{"a":1}', 'all: is not a file that llmpath exported'],
  [
    'a later format',
    '{"schema":"llmpath/events@2","events":0}',
    '1: was written by a newer llmpath',
  ],
  ['no number', '{"schema":"llmpath/events@1"}', '1: does not say how many events follow'],
  ['a list', `${HEADER}\n[]`, '2: is not an event'],
  [
    'no checksum',
    `${HEADER}\n${JSON.stringify(EVENT)}`,
    '2: was changed: its checksum does not fit',
  ],
  ...Object.entries({
    'a wrong id': [{ id: 'x' }, 'is not an event: id is wrong'],
    'an id from the end of time': [
      { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' },
      'is not an event: id is wrong',
    ],
    'a later kind': [{ kind: 'dreamt' }, 'holds a kind of event that this llmpath does not know'],
    'a kind from the prototype': [
      { kind: 'constructor' },
      'holds a kind of event that this llmpath does not know',
    ],
    'a day that is none': [{ day: '2026-02-30' }, 'is not an event: day is wrong'],
    'a ref with an escape': [{ ref: 'a\u001B[2J' }, 'is not an event: ref is wrong'],
    'a path with an override': [{ path: 'llm\u202E' }, 'is not an event: path is wrong'],
    'a note that is a number': [{ body: { text: 7 } }, 'is not an event: text is wrong'],
    'no ref': [{ ref: null }, 'is about nothing'],
    'a change that is later': [
      { change: '0193a000-0000-7000-8000-000000000001' },
      'comes before its own change',
    ],
    'half a minute': [
      { kind: 'time-logged', body: { minutes: 0.5, day: '2026-12-01', estimated: false } },
      'is not an event: minutes is wrong',
    ],
  }).map(([what, [change, problem]]): [string, string, string] => [
    what,
    `${HEADER}\n${JSON.stringify({ ...EVENT, ...(change as object) })}`,
    `2: ${problem}`,
  ]),
])('%s is refused', (_, text, problem) => {
  expect(read(join(temporaryFolder(), 'log.jsonl'), text)).toBe(problem);
});

test('a line of a hundred megabytes is refused before it is read whole', () => {
  const file = join(temporaryFolder(), 'log.jsonl');
  writeFileSync(file, `${HEADER}\n{"a":"${'x'.repeat(100 * 1024 * 1024)}`);
  expect(read(file, readFileSync(file))).toBe('all: has a line that is far too long');
});
