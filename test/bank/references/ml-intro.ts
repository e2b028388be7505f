import type { References } from '../references.ts';

type Point = [number, number];
const squared = (p: Point, q: Point) => Math.hypot(p[0] - q[0], p[1] - q[1]) ** 2;

/** The keys of ml-intro, computed a second time. */
export const references: References = {
  'empirical-risk': ({ y, p }) =>
    y.filter((label: number, i: number) => label !== p[i]).length / y.length,
  'next-token-pairs': ({ docs, n }) => docs * n - docs,
  'shifted-targets': ({ t }) => t.slice(1),
  'design-matrix': ({ N, c }) => [N, c],
  'split-counts': ({ N, f }) => f.map((share: number) => (N / 20) * (share / 5)),
  'luck-of-the-best': ({ m, pct }) => {
    let lucky = 0;
    for (let i = 0; i < m; i += 1) lucky += (1 - lucky) * (pct / 100);
    return lucky;
  },
  'patient-in-both-parts': ({ k, pct }) => {
    // over all ways to send k scans to the two sets
    let sum = 0;
    for (let ways = 1; ways < 2 ** k - 1; ways += 1) {
      let probability = 1;
      for (let scan = 0; scan < k; scan += 1) {
        probability *= (ways >> scan) & 1 ? pct / 100 : 1 - pct / 100;
      }
      sum += probability;
    }
    return sum;
  },
  'twins-in-the-test': ({ pct, K }) => (pct * K + (100 - pct)) / (100 * K),
  'steps-per-epoch': ({ N, B, E }) => {
    let steps = 0;
    for (let epoch = 0; epoch < E; epoch += 1) {
      for (let from = 0; from < N; from += B) steps += 1;
    }
    return steps;
  },
  'last-batch': ({ N, B, d }) => {
    let left = N;
    while (left > B) left -= B;
    return [left, d];
  },
  'epochs-of-a-run': ({ B, L, m, times }) => {
    const [corpus, steps] = [B * L * m, m * times];
    let [seen, epochs] = [steps * B * L, 0];
    for (; seen >= corpus; seen -= corpus) epochs += 1;
    return epochs + seen / corpus;
  },
  'nearest-mean': ({ a, b, c, x }) => Math.min(squared(a, x), squared(b, x), squared(c, x)),
  'stop-or-go-on': ({ stop, cost, win, p10, q10 }) =>
    ((10 - p10) * 10 * stop + p10 * q10 * (win - cost) + p10 * (10 - q10) * -cost) / 100,
};
