import type { References } from '../references.ts';

/** All places of a pair of neighbours joined, from the left, by way of one string. */
function joined(parts: readonly string[], first: string, second: string): string[] {
  const result: string[] = [];
  for (const part of parts) {
    if (part === second && result.at(-1) === first)
      result[result.length - 1] = `${first}${second} `;
    else result.push(part);
  }
  return result.map((part) => part.trim());
}

/** The most frequent pair of letters, by a count over the running text. */
function commonestPair(words: string[], counts: number[]): string {
  const totals = new Map<string, number>();
  words.forEach((word, i) => {
    for (let at = 1; at < word.length; at += 1) {
      const pair = `${word.charAt(at - 1)}+${word.charAt(at)}`;
      totals.set(pair, (totals.get(pair) ?? 0) + (counts[i] ?? 0));
    }
  });
  const [best, second] = [...totals].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] === second?.[1]) throw new Error(`a tie among ${words.join(' ')}`);
  return best[0];
}

/** The keys of nlp-tokenization, computed a second time. */
export const references: References = {
  'bpe-merge': ({ toy: [words], c }) => commonestPair(words, c),
  'pieces-after-replay': ({ toy: [merges, words], i }) =>
    merges
      .split(', ')
      .map((merge: string) => merge.split('+'))
      .reduce(
        (parts: string[], [first, second]: string[]) => joined(parts, first ?? '', second ?? ''),
        [...words[i - 1]],
      ).length,
  'one-merge-in-code': ({ case: [ids, pair] }) =>
    [...ids.join('').replaceAll(pair.join(''), '9')].map(Number),
  'wordpiece-score': ({ ab, xa, xb }) => ab / (ab + 5 * xa) / (ab + 4 * xb),
  'best-split': ({ k: [a, b, c], m: [ab, bc] }) =>
    Math.max(a * b * c, 100 * ab * c, 100 * a * bc) / 1e6,
  'bytes-without-merges': ({ case: [text] }) => new TextEncoder().encode(text).length,
  'bpe-vocab': ({ level, chars, k, special }) =>
    special + 500 * k + (level === 'bytes' ? 2 ** 8 : chars),
  'embed-params': ({ V, d, tied }) => (tied ? 1 : 2) * d * V,
  'share-of-the-table': () => Math.round((100 * 50257 * 768) / 124.4e6) / 100,
  'shorter-sequences': ({ pct }) => ((100 - pct) * (100 - pct)) / 10000,
  fertility: ({ W, k, ctx }) => [(k * W) / 20 / W, ctx / (k / 20)],
};
