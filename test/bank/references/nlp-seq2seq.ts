import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);
const product = (list: number[]): number => list.reduce((all, x) => all * x, 1);
const columns = (rows: number[][]): number[][] =>
  (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? Number.NaN));

/** The mean of the rows in shares as given. */
const mixed = (shares: number[], rows: number[][]): number[] =>
  columns(rows).map((column) => total(column.map((x, i) => x * (shares[i] ?? 0))) / total(shares));

const hyperbolic = (x: number): number => 1 - 2 / (Math.exp(2 * x) + 1);

/** How many words of the candidate the reference covers, each used up once. */
const covered = (candidate: string[], reference: string[]): number => {
  const left = [...reference];
  return candidate.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
};

const brevity = (candidate: number, reference: number): number =>
  Math.min(1, Math.exp((candidate - reference) / candidate));

/** The keys of nlp-seq2seq, computed a second time. */
export const references: References = {
  'steps-of-both': ({ n, m }) => [n, [...Array(m).keys(), 'end'].length],
  'numbers-to-read': ({ h, n }) => [h, total(Array(n).fill(h))],
  'no-slip': ({ s, n }) => product(Array(n).fill((100 - s) / 100)),
  'toy-tree': ({ p, a, c }) => Math.max(p * a, (1 - p) * c),
  candidates: ({ b, v }) => total(Array(b).fill(v)),
  'beam-score': ({ a, b, c, alpha }) => {
    // α = 1 compares geometric means, α = 1/2 their powers with the root of the length
    const scores = [a, b, c].map((list) => product(list) ** (1 / list.length ** alpha));
    return `output ${'ABC'[scores.indexOf(Math.max(...scores))]}`;
  },
  'normalised-score': ({ l, s, alpha }) => -s * Math.exp(-alpha * Math.log(l)),
  'even-alpha': ({ m, n, s, t }) => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 60; i += 1) {
      const middle = (low + high) / 2;
      if (s / m ** middle < t / n ** middle) low = middle;
      else high = middle;
    }
    return low;
  },
  'bleu-precision': ({ w, long, k, j, u }) => {
    const reference = long
      ? ['the', w[0], 'and', 'the', w[1], 'saw', 'the', w[2]]
      : ['the', w[0], 'saw', 'the', w[1], 'here'];
    const candidate = [...Array(k).fill('the'), ...w.slice(0, j), ...w.slice(3, 3 + u)];
    return [
      covered(candidate, reference) / candidate.length,
      brevity(candidate.length, reference.length),
    ];
  },
  'bleu-mean': ({ p1, p2, p3, p4, c, g }) =>
    brevity(c, c + g) * Math.exp(total([p1, p2, p3, p4].map(Math.log)) / 4),
  'context-vector': ({ a, H }) => mixed(a, H),
  'weight-of-first': ({ s, H }) => {
    const scores = H.map((h: number[]) => total(h.map((x, i) => x * s[i])));
    return 1 / total(scores.map((x: number) => Math.exp(x - scores[0])));
  },
  'additive-score': ({ v, a, b }) =>
    total(v.map((x: number, i: number) => x * hyperbolic(a[i] + b[i]))),
  'additive-params': ({ a, n }) => a * (n + 2 * n + 1),
  'slope-of-score':
    () =>
    ({ v, w, s, u, h }) =>
      (v * u) / Math.cosh(w * s + u * h) ** 2,
  'alignment-shape': ({ s, t, b }) => [b, t, s],
};
