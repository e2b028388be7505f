import type { References } from '../references.ts';

/** Where descent on a function of known slope arrives after so many steps. */
function descend(slope: (x: number) => number, from: number, rate: number, steps: number): number {
  let x = from;
  for (let i = 0; i < steps; i += 1) x -= rate * slope(x);
  return x;
}

const FATES = {
  steady: 'It moves steadily towards 0',
  closer: 'It swings and comes closer to 0',
  same: 'It swings and stays as far from 0',
  away: 'It swings and moves away from 0',
};

/** The keys of math-gradient-descent, computed a second time. */
export const references: References = {
  // (1 - 2 eta c) x + 2 eta c m
  'gd-step': ({ c, m, eta, x }) => m + (x - m) * (1 - 2 * eta * c),
  'gd-step-in-the-plane': ({ a, b, x, y, eta }) => [
    descend((s) => 2 * a * s, x, eta, 1),
    descend((t) => 2 * b * t, y, eta, 1),
  ],
  'loop-in-python': () => descend((x) => 2 * x, 8, 0.25, 3),
  'step-as-a-formula':
    () =>
    ({ x }) =>
      x - 0.2 * x ** 3 + 0.05,
  'gradients-not-reset': () => {
    let w = 1;
    let kept = 0;
    for (let i = 0; i < 2; i += 1) {
      kept += 2 * w;
      w -= 0.1 * kept;
    }
    return w;
  },
  'gd-k-steps': ({ x, eta, c, k }) => descend((at) => c * at, x, eta, k),
  'rate-from-the-iterates': () => (10 - 8) / (2 * 10),
  'steps-to-one-percent': () => {
    let steps = 0;
    for (let x = 1; x > 0.01; x -= 0.05 * 2 * x) steps += 1;
    return steps;
  },
  'best-rate-of-a-valley': () => {
    const rates = Array.from({ length: 80_001 }, (_, i) => i / 1e6);
    const worst = rates.map((rate) => Math.max(Math.abs(1 - rate), Math.abs(1 - 25 * rate)));
    const least = worst.reduce((low, value) => Math.min(low, value));
    return rates[worst.indexOf(least)] ?? 0;
  },
  // the parabola with the greatest curvature allowed
  'guaranteed-descent': () => {
    const f = (d: number) => 4 * d + (10 / 2) * d * d;
    return f(0) - f(-0.1 * 4);
  },
  'gd-max-lr': ({ k }) => 1 / k,
  'four-fates': ({ c, eta }) => {
    const once = descend((x) => c * x, 1, eta, 1);
    if (once > 0) return FATES.steady;
    if (Math.abs(once + 1) < 1e-9) return FATES.same;
    return once > -1 ? FATES.closer : FATES.away;
  },
  'three-diverging-steps': () => 3 * descend((x) => 6 * x, 1, 0.5, 3) ** 2,
  'edge-of-convexity': () => Math.sqrt(48 / 12),
  'above-its-tangent': () => 5 + (4 - 2) * -3,
  'deepest-of-two': () => {
    const f = (x: number) => 3 * x ** 4 - 4 * x ** 3 - 12 * x ** 2;
    return [-1, 0, 2].reduce((best, x) => (f(x) < f(best) ? x : best));
  },
  'where-descent-ends': () =>
    Math.round(descend((x) => x * (x - 3) * (x + 2), -0.5, 0.01, 5000) * 1e6) / 1e6,
  'batch-noise': ({ s, b, k }) => Math.sqrt((s * s * b) / (b * k * k)),
  'gradient-of-a-batch': () => 1 - (0.1 * (2 * (1 - 2) * 1 + 2 * (2 - 3) * 2)) / 2,
  'steps-of-an-epoch': () => Math.ceil(10_000 / 64),
  'noise-floor': () => {
    let variance = 0;
    for (let i = 0; i < 500; i += 1) variance = 0.81 * variance + 0.01;
    return variance;
  },
  patience: ({ p, low, first, gap, up, start }) => {
    const drop = [...start].sort((a, b) => b - a);
    const losses = [
      ...drop.slice(0, first),
      Math.max(...low),
      ...up.slice(0, gap),
      Math.min(...low),
      ...up.slice(2, 7),
    ];
    let best = Number.POSITIVE_INFINITY;
    let since = 0;
    for (const [i, loss] of losses.entries()) {
      since = loss < best ? 0 : since + 1;
      best = Math.min(best, loss);
      if (since === p) return i + 1;
    }
    return Number.NaN;
  },
};
