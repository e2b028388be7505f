import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);

/** Subtracts the mean and divides by the root of mean square minus squared mean. */
const normalise = (x: number[]): number[] => {
  const mean = total(x) / x.length;
  const square = total(x.map((v) => v * v)) / x.length;
  return x.map((v) => (v - mean) / Math.sqrt(square - mean * mean));
};

/** Weights of a linear layer. */
const layer = (from: number, to: number): number => from * to;

/** Four matrices as wide as the model. */
const attention = (d: number): number => total([1, 2, 3, 4].map(() => layer(d, d)));

const network = (d: number, hidden: number): number => layer(d, hidden) + layer(hidden, d);

/** The keys of tf-block, computed a second time. */
export const references: References = {
  'residual-sum': ({ x, a, f }) => x.map((v: number, i: number) => v + a[i] + f[i]),
  'residual-slope': ({ n, w }) => {
    let out = 1;
    for (let i = 0; i < n; i += 1) out += w * out;
    return out;
  },
  layernorm: ({ b, m, c }) => normalise(b.map((v: number) => c + m * v)),
  'norm-statistics': ({ b, t, d }) => (b * t * d) / d,
  'norm-bound': ({ r }) => {
    const n = r * r + 1;
    return normalise(Array.from({ length: n }, (_, i) => (i === 0 ? 1000 : 1)))[0] ?? 0;
  },
  'stream-variance': ({ n, v }) => {
    let variance = 1;
    for (let i = 0; i < n; i += 1) variance += v + v;
    return variance;
  },
  'ffn-params': ({ d }) => [network(d, 4 * d), (d + 1) * 4 * d + (4 * d + 1) * d],
  'hidden-shape': ({ b, t, d }) => [b, t, d * 4],
  'network-share': ({ r, d }) => 1 - attention(d) / (attention(d) + network(d, r * d)),
  'block-params': ({ d }) => attention(d) + network(d, 4 * d),
  'depth-from-count': ({ n, d }) => {
    const millions = Number(((n * (attention(d) + network(d, 4 * d))) / 1e6).toPrecision(4));
    return Math.round((millions * 1e6) / (attention(d) + network(d, 4 * d)));
  },
  'seq2seq-decoder-block': ({ n, d }) => n * (3 * attention(d) + 2 * network(d, 4 * d)),
  'sublayer-count': ({ n, m }) => {
    const encoder = ['attention', 'network'];
    const decoder = ['attention', 'attention', 'network'];
    const all = [...Array(n).fill(encoder), ...Array(m).fill(decoder)].flat();
    return [all.filter((part) => part === 'attention').length, all.length];
  },
  'smoothed-target': ({ v, k }) => {
    const target = Array.from({ length: v }, (_, i) => (1 - k) * (i === 0 ? 1 : 0) + k / v);
    return [target[0] ?? 0, target[1] ?? 0];
  },
};
