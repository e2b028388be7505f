import type { References } from '../references.ts';

/** The keys of tf-bert, computed a second time. */
export const references: References = {
  'mlm-counts': ({ k }) => {
    const chosen = Math.round(0.15 * (200 * k));
    const rest = Math.round(0.1 * chosen);
    return [chosen, chosen - 2 * rest, rest, rest];
  },
  'mlm-loss': ({ p, c }) => -Math.log(Math.sqrt(p[c[0] - 1] * p[c[1] - 1])),
  'fresh-losses': ({ v }) => Math.log(2 * v),
  'pair-length': ({ a, b }) => {
    const second = [...Array(b).fill('piece'), '[SEP]'];
    return [['[CLS]', ...Array(a).fill('piece'), '[SEP]', ...second].length, second.length];
  },
  'passage-windows': ({ q, p }) => {
    let inputs = 0;
    for (let left = p; left > 0; left -= 512 - ['[CLS]', '[SEP]', '[SEP]'].length - q) inputs += 1;
    return inputs;
  },
  'pairs-gained': ({ n }) => {
    let hidden = 0;
    for (let query = 0; query < n; query += 1) {
      for (let key = query + 1; key < n; key += 1) hidden += 1;
    }
    return hidden;
  },
  'masked-mean': ({ H, n }) =>
    [0, 1].map((c) => {
      const column = H.slice(0, n).map((row: number[]) => row[c]);
      return column.reduce((sum: number, x: number) => sum + x / n, 0);
    }),
  'tag-logits': ({ b, t, k }) => [b, t, k],
  'head-size': ({ d, k }) => (d + 1) * k,
  'bert-params': ({ v, d, n }) => {
    const norm = 2 * d;
    const linear = (from: number, to: number): number => (from + 1) * to;
    const block = 4 * linear(d, d) + linear(d, 4 * d) + linear(4 * d, d) + 2 * norm;
    return v * d + 512 * d + 2 * d + norm + n * block;
  },
  'impossible-pairs': ({ p }) => 1 - p * p - (1 - p) * (1 - p),
};
