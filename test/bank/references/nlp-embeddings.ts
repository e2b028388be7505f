import type { References } from '../references.ts';

const times = (a: number[], b: number[]): number =>
  a.reduce((total, x, i) => total + x * (b[i] ?? 0), 0);

const mean = (list: number[]): number => list.reduce((total, x) => total + x, 0) / list.length;

/** ln(1 + e^x), which is -ln sigmoid(-x). */
const softplus = (x: number): number => Math.log1p(Math.exp(x));

const cosine = (a: number[], b: number[]): number =>
  times(a, b) / Math.hypot(...a) / Math.hypot(...b);

/** The keys of nlp-embeddings, computed a second time. */
export const references: References = {
  'looked-up-shape': ({ B, T, d }) => [...[B, T], d],
  'one-hot-picks': ({ E, i }) => E[i - 1],
  'skipgram-pairs': ({ n, w }) => {
    let pairs = 0;
    for (let centre = 0; centre < n; centre += 1)
      for (let context = 0; context < n; context += 1)
        if (centre !== context && Math.abs(centre - context) <= w) pairs += 1;
    return pairs;
  },
  'context-probability': ({ v, U }) => {
    const [first, ...others] = U.map((u: number[]) => times(u, v));
    return 1 / (1 + others.reduce((total: number, s: number) => total + Math.exp(s - first), 0));
  },
  'cbow-input': ({ C }) => [0, 1].map((c) => mean([0, 1, 3, 4].map((word) => C[word][c]))),
  'sgns-loss': ({ h, g }) => softplus(-h / 2) + softplus(g[0] / 2) + softplus(g[1] / 2),
  'slope-of-a-negative':
    () =>
    ({ x }) =>
      (softplus(x + 1e-5) - softplus(x - 1e-5)) / 2e-5,
  'best-dot-product': ({ n, a, b, k }) =>
    Math.log(n / 1e4) - Math.log(a / 1e4) - Math.log(b / 1e4) - Math.log(k),
  'one-term-of-glove': ({ X, d, b, c }) =>
    Math.min(1, (X / 100) ** 0.75) * ((d + b + c) / 10 - Math.log(X)) ** 2,
  'count-the-n-grams': ({ word: [word], m }) => {
    const marked = `<${word}>`;
    const pieces = new Set<string>();
    for (let n = 3; n <= m; n += 1)
      for (let from = 0; from + n <= marked.length; from += 1)
        pieces.add(marked.slice(from, from + n));
    return pieces.size;
  },
  analogy: ({ a, d, g, off, k }) => {
    const along = (f: (i: number) => number): number[] => [f(0), f(1)];
    const target = along((i) => a[i] + d[i] + g[i]);
    const words = [
      along((i) => k * (target[i] ?? Number.NaN) + off[i]),
      along((i) => 2 * a[i] + d[i] + g[i]),
      along((i) => a[i] + g[i] - d[i]),
      along((i) => a[i] + d[i] - g[i]),
    ];
    const [best] = words.sort((x, y) => cosine(y, target) - cosine(x, target));
    return `the word at $(${best?.join(', ')})$`;
  },
  'analogy-point': ({ A, B, C }) => C.map((x: number, i: number) => x + (B[i] - A[i])),
  'cosine-of-two': ({ a, b }) => cosine(a, b),
  'lean-of-a-word': ({ x, y }) => mean(x.map((n: number, i: number) => (n - y[i]) / 100)),
};
