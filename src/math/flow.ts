import { type Box, beside, blankBox, height, textBox } from './layout/box.ts';
import { columns, cutAt } from './width.ts';

/** A box in running text; `glued` to the one before it where no space stands between them. */
export interface Word {
  readonly box: Box;
  readonly glued: boolean;
}

/** Words that stand together, as boxes none of which is wider than a line. */
function chunks(words: readonly Word[], width: number): Box[] {
  const groups: Box[][] = [];
  for (const { box, glued } of words) {
    const group = glued ? groups.at(-1) : undefined;
    if (group) group.push(box);
    else groups.push([box]);
  }
  return groups.flatMap((group) => {
    const whole = beside(group);
    return whole.width <= width ? [whole] : group.flatMap((box) => cutBox(box, width));
  });
}

function cutBox(box: Box, width: number): Box[] {
  if (box.width <= width || height(box) > 1) return [box];
  return cutAt(box.lines.join(), width).map(textBox);
}

/**
 * Words set in lines of at most `width` columns, on one baseline within a line. A line with
 * more rows than one is set apart from its neighbours by a blank row.
 */
export function flow(words: readonly Word[], width: number): string[] {
  const lines: Box[][] = [];
  let used = 0;
  for (const box of chunks(words, width)) {
    const line = lines.at(-1);
    if (line && used + 1 + box.width <= width) {
      line.push(blankBox(1), box);
      used += 1 + box.width;
    } else {
      lines.push([box]);
      used = box.width;
    }
  }
  const boxes = lines.map(beside);
  return boxes.flatMap((box, index) => {
    const before = boxes[index - 1];
    const isTall = height(box) > 1 || (before !== undefined && height(before) > 1);
    return before && isTall ? ['', ...box.lines] : box.lines;
  });
}

/** The text's words; the first is glued to what stands before it unless a space does. */
export function wordsOf(text: string): Word[] {
  return text
    .split(/\s+/u)
    .map((word, index) => ({ box: textBox(word), glued: index === 0 }))
    .filter(({ box }) => columns(box.lines.join()) > 0);
}
