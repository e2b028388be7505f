import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => sum(values) / values.length;

/** Slope by the sums of all pairs of points, without means. */
function slope(x: number[], y: number[]): number {
  let [over, under] = [0, 0];
  for (const [i, xi] of x.entries()) {
    for (const [j, xj] of x.entries()) {
      over += (xi - xj) * ((y[i] ?? 0) - (y[j] ?? 0));
      under += (xi - xj) ** 2;
    }
  }
  return over / under;
}

/** The slope of f at the point, by central differences. */
function derivative(f: (at: number) => number, at: number): number {
  const h = 1e-4;
  return (f(at + h) - f(at - h)) / (2 * h);
}

/** Rounds what finite differences leave, where the exact value is a multiple of a half. */
const toHalf = (value: number) => Math.round(value * 2) / 2;

/** How many products of at most `degree` factors there are, by trying out each factor in turn. */
function monomials(features: number, degree: number): number {
  if (features === 0) return 1;
  let count = 0;
  for (let power = 0; power <= degree; power += 1) count += monomials(features - 1, degree - power);
  return count;
}

/** The keys of ml-linear-regression, computed a second time. */
export const references: References = {
  'huber-loss': ({ r, delta }) =>
    // the integral of the residual clipped to ±delta
    sum(
      r.map((residual: number) => {
        const clipped = Math.min(Math.abs(residual), delta);
        return clipped * Math.abs(residual) - clipped ** 2 / 2;
      }),
    ),
  mse: ({ d }) => mean(d.map((error: number) => error ** 2)),
  'mse-in-other-units': ({ case: [, , factor], m }) => (Math.sqrt(m) * factor) ** 2,
  'shifted-predictions': ({ m, c }) => mean([(Math.sqrt(m) - c) ** 2, (-Math.sqrt(m) - c) ** 2]),
  'ols-slope': ({ xs, y }) =>
    slope(
      xs.toSorted((p: number, q: number) => p - q),
      y,
    ),
  intercept: ({ w, mx, my }) => my + w * (0 - mx),
  'solve-two-equations': ({ x, b, w }) => {
    const y = x.map((xi: number) => b + w * xi);
    return [mean(y) - slope(x, y) * mean(x), slope(x, y)];
  },
  'shape-of-the-gram-matrix': ({ d }) => [d + 1, d + 1],
  'mse-grad': ({ w, x, y }) => Math.round(derivative((at) => (at * x - y) ** 2, w)),
  'derivative-for-the-intercept':
    () =>
    ({ w, x, b, y }) =>
      (w * x + b + 1 - y) ** 2 - (w * x + b - y) ** 2 - 1,
  'gradient-for-slope-and-intercept': ({ x, y, w, b }) => {
    const loss = (slopeAt: number, interceptAt: number) =>
      mean(x.map((xi: number, i: number) => (slopeAt * xi + interceptAt - y[i]) ** 2));
    return [toHalf(derivative((at) => loss(at, b), w)), toHalf(derivative((at) => loss(w, at), b))];
  },
  'one-descent-step': ({ x, y, w, eta }) => {
    // the loss is m·w² − 2k·w + const
    const m = mean(x.map((xi: number) => xi * xi));
    const k = mean(x.map((xi: number, i: number) => xi * y[i]));
    return w * (1 - 2 * eta * m) + 2 * eta * k;
  },
  'back-to-raw-units': ({ sigma, w, mu, bz }) => {
    const predict = (x: number) => (w * sigma * (x - mu)) / sigma + bz;
    return [predict(1) - predict(0), predict(0)];
  },
  'largest-rate': ({ x }) => 3 / sum(x.map((xi: number) => xi ** 2)),
  'long-valley': ({ h1, h2, t }) => {
    let [left, steps] = [1, 0];
    while (left >= t) {
      left -= (h2 / h1) * left;
      steps += 1;
    }
    return steps;
  },
  residual: ({ w, b, x, y }) => y - b - w * x,
  'the-last-residual': ({ r }) => 0 - r[0] - r[1] - r[2] - r[3],
  r2: ({ y, d }) => {
    const squares = y.flatMap((p: number) => y.map((q: number) => (p - q) ** 2));
    const spread = sum(squares) / (2 * y.length);
    return (spread - sum(d.map((e: number) => (e / 2) ** 2))) / spread;
  },
  'feature-row': ({ a, b }) => [1, a, b, a * a, a * b, b * b],
  'how-many-monomials': ({ d, k }) => monomials(d, k),
};
