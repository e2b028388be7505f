import type { References } from '../references.ts';

/** The shape that NumPy gives, by its rule from the last axis to the first. */
function broadcast(a: number[], b: number[]): number[] | 'undefined' {
  const shape: number[] = [];
  for (let back = 1; back <= Math.max(a.length, b.length); back += 1) {
    const [p, q] = [a[a.length - back] ?? 1, b[b.length - back] ?? 1];
    if (p !== q && p !== 1 && q !== 1) return 'undefined';
    shape.unshift(p === 1 ? q : p);
  }
  return shape;
}

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

/** The rank of a matrix, by elimination. */
function rank(matrix: number[][]): number {
  const columns = matrix[0]?.length ?? 0;
  let [rows, found] = [matrix, 0];
  for (let column = 0; column < columns; column += 1) {
    const pivot = rows.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    found += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
        return row.map((value, i) => value - factor * (pivot[i] ?? 0));
      });
  }
  return found;
}

/** The keys of ml-python, computed a second time. */
export const references: References = {
  'broadcast-shape': ({ p, ma, mb, k, bad }) => {
    const thinned = (mask: number[]) => p.map((size: number, i: number) => (mask[i] ? size : 1));
    if (bad === 1) return broadcast(p, p.slice(0, 2));
    if (bad === 2) return broadcast(p, [2 * p[1], p[2]]);
    return broadcast(thinned(ma), thinned(mb).slice(3 - k));
  },
  'pairwise-shape': ({ n, m }) => [n, m],
  'memory-of-the-difference': ({ n, m, d }) => ((n / 1000) * m * d * 64) / 8 / 1000,
  'sum-over-axis': ({ M, axis }) =>
    axis === 0 ? [0, 1, 2].map((j) => M[0][j] + M[1][j]) : M.map(total),
  'mean-over-axis': ({ s, ax }) =>
    s.filter((_size: number, i: number) => i !== (ax + s.length) % s.length),
  'filter-and-slice': ({ c, w }) => [c, w],
  'shape-of-the-projection': ({ n, k }) => [n, k],
  standardise: ({ train, x }) => {
    const mean = total(train) / train.length;
    const meanOfSquares = total(train.map((v: number) => v * v)) / train.length;
    return (x - mean) / Math.sqrt(meanOfSquares - mean * mean);
  },
  'share-of-two-components': ({ d, l1, l2 }) => l1 / d + l2 / d,
  'min-max-of-new-values': ({ train, lo, r, u, v }) => {
    const [min, max] = [Math.min(...train), Math.max(...train)];
    return [lo + u, lo + r + v].map((x) => (x - min) / (max - min));
  },
  'one-extreme-value': ({ lo, hi, out }) => 1 - (out - hi) / (out - lo),
  'one-hot': ({ N, K }) => [N, K],
  'one-hot-rows': ({ y }) => y.map((k: number) => [0, 1, 2, 3].map((i) => (i === k ? 1 : 0))),
  'rank-of-dummies': ({ K, L }) => {
    const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);
    const oneHot = (k: number, n: number) => numbers(n).map((i) => (i === k ? 1 : 0));
    return rank(
      numbers(K).flatMap((k) => numbers(L).map((l) => [1, ...oneHot(k, K), ...oneHot(l, L)])),
    );
  },
  'fill-with-the-median': ({ v }) => {
    const known = v.toSorted((p: number, q: number) => p - q);
    return total([...known, known[2], known[2]]) / 7;
  },
  'spread-over-seeds': ({ v }) => {
    // the variance from the differences of all pairs
    const squares = v.flatMap((p: number) => v.map((q: number) => (p - q) ** 2));
    return [total(v) / 4, Math.sqrt(total(squares) / (2 * 4 * 3))];
  },
};
