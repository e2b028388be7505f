import type { References } from '../references.ts';

const radians = (degrees: number): number => (degrees / 360) * 2 * Math.PI;

/** The dot product of two vectors of two components after each is turned by its own angle. */
const turnedProduct = (length: number, first: number, second: number): number =>
  length * Math.cos(first) * Math.cos(second) + length * Math.sin(first) * Math.sin(second);

/** The keys of llm-architectures, computed a second time. */
export const references: References = {
  rmsnorm: ({ v, s }) => {
    const x = v.map((entry: number, i: number) => entry * s[i]);
    const squares = x.reduce((total: number, entry: number) => total + entry ** 2, 0);
    return x.map((entry: number) => (entry * Math.sqrt(x.length)) / Math.sqrt(squares));
  },
  'residual-spread': ({ n }) => Math.hypot(...Array.from({ length: 2 * n + 1 }, () => 1)),
  'rope-rotate': ({ x, t, m }) => {
    const length = Math.hypot(x[0], x[1]);
    const angle = Math.atan2(x[1], x[0]) + m * radians(t);
    return [length * Math.cos(angle), length * Math.sin(angle)];
  },
  'same-score': ({ n, d, s }) => `query at ${n + d + s}, key at ${n + s}`,
  'rope-score': ({ a, b, t, u, n, d }) =>
    turnedProduct(a, radians(t * (n + d)), radians(t * n)) +
    turnedProduct(b, radians(u * (n + d)), radians(u * n)),
  'swiglu-params': ({ c }) => c[0] * c[1] + c[0] * c[1] + c[1] * c[0],
  'swiglu-width': ({ k }) => (8 * 384 * k) / 3,
  'swiglu-shape': ({ d, f }) => [f, d],
  'gqa-factor': ({ h, k }) => (2 * h * 128) / (2 * k * 128),
  'cache-shape': ({ b, k, t, d }) => [b, k, t, d],
  'tokens-in-memory': ({ n, k, g }) => Math.floor((g * 2 ** 30) / (n * k * 512)),
  'longer-prompt': ({ n, c }) => [(n * c) / n, (n * c * (n * c)) / (n * n)],
  'moe-active': ({ s, x, n, k }) => 1 - ((n - k) * x) / (s + n * x),
  'moe-gates': ({ z, o }) => {
    const ranked = z
      .map((score: number, i: number) => [score, o[i]])
      .sort((a: number[], b: number[]) => (b[0] ?? 0) - (a[0] ?? 0));
    const share = 1 / (1 + Math.exp(ranked[1][0] - ranked[0][0]));
    return share * ranked[0][1] + (1 - share) * ranked[1][1];
  },
  'llama-params': ({ v, c: [d, kv, f, n] }) => {
    let total = v * d + d + d * v;
    for (let block = 0; block < n; block += 1) total += d * (d + kv + kv + d) + 3 * d * f + d + d;
    return total;
  },
  'attention-weights':
    () =>
    ({ d, g }: { d: number; g: number }) =>
      d * d + d * (d / g) + d * (d / g) + d * d,
};
