import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The least whole number for which a condition that stays true holds. */
function least(holds: (n: number) => boolean): number {
  let n = 1;
  while (!holds(n)) n++;
  return n;
}

/** The place of the smallest value of a function with one valley, by ternary search. */
function valley(of: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const third = (high - low) / 3;
    if (of(low + third) < of(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

/** The keys of math-statistics, computed a second time. */
export const references: References = {
  'score-on-two': ({ t }) => {
    const wrong = 100 - 20 * t + t * t;
    const right = t * t;
    return [wrong / 100, (100 - wrong - right) / 100, right / 100];
  },
  'std-error': ({ s, r }) => Math.sqrt((s * s) / (r * r)),
  'error-of-a-share':
    () =>
    ({ p, n }) =>
      Math.sqrt(p - p * p) / Math.sqrt(n),
  'more-questions': ({ n, w, k }) => {
    const spread = w * Math.sqrt(n);
    return Math.round((spread / (w / k)) ** 2);
  },
  'paired-difference': ({ n, a, b, c }) => {
    const differences = [
      ...Array<number>(b).fill(1),
      ...Array<number>(c).fill(-1),
      ...Array<number>(n - b - c).fill(0),
    ];
    const mean = (a + b) / n - (a + c) / n;
    return Math.sqrt(sum(differences.map((d) => (d - mean) ** 2)) / n / n);
  },
  'ci-proportion': ({ h, n }) => (1.96 * Math.sqrt(h * (100 - h))) / (100 * Math.sqrt(n)),
  'interval-for-a-mean': ({ m, s, r }) => [-1, 1].map((side) => m + (side * 1.96 * s) / r),
  'sample-for-a-margin': ({ w, h }) =>
    least((n) => 1.96 * Math.sqrt(h * (100 - h)) <= w * Math.sqrt(n) * (1 + 1e-9)),
  'z-test': ({ mu, g, s, r }) => ((mu + g - mu) / s) * r,
  'sign-test': ({ n, m }) => {
    // All patterns of wins and losses, counted one by one.
    let extreme = 0;
    for (let pattern = 0; pattern < 2 ** n; pattern++) {
      const losses = pattern.toString(2).replaceAll('0', '').length;
      if (losses <= m) extreme++;
    }
    return extreme / 2 ** n;
  },
  'many-tests': ({ m, a }) => {
    let alarm = 0;
    for (let i = 0; i < m; i++) alarm += (1 - alarm) * a;
    return alarm;
  },
  'useless-among-significant': ({ t, power, a }) => 1 / (1 + (t * power) / ((200 - t) * a)),
  'posterior-mean': ({ n, k }) => {
    // Posterior weights on a fine grid of chances.
    const grid = Array.from({ length: 20000 }, (_, i) => (i + 0.5) / 20000);
    const weights = grid.map((p) => p ** k * (1 - p) ** (n - k));
    return sum(weights.map((weight, i) => weight * (grid[i] ?? 0))) / sum(weights);
  },
  'hoeffding-n': ({ eps, delta }) => least((n) => 2 * Math.exp(-2 * n * eps * eps) <= delta),
  'hoeffding-bound': ({ n, eps }) => 2 / Math.exp(eps * eps) ** (2 * n),
  'bound-for-many-models':
    () =>
    ({ M, n, g }) =>
      M * 2 * Math.exp(-g * g) ** (2 * n),
  'best-constants': ({ x, big }) => {
    const targets = [...x, big];
    const squared = (c: number) => sum(targets.map((t) => (t - c) ** 2));
    const absolute = (c: number) => sum(targets.map((t) => Math.abs(t - c)));
    return [valley(squared, 0, 60), valley(absolute, 0, 60)];
  },
};
