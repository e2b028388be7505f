import type { MatchQuestion, OrderQuestion } from '../question.ts';
import { type Understood, Unreadable } from './answer.ts';
import { idIn, idsIn } from './ids.ts';
import { bounded, describe, parsed, quote, withoutInvisible } from './typed.ts';

/**
 * Reads all items in an order; one that is missing or stands twice is refused. Throws Unreadable.
 */
export function readOrder(question: OrderQuestion, input: unknown): Understood {
  const known = question.items.map((item) => item.id);
  const expected = `name every item once, such as ${known.join(' ')}`;
  const ids = idsIn(input, known, expected);
  checkComplete(ids, known, expected);
  return { answer: { kind: 'order', ids }, shown: ids.join(', '), unusual: false };
}

/**
 * Reads one partner for each item on the left: `a2 b1`, `a-2, b-1`, `a=2`, `a → 2`, or a JSON
 * object. One on the right may be taken twice, which is for the verdict. Throws Unreadable.
 */
export function readMatch(question: MatchQuestion, input: unknown): Understood {
  const left = question.left.map((item) => item.id);
  const right = question.right.map((item) => item.id);
  const example = left.map((id, i) => `${id}-${right[i] ?? right[0]}`).join(' ');
  const expected = `give each of ${left.join(', ')} a partner, such as ${example}`;
  const value = typeof input === 'string' ? parsed(bounded(input, expected)) : input;
  const pairs =
    value === null && typeof input === 'string'
      ? typedPairs(input, left, right, expected)
      : listedPairs(value, left, right, expected);
  checkComplete(
    pairs.map(([from]) => from),
    left,
    expected,
  );
  const sorted = pairs.toSorted(([a], [b]) => left.indexOf(a) - left.indexOf(b));
  const shown = sorted.map((pair) => pair.join('-')).join(', ');
  return { answer: { kind: 'match', pairs: Object.fromEntries(sorted) }, shown, unusual: false };
}

type Pair = readonly [from: string, to: string];

function typedPairs(
  typed: string,
  left: readonly string[],
  right: readonly string[],
  expected: string,
): Pair[] {
  const text = withoutInvisible(typed)
    .normalize('NFKC')
    .replace(/[−–‐‑]/g, '-');
  const link = '[).]?\\s*(?:[-=]>|→|[-=:])?\\s*';
  const end = `(?=[\\s,;]|$|${anyOf(left)})`;
  const pair = new RegExp(`[\\s,;]*(${anyOf(left)})${link}(${anyOf(right)})${end}`, 'iy');
  const pairs: Pair[] = [];
  while (pair.lastIndex < text.length) {
    const rest = text.slice(pair.lastIndex);
    const [, from, to] = pair.exec(text) ?? [];
    const ids = from && to ? ([idIn(from, left), idIn(to, right)] as const) : [];
    if (!ids[0] || !ids[1]) {
      if (/^[\s,;]*$/.test(rest)) break;
      throw new Unreadable(`${quote(rest)} is not a pair; ${expected}.`);
    }
    pairs.push([ids[0], ids[1]]);
  }
  return pairs;
}

/** Looks for the ids before it lists the keys, which takes long if there are very many. */
function listedPairs(
  value: unknown,
  left: readonly string[],
  right: readonly string[],
  expected: string,
): Pair[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable(`${describe(value)} is not a set of pairs; ${expected}.`);
  }
  const isThere = (id: string) =>
    [id, id.toLowerCase(), id.toUpperCase()].some((key) => Object.hasOwn(value, key));
  checkComplete(left.filter(isThere), left, expected);
  const pairs: Pair[] = [];
  for (const [key, partner] of Object.entries(value)) {
    const text = typeof partner === 'number' ? String(partner) : partner;
    const from = idIn(bounded(key, expected), left);
    const to = typeof text === 'string' ? idIn(bounded(text, expected), right) : undefined;
    if (!from) throw new Unreadable(`${quote(key)} is not on the left; ${expected}.`);
    if (!to) throw new Unreadable(`${describe(partner)} is not on the right; ${expected}.`);
    pairs.push([from, to]);
  }
  return pairs;
}

/** Throws Unreadable unless `ids` holds each of `known` once. */
function checkComplete(ids: readonly string[], known: readonly string[], expected: string): void {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new Unreadable(`${twice} stands there twice; ${expected}.`);
  const missing = known.filter((id) => !ids.includes(id));
  if (missing.length > 0) {
    throw new Unreadable(
      `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing; ${expected}.`,
    );
  }
}

/** An alternative of ids, the longest first, each ending where its word or number does. */
function anyOf(ids: readonly string[]): string {
  return ids
    .toSorted((a, b) => b.length - a.length)
    .map((id) => `${id.replace(/[^\p{L}\p{N}]/gu, '\\$&')}${/\d$/.test(id) ? '(?!\\d)' : ''}`)
    .join('|');
}
