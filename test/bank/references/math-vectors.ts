import type { References } from '../references.ts';

const dot = (a: number[], b: number[]) => {
  let total = 0;
  for (const [i, x] of a.entries()) total += x * (b[i] ?? Number.NaN);
  return total;
};
const length = (a: number[]) => Math.hypot(...a);
const plus = (a: number[], b: number[]) => a.map((x, i) => x + (b[i] ?? Number.NaN));
const times = (c: number, a: number[]) => a.map((x) => c * x);
const signed = (base: number[], signs: number[]) => base.map((x, i) => x * (signs[i] ?? 1));
const along = (a: number[], b: number[]) => {
  const unit = times(1 / length(b), b);
  return times(dot(a, unit), unit);
};

/** The keys of math-vectors, computed a second time. */
export const references: References = {
  'lookup-shape': ({ ids, width }) => [ids.length, width],
  'tensor-entries': ({ b, t, d }) => {
    let count = 0;
    for (let i = 0; i < b; i += 1) for (let j = 0; j < t; j += 1) count += d;
    return count;
  },
  'mean-over-axis': ({ b, t, d, axis }) => [b, t, d].filter((_, i) => i !== axis),
  dot: ({ a, b }) => dot(a, b),
  'make-orthogonal': ({ a1, a2, a3, b1, b2 }) => {
    for (let t = -100; t <= 100; t += 1) if (a1 * b1 + a2 * b2 + a3 * t === 0) return t;
    return Number.NaN;
  },
  // by the law of cosines: the angle opposite a + b is 180° less the one between a and b
  'length-of-sum': ({ p, q, d }) => {
    const angle = Math.PI - Math.acos(d / (p * q));
    return Math.sqrt(p * p + q * q - 2 * p * q * Math.cos(angle));
  },
  'dot-with-unknown':
    ({ p, q, r, s }) =>
    ({ t }) =>
      t * q + r * s + p * t,
  'norm-l2': ({ mixed, k }) => length(times(k, mixed)),
  'norm-l1-linf': ({ x }) => {
    const sizes = x.map((entry: number) => (entry < 0 ? -entry : entry));
    return [
      sizes.reduce((a: number, b: number) => a + b),
      sizes.sort((a: number, b: number) => b - a)[0],
    ];
  },
  // all entries of the same size
  'largest-l1': ({ root, r }) => {
    const n = root * root;
    return n * Math.sqrt((r * r) / n);
  },
  // by the law of cosines
  cosine: ({ a, b }) => {
    const apart = length(plus(a, times(-1, b)));
    return (length(a) ** 2 + length(b) ** 2 - apart ** 2) / (2 * length(a) * length(b));
  },
  'cosine-after-scaling': ({ c, s, t }) => {
    const [a, b] = [
      [s, 0],
      [t * c, t * Math.sqrt(1 - c * c)],
    ];
    return dot(a, b) / (length(a) * length(b));
  },
  'cosine-of-slope':
    ({ k }) =>
    ({ t }) =>
      Math.cos(Math.atan2(k, t)),
  'distance-of-unit-vectors': ({ d }) => {
    const c = 1 - (d * d) / 2;
    return Math.hypot(1 - c, Math.sqrt(1 - c * c));
  },
  'ones-against-axis': ({ root }) => {
    const ones = Array.from({ length: root * root }, () => 1);
    return 1 / length(ones);
  },
  projection: ({ base, signs, a }) => {
    const b = signed(base, signs);
    return length(a) * Math.cos(Math.acos(dot(a, b) / (length(a) * length(b))));
  },
  'projection-vector': ({ b, k, shift }) => {
    const a = b.map((x: number, i: number) => k * x + dot(b, b) * shift[i] - dot(shift, b) * x);
    return along(a, b);
  },
  'distance-to-line': ({ a, b }) => length(plus(a, times(-1, along(a, b)))),
  'forgotten-unit-length': ({ k }) => {
    const [h, u] = [
      [1, 7],
      [k, 0],
    ];
    return plus(h, times(-dot(h, u), u))[0] ?? Number.NaN;
  },
  normalise: ({ base, signs }) => {
    const x = signed(base, signs);
    return x.map((entry) => entry / Math.sqrt(dot(x, x)));
  },
  'clip-gradient': ({ base, k, m }) => {
    const g = times(k, base);
    const limit = m * length(base);
    return times(Math.min(1, limit / length(g)), g);
  },
  lincomb: ({ a, b, s, t }) => plus(times(s, a), times(t, b)),
  'weighted-sum-of-values': () => [0.5 * 2 + 0.25 * 4 + 0.25 * 0, 0.5 * 0 + 0.25 * 8 + 0.25 * -4],
  // by Cramer's rule
  'find-the-factors': ({ a, b, s, t }) => {
    const c = plus(times(s, a), times(t, b));
    const det = (u: number[], v: number[]) => (u[0] ?? 0) * (v[1] ?? 0) - (u[1] ?? 0) * (v[0] ?? 0);
    return [det(c, b) / det(a, b), det(a, c) / det(a, b)];
  },
};
