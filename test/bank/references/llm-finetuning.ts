import type { References } from '../references.ts';

/** The keys of llm-finetuning, computed a second time. */
export const references: References = {
  'sft-mask': ({ a, k }) => {
    let counted = 0;
    for (let turn = 0; turn < k; turn += 1) counted += a[turn];
    return counted;
  },
  'labels-of-a-sample': ({ ids, m }) => ids.map((id: number, i: number) => (i < m ? -100 : id)),
  'mean-over-the-rest': ({ l, m }) => {
    const kept = l.filter((_: number, i: number) => i >= m);
    return kept.reduce((a: number, b: number) => a + b, 0) / kept.length;
  },
  'partly-frozen': ({ n, f }) => n * 2 + n * (f / 100) * (2 + 4 + 4 + 4),
  'general-share': ({ q, k }) => {
    const legal = 6 * k * (100 - q);
    return Math.round((legal * q) / (100 - q));
  },
  'rate-at-a-step': ({ peak, f }) => peak * Math.cos((Math.PI * f) / 24) ** 2,
  'share-of-padding': ({ l }) => {
    const longest = Math.max(...l);
    const empty = l.map((x: number) => longest - x);
    return empty.reduce((a: number, b: number) => a + b, 0) / (l.length * longest);
  },
  'sft-steps': ({ n, b, a, g, k }) => {
    let steps = 0;
    for (let epoch = 0; epoch < k; epoch += 1)
      for (let seen = 0; seen < n; seen += b * a * g) steps += 1;
    return steps;
  },
};
