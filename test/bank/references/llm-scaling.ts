import type { References } from '../references.ts';

const forward = (billions: number): number => 2 * billions * 1e9;
const training = (billions: number, tokens: number): number => 3 * forward(billions) * tokens;

/** The keys of llm-scaling, computed a second time. */
export const references: References = {
  'train-flops': ({ n, d }) => training(n, d * 1e12),
  'chinchilla-tokens': ({ n }) => (1.4e12 / 70e9) * n,
  'chinchilla-n': ({ k }) => {
    const budget = training(k, 20 * k * 1e9);
    let low = 0;
    let high = 1000;
    for (let i = 0; i < 100; i += 1) {
      const middle = (low + high) / 2;
      if (training(middle, 20 * middle * 1e9) < budget) low = middle;
      else high = middle;
    }
    return low;
  },
  'budget-grows': ({ k }) => [Math.sqrt(k * k), Math.sqrt(k * k)],
  'power-law': ({ fl, a, k, n }) => fl + a * Math.exp(-k * Math.log(n * 1e9)),
  'slope-from-two-runs': ({ r, b, f }) => {
    const second = Math.round(r * Math.exp(-b * Math.log(f)) * 1000) / 1000;
    return (Math.log(r) - Math.log(second)) / Math.log(f);
  },
  'factor-to-halve': ({ b, g }) => Math.exp(Math.log(g) / b),
  utilisation: ({ n, g, p, u }) => {
    const thousands = Math.round((u * g * p) / (6 * n));
    return training(n, thousands * 1e3) / (g * p * 1e12);
  },
  'train-days': ({ n, d, g, p, u }) => training(n, d * 1e9) / (g * p * 1e12) / u / 3600 / 24,
  'cost-of-a-run': ({ m, x, v, h }) => (m * 10 ** (x - 12) * h) / v / 3600,
  'best-of-the-curve': ({ s, j, q }) => q * s * 2 ** (j - 1),
  'break-even': ({ c, r }) => {
    const [large, small] = c;
    const extra = training(small, r * small * 1e9) - training(large, 20 * large * 1e9);
    return extra / (forward(large) - forward(small)) / 1e9;
  },
  'passes-needed': ({ n, u }) => (20 * n) / u,
};
