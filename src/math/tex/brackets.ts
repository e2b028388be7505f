import { type Atom, type Fenced, type Formula, fenced, isAtom } from '../formula.ts';
import { NotUnderstood } from '../problem.ts';
import { isClosing, isOpening } from './operators.ts';

/** Pairs of brackets inside one another. */
const DEEPEST = 30;

/** The sign at an item's right edge. */
interface LastSign {
  readonly sign: Atom;
  /** The scripts that are set on the sign, set on the group that it closes. */
  readonly wrap: (group: Fenced) => Formula;
}

function lastSign(item: Formula): LastSign | null {
  if (isAtom(item)) return { sign: item, wrap: (group) => group };
  if (item.kind !== 'scripts' || !isAtom(item.nucleus)) return null;
  return { sign: item.nucleus, wrap: (group) => ({ ...item, nucleus: group }) };
}

const isBar = (sign: Atom): boolean => sign.class === 'ord' && /^[∣∥|‖]$/.test(sign.text);

/** Whether a bar after this item must open: nothing stands before it that it could close. */
function expectsOperand(item: Formula | undefined): boolean {
  return (
    item === undefined ||
    (isAtom(item) && (['bin', 'rel', 'punct', 'op', 'open'].includes(item.class) || isBar(item)))
  );
}

/**
 * The items with each pair of brackets as one group that grows with what it holds, and scripts on
 * a closing bracket as scripts of the group. Intervals such as [0, 1) pair too. Bars pair where
 * one can open and another close; the bar of p(x|y) stays a sign.
 */
export function groupBrackets(items: readonly Formula[]): Formula[] {
  return pairBars(pairBrackets(items));
}

function refuseDeep(depth: number): void {
  if (depth > DEEPEST) throw new NotUnderstood('it is nested too deeply');
}

function pairBrackets(items: readonly Formula[]): Formula[] {
  const levels: { open: Atom | null; items: Formula[] }[] = [{ open: null, items: [] }];
  for (const item of items) {
    const level = levels.at(-1);
    const last = lastSign(item);
    if (isAtom(item, 'open') && isOpening(item.text)) {
      levels.push({ open: item, items: [] });
      refuseDeep(levels.length);
    } else if (last?.sign.class === 'close' && isClosing(last.sign.text) && level?.open) {
      levels.pop();
      const group = fenced(level.open.text, last.sign.text, pairBars(level.items));
      levels.at(-1)?.items.push(last.wrap(group));
    } else {
      level?.items.push(item);
    }
  }
  // Brackets that nothing closes are signs like others.
  return levels.flatMap((level) => (level.open ? [level.open, ...level.items] : level.items));
}

function pairBars(items: readonly Formula[]): Formula[] {
  const result: Formula[] = [];
  const opened: { at: number; text: string }[] = [];
  const barsAfter = (from: number, text: string) =>
    items.slice(from + 1).some((item) => lastSign(item)?.sign.text === text);
  items.forEach((item, index) => {
    const last = lastSign(item);
    const before = result.findLast((other) => other.kind !== 'space');
    if (!last || !isBar(last.sign)) {
      result.push(item);
      return;
    }
    const open = opened.at(-1);
    if (open?.text === last.sign.text && !expectsOperand(before)) {
      opened.pop();
      const body = result.splice(open.at).slice(1);
      result.push(last.wrap(fenced(open.text, last.sign.text, body)));
      return;
    }
    if (isAtom(item) && barsAfter(index, item.text)) {
      opened.push({ at: result.length, text: item.text });
      refuseDeep(opened.length);
    }
    result.push(item);
  });
  return result;
}
