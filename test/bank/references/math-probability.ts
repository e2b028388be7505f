import type { References } from '../references.ts';

/** The keys of math-probability, computed a second time. */
export const references: References = {
  union: ({ f, g, both }) => 1 - (100 - f - (g - both)) / 100,
  'cond-table': ({ a, b, c, d }) => {
    const all = a + b + c + d;
    return a / all / ((a + c) / all);
  },
  'both-given-one': ({ t }) => (t * t) / (100 - (10 - t) ** 2),
  'at-least-one': ({ t, n }) => {
    let none = 1;
    for (let i = 0; i < n; i++) none *= (20 - t) / 20;
    return 1 - none;
  },
  'total-prob': ({ u, v, rates }) => (u * rates[0] + v * rates[1] + (10 - u - v) * rates[2]) / 10,
  'marginal-of-columns': ({ a, b, c, d, g }) => {
    const right = (a + d) / 100;
    const wrong = (b + g) / 100;
    const last = (c + (100 - a - b - c - d - g)) / 100;
    return [right, wrong, last];
  },
  bayes: ({ q, s, f }) => 1 / (1 + (f * (100 - q)) / (s * q)),
  'several-alarms': ({ n, r, k }) => {
    let odds = 1 / n;
    for (let i = 0; i < k; i++) odds *= r;
    return odds / (1 + odds);
  },
  'hidden-coin': ({ m, k }) => {
    // Heads k + 1 times over heads k times, each over all coins of the bag.
    const heads = (times: number) => 1 + m * 0.5 ** times;
    return heads(k + 1) / heads(k);
  },
  'missing-factor': ({ a, b, c }) => (a * b * c) / (a * b * 100),
  'all-different': ({ m, k }) => {
    let ways = 1;
    for (let i = 0; i < k; i++) ways *= m - i;
    return ways / m ** k;
  },
  combinations: ({ n, k }) => {
    // Pascal's triangle, row by row.
    let row = [1];
    for (let i = 0; i < n; i++) row = [1, ...row.slice(1).map((x, j) => x + (row[j] ?? 0)), 1];
    return row[k] ?? 0;
  },
  'texts-of-n-tokens':
    () =>
    ({ V, n }) =>
      Math.exp(n * Math.log(V)),
  'pass-at-k': ({ n, c, k }) => {
    let none = 1;
    for (let i = 0; i < k; i++) none *= (n - c - i) / (n - i);
    return 1 - none;
  },
};
