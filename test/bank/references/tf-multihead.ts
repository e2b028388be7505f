import type { References } from '../references.ts';

/** Multiplications and additions of a product of shapes (a, b) and (b, c). */
const product = (a: number, b: number, c: number): number => 2 * a * b * c;

const sum = (list: number[]): number => list.reduce((total, x) => total + x, 0);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** The keys of tf-multihead, computed a second time. */
export const references: References = {
  'head-dim': ({ k, h }) => (k * h) / h,
  'scores-shape': ({ b, n, h }) => [b, h, n, n],
  'mha-params': ({ h, k }) => {
    const weights = h * 3 * (h * k) * k + h * k * (h * k);
    return [weights, weights + 3 * h * k + h * k];
  },
  'grouped-params': ({ h, k, g }) => h * k * (h * k + g * k + g * k + h * k),
  'causal-count': ({ n }) => sum(upTo(n)),
  'causal-weights': () => upTo(3).map((i) => upTo(3).map((j) => (j <= i ? 1 / i : 0))),
  'mask-with-zero': ({ s }) => 1 / (1 + Math.E ** s[0] + Math.E ** s[1]),
  'useful-scores': ({ l }) => sum(l.map((x: number) => (x / Math.max(...l)) ** 2)) / 3,
  'score-memory': ({ b, h, n, bits }) => (((n * n) / 1024) * b * h * (bits / 8)) / 1024,
  'longer-input': ({ t, n, k }) => (t / n ** 2) * (k * n) ** 2,
  'linear-state-shape': ({ m, v }) => [m, v],
  'order-of-products': ({ i, j }) => {
    const [n, d] = [2 ** (11 + i), 2 ** (5 + j)];
    return (product(n, d, n) + product(n, n, d)) / (product(d, n, d) + product(n, d, d));
  },
  'window-count': ({ n, w }) => sum(upTo(n).map((i) => Math.min(i, w))),
  'attn-flops': ({ n, d }) => 4 * product(n, d, d) + product(n, d, n) + product(n, n, d),
  'attn-crossover': ({ d }) => (8 * d * d) / (4 * d),
  'growth-past-crossover': ({ k }) => {
    const [d, n] = [64, 128];
    const cost = (length: number): number => 8 * length * d ** 2 + 4 * length ** 2 * d;
    return cost(k * n) / cost(n);
  },
  'grouped-flops':
    () =>
    ({ n, d }) =>
      2 * product(n, d, d) + 2 * product(n, d, d / 4) + product(n, d, n) + product(n, n, d),
  'induction-position': ({ w, p }) => {
    const text = [...w, w[p - 1]];
    return text.indexOf(text.at(-1)) + 2;
  },
};
