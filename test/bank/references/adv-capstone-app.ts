import type { References } from '../references.ts';

/** The probability that a chain succeeds, step by step. */
const chain = (steps: number[]): number =>
  steps.reduce((whole, step) => whole - whole * (1 - step), 1);

/** The keys of adv-capstone-app, computed a second time. */
export const references: References = {
  'failures-allowed': ({ n, t }) => {
    let fail = 0;
    while ((n - fail - 1) * 100 >= t * n) fail += 1;
    return fail;
  },
  'cases-for-a-width': ({ w, h }) => {
    let n = 1;
    while (1.96 * Math.sqrt((w * (100 - w)) / n) > h) n += 1;
    return n;
  },
  'harmless-but-blocked': ({ h, s, f }) => 1 / (1 + (h * s) / ((100 - h) * f)),
  'time-to-last-token': ({ r, t, n, v, g }) => (r * v + t * v + n + g * v) / v,
  'monthly-bill': ({ n, a, b, x, m }) => ((30 * n * a) / 1e6) * x + ((30 * n * b) / 1e6) * x * m,
  'cheap-or-good': ({ a, s, b, g, h }) => [
    (100 * a + (100 - s) * h) / 100,
    (100 * b + (100 - s - g) * h) / 100,
  ],
  'error-budget': ({ w, k }) => chain(Array.from({ length: k }, () => w / 100)),
  'step-for-a-target': ({ w, k }) => Math.exp(Math.log(w / 100) / k),
  'silent-users': ({ n, u, d }) => [u / n, 1 - d / n],
};
