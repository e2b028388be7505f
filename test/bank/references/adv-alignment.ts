import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);

/** The point between low and high at which a rising function reaches a value. */
const solve = (f: (x: number) => number, value: number, low: number, high: number): number => {
  let [a, b] = [low, high];
  for (let step = 0; step < 80; step += 1) {
    const middle = (a + b) / 2;
    if (f(middle) < value) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
};

/** The best policy for three answers, found by climbing in the logits. */
const climb = (reference: number[], rewards: number[], beta: number): number[] => {
  let logits = [0, 0, 0];
  let q = [1 / 3, 1 / 3, 1 / 3];
  for (let step = 0; step < 4000; step += 1) {
    const weights = logits.map((z) => Math.exp(z));
    q = weights.map((w) => w / total(weights));
    // gain of each answer, less the average gain: the gradient divided by the probability
    const gain = q.map((x, i) => (rewards[i] ?? 0) - beta * Math.log(x / (reference[i] ?? 1)));
    const average = total(q.map((x, i) => x * (gain[i] ?? 0)));
    logits = logits.map((z, i) => z + 0.1 * ((gain[i] ?? 0) - average));
  }
  return q;
};

/** All outcomes of n tries with success p: [number of successes, probability]. */
const outcomes = (n: number, p: number): [number, number][] => {
  let list: [number, number][] = [[0, 1]];
  for (let i = 0; i < n; i += 1)
    list = list.flatMap(([s, q]): [number, number][] => [
      [s + 1, q * p],
      [s, q * (1 - p)],
    ]);
  return list;
};

/** The keys of adv-alignment, computed a second time. */
export const references: References = {
  'pairs-from-rankings': ({ n, k }) => {
    let pairs = 0;
    for (let better = 0; better < k; better += 1)
      for (let worse = better + 1; worse < k; worse += 1) pairs += n;
    return pairs;
  },
  'bradley-terry': ({ a, b }) => {
    const p = Math.exp(a) / (Math.exp(a) + Math.exp(b));
    return [p, Math.log(1 / p)];
  },
  'gap-from-preference': ({ w }) => solve((d) => 100 / (1 + Math.exp(-d)), w, -10, 10),
  'slope-of-pair-loss':
    () =>
    ({ d }) =>
      -1 / (1 + Math.exp(d)),
  'memory-of-ppo-and-dpo': ({ n }) => [36 * n, 18 * n],
  'kl-reward': ({ r, b, lp, g }) => {
    const reference = lp - g;
    return r - b * lp + b * reference;
  },
  'best-leashed-policy': ({ c, r, b }) =>
    climb(
      c.map((x: number) => x / 100),
      r,
      b,
    ),
  'ppo-clip': ({ h, x, a }) => {
    if (a > 0) return x > 1 + h ? (1 + h) * a : x * a;
    return x < 1 - h ? (1 - h) * a : x * a;
  },
  'dpo-loss': ({ b, rw, rl, dw, dl }) => {
    const chosen = Math.exp(b * (rw + dw - rw));
    const rejected = Math.exp(b * (rl + dl - rl));
    return -Math.log(chosen / (chosen + rejected));
  },
  'grpo-adv': ({ r, j }) => {
    const mean = total(r) / 4;
    const squares = total(r.map((x: number) => x * x)) / 4;
    return (r[j - 1] - mean) / Math.sqrt(squares - mean * mean);
  },
  'chance-of-a-mixed-group': ({ w, g }) =>
    total(outcomes(g, w / 100).map(([s, q]) => (s > 0 && s < g ? q : 0))),
  'best-of-k': ({ w, k }) => total(outcomes(k, w / 100).map(([s, q]) => (s > 0 ? q : 0))),
};
