import type { Mark } from '../formula.ts';

const MARKS: Readonly<Record<string, Mark>> = {
  '^': 'hat',
  '~': 'tilde',
  '˜': 'tilde',
  ˉ: 'bar',
  '¯': 'bar',
  '⃗': 'vec',
  '˙': 'dot',
  '¨': 'ddot',
  '⃛': 'dddot',
  ˇ: 'check',
  '˘': 'breve',
  ˊ: 'acute',
  '´': 'acute',
  ˋ: 'grave',
  '`': 'grave',
  '˚': 'ring',
  '‾': 'line',
  '⏞': 'brace',
  '⏟': 'brace',
  '⏠': 'brace',
  '⏡': 'brace',
  '⎴': 'brace',
  '⎵': 'brace',
  '→': 'right arrow',
  '⃑': 'right arrow',
  '←': 'left arrow',
  '↔': 'double arrow',
};

/** What an accent's sign in MathML is called; undefined for one that this room does not know. */
export function markOf(sign: string): Mark | undefined {
  return MARKS[sign];
}
