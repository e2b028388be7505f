import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);

/** The keys of llm-evaluation, computed a second time. */
export const references: References = {
  'perplexity-of-tokens': ({ p }) => {
    const product = p.reduce((all: number, x: number) => all * x, 1);
    return product ** (-1 / p.length);
  },
  'bits-per-byte': ({ ppl, n }) => -Math.log2(ppl ** (-n / 100)) / 10,
  'bench-se': ({ acc, n }) => {
    // The standard deviation of the items, from counts, over the root of their number.
    const mean = acc / 100;
    const variance = mean * (1 - mean) ** 2 + (1 - mean) * mean ** 2;
    return Math.sqrt(variance) / Math.sqrt(n);
  },
  'items-needed': ({ acc, h }) => {
    let n = 1;
    while (196 * Math.sqrt(((acc / 100) * (1 - acc / 100)) / n) > h) n += 1;
    return n;
  },
  'discordant-items': ({ b, c }) => Math.sqrt((b - c) ** 2 / (b + c)),
  'pass-at-k': ({ n, c, k }) => {
    let allFail = 1;
    for (let i = 0; i < k; i += 1) allFail *= (n - c - i) / (n - i);
    return 1 - allFail;
  },
  elo: ({ g }) => {
    const odds = 10 ** ((10 * g) / 400);
    return odds / (1 + odds);
  },
  'wins-and-ties': ({ w, t, l }) => (2 * w + t) / (2 * (w + t + l)),
  kappa: ({ x, y }) => 1 - (100 - x) / (100 - y),
  'kappa-of-counts': ({ a, b, c }) => {
    const d = 100 - a - b - c;
    // For two classes: 2(ad − bc) over the sum of the products of unlike totals.
    return (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));
  },
  'calibration-gap': ({ n, shift }) =>
    total(n.map((count: number, i: number) => (count / 100) * Math.abs(shift[i] / 100))),
};
