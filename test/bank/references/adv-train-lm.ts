import type { References } from '../references.ts';

function longestRun(a: string, b: string): number {
  const x = a.split(' ');
  const y = ` ${b} `;
  let best = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j <= x.length; j++) {
      if (y.includes(` ${x.slice(i, j).join(' ')} `)) best = Math.max(best, j - i);
    }
  }
  return best;
}

/** The keys of adv-train-lm, computed a second time. */
export const references: References = {
  'embedding-share': ({ v, d, k }) => 1 / (1 + (12 * k * d) / v),
  'context-in-bytes': ({ m, x, y, n }) => [m / x, m / y].map((tokens) => (m / tokens) * n),
  'bits-per-byte': ({ x, r }) => Math.log2(Math.exp(x)) / r,
  'best-checkpoint': ({ m, k, a, w }) => {
    let best = 1;
    const loss = (i: number) => m + a * (i - k) * (i - k);
    for (let i = 2; i <= 7; i++) if (loss(i) < loss(best)) best = i;
    return best * w;
  },
  'effective-batch': ({ b, a, g, n }) => n * g * a * b,
  'place-in-data': ({ b, n, s, q }) => {
    const size = q * b * n;
    let left = s * b * n;
    let passes = 0;
    while (left >= size) {
      left -= size;
      passes += 1;
    }
    return [passes, left];
  },
  mfu: ({ m, k, p }) => (6 * (m * 1e6) * (k * 1e3)) / (p * 1e12),
  'hours-from-mfu': ({ m, t, u, p, g }) => {
    const tokensPerSecond = ((u / 100) * p * 1e12 * g) / (6 * m * 1e6);
    return (t * 1e9) / (tokensPerSecond * 3600);
  },
  'hours-for-tokens': ({ k, s, t }) => ((t * 1e9) / (k * 1e6)) * (s / 3600),
  'passes-over-text': ({ b, n, s, m }) => s / ((m * 1e6) / (b * n)),
  'longest-copied-run': ({ case: c }) => longestRun(c[0], c[1]),
  'run-budget': ({ h, g, c, r }) => h * g * c + (h * g * c * r) / 100,
};
