import type { References } from '../references.ts';

const radians = (degrees: number): number => (degrees / 180) * Math.PI;

/** Counter-clockwise, by way of polar coordinates. */
const turned = ([x, y]: [number, number], angle: number): [number, number] => {
  const to = Math.atan2(y, x) + angle;
  return [Math.hypot(x, y) * Math.cos(to), Math.hypot(x, y) * Math.sin(to)];
};

/** The vector of a position in the original sinusoidal encoding. */
const wave = (position: number, width: number): number[] =>
  Array.from({ length: width }, (_, c) => {
    const angle = position * 10_000 ** (-(c - (c % 2)) / width);
    return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });

const times = (a: number[], b: number[]): number =>
  a.reduce((total, x, i) => total + x * (b[i] ?? 0), 0);

/** The keys of tf-positions, computed a second time. */
export const references: References = {
  'sin-pe': ({ pos, i, d, odd }) => wave(pos, d)[2 * i + odd] ?? Number.NaN,
  'position-vector': ({ p }) => wave(p, 4),
  'position-zero': () => wave(0, 6),
  wavelength: ({ d, i }) => 2 * Math.PI * Math.exp(((2 * i) / d) * Math.log(10_000)),
  'encoding-product': ({ n, g }) => times(wave(n + g, 4), wave(n, 4)),
  'no-positions': ({ p }) => new Set(p).size,
  'table-size': ({ r, d }) => r * d,
  'bias-matrix': ({ b }) => [0, 1, 2].map((i) => [0, 1, 2].map((j) => b[i - j + 2])),
  'bias-parameters': ({ h }) => 32 * h,
  'rope-rotate': ({ q, g, m }) => turned(q, m * radians(g)),
  'rope-score': ({ q, k, g, n, c }) =>
    times(turned(q, (n + c) * radians(g)), turned(k, n * radians(g))),
  'same-score': ({ n, c, s }) => `query at ${n + c + s}, key at ${n + s}`,
  'rope-frequency': ({ d, i }) => 1 / 100 ** ((4 * i) / d),
  'rope-length': ({ t, p, f }) => Math.hypot(...turned([t[0], t[1]], p * f)),
  'alibi-bias': ({ n, k }) => Array.from({ length: n }, (_, j) => (j + 1 - n) / 2 ** k),
  'alibi-weights': ({ k, near, gap }) => {
    const [first, second] = [-near / 2 ** k, -(near + gap) / 2 ** k].map(Math.exp);
    return (second ?? 0) / ((first ?? 0) + (second ?? 0));
  },
  'alibi-slope': ({ h, k }) => (1 / 256) ** (k / h),
  'interpolated-position': ({ l, f, r }) => (r * f * l) / (l * f),
};
