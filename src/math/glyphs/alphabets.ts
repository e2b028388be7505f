import type { Alphabet } from '../formula.ts';

/** Where Unicode puts the letters of an alphabet: the first capital, small letter and digit. */
interface Block {
  readonly capitals: number;
  readonly smalls: number;
  readonly digits?: number;
  readonly greekCapitals?: number;
  readonly greekSmalls?: number;
  /** Letters that stood in the Basic Multilingual Plane before the block was made. */
  readonly elsewhere: Readonly<Record<string, string>>;
}

const BLOCKS: Readonly<Record<Exclude<Alphabet, 'plain'>, Block>> = {
  bold: {
    capitals: 0x1d400,
    smalls: 0x1d41a,
    digits: 0x1d7ce,
    greekCapitals: 0x1d6a8,
    greekSmalls: 0x1d6c2,
    elsewhere: { '∇': '𝛁', '∂': '𝛛', ϵ: '𝛜', ϑ: '𝛝', ϕ: '𝛟', ϱ: '𝛠', ϖ: '𝛡' },
  },
  'double-struck': {
    capitals: 0x1d538,
    smalls: 0x1d552,
    digits: 0x1d7d8,
    elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  script: {
    capitals: 0x1d49c,
    smalls: 0x1d4b6,
    elsewhere: {
      B: 'ℬ',
      E: 'ℰ',
      F: 'ℱ',
      H: 'ℋ',
      I: 'ℐ',
      L: 'ℒ',
      M: 'ℳ',
      R: 'ℛ',
      e: 'ℯ',
      g: 'ℊ',
      o: 'ℴ',
    },
  },
  fraktur: {
    capitals: 0x1d504,
    smalls: 0x1d51e,
    elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
};

function letterIn(block: Block, letter: string): string {
  const other = block.elsewhere[letter];
  if (other !== undefined) return other;
  const code = letter.codePointAt(0) ?? 0;
  const at = (first: number | undefined, from: string) =>
    first === undefined ? letter : String.fromCodePoint(first + code - (from.codePointAt(0) ?? 0));
  if (/[A-Z]/.test(letter)) return at(block.capitals, 'A');
  if (/[a-z]/.test(letter)) return at(block.smalls, 'a');
  if (/[0-9]/.test(letter)) return at(block.digits, '0');
  if (/[Α-Ω]/.test(letter)) return at(block.greekCapitals, 'Α');
  if (/[α-ω]/.test(letter)) return at(block.greekSmalls, 'α');
  return letter;
}

/** Letters in an alphabet of mathematics; characters that it lacks stay as they are. */
export function inAlphabet(text: string, alphabet: Alphabet): string {
  if (alphabet === 'plain') return text;
  return [...text].map((letter) => letterIn(BLOCKS[alphabet], letter)).join('');
}
