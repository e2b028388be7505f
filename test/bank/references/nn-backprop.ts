import type { References } from '../references.ts';

/** The slope of f at x, by central differences, to six decimals. */
function slope(f: (at: number) => number, x: number): number {
  const h = 1e-4;
  return Math.round(((f(x + h) - f(x - h)) / (2 * h)) * 1e6) / 1e6 + 0;
}

/** The gradient of f at x, by central differences, entry by entry. */
function gradient(f: (at: number[]) => number, x: readonly number[]): number[] {
  return x.map((_, i) => slope((t) => f(x.map((value, j) => (i === j ? t : value))), x[i] ?? NaN));
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, value, i) => total + value * (b[i] ?? NaN), 0);

/** The keys of nn-backprop, computed a second time. */
export const references: References = {
  'backprop-linear': ({ w, b, x, y }) => slope((v) => (v * x + b - y) ** 2, w),
  'backprop-graph': ({ a, b, c }) => slope((v) => (v * b + c) ** 2, a),
  'one-hidden-layer-by-hand': ({ a, c, x, y }) =>
    gradient((v) => {
      const hidden = v.map((weight) => Math.max(0, weight * x));
      return (dot(c, hidden) - y) ** 2;
    }, a),
  'through-a-sigmoid-neuron':
    () =>
    ({ s, y, x }) => {
      const z = Math.log((s ?? NaN) / (1 - (s ?? NaN)));
      const loss = (d: number) => (1 / (1 + Math.exp(-(z + d * (x ?? NaN)))) - (y ?? NaN)) ** 2;
      return (loss(1e-5) - loss(-1e-5)) / 2e-5;
    },
  'gradient-of-the-weights': ({ d, x }) => {
    // the loss δ · Wx has the gradient δ at y; it is linear, so any W will do
    const W = [1, 2, 3, 4, 5, 6];
    const flat = gradient((w) => d[0] * dot(w.slice(0, 3), x) + d[1] * dot(w.slice(3), x), W);
    return [flat.slice(0, 3), flat.slice(3)];
  },
  'gradient-of-the-input': ({ W, d }) =>
    gradient((x) => d[0] * dot(W[0], x) + d[1] * dot(W[1], x), [1, 2]),
  'shapes-on-the-way-back': ({ case: [code], N, D, M }) => {
    const shapes: Record<string, number[]> = {
      X: [N, D],
      'X.T': [D, N],
      W: [D, M],
      'W.T': [M, D],
      dY: [N, M],
    };
    if (code === 'dY.sum(axis=0)') return [M];
    const [left, right] = code.split(' @ ').map((name: string) => shapes[name]);
    return left[1] === right[0] ? [left[0], right[1]] : 'undefined';
  },
  'jacobian-column-or-row': ({ n, m }) => [n, m],
  'backprop-or-differences': ({ k, t }) => (300 * k * (t + t)) / (t + 2 * t),
  'max-as-a-switch': ({ k, x, y, z }) =>
    gradient(([a = NaN, b = NaN, c = NaN]) => k * Math.max(a * b, c), [x, y, z]),
  'mask-of-the-relu': ({ x, g }) =>
    gradient(
      (v) =>
        dot(
          g,
          v.map((value) => Math.max(0, value)),
        ),
      x,
    ),
  'one-value-two-uses': ({ x, y }) => slope((v) => v * y + v * v, x),
  vanish: ({ n }) => 1 / 4 ** n,
  'residual-chain': ({ n, d }) => {
    let factor = 1;
    for (let i = 0; i < n; i += 1) factor += factor * d;
    return factor;
  },
  'relative-error-of-a-check': ({ base, s, a10 }) => {
    const [up, down] = [base / 10 + s / 1000, base / 10 - s / 1000];
    const numerical = (up - down) / 0.02;
    return Math.abs(a10 / 10 - numerical) / Math.max(Math.abs(a10 / 10), Math.abs(numerical));
  },
  'a-constant-in-disguise': ({ w, k }) => slope((v) => v * w, w) + slope((v) => k * v, w),
};
