import { expect, test } from 'vitest';
import type { Pick } from '../../../src/domain/quiz/pick.ts';
import { advance, queueOf, wouldReturn } from '../../../src/domain/quiz/queue.ts';
import { variantSeed } from '../../../src/domain/quiz/variant.ts';

const pick = (ref: string): Pick => ({
  ref,
  topic: 't',
  concept: ref,
  reason: { kind: 'new', recall: null, daysAway: null },
});

/** Asks a queue to its end; questions in `wrong` are missed each time they come. */
function ask(refs: string[], wrong: string[]): string[] {
  let queue = queueOf(refs.map(pick));
  const asked: string[] = [];
  for (let first = queue.picks[0]; first; first = queue.picks[0]) {
    asked.push(first.reason.kind === 'again' ? `${first.ref}'` : first.ref);
    queue = advance(queue, wrong.includes(first.ref) && wouldReturn(queue));
  }
  return asked;
}

test.each([
  ['nothing wrong', ['a', 'b', 'c'], [], ['a', 'b', 'c']],
  ['a wrong one returns at the end, twice at most', ['a', 'b'], ['a'], ['a', 'b', "a'", "a'"]],
  [
    'wrong ones keep their order',
    ['a', 'b', 'c'],
    ['a', 'c'],
    ['a', 'b', 'c', "a'", "c'", "a'", "c'"],
  ],
])('%s', (_, refs, wrong, order) => {
  expect(ask(refs, wrong)).toEqual(order);
});

test('the seed of a variant is a whole number of 32 bits, another for each showing', () => {
  const seeds = [0, 1, 2, 3].flatMap((session) =>
    ['a/q/x', 'a/q/y'].flatMap((ref) => [0, 1, 2].map((times) => variantSeed(session, ref, times))),
  );
  expect(new Set(seeds).size).toBe(seeds.length);
  for (const seed of seeds)
    expect(seed >= 0 && seed < 2 ** 32 && Number.isInteger(seed)).toBe(true);
  expect(variantSeed(7, 'a/q/x', 1)).toBe(variantSeed(7, 'a/q/x', 1));
});
