import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The best epoch and the last one, by running through the losses (from 1). */
function runWithPatience(losses: number[], patience: number): number[] {
  let [best, at, last] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const loss of losses) {
    last += 1;
    if (loss < best) [best, at] = [loss, last];
    if (last - at >= patience) break;
  }
  return [at, last];
}

/** The keys of ml-generalization, computed a second time. */
export const references: References = {
  // the mean over two equally likely predictions and two equally likely noises
  'error-in-three-parts': ({ b, v, s }) => {
    const predictions = [b - Math.sqrt(v), b + Math.sqrt(v)];
    return sum(predictions.flatMap((p) => [(p - s) ** 2, (p + s) ** 2])) / 4;
  },
  'ridge-loss': ({ m, lam, w }) => m + lam * Math.hypot(...w) ** 2,
  'shrunken-minimum':
    () =>
    ({ a, k }) => {
      // vertex of a parabola through three of its points
      const f = (w: number) => (w - a) ** 2 + k * w * w;
      return (f(-1) - f(1)) / (2 * (f(1) + f(-1) - 2 * f(0)));
    },
  'patience-on-a-curve': ({ m, drop, up, p, tail, late }) => {
    const pre: number[] = [];
    for (let i = 0; i < drop.length; i += 1) pre.unshift(m + up + sum(drop.slice(0, i + 1)));
    const bump = (pre.at(-1) ?? Number.NaN) + up;
    const after = [...tail.map((t: number) => m + t), ...late.map((l: number) => m - l)];
    return runWithPatience([...pre, bump, m, ...after], p);
  },
  kfold: ({ k, m }) => Array.from({ length: k * m }, (_, i) => i).filter((i) => i % k !== 0).length,
  'fits-of-a-grid-search': ({ a, b, k }) => {
    let fits = 0;
    for (let i = 0; i < a; i += 1) for (let j = 0; j < b; j += 1) fits += k;
    return fits + 1;
  },
  'table-from-lists': ({ y, p }) => {
    const table = [
      [0, 0],
      [0, 0],
    ];
    for (const [i, label] of y.entries()) {
      const row = table[label];
      if (row) row[p[i]] = (row[p[i]] ?? 0) + 1;
    }
    return table;
  },
  // Bayes' rule
  'alarms-that-are-right': ({ prev, rec, fpr }) => 1 / (1 + ((100 - prev) / prev) * (fpr / rec)),
  prf1: ({ tp, fp, fn }) => [tp / (tp + fp), tp / (tp + fn), tp / (tp + (fp + fn) / 2)],
  'flagging-everything':
    () =>
    ({ q }) =>
      2 / (1 / q + 1),
  'auc-by-pairs': ({ a, b }) => {
    let won = 0;
    for (const high of a) for (const low of b) won += high > low ? 1 : high === low ? 0.5 : 0;
    return won / (a.length * b.length);
  },
  'gap-of-three-bins': ({ d }) => sum(d.map((x: number) => Math.abs(x))) / 100,
};
