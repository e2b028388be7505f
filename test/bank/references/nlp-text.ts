import type { References } from '../references.ts';

const wordsOf = (text: string) => text.split(/\s+/);

/** How often a word stands in a text. */
const times = (text: string, word: string) =>
  wordsOf(text).reduce((total, other) => total + (other === word ? 1 : 0), 0);

/** The Levenshtein distance, straight from its recursive definition. */
function levenshtein(a: string, b: string, known = new Map<string, number>()): number {
  if (a === '' || b === '') return a.length + b.length;
  const key = `${a} ${b}`;
  const old = known.get(key);
  if (old !== undefined) return old;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const distance =
    a[0] === b[0]
      ? levenshtein(restA, restB, known)
      : 1 +
        Math.min(
          levenshtein(restA, b, known),
          levenshtein(a, restB, known),
          levenshtein(restA, restB, known),
        );
  known.set(key, distance);
  return distance;
}

/** The keys of nlp-text, computed a second time. */
export const references: References = {
  'tokens-and-types': ({ case: [text] }) => [wordsOf(text).length, new Set(wordsOf(text)).size],
  'length-after-decomposing': () => [...'caf\u00e9'.normalize('NFD')].length,
  'bow-vector': ({ s, v }) => v.map((word: string) => times(s, word)),
  'count-matrix': () => {
    const docs = ['the cat sat', 'the dog sat down', 'a cat and a dog'];
    return [docs.length, new Set(docs.flatMap(wordsOf)).size];
  },
  tfidf: ({ tf, n, df }) => tf * (Math.log(n) - Math.log(df)),
  'weights-of-three-terms': ({ n, tf, k }) =>
    tf.map((count: number, i: number) => count * Math.log2(n / 2 ** k[i])),
  jaccard: ({ a, b }) =>
    a.filter((word: string) => b.includes(word)).length / new Set([...a, ...b]).size,
  'distinct-character-n-grams': ({ case: [word, n] }) => {
    const grams = new Set<string>();
    for (let i = 0; i + n <= word.length; i += 1) grams.add(word.slice(i, i + n));
    return grams.size;
  },
  'edit-distance': ({ pair: [a, b] }) => levenshtein(a, b),
  'one-cell-of-the-table': ({ diag, du, dl, same }) =>
    [diag + du + 1, diag + dl + 1, same ? diag : diag + 1].sort((a, b) => a - b)[0] ?? Number.NaN,
  'types-in-the-tail': ({ c, k }) => {
    let types = 0;
    for (let rank = 1; rank <= c; rank += 1) if (Math.floor(c / rank) === k) types += 1;
    return types;
  },
  'zipf-frequency': ({ base, r, k }) => ((base * 1000) / r) * (r / (r * k)),
};
