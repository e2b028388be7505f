import { type Formula, isAtom, visibleItems } from '../formula.ts';
import type { Glyphs } from '../glyphs/glyphs.ts';
import type { Context } from './context.ts';

/** A script and its text, where that takes one row. */
export interface Script {
  readonly formula: Formula;
  readonly text: string | null;
}

/** Characters that are small already, and so read as a superscript behind any subscript. */
const isMark = (text: string): boolean => /^[′'*†‡°]+$/.test(text);

/** Reads as one thing behind `^` or `_` without brackets: a letter, a word, a group of its own. */
function isSimple(sign: '^' | '_', { formula, text }: Script, glyphs: Glyphs): boolean {
  const items = visibleItems(formula);
  const [first] = items;
  if (text === null || text.includes(' ')) return false;
  if (items.length === 1) return isAtom(first) || (first?.kind === 'fenced' && first.open === '(');
  const isIndex = items.every((item) => isAtom(item, 'ord') && item.form !== 'sign');
  if (sign === '_' && isIndex) return text.length <= 4;
  const isSigned = items.length === 2 && isAtom(first, 'bin') && isAtom(items[1], 'ord');
  return isSigned && glyphs.carets && text.length <= 3;
}

function caret(sign: '^' | '_', script: Script | null, glyphs: Glyphs): string {
  if (!script) return '';
  if (script.text === '⊤') return `${sign}T`;
  return isSimple(sign, script, glyphs) ? sign + script.text : `${sign}(${script.text})`;
}

/** Whether the script may stand on the row behind a caret where two dimensions are asked for. */
function isShort(sign: '^' | '_', script: Script | null, { glyphs }: Context): boolean {
  return !script || isSimple(sign, script, glyphs) || (script.text ?? '').length <= 3;
}

/**
 * Scripts as text on the row of the nucleus: small characters where all of them exist, `x_(i,j)`
 * where the context asks for one row. Null where they need rows of their own.
 */
export function suffixOf(sub: Script | null, sup: Script | null, ctx: Context): string | null {
  const { glyphs, flat } = ctx;
  if (sub?.text === null || sup?.text === null) return null;
  const smallSub = sub ? glyphs.subscript(sub.text) : '';
  const smallSup = sup ? glyphs.superscript(sup.text) : '';
  if (smallSub !== null && smallSup !== null) return smallSub + smallSup;
  const isCaret = flat || (glyphs.carets && isShort('_', sub, ctx) && isShort('^', sup, ctx));
  if (!isCaret) return null;
  const below = smallSub ?? caret('_', sub, glyphs);
  if (smallSup !== null && isMark(smallSup)) return smallSup + below;
  const isOpenEnded = smallSub === null && !below.endsWith(')');
  return below + (smallSup === null || isOpenEnded ? caret('^', sup, glyphs) : smallSup);
}
