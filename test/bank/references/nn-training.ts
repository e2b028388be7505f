import type { References } from '../references.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Mean and variance by way of the mean square. */
function moments(values: readonly number[]) {
  const mean = sum(values) / values.length;
  return { mean, variance: sum(values.map((v) => v * v)) / values.length - mean * mean };
}

const standardised = (values: readonly number[]) => {
  const { mean, variance } = moments(values);
  return values.map((value) => (value - mean) / Math.sqrt(variance));
};

/** Four numbers of a given mean, with the first three deviations from it. */
const around = (mean: number, deviations: readonly number[]) =>
  [...deviations, -sum(deviations)].map((deviation) => mean + deviation);

/** The keys of nn-training, computed a second time. */
export const references: References = {
  'init-std': ({ he, n, m }) => 1 / Math.sqrt(he === 1 ? n / 2 : (n + m) / 2),
  'signal-through-linear-layers': ({ r, f, L }) => {
    let variance = 1;
    for (let layer = 0; layer < L; layer += 1) variance *= r * r * (f / r) ** 2;
    return Math.sqrt(variance);
  },
  'batch-norm-by-hand': ({ mu, d, gamma, beta }) =>
    gamma * (standardised(around(mu, d))[0] ?? NaN) + beta,
  'layer-norm-by-hand': ({ mu, d }) => standardised(around(mu, d)),
  'shape-of-the-means': ({ which, N, T, D }) => {
    const shape = which === 3 ? [N, T, D] : [N, D];
    const averaged = which === 1 ? 0 : shape.length - 1;
    return shape.filter((_, axis) => axis !== averaged);
  },
  'dropout-scale': ({ p, x }) => {
    // the kept value v for which the mean, (1 − p)v + p · 0, is x
    const meanOfOne = 1 - p;
    return x / meanOfOne;
  },
  'noise-of-dropout': ({ p, x }) => {
    const kept = x / (1 - p);
    return Math.sqrt(p * x * x + (1 - p) * (kept - x) ** 2);
  },
  'floor-of-a-double-softmax': ({ K }) => {
    const outputs = Array.from({ length: K }, (_, i) => (i === 0 ? 1 : 0));
    return -Math.log(Math.E / sum(outputs.map((z) => Math.exp(z))));
  },
  'scale-for-a-gradient': ({ c, k }) => {
    let scale = 1;
    while (scale * c * 10 ** -k < 2 ** -14) scale *= 2;
    return scale;
  },
  'weight-that-does-not-move': () => {
    let weight = 1;
    for (let i = 0; i < 100; i += 1) weight = Math.round((weight + 0.003) * 128) / 128;
    return weight;
  },
  'size-of-a-checkpoint': ({ n }) => (n * 1e6 * (4 + 4 + 4)) / 1e9,
};
