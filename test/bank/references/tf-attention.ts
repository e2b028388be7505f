import type { References } from '../references.ts';

const times = (a: number[], b: number[]): number =>
  a.reduce((total, x, i) => total + x * (b[i] ?? 0), 0);

/** Shares in proportion to the exponentials. */
const shares = (scores: number[]): number[] => {
  const powers = scores.map((s) => Math.E ** s);
  return powers.map((x) => x / powers.reduce((total, y) => total + y, 0));
};

const sigmoidSlope = (x: number): number => Math.exp(-x) / (1 + Math.exp(-x)) ** 2;

/** The keys of tf-attention, computed a second time. */
export const references: References = {
  'attend-three': ({ q, K, V }) => {
    const weights = shares(K.map((k: number[]) => times(q, k) / Math.sqrt(q.length)));
    return [0, 1].map((c) =>
      times(
        weights,
        V.map((v: number[]) => v[c]),
      ),
    );
  },
  'qkv-weights': ({ d, k }) => d * (k + k + k),
  'attn-score': ({ q, k }) => times(q, k) / Math.sqrt(4),
  'score-matrix': ({ Q, K }) => Q.map((q: number[]) => K.map((k: number[]) => times(q, k))),
  'attn-weights': ({ s }) => shares(s),
  'doubled-scores': ({ w, c }) => 1 / (1 + ((1 - w) / w) ** c),
  'attn-output': ({ a, v, w }) => [0, 1].map((i) => w[i] + a * (v[i] - w[i])),
  'zero-query': ({ V }) => [0, 1].map((c) => (V[0][c] + V[1][c] + V[2][c]) / 3),
  'score-variance': ({ d }) => [d * 1, d / Math.sqrt(d) ** 2],
  'scaled-by-width': ({ r }) => Math.sqrt(r * r) / (r * r),
  'saturated-gradient': () => [sigmoidSlope(8), sigmoidSlope(8 / Math.sqrt(64))],
  'cross-shape': ({ t, s }) => [t, s],
  'shuffled-rows': ({ O, p }) => p.map((row: number) => O[row - 1]),
  'sharp-look-up': ({ m, t }) => Math.log(m) + Math.log(t) - Math.log(1 - t),
};
