import type { Mark } from '../formula.ts';
import { combined } from '../marks.ts';
import { characters } from '../width.ts';
import { inAlphabet } from './alphabets.ts';
import { centredOn, type Glyphs, spanned, type TallBracket } from './glyphs.ts';
import { subscript, superscript } from './scripts.ts';

const [bar, doubleBar] = ['│', '║'].map((c) => ({ top: c, middle: c, bottom: c }));

const TALL: Readonly<Record<string, TallBracket | undefined>> = {
  '(': { top: '⎛', middle: '⎜', bottom: '⎝' },
  ')': { top: '⎞', middle: '⎟', bottom: '⎠' },
  '[': { top: '⎡', middle: '⎢', bottom: '⎣' },
  ']': { top: '⎤', middle: '⎥', bottom: '⎦' },
  '{': { top: '⎧', middle: '⎪', bottom: '⎩', centre: '⎨' },
  '}': { top: '⎫', middle: '⎪', bottom: '⎭', centre: '⎬' },
  '⌊': { top: '⎢', middle: '⎢', bottom: '⎣' },
  '⌋': { top: '⎥', middle: '⎥', bottom: '⎦' },
  '⌈': { top: '⎡', middle: '⎢', bottom: '⎢' },
  '⌉': { top: '⎤', middle: '⎥', bottom: '⎥' },
  '⟨': { top: '╱', middle: '⟨', bottom: '╲' },
  '⟩': { top: '╲', middle: '⟩', bottom: '╱' },
  '∣': bar,
  '|': bar,
  '∥': doubleBar,
  '‖': doubleBar,
};

const SINGLE: Readonly<Record<string, string>> = { '∣': '|', '∥': '‖' };

const VULGAR: Readonly<Record<string, string>> = {
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
};

const ARROWS: Readonly<Record<string, readonly [tail: string, shaft: string, head: string]>> = {
  '→': ['', '─', '→'],
  '←': ['←', '─', ''],
  '↔': ['←', '─', '→'],
  '⇒': ['', '═', '⇒'],
  '⇐': ['⇐', '═', ''],
  '⇔': ['⇐', '═', '⇒'],
  '↦': ['├', '─', '→'],
  '=': ['', '═', ''],
};

function wideMark(mark: Mark, side: 'over' | 'under', width: number): string {
  switch (mark) {
    case 'line':
    case 'bar':
      return (side === 'over' ? '_' : '‾').repeat(width);
    case 'brace':
      return side === 'over'
        ? centredOn('┴', '─', '╭', '╮', width)
        : centredOn('┬', '─', '╰', '╯', width);
    case 'vec':
    case 'right arrow':
      return spanned('', '─', '→', width);
    case 'left arrow':
      return spanned('←', '─', '', width);
    case 'double arrow':
      return spanned('←', '─', '→', width);
    case 'hat':
      return width < 3 ? '^' : spanned('╱', '‾', '╲', width);
    case 'tilde':
      return '~'.repeat(width < 3 ? 1 : width);
    case 'check':
      return 'ˇ';
    case 'breve':
      return '˘';
    case 'dot':
      return '˙';
    case 'ddot':
      return '¨';
    case 'dddot':
      return '⋯';
    case 'acute':
      return '´';
    case 'grave':
      return '`';
    case 'ring':
      return '˚';
  }
}

/** Unicode text: small letters for scripts, mathematical alphabets, brackets in pieces. */
export const UNICODE: Glyphs = {
  atom: (text, alphabet) => SINGLE[text] ?? inAlphabet(text, alphabet),
  superscript,
  subscript,
  carets: false,
  accented: (letter, mark) => {
    return characters(letter).length === 1 ? combined(letter, mark) : null;
  },
  vulgarFraction: (numerator, denominator) => VULGAR[`${numerator}/${denominator}`] ?? null,
  bracket: (sign) => SINGLE[sign] ?? sign,
  tallBracket: (sign) => TALL[sign] ?? { top: sign, middle: sign, bottom: sign },
  tallIntegral: (sign) => (sign === '∫' ? { top: '⌠', middle: '⎮', bottom: '⌡' } : null),
  arrow: (sign) => {
    const [tail, shaft, head] = ARROWS[sign] ?? ['', '', sign];
    return { tail, shaft, head };
  },
  wideMark,
  fractionBar: '─',
  root: {
    name: null,
    sign: '√',
    foot: '╲',
    corner: '┌',
    stem: '│',
    lowRoof: '_',
    highRoof: '─',
  },
  rule: { vertical: '│', horizontal: '─', cross: '┼' },
  corners: ['┌', '┐', '└', '┘'],
  struck: (text) =>
    characters(text)
      .map((c) => (c === ' ' ? c : `${c}\u0336`))
      .join(''),
};
