import type { References } from '../references.ts';

/** Mean tokens of one round: summed over the number of accepted proposals. */
const perRound = (a: number, k: number): number => {
  let mean = 0;
  for (let accepted = 0; accepted <= k; accepted += 1) {
    const chance = a ** accepted * (accepted < k ? 1 - a : 1);
    mean += chance * (accepted + 1);
  }
  return mean;
};

const largest = (list: number[]): number =>
  list.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** The keys of llm-inference, computed a second time. */
export const references: References = {
  'temperature-for-ratio': ({ gap, r }) => {
    // Bisection: a higher temperature gives a smaller ratio.
    let [below, above] = [0.01, 100];
    for (let i = 0; i < 100; i += 1) {
      const middle = (below + above) / 2;
      if (Math.exp(gap / middle) > r) below = middle;
      else above = middle;
    }
    return below;
  },
  'nucleus-share': ({ s, q, t, j }) => {
    let mass = 0;
    for (const x of [...q].sort((a: number, b: number) => b - a)) {
      if (mass >= t) break;
      mass += x;
    }
    return s[j - 1] / mass;
  },
  'kv-cache': ({ c, t, b, bytes }) => {
    const perLayerAndToken = (c[1] * 128 + c[1] * 128) * bytes;
    return (c[0] * perLayerAndToken * t * b) / 2 ** 20;
  },
  'key-tensor': ({ b, q, f, n, g, d }) => {
    let tokens = n;
    for (let step = 0; step < g; step += 1) tokens += 1;
    return [b, q / f, tokens, d];
  },
  'sequences-that-fit': ({ m, w, c, t }) => {
    let count = 0;
    while (w * 1e9 + (count + 1) * c * 1e3 * t <= m * 1e9) count += 1;
    return count;
  },
  'decode-bound': ({ b, w }) => 1 / ((w * 1e9) / (b * 1e12)),
  'weight-memory': ({ n, bits }) => ((n * 1e9) / 1e9) * (bits === 4 ? 0.5 : bits === 8 ? 1 : 2),
  'absmax-quant': ({ w, i }) => {
    // The code whose decoded value is nearest.
    const step = largest(w) / 127;
    let best = 0;
    for (let code = -127; code <= 127; code += 1) {
      if (Math.abs(code * step - w[i - 1]) < Math.abs(best * step - w[i - 1])) best = code;
    }
    return best;
  },
  'outlier-error': ({ a, big }) => [big / 127 / 2, largest(a) / 127 / 2],
  'group-scales': ({ n, bits, g }) => {
    const group = (g * bits + 16) / 8;
    return (n / g) * group;
  },
  speculative: ({ a, k }) => perRound(a, k),
  'speculative-gain': ({ a, k, c }) => perRound(a, k) / (1 + k * c),
  'idle-places': ({ a }) => {
    const steps = largest(a);
    const idle = a.reduce((sum: number, x: number) => sum + (steps - x), 0);
    return idle / (steps * a.length);
  },
  'later-step': ({ w, x, t, f }) => w + (x / t) * (t * f),
};
