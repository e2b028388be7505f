import type { References } from '../references.ts';

/** The keys of adv-peft, computed a second time. */
export const references: References = {
  'low-rank-path': ({ b, n, o }) => [b, n, o],
  'adapted-output': ({ h, z, B, al }) =>
    h.map((x: number, i: number) => x + (al * (B[i][0] * z[0] + B[i][1] * z[1])) / 2),
  'keep-the-scale': ({ r, f, q }) => ((r * f) / r) * q,
  'lora-params': ({ r, i, o, l }) => {
    let total = 0;
    for (let block = 0; block < l; block++)
      for (let matrix = 0; matrix < 2; matrix++) total += r * i + o * r;
    return total;
  },
  'adapter-params': ({ d, m, l }) => l * 2 * (d * m + m + (m * d + d)),
  'merged-matrix': ({ W, b, a, al }) =>
    W.map((line: number[], i: number) => line.map((w, j) => w + al * b[i] * a[j])),
  'many-tasks-memory': ({ g, a, k }) => {
    let [full, adapted] = [0, g * 1000];
    for (let task = 0; task < k; task++) {
      full += g * 1000;
      adapted += a;
    }
    return [full / 1000, adapted / 1000];
  },
  'qlora-memory': ({ n, a }) => (n * 1e9 * 4 + a * 1e6 * 16) / 8 / 1e9,
  'bits-with-scales': ({ k, s, n }) => (((n * 1e9) / k) * (4 * k + s)) / 8 / 1e9,
  'lora-share': ({ r, d }) => (r * d + d * r) / (d * d),
  'optimiser-memory': ({ n, p }) =>
    [n * 1e9, p * 1e6].map((count) => (count * (16 + 32 + 32)) / 8 / 1e9),
};
