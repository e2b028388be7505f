import type { Mark } from './formula.ts';

const COMBINING: Partial<Record<Mark, string>> = {
  hat: '\u0302',
  tilde: '\u0303',
  bar: '\u0304',
  line: '\u0304',
  vec: '\u20D7',
  dot: '\u0307',
  ddot: '\u0308',
  check: '\u030C',
  breve: '\u0306',
  acute: '\u0301',
  grave: '\u0300',
  ring: '\u030A',
};

/** The letter with the mark as a combining character, one letter where Unicode has it; or null. */
export function combined(letter: string, mark: Mark): string | null {
  const combining = COMBINING[mark];
  return combining === undefined ? null : (letter + combining).normalize('NFC');
}
