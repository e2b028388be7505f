import { describe, expect, test } from 'vitest';
import { readJsonLines } from '../../../src/cli/quiz/json-lines.ts';

async function readAll(chunks: Iterable<Uint8Array | string>) {
  async function* input() {
    yield* chunks;
  }
  const lines = [];
  for await (const line of readJsonLines(input())) {
    lines.push(line.ok ? line.value : line.message.slice(0, line.message.indexOf(';')));
  }
  return lines;
}

describe('lines are read as values', () => {
  test.each<[string, (Uint8Array | string)[], unknown[]]>([
    ['one a line', ['1\n{"a":2}\n'], [1, { a: 2 }]],
    ['in pieces', ['{"a"', ':', '2}\n3', '\n'], [{ a: 2 }, 3]],
    ['the last without an end', ['1\n2'], [1, 2]],
    ['with the ends of Windows', ['1\r\n2\r\n'], [1, 2]],
    ['blank lines passed over', ['\n \n1\n\n'], [1]],
    [
      'a letter cut in two',
      [Buffer.from('"é"').subarray(0, 2), Buffer.from('"é"').subarray(2)],
      ['é'],
    ],
    ['nothing', [], []],
    ['no JSON', ['{a}\n1\n'], ['The line is not JSON', 1]],
    ['a NUL byte', ['"a\0b"\n1\n'], ['The line holds a NUL byte', 1]],
    [
      'bytes that are no text',
      [Buffer.from([0x22, 0xff, 0x22, 0x0a]), '1\n'],
      ['The line is not UTF-8', 1],
    ],
    ['65,536 bytes', [`"${'x'.repeat(65_534)}"\n`], ['x'.repeat(65_534)]],
    ['one byte more', [`"${'x'.repeat(65_535)}"\n1\n`], ['The line is longer than 64 KB', 1]],
    ['deep nesting', [`${'['.repeat(60_000)}\n1\n`], ['The line is not JSON', 1]],
  ])('%s', async (_, chunks, values) => {
    expect(await readAll(chunks)).toEqual(values);
  });
});

test('of a line without end nothing is kept', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let given = 0;
  function* endless() {
    for (; given < 200; given += 1) yield chunk;
    yield '\n1\n';
  }
  const before = process.memoryUsage().rss;
  expect(await readAll(endless())).toEqual(['The line is longer than 64 KB', 1]);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
});
