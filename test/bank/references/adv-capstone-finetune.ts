import type { References } from '../references.ts';

/** 1.96 standard errors of a share p of n. */
const halfWidth = (p: number, n: number): number => 1.96 * (Math.sqrt(p - p * p) / Math.sqrt(n));

/** The keys of adv-capstone-finetune, computed a second time. */
export const references: References = {
  'score-without-the-leak': ({ c, r }) => 1 - (100 - r) / (100 - c),
  'copies-found': () => {
    const norm = (s: string): string => s.toLowerCase().replace(/[^a-z0-9]/g, '');
    const train = ['What is VAT?', 'Who pays rent?', 'When is tax due?', 'what is VAT'].map(norm);
    const test = ['What is V.A.T.?', 'Is rent due?', 'When is tax due', 'Who paid rent?'];
    return test.filter((s) => train.includes(norm(s))).length;
  },
  'bought-by-training': ({ a, x, y }) => {
    const [prompted, tuned] = [a + x, a + x + y];
    return [tuned - prompted, (prompted - a) / (tuned - a)];
  },
  'ab-winrate': ({ n, t, f }) => {
    const wins = Math.round(f * (n - t));
    const p = (2 * wins + t) / (2 * n);
    return [p, halfWidth(p, n)];
  },
  'judged-in-both-orders': ({ x, y, z }) => (2 * x + z) / (2 * (x + y + z)),
  'comparisons-to-decide': ({ w }) => {
    let n = 1;
    while (w / 100 - halfWidth(w / 100, n) <= 0.5) n += 1;
    return n;
  },
  'stopped-with-patience': ({ case: [losses, patience], s }) => {
    let best = 0;
    let at = 0;
    while (at < losses.length) {
      if (losses[at] < losses[best]) best = at;
      if (at - best === patience) break;
      at += 1;
    }
    return [(best + 1) * s, (at + 1) * s];
  },
  'steps-of-a-small-run': ({ b, g, q, m }) => {
    let updates = 0;
    for (let epoch = 0; epoch < m; epoch += 1)
      for (let seen = 0; seen < q * b * g; seen += b * g) updates += 1;
    return updates;
  },
  'adapter-and-merged-size': ({ c, r }) => {
    const [width, layers, billions] = c;
    const factors = width * r + r * width;
    return [(layers * (factors + factors) * 2) / 1e6, billions * 2];
  },
  'merge-by-hand': ({ w, b, a, alpha }) =>
    w.map((row: number[], i: number) =>
      row.map((x, j) => x + (alpha * (b[i][0] * a[0][j] + b[i][1] * a[1][j])) / 2),
    ),
};
