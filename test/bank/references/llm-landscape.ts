import type { References } from '../references.ts';

/** The keys of llm-landscape, computed a second time. */
export const references: References = {
  'exact-match-growth': ({ p, q, n }) => Math.exp(n * (Math.log(q) - Math.log(p))),
  'zero-score': ({ p, n, m }) => {
    let right = 1;
    for (let i = 0; i < n; i += 1) right *= p;
    return Math.exp(m * Math.log1p(-right));
  },
  'source-epochs': ({ d, n, w }) => (d * w) / (100 * n),
  'answer-or-abstain': ({ c }) => 1 - 1 / (1 + c),
  'false-flags': ({ m, a, n, b }) => (n * b) / 100 / n / ((m * a) / 100 / m),
  energy: ({ g, k, h, u }) => g * (k * u) * h,
  'serving-overtakes': ({ m, w, q }) => (m * 1e6) / (w * q * 1e6),
  'minority-accuracy': ({ s, a, b }) => {
    const reported = Number((s * a + (1 - s) * b).toFixed(4));
    return (reported - s * a) / (1 - s);
  },
  'tokens-per-parameter': ({ model }) => (model[2] * 1e9) / (model[1] * 1e9),
};
