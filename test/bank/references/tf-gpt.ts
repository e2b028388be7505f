import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);
const shares = (list: number[]): number[] => list.map((x) => x / total(list));

/** Probabilities at temperature t, from those at temperature 1. */
const heated = (p: number[], t: number): number[] =>
  shares(p.map((x) => Math.exp(Math.log(x) / t)));

/** Parameters of a linear layer with biases. */
const linear = (from: number, to: number): number => (from + 1) * to;

/** The keys of tf-gpt, computed a second time. */
export const references: References = {
  'loss-terms': ({ b, n }) => b * n - b,
  'positions-computed': ({ p, g }) => {
    let cached = 0;
    let plain = 0;
    for (let written = 0; written < g; written += 1) {
      cached += written === 0 ? p : 1;
      plain += p + written;
    }
    return [cached, plain];
  },
  'continuation-probability': ({ p }) => Math.exp(total(p.map((x: number) => Math.log(x)))),
  'logits-shape': ({ b, v }) => [b, v],
  'tying-saves': ({ v, d }) => 2 * v * d - v * d,
  'greedy-against-beam': ({ a, x, y }) => {
    const texts = [
      { first: a / 100, both: (a / 100) * (x / 100) },
      { first: 1 - a / 100, both: (1 - a / 100) * (y / 100) },
    ];
    const greedy = texts.reduce((best, text) => (text.first > best.first ? text : best));
    return [greedy.both, Math.max(...texts.map(({ both }) => both))];
  },
  'softened-logits': ({ z, t }) =>
    heated(
      z.map((v: number) => Math.exp(v)),
      t,
    ),
  'ratio-at-temperature': ({ c }) => {
    const [a, b] = heated([c[0], 1], c[1]);
    return (a ?? 0) / (b ?? 1);
  },
  'heat-and-cut': ({ p, t }) => heated(p.slice(0, 2), t)[0] ?? 0,
  topk: ({ s, p, k, j }) => {
    const kept = [...p].sort((a: number, b: number) => b - a).slice(0, k);
    return shares(kept)[kept.indexOf(s[j - 1])] ?? 0;
  },
  topp: ({ p, t }) => {
    let kept = 0;
    let mass = 0;
    for (const x of [...p].sort((a: number, b: number) => b - a)) {
      if (mass >= t) break;
      mass += x;
      kept += 1;
    }
    return kept;
  },
  'gpt-params': ({ v, n, c }) => {
    const [d, blocks] = c;
    const attention = linear(d, 3 * d) + linear(d, d);
    const network = linear(d, 4 * d) + linear(4 * d, d);
    return v * d + n * d + blocks * (attention + network + 4 * d) + 2 * d;
  },
};
