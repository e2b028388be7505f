import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const dot = (a: number[], b: number[]) => sum(a.map((x, i) => x * (b[i] ?? Number.NaN)));
const rectify = (z: number) => (z > 0 ? z : 0);

/** The outputs of a layer of ReLU units. */
const layer = (W: number[][], x: number[], b: number[]) =>
  W.map((row, i) => rectify(dot(row, x) + (b[i] ?? Number.NaN)));

/** The standard normal distribution function, by Simpson's rule from 0. */
function phi(x: number): number {
  const n = 2000;
  const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  let area = density(0) + density(x);
  for (let i = 1; i < n; i += 1) area += (i % 2 === 1 ? 4 : 2) * density((x * i) / n);
  return 0.5 + (area * x) / (3 * n);
}

/** Weights and biases of a fully connected network, unit by unit. */
function parameters(sizes: number[]): number {
  let total = 0;
  for (let i = 1; i < sizes.length; i += 1) {
    for (let unit = 0; unit < (sizes[i] ?? 0); unit += 1) total += (sizes[i - 1] ?? 0) + 1;
  }
  return total;
}

/** The keys of nn-mlp, computed a second time. */
export const references: References = {
  neuron: ({ act, w, kx, b }) => {
    const z = dot(w, kx) / 2 + b;
    return act === 'ReLU' ? rectify(z) : 1 - 2 / (Math.exp(2 * z) + 1);
  },
  // the images of the unit vectors are the columns
  'one-matrix-for-two': ({ A, B }) => {
    const through = (x: number[]) =>
      B.map((row: number[]) =>
        dot(
          row,
          A.map((inner: number[]) => dot(inner, x)),
        ),
      );
    const [first, second] = [through([1, 0]), through([0, 1])];
    return [
      [first[0], second[0]],
      [first[1], second[1]],
    ];
  },
  forward2: ({ A, b, v, c, x }) => c + dot(layer(A, x, b), v),
  'shapes-in-a-linear-layer': ({ n, m, N, ask }) => [[m, n], [m], [N, m]][ask - 1] ?? [],
  'layer-of-three-units': ({ W, x, b }) => layer(W, x, b),
  // a unit with two inputs serves as well as any network
  'stretched-input': ({ a, c, L }) => {
    let h = [c * Math.abs(a), c];
    for (let i = 0; i < L; i += 1) {
      h = layer(
        [
          [1, 1],
          [0, 1],
        ],
        h,
        [0, 0],
      );
    }
    return Math.sign(a) * ((h[0] ?? Number.NaN) - L * (h[1] ?? Number.NaN));
  },
  'mlp-params': ({ deep, n, h, m }) => parameters([n, ...h.slice(0, deep - 1), m]),
  'memory-of-a-layer': ({ n, f, bytes }) => (parameters([n, f * n, n]) * bytes) / 1e6,
  'parameters-by-width':
    () =>
    ({ d, h }) =>
      d * h + h + h + 1,
  // the hat by its corners
  'hat-of-three-relus': ({ w, t }) => Math.max(0, w - Math.abs(t - w)),
  'gelu-from-a-table': ({ k, side }) => ((side * k) / 10) * phi((side * k) / 10),
  'tanh-from-the-sigmoid':
    () =>
    ({ s }) =>
      Math.tanh(Math.log(s / (1 - s)) / 2),
  'ratio-of-two-classes': ({ k }) => {
    const powers = k.map((z: number) => Math.exp(z / 10));
    const p = powers.map((power: number) => power / sum(powers));
    return p[0] / p[1];
  },
  'logits-of-a-language-model': ({ B, T, V, ask }) => (ask === 1 ? [B, T, V] : [B, V]),
};
