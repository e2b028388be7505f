import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** One probability of softmax as one over the sum of the ratios to it. */
const share = (z: number[], at: number) =>
  1 / sum(z.map((logit) => Math.exp(logit - (z[at] ?? Number.NaN))));

/** The entry at `at` raised by a small step, the others as they are. */
const nudged = (z: number[], at: number, by: number) => z.map((x, i) => (i === at ? x + by : x));

/** The gradient by central differences, for the logits that give the probabilities `p` at `t`. */
function gradient(p: number[], y: number, t: number): number[] {
  const z = p.map((chance) => t * Math.log(chance));
  const loss = (logits: number[]) =>
    -Math.log(
      share(
        logits.map((x) => x / t),
        y - 1,
      ),
    );
  const step = 1e-5;
  return z.map((_, i) => (loss(nudged(z, i, step)) - loss(nudged(z, i, -step))) / (2 * step));
}

/** The place of the largest value of a smooth function with one peak, by ternary search. */
function peak(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const third = (high - low) / 3;
    if (of(low + third) < of(high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

/** The keys of math-likelihood, computed a second time. */
export const references: References = {
  'likelihood-ratio': ({ n, k, a, b }) => {
    const log = (theta: number) => k * Math.log(theta) + (n - k) * Math.log(1 - theta);
    return Math.exp(log(a) - log(b));
  },
  'likelihood-of-four':
    () =>
    ({ t }) =>
      t ** 3 - t ** 4,
  'mle-bernoulli': ({ n, k }) =>
    peak((theta) => k * Math.log(theta) + (n - k) * Math.log(1 - theta), 1e-9, 1 - 1e-9),
  'mle-gaussian': ({ n, x }) => {
    const mean = sum(x) / n;
    return [mean, sum(x.map((value: number) => value * value)) / n - mean * mean];
  },
  'mle-rate':
    () =>
    ({ n, s }) =>
      1 / (s / n),
  'mle-range': ({ x }) => [...x].sort((a: number, b: number) => b - a)[0],
  'text-log-probability': ({ p }) => Math.log(p[0] * p[1] * p[2]),
  'log-odds': ({ h }) => Math.log(h) - Math.log(100 - h),
  'two-logits':
    () =>
    ({ a, b }) =>
      Math.exp(a) / (Math.exp(a) + Math.exp(b)),
  softmax3: ({ z, j }) => share(z, j - 1),
  'softmax-of-logarithms': ({ n }) => {
    const z = n.map((x: number) => Math.log(x));
    return z.map((_: number, i: number) => share(z, i));
  },
  'normalised-rows': ({ n, m, case: drawn }) => {
    // A trailing axis of the sum must be 1 or as long as that of Z.
    const [said] = drawn;
    const trailing = said === 'axis=0' ? m : said.includes('keepdims') ? 1 : n;
    return trailing === 1 || trailing === m ? [n, m] : 'undefined';
  },
  'softmax-temp': ({ z, t, j }) =>
    share(
      z.map((logit: number) => logit / t),
      j - 1,
    ),
  'ratio-at-a-temperature': ({ r, t }) => Math.exp(Math.log(r) / t),
  'temperature-for-a-share': ({ gap, p }) => {
    // The share falls as the temperature rises: halve the interval.
    let [low, high] = [1e-3, 1e3];
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2;
      if (share([gap / middle, 0], 0) > p) low = middle;
      else high = middle;
    }
    return low;
  },
  'entropy-bits': ({ p }) =>
    sum(p.filter((x: number) => x > 0).map((x: number) => (x * Math.log(1 / x)) / Math.LN2)),
  'bits-of-a-code': ({ b, n }) => Math.log2((2 ** b) ** n),
  'cross-entropy': ({ h }) => Math.log(100 / h),
  'loss-from-logits': ({ z, y }) =>
    Math.log(sum(z.map((logit: number) => Math.exp(logit - z[y - 1])))),
  'loss-of-the-untrained': ({ v }) => -Math.log(1 / v),
  'soft-targets': ({ a, b, u, v }) => {
    const p = [a, b, 10 - a - b];
    const q = [u, v, 10 - u - v];
    return Math.log(10) - sum(p.map((weight, i) => weight * Math.log(q[i] ?? Number.NaN))) / 10;
  },
  kl: ({ a, b }) => {
    const [p, q] = [a / 10, b / 10];
    const cross = -p * Math.log(q) - (1 - p) * Math.log(1 - q);
    const own = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    return cross - own;
  },
  'excess-loss': ({ h, x }) => (h + x) / 100 - h / 100,
  'softmax-grad': ({ a, b, y }) => gradient([a / 20, b / 20, (20 - a - b) / 20], y, 1),
  'sigmoid-loss-slope':
    () =>
    ({ z }) =>
      -1 / (1 + Math.exp(z)),
  'gradient-at-a-temperature': ({ a, b, y, t }) =>
    gradient([a / 10, b / 10, (10 - a - b) / 10], y, t),
  logsumexp: ({ m, below }) => m + Math.log(sum(below.map((x: number) => Math.exp(x)))),
  'equal-logits':
    () =>
    ({ n, c }) =>
      Math.log(n * Math.exp(c)),
};
