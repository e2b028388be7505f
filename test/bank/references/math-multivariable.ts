import type { References } from '../references.ts';

type Plane = (x: number, y: number) => number;

/** Partial derivatives by central differences, exact for quadratics but for rounding. */
function slopes(f: Plane, x: number, y: number): [number, number] {
  const h = 0.5;
  return [(f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + h) - f(x, y - h)) / (2 * h)];
}

function quadratic(a: number, b: number, c: number): Plane {
  return (x, y) => a * x * x + b * x * y + c * y * y;
}

/** The keys of math-multivariable, computed a second time. */
export const references: References = {
  partial: ({ v, a, b, c, x, y }) => slopes(quadratic(a, b, c), x, y)[v === 'x' ? 0 : 1],
  'partial-with-constant-terms':
    () =>
    ({ x, y }) =>
      x * y * y * 3,
  'partial-of-an-exponential':
    () =>
    ({ x, y }) =>
      x * (2 + x * y) * Math.exp(x * y),
  gradient: ({ a, b, c, x, y }) => slopes(quadratic(a, b, c), x, y),
  'regularised-gradient': () => [1 + 2, 0 - 1, -2 + 3],
  'logistic-gradient': () => {
    const loss = (a: number, b: number) => Math.log(1 + Math.exp(-(2 * a - 4 * b)));
    const h = 1e-4;
    return [(loss(h, 0) - loss(-h, 0)) / (2 * h), (loss(0, h) - loss(0, -h)) / (2 * h)];
  },
  'steepest-descent-direction': () => [-3, 4].map((entry) => entry / Math.hypot(3, 4)),
  'greatest-slope': ({ t }) => Math.hypot(t[0], t[1]),
  'small-change-in-each-pixel': () => {
    const signs = [-1, 1];
    const all = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => 3 * a - b + 2 * c)));
    return 0.01 * Math.max(...all);
  },
  directional: ({ g, d }) => (g[0] * d[0] + g[1] * d[1]) / Math.hypot(d[0], d[1]),
  'half-the-greatest-slope': () => (Math.acos(5 / 10) * 180) / Math.PI,
  'gradient-from-two-slopes': () => [3, (5.8 - 0.6 * 3) / 0.8],
  'direction-without-change': ({ a, b, s }) => `$(${-s * b}, ${s * a})$`,
  'partials-are-not-enough': () => {
    const t = 1e-3;
    const x = t / Math.SQRT2;
    return (x * x ** 2) / (x ** 2 + x ** 2) / t;
  },
  'contours-apart': () => (12 - 10) / 0.5,
  'linear-approx': ({ v, g, d }) => v + g[0] * d[0] + g[1] * d[1],
  'almost-five': () => 5 + (3 / 5) * 0.02 + (4 / 5) * -0.03,
  'sum-over-paths': ({ p, q, r, s }) => r * p + s * q,
  'weight-used-twice': () => 6 * 3 ** 2,
  'direct-and-indirect': () => 3 * 1 ** 2 + 4 * 1 ** 3,
  'turning-about-the-origin': () => {
    // a function with this gradient everywhere, followed along the circle
    const f = (angle: number) => 2 * 5 * Math.cos(angle) - 5 * Math.sin(angle);
    const at = Math.atan2(4, 3);
    return (f(at + 1e-6) - f(at - 1e-6)) / 2e-6;
  },
  'gradient-of-a-layer': ({ n, m }) => (n + 1) * m,
  'shape-of-w-grad': () => [4, 3],
  'memory-of-the-gradient': () => (7e9 * 2) / 1e9,
};
