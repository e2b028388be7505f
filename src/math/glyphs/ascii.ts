import type { Mark } from '../formula.ts';
import { NotUnderstood } from '../problem.ts';
import { ASCII_NAMES } from './ascii-names.ts';
import { centredOn, type Glyphs, spanned, type TallBracket } from './glyphs.ts';

function inAscii(character: string): string {
  const name = ASCII_NAMES.get(character);
  if (name !== undefined) return name;
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  if (/^[ -~]*$/.test(bare)) return bare;
  throw new NotUnderstood(`“${character}” has no ASCII form`);
}

const ascii = (text: string): string => [...text].map(inAscii).join('');

const same = (sign: string): TallBracket => ({ top: sign, middle: sign, bottom: sign });

const TALL: Readonly<Record<string, TallBracket | undefined>> = {
  '(': { top: '/', middle: '|', bottom: '\\' },
  ')': { top: '\\', middle: '|', bottom: '/' },
  '{': { top: '/', middle: '|', bottom: '\\', centre: '<' },
  '}': { top: '\\', middle: '|', bottom: '/', centre: '>' },
  '⟨': { top: '/', middle: '<', bottom: '\\' },
  '⟩': { top: '\\', middle: '>', bottom: '/' },
  '⌊': { top: '|', middle: '|', bottom: 'L' },
  '⌋': { top: '|', middle: '|', bottom: 'J' },
  '⌈': { top: 'F', middle: '|', bottom: '|' },
  '⌉': { top: '7', middle: '|', bottom: '|' },
  '∥': same('||'),
  '‖': same('||'),
  '∣': same('|'),
};

const WIDE: Readonly<Partial<Record<Mark, string>>> = {
  hat: '^',
  tilde: '~',
  check: 'v',
  breve: 'u',
  dot: '.',
  ddot: '..',
  dddot: '...',
  acute: "'",
  grave: '`',
  ring: 'o',
};

function wideMark(mark: Mark, side: 'over' | 'under', width: number): string {
  switch (mark) {
    case 'line':
    case 'bar':
      return (side === 'over' ? '_' : '-').repeat(width);
    case 'brace':
      return side === 'over'
        ? centredOn('^', '-', '/', '\\', width)
        : centredOn('v', '-', '\\', '/', width);
    case 'vec':
    case 'right arrow':
      return spanned('', '-', '>', width);
    case 'left arrow':
      return spanned('<', '-', '', width);
    case 'double arrow':
      return spanned('<', '-', '>', width);
    default:
      return WIDE[mark] ?? '';
  }
}

/** Raised or lowered characters that ASCII has: primes and stars. */
function marks(text: string): string | null {
  return /^[′∗*⋆]+$/.test(text) || /^['*]+$/.test(text) ? ascii(text) : null;
}

/** Nothing but the characters from space to tilde. */
export const ASCII: Glyphs = {
  atom: ascii,
  superscript: marks,
  subscript: (text) => (text === '' ? '' : null),
  carets: true,
  accented: (letter, mark) => `${letter}_${mark === 'line' ? 'bar' : mark}`,
  vulgarFraction: () => null,
  bracket: ascii,
  tallBracket: (sign) => TALL[sign] ?? same(ascii(sign)),
  tallIntegral: (sign) => (sign === '∫' ? { top: '/ ', middle: '| ', bottom: '/ ' } : null),
  arrow: (sign) => {
    const text = ascii(sign);
    const shaft = text.includes('=') ? '=' : '-';
    const [, tail = '', head = ''] = /^([^-=]*)[-=]*([^-=]*)$/.exec(text) ?? [];
    return { tail, shaft, head };
  },
  wideMark,
  fractionBar: '-',
  root: {
    name: 'sqrt',
    sign: 'sqrt',
    foot: '\\',
    corner: ' ',
    stem: '|',
    lowRoof: '_',
    highRoof: '_',
  },
  rule: { vertical: '|', horizontal: '-', cross: '+' },
  corners: ['+', '+', '+', '+'],
  struck: (text) => `~${text}~`,
};
