import type { Item, MatchQuestion, OrderQuestion } from '../question.ts';
import type { Text } from '../template.ts';
import { type Attempt, Discarded } from './attempt.ts';
import { shuffled } from './draws.ts';
import { checkApart, letter } from './options.ts';

/** Items shown in an order that is not right, and the right one. Throws Discarded. */
export function drawOrder(
  groups: readonly (readonly Text[])[],
  attempt: Attempt,
): Pick<OrderQuestion, 'items' | 'answer'> {
  const filled = groups.flatMap((texts, group) =>
    texts.map((text, i) => {
      const place = texts.length > 1 ? ['answer', group, i] : ['answer', group];
      return { group, place, text: attempt.text(text, place) };
    }),
  );
  checkApart(filled);
  if (groups.length < 2) throw new Discarded(['answer'], 'has nothing to put in order', '', true);
  let shown = shuffled(filled, attempt.random);
  while (isInOrder(shown)) shown = shuffled(filled, attempt.random);
  const items = shown.map(({ text, group }, i) => ({ id: letter(i), text, group }));
  return {
    items: items.map(({ id, text }) => ({ id, text })),
    answer: groups.map((_, group) => items.filter((item) => item.group === group).map(idOf)),
  };
}

/** Both sides shuffled, letters on the left and numbers on the right. Throws Discarded. */
export function drawMatch(
  pairs: readonly { left: Text; right: Text }[],
  extra: readonly Text[],
  attempt: Attempt,
): Pick<MatchQuestion, 'left' | 'right' | 'answer'> {
  const fill = (text: Text, place: (string | number)[]) => ({
    place,
    text: attempt.text(text, place),
  });
  const lefts = pairs.map(({ left }, i) => ({ ...fill(left, ['answer', i, 0]), pair: i }));
  const rights = [
    ...pairs.map(({ right }, i) => ({ ...fill(right, ['answer', i, 1]), pair: i })),
    ...extra.map((text, i) => ({ ...fill(text, ['extra', i]), pair: -1 })),
  ];
  checkApart(lefts);
  checkApart(rights);
  const left = shuffled(lefts, attempt.random).map((item, i) => ({ ...item, id: letter(i) }));
  const right = shuffled(rights, attempt.random).map((item, i) => ({ ...item, id: String(i + 1) }));
  const partner = (pair: number) => right.find((item) => item.pair === pair)?.id ?? '';
  return {
    left: left.map(({ id, text }) => ({ id, text })),
    right: right.map(({ id, text }) => ({ id, text })),
    answer: Object.fromEntries(left.map(({ id, pair }) => [id, partner(pair)])),
  };
}

function isInOrder(items: readonly { group: number }[]): boolean {
  return items.every((item, i) => item.group >= (items[i - 1]?.group ?? 0));
}

function idOf(item: Item): string {
  return item.id;
}
