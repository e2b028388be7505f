import type { References } from '../references.ts';

/** tanh by exponentials. */
const squash = (x: number): number => 1 - 2 / (Math.exp(2 * x) + 1);

/** The parameters of a layer, matrix by matrix. */
const layer = (maps: number, input: number, state: number, biases: number): number => {
  let count = 0;
  for (let map = 0; map < maps; map += 1) count += state * input + state * state + biases * state;
  return count;
};

const MAPS: Record<string, number> = { 'plain RNN': 1, GRU: 3, LSTM: 4 };

/** The keys of nlp-rnn, computed a second time. */
export const references: References = {
  'rnn-step': ({ wh, wx, hp, xs, bs }) => squash((wh * hp + wx * xs + 10 * bs) / 100),
  'loss-before-training': ({ V }) => -Math.log(1 / V),
  'summed-over-time': ({ w, a, b, c }) => {
    const loss = (weight: number): number =>
      [a, b, c].reduce((state: number, x: number) => weight * state + x, 0);
    return (loss(w + 0.001) - loss(w - 0.001)) / 0.002;
  },
  'fading-steps': ({ r, q }) => {
    let steps = 0;
    for (let left = 1; left >= q; left *= r) steps += 1;
    return steps;
  },
  'through-two-steps': ({ wt, p, q }) => {
    const w = wt / 10;
    const h1 = 0.3;
    const x2 = Math.atanh(p / 10) - w * h1;
    const x3 = Math.atanh(q / 10) - (w * p) / 10;
    const last = (start: number): number => squash(w * squash(w * start + x2) + x3);
    return (last(h1 + 1e-5) - last(h1 - 1e-5)) / 2e-5;
  },
  'clipped-gradient': ({ t, sx, sy, m }) => {
    const angle = Math.atan2(sy * t[1], sx * t[0]);
    return [m * Math.cos(angle), m * Math.sin(angle)];
  },
  'lstm-cell': ({ f, i, cs, gs }) => (5 * f * cs + i * gs) / 10,
  'shown-by-the-cell': ({ cs, f, i, gs, os }) =>
    [0, 1].map((u) => (os[u] / 10) * squash((5 * f[u] * cs[u] + i[u] * gs[u]) / 10)),
  'gru-step': ({ zs, hs, ns }) => hs / 10 + (zs * (ns - hs)) / 100,
  'rnn-params': ({ cell: [name], d, h }) => layer(MAPS[name] ?? Number.NaN, d, h, 1),
  'stacked-in-pytorch': ({ d, h }) => layer(4, d, h, 2) + layer(4, h, h, 2),
  'both-ways-shape': ({ B, T, h }) => [B, T, h + h],
};
