import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  flushKeys,
  type Key,
  NOTHING_UNFINISHED,
  readKeys,
  type Unfinished,
} from '../../../src/cli/quiz/keys.ts';

const ESC = '\u001B';
const PASTE = `${ESC}[200~`;
const END = `${ESC}[201~`;

/** Keys in short: characters as they are, presses and pastes in angle brackets. */
function said(keys: readonly Key[]): string {
  return keys
    .map((key) => {
      if (key.kind === 'character') return key.text;
      return key.kind === 'press' ? `<${key.name}>` : `<paste ${key.length}: ${key.text}>`;
    })
    .join('');
}

function readAll(pieces: readonly string[]): string {
  let after: Unfinished = NOTHING_UNFINISHED;
  const keys: Key[] = [];
  for (const piece of pieces) {
    const read = readKeys(piece, after);
    keys.push(...read.keys);
    after = read.after;
  }
  return said([...keys, ...flushKeys(after)]);
}

describe('what a terminal sends is read as keys', () => {
  test.each([
    ['a letter', ['b'], 'b'],
    ['several typed ahead', ['ab\r'], 'ab<enter>'],
    ['a letter beyond the first plane', ['𝑥é'], '𝑥é'],
    ['both ends of a line', ['\r\n'], '<enter><enter>'],
    [
      'control keys',
      ['\u0001\u0005\u000B\u0015\u0017\u007F\b'],
      '<home><end><cut-rest><clear><cut-word><backspace><backspace>',
    ],
    [
      'the ends',
      ['\u0003', '\u0004', '\u001A', '\u000C'],
      '<interrupt><end-of-input><suspend><redraw>',
    ],
    ['arrows, in both modes', [`${ESC}[D${ESC}[C${ESC}OD${ESC}OC`], '<left><right><left><right>'],
    ['home, end and delete', [`${ESC}[H${ESC}[4~${ESC}[3~`], '<home><end><delete>'],
    ['Enter of the keypad', [`${ESC}OM`], '<enter>'],
    ['keys that mean nothing here', [`${ESC}[A${ESC}[15~${ESC}[1;5D${ESC}x\tz`], 'z'],
    ['what a terminal answers', [`${ESC}]11;rgb:0/0/0\u0007${ESC}[?62;1cq`], 'q'],
    ['a sequence in pieces', [ESC, '[', 'D', 'x'], '<left>x'],
    ['a sequence that never ends', [`${ESC}[${'1'.repeat(62)}`], `[${'1'.repeat(62)}`],
  ])('%s', (_, pieces, keys) => {
    expect(readAll(pieces)).toBe(keys);
  });
});

describe('pasted text is one key', () => {
  test.each([
    ['marked', [`a${PASTE}1\n2${END}b`], 'a<paste 3: 1\n2>b'],
    [
      'in pieces, the marks too',
      [`${PASTE.slice(0, 3)}`, `${PASTE.slice(3)}12`, `34${END.slice(0, 4)}`, `${END.slice(4)}x`],
      '<paste 4: 1234>x',
    ],
    ['two of them', [`${PASTE}1${END}${PASTE}2${END}`], '<paste 1: 1><paste 1: 2>'],
    ['not closed', [`${PASTE}12`], '<paste 2: 12>'],
    ['with codes in it', [`${PASTE}${ESC}[31m\r${END}`], `<paste 6: ${ESC}[31m\r>`],
    [
      'an interrupt after one that is not closed',
      [`${PASTE}12`, '\u0003'],
      '<interrupt><paste 2: 12>',
    ],
    ['unmarked, from its length', ['x'.repeat(65)], `<paste 65: ${'x'.repeat(65)}>`],
    ['unmarked, in pieces', ['x'.repeat(65), 'b\r'], `<paste 67: ${'x'.repeat(65)}b\r>`],
    ['an interrupt in a burst', [`${'x'.repeat(65)}\u0003`], '<interrupt>'],
    ['no paste: arrows held down', [`${ESC}[D`.repeat(40)], '<left>'.repeat(40)],
    ['no paste: backspace held down', ['\u007F'.repeat(90)], '<backspace>'.repeat(90)],
  ])('%s', (_, pieces, keys) => {
    expect(readAll(pieces)).toBe(keys);
  });

  test('of ten megabytes only the beginning is kept, and the length', () => {
    const piece = 'y'.repeat(4096);
    let after = readKeys(PASTE, NOTHING_UNFINISHED).after;
    for (let i = 0; i < 2560; i += 1) after = readKeys(piece, after).after;
    const [key] = readKeys(END, after).keys;
    expect(key).toEqual({ kind: 'paste', text: 'y'.repeat(2001), length: 2560 * 4096 });
  });

  test('thousands of pastes in one piece are all read', () => {
    const { keys } = readKeys(`${PASTE}${END}`.repeat(20_000), NOTHING_UNFINISHED);
    expect(keys).toHaveLength(20_000);
  });
});

test('no key carries a control character, and nothing throws, whatever comes in', () => {
  const piece = fc.string({
    unit: fc.constantFrom(ESC, '[', '2', '0', '1', '~', 'a', '\r', '\u009B', ']', '\u0007'),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      let after: Unfinished = NOTHING_UNFINISHED;
      for (const text of pieces) {
        const read = readKeys(text, after);
        after = read.after;
        for (const key of read.keys) {
          if (key.kind === 'character') expect(key.text).toMatch(/^\P{C}$/u);
        }
      }
    }),
  );
});
