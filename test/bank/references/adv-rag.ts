import type { References } from '../references.ts';

/** The keys of adv-rag, computed a second time. */
export const references: References = {
  'chunk-count': ({ n, c, o }) => {
    let chunks = 1;
    for (let end = c; end < n; end += c - o) chunks += 1;
    return chunks;
  },
  'chunks-in-prompt': ({ w, s, a, c }) => {
    let used = s + a;
    let chunks = 0;
    while (used + c <= w) {
      used += c;
      chunks += 1;
    }
    return chunks;
  },
  'rank-fusion': ({ s, d }) =>
    s.map((x: number, i: number) => (20 + x + d[i]) / ((10 + x) * (10 + d[i]))),
  'rarity-weight': ({ n, m }) => Math.log(n + 1) - Math.log(m + 0.5),
  'retrieval-metrics': ({ x, extra, k }) => {
    const relevant = x.filter((v: number) => v === 1).length + extra;
    const found = x.filter((v: number, i: number) => v === 1 && i < k).length;
    return [found / relevant, 1 / (x.findIndex((v: number) => v === 1) + 1)];
  },
  'mean-reciprocal-rank': ({ a, b, c }) =>
    [a, b, c, Infinity].reduce((s: number, r: number) => s + 0.25 / r, 0),
  'rerank-latency': ({ f, m, b, t }) => {
    let time = f;
    for (let done = 0; done < m; done += b) time += t;
    return time;
  },
  'index-memory': ({ m, d, b }) => (m * 1e6 * d * (b / 8)) / 1e9,
  'search-shapes': ({ q, k }) => [q, k],
  'chain-success': ({ p, k }) => Math.exp(k * Math.log(p)),
  'longest-chain': ({ p, t }) => {
    let steps = 0;
    let chance = p;
    while (chance >= t) {
      steps += 1;
      chance *= p;
    }
    return steps;
  },
};
