import type { References } from '../references.ts';

const product = (list: number[]): number => list.reduce((a, b) => a * b, 1);

const pairs = (text: string): Set<string> => {
  const words = text.split(' ');
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
};

/** Bytes per parameter: weights, gradients, optimiser. */
const STATE = [2, 2, 4 + 4 + 4];

/** GB per device when the last `divided` parts of the state are divided over g devices. */
const perDevice = (billions: number, g: number, divided: number): number =>
  STATE.map((bytes, i) => (i >= STATE.length - divided ? bytes / g : bytes)).reduce(
    (sum, bytes) => sum + bytes * billions,
    0,
  );

/** The keys of llm-pretraining, computed a second time. */
export const references: References = {
  'mean-loss': ({ p }) => Math.log(1 / product(p)) / p.length,
  'tokens-after-filters': ({ n, k }) =>
    k.reduce((left: number, keep: number) => (left * keep) / 100, n * 1000),
  dedup: ({ k, f }) => Math.round(k * f) / k,
  'shared-shingles': ({ case: drawn }) => {
    const a = pairs(drawn[0]);
    const b = pairs(drawn[1]);
    const shared = [...a].filter((pair) => b.has(pair)).length;
    return shared / new Set([...a, ...b]).size;
  },
  'passes-of-a-source': ({ t, k, s }) => 1 / (t / s / k),
  'softened-shares': ({ r }) => {
    const roots = r.map((x: number) => Math.sqrt(x * x));
    const all = roots.reduce((a: number, b: number) => a + b, 0);
    return roots.map((x: number) => x / all);
  },
  'adam-memory': ({ n }) => perDevice(n, 1, 0),
  'largest-that-fits': ({ m, a }) => (m - a) / perDevice(1, 1, 0),
  'column-parallel': ({ b, n, d, g }) => [b, n, (d * 4) / g],
  'tokens-per-step': ({ dp, mb, ac, n }) => {
    let tokens = 0;
    for (let replica = 0; replica < dp; replica += 1) tokens += ac * mb * n;
    return tokens;
  },
  'zero-shard': ({ n, g }) => [1, 2, 3].map((stage) => perDevice(n, g, stage)),
  'devices-for-stage-one': ({ n, m }) => {
    let g = 1;
    while (perDevice(n, g, 1) > m) g += 1;
    return g;
  },
  'pipeline-bubble': ({ p, m }) => {
    const slots = m + p - 1;
    return 1 - m / slots;
  },
  'clipped-gradient': ({ t, sa, sb, c }) => {
    const g = [sa * t[0], sb * t[1]];
    const factor = Math.min(1, c / Math.hypot(...g));
    return g.map((x) => x * factor);
  },
};
