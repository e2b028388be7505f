import type { References } from '../references.ts';

/** Simpson's rule with 2,000 strips: exact for polynomials up to the third degree. */
function area(f: (x: number) => number, from: number, to: number): number {
  const n = 2000;
  const h = (to - from) / n;
  let total = f(from) + f(to);
  for (let i = 1; i < n; i += 1) total += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (total * h) / 3;
}

/** The slope by Horner's scheme, coefficients from the constant on. */
function hornerSlope(c: readonly number[], x: number): number {
  let value = 0;
  let slope = 0;
  for (const entry of [...c].reverse()) {
    slope = slope * x + value;
    value = value * x + entry;
  }
  return slope;
}

function sigmoid(x: number): number {
  return Math.exp(x) / (Math.exp(x) + 1);
}

/** The keys of math-derivatives, computed a second time. */
export const references: References = {
  'poly-deriv': ({ n, c, x }) => hornerSlope(c.slice(0, n + 1), x),
  'negative-and-half-powers':
    () =>
    ({ x }) =>
      -6 * x ** -3 + 2 * x ** -0.5,
  'chain-power': ({ a, b, n, x }) => n * a * (a * x + b) ** (n - 1),
  gears: () => -0.02 * 3 * 100,
  'softplus-slope':
    () =>
    ({ x }) =>
      1 / (1 + Math.exp(-x)),
  'log-loss-slope':
    () =>
    ({ z }) =>
      -1 / (1 + Math.exp(z)),
  'x-to-the-x':
    () =>
    ({ x }) =>
      Math.exp(x * Math.log(x)) * (1 + Math.log(x)),
  // (x + a)(x^2 + b) = x^3 + a x^2 + b x + a b
  'product-rule': ({ a, b, x }) => 3 * x * x + 2 * a * x + b,
  'polynomial-times-exponential':
    () =>
    ({ x }) =>
      x * (2 + 3 * x) * Math.exp(3 * x),
  'silu-slope': () => sigmoid(0) + 0 * sigmoid(0) * (1 - sigmoid(0)),
  'peak-of-a-product': () => {
    const times = Array.from({ length: 80 }, (_, i) => (i + 1) / 10);
    const heights = times.map((t) => t * Math.exp(-t / 2));
    return times[heights.indexOf(Math.max(...heights))] ?? 0;
  },
  'exp-log-deriv': ({ op, a, k, s, p }) => (op === 'exp' ? a * k * s * Math.exp(0) : a / p),
  'sigmoid-deriv': ({ x }) => 1 / (2 + Math.exp(x) + Math.exp(-x)),
  'slope-from-output': () => 4 * (0.9 - 0.9 * 0.9),
  'tanh-from-sigmoid': () => 1 - Math.tanh(0) ** 2,
  'limit-by-factoring': ({ a, b }) => {
    const f = (x: number) => ((x - a) * (x - b)) / (x - a);
    return Math.round((f(a + 1e-4) + f(a - 1e-4)) / 2);
  },
  'limit-is-a-derivative': () => 1 / 5,
  sensitivity: ({ v, g, h }) => v + g * h,
  'definite-integral': ({ a, b, c, p, q }) => area((x) => a + b * x + c * x * x, p, q),
  'signed-area': () => 2 * 3 - 1.5 * 2,
  'moving-limit':
    () =>
    ({ x }) =>
      2 * x * Math.exp(-((x * x) ** 2)),
  'exp-series': ({ x, k }) => 1 + x * (1 + (x / 2) * (1 + (k === 3 ? x / 3 : 0))),
  'central-diff': ({ x, h }) => ((x + h) ** 3 - (x - h) ** 3) / (2 * h),
  'evaluations-needed': () => 1000 * 2,
  'vanished-step': () => {
    const shifted = Math.fround(Math.fround(1) + Math.fround(1e-9));
    return Math.fround(Math.fround(shifted ** 2) - 1) / Math.fround(1e-9);
  },
  'best-step': () => Math.sqrt(4e-16),
};
