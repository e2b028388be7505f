import type { References } from '../references.ts';

type Plane = (x: number, y: number) => number;

/** Second partial derivatives by central differences, exact up to the third degree. */
function bends(f: Plane, x: number, y: number): [number, number, number] {
  const here = f(x, y);
  return [
    f(x + 1, y) - 2 * here + f(x - 1, y),
    (f(x + 1, y + 1) - f(x + 1, y - 1) - f(x - 1, y + 1) + f(x - 1, y - 1)) / 4,
    f(x, y + 1) - 2 * here + f(x, y - 1),
  ];
}

/** The eigenvalues of the symmetric matrix with the rows (p, q) and (q, r). */
function eigenvalues(p: number, q: number, r: number): [number, number] {
  const root = Math.hypot((p - r) / 2, q);
  return [(p + r) / 2 - root, (p + r) / 2 + root];
}

/** The keys of math-jacobian-hessian, computed a second time. */
export const references: References = {
  'jacobian-entry': ({ a, b, x, y, at }) => {
    const f = [(s: number, t: number) => s * s * t, (s: number, t: number) => a * s + b * t];
    const component = f[at[0] - 1] ?? (() => Number.NaN);
    const [dx, dy] = at[1] === 1 ? [0.5, 0] : [0, 0.5];
    return component(x + dx, y + dy) - component(x - dx, y - dy);
  },
  'softmax-jacobian': () => {
    // by differences of the softmax itself; the logit of 0.8 is log 4
    const p = (z: number[]) => {
      const powers = z.map(Math.exp);
      return powers.map((power) => power / powers.reduce((sum, one) => sum + one, 0));
    };
    const h = 1e-4;
    const z = Math.log(4);
    const columns = [
      [p([z + h, 0]), p([z - h, 0])],
      [p([z, h]), p([z, -h])],
    ].map(([up = [], down = []]) => up.map((value, i) => (value - (down[i] ?? 0)) / (2 * h)));
    return [0, 1].map((i) => columns.map((column) => column[i] ?? 0));
  },
  'jacobian-size': ({ which, n, m }) => (which === 'J' ? m : n) * n,
  'jacobian-of-a-layer': () => [2, 3],
  'jacobian-product': ({ F, G }) => {
    const through = ([s = 0, t = 0]: number[], M: number[][]) =>
      M.map(([left = 0, right = 0]) => left * s + right * t);
    const columns = [
      [1, 0],
      [0, 1],
    ].map((unit) => through(through(unit, F), G));
    return [0, 1].map((i) => columns.map((column) => column[i] ?? 0));
  },
  'jacobian-chain-shape': ({ sizes }) => [sizes[2], sizes[0]],
  'cost-of-a-backward-pass': () => 1000 * 1000 + 1000 * 1000,
  'hessian-of-a-cubic': ({ a, b, x, y }) => {
    const [xx, xy, yy] = bends((s, t) => s ** 3 + a * s * s * t + b * t * t, x, y);
    return [
      [xx, xy],
      [xy, yy],
    ];
  },
  'mixed-derivative':
    () =>
    ({ x, y }) =>
      Math.exp(x * y) + x * y * Math.exp(x * y),
  'quadratic-estimate': () => 2 + 0.1 - 2 * 0.2 + 2 * 0.1 ** 2 + 0.2 ** 2,
  'hessian-of-a-weight-matrix': () => [3 * (4 + 1), 3 * (4 + 1)],
  'hessian-memory': () => (1e6 * 1e6 * 4) / 1e12,
  'hessian-type': ({ a, b, c }) => {
    const [low, high] = eigenvalues(2 * a, b, 2 * c);
    if (low > 0) return 'a local minimum';
    return high < 0 ? 'a local maximum' : 'a saddle point';
  },
  'find-the-saddle': () => [-2, 2].find((x) => 6 * x * 2 < 0) ?? Number.NaN,
  'smallest-entry': () =>
    [1, 2, 3, 4, 5, 6, 7, 8].find((k) => eigenvalues(2, 3, k)[0] > 0) ?? Number.NaN,
  'curvature-along': ({ p, q, r, d }) => {
    const length = Math.hypot(d[0], d[1]);
    const [u, v] = [d[0] / length, d[1] / length];
    return u * (p * u + q * v) + v * (q * u + r * v);
  },
  'between-the-eigenvalues': () => {
    const angle = Math.PI / 3;
    return 8 * Math.cos(angle) ** 2 + 2 * Math.sin(angle) ** 2;
  },
  'newton-step': ({ a, b }) => -b / a / 2,
  // x - (1 - 1/x) x^2 = 2x - x^2
  'newton-beyond-quadratics': () => 2 * 0.5 - 0.5 ** 2,
  'newton-in-two-dimensions': () => [1 - (3 * 5 - 5) / 5, 1 - (2 * 5 - 5) / 5],
};
