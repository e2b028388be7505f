import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The keys of math-distributions, computed a second time. */
export const references: References = {
  'uniform-part': ({ a, w, c, d }) => (d - a) / w - (c - a) / w,
  expectation: ({ u, v, x }) => {
    const [first, second, third] = x;
    return (u * first + v * second + (10 - u - v) * third) / 10;
  },
  'expected-gain':
    () =>
    ({ a, b, p }) =>
      p * (a + b) - b,
  'shuffled-answers': () => {
    // The number of fixed points, averaged over all 8! orders: C(8, k) times derangements of 8 - k.
    const deranged = [1, 0];
    for (let n = 2; n <= 8; n++)
      deranged.push((n - 1) * ((deranged[n - 1] ?? 0) + (deranged[n - 2] ?? 0)));
    let choose = 1;
    let kept = 0;
    for (let k = 0; k <= 8; k++) {
      kept += k * choose * (deranged[8 - k] ?? 0);
      choose = (choose * (8 - k)) / (k + 1);
    }
    return kept / 40320;
  },
  'expected-length': ({ q }) => {
    // The sum over all steps of the chance that the text gets that far.
    let steps = 0;
    for (let alive = 1; alive > 1e-12; alive *= 1 - q) steps += alive;
    return steps;
  },
  variance: ({ u, v, x }) => {
    const p = [u / 10, v / 10, (10 - u - v) / 10];
    const mean = sum(p.map((share, i) => share * x[i]));
    return sum(p.map((share, i) => share * (x[i] - mean) ** 2));
  },
  'bernoulli-variance':
    () =>
    ({ p }) =>
      p * (1 - p) ** 2 + (1 - p) * p ** 2,
  'attention-scores': ({ r, s }) => Math.sqrt(r * r * s * s),
  'affine-moments': ({ a, b, mu, v }) => {
    // Both moments of aX + b, from those of X.
    const first = a * mu + b;
    const second = a * a * (v + mu * mu) + 2 * a * b * mu + b * b;
    return [first, second - first * first];
  },
  covariance: ({ n, x, y }) => {
    const products = sum(x.map((value: number, i: number) => value * y[i]));
    return (products - (sum(x) * sum(y)) / n) / (n - 1);
  },
  correlation: ({ sx, sy, r }) => (r * sx * sy) / Math.sqrt(sx * sx * sy * sy),
  'variance-of-a-sum': ({ sign, vx, vy, c }) => vx + sign * c + (sign * c + vy),
  'questions-on-one-passage': ({ n, v, r }) => {
    let total = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) total += i === j ? v : r * v;
    return total / (n * n);
  },
  binomial: ({ n, k, p }) => {
    // The distribution of the count, one question after another.
    let chances = [1];
    for (let i = 0; i < n; i++) {
      const before = chances;
      chances = Array.from(
        { length: before.length + 1 },
        (_, j) => (before[j] ?? 0) * (1 - p) + (before[j - 1] ?? 0) * p,
      );
    }
    return chances[k] ?? 0;
  },
  'binomial-moments': ({ n, p }) => {
    let mean = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      squares = squares + 2 * p * mean + p;
      mean += p;
    }
    return [mean, squares - mean * mean];
  },
  zscore: ({ mu, h, t }) => (mu + t * h - mu) / (2 * h),
  'share-between': ({ lo, hi }) => {
    // The area under the density by Simpson's rule.
    const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const step = (hi - lo) / 1000;
    const weights = Array.from({ length: 1001 }, (_, i) =>
      i === 0 || i === 1000 ? 1 : i % 2 === 1 ? 4 : 2,
    );
    return (sum(weights.map((weight, i) => weight * density(lo + i * step))) * step) / 3;
  },
  'difference-of-normals': ({ m1, m2, s1, s2 }) => [m1 - m2, Math.hypot(s1, s2) ** 2],
  'one-hot-covariance': ({ a, b }) => {
    const [p, q] = [a / 10, b / 10];
    return p * (1 - p) * (0 - q) + q * (0 - p) * (1 - q) + (1 - p - q) * p * q;
  },
  'inverse-cdf': ({ a, b, c, h }) => {
    const parts = [a, b, c, 20 - a - b - c];
    let left = h / 5;
    return parts.findIndex((part) => {
      left -= part;
      return left < 0;
    });
  },
  'multinomial-shape': ({ batch, k }) => [batch, k],
};
