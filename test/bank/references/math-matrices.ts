import type { References } from '../references.ts';

type Matrix = number[][];

const at = (a: Matrix, i: number, j: number) => a[i]?.[j] ?? Number.NaN;
/** Column by column: the combination of the columns of a with the entries of x. */
const apply = (a: Matrix, x: number[]) => {
  const y = a.map(() => 0);
  for (const [j, weight] of x.entries()) {
    for (const i of y.keys()) y[i] = (y[i] ?? 0) + weight * at(a, i, j);
  }
  return y;
};
/** As a sum of outer products. */
const times = (a: Matrix, b: Matrix) => {
  const c = a.map(() => (b[0] ?? []).map(() => 0));
  for (const k of b.keys()) {
    for (const [i, row] of c.entries()) {
      for (const j of row.keys()) row[j] = (row[j] ?? 0) + at(a, i, k) * at(b, k, j);
    }
  }
  return c;
};
const minus = (a: Matrix, b: Matrix) => a.map((row, i) => row.map((x, j) => x - at(b, i, j)));
const flopsOf = (m: number, k: number, n: number) => {
  let count = 0;
  for (let i = 0; i < m; i += 1) count += n * (k + k);
  return count;
};

/** The keys of math-matrices, computed a second time. */
export const references: References = {
  'read-an-entry': ({ A, i, j }) => A[i - 1][j - 1],
  'column-sum-in-numpy': ({ M, j }) => M[0][j] + M[1][j] + M[2][j],
  'image-from-basis-images': ({ p, q, x, y }) => [p[0] * x + q[0] * y, p[1] * x + q[1] * y],
  // solved from the images of (1, 1) and (0, 1), and tried on both
  'matrix-from-two-images': ({ A }) => {
    const [both, second] = [apply(A, [1, 1]), apply(A, [0, 1])];
    return both.map((x, i) => [x - (second[i] ?? 0), second[i] ?? 0]);
  },
  matvec: ({ A, x }) => apply(A, x),
  'matmul-entry': ({ A, B, i, j }) => at(times(A, B), i - 1, j - 1),
  'matmul-whole': ({ A, B }) => times(A, B),
  'entry-of-a-square':
    ({ p, q, s }) =>
    ({ t }) =>
      at(
        times(
          [
            [t, p],
            [q, s],
          ],
          [
            [t, p],
            [q, s],
          ],
        ),
        0,
        0,
      ),
  'repeated-shear': ({ s, k }) => {
    let x = [0, 1];
    for (let i = 0; i < k; i += 1) {
      x = apply(
        [
          [1, s],
          [0, 1],
        ],
        x,
      );
    }
    return x[0] ?? Number.NaN;
  },
  'power-of-all-ones': ({ n, k }) => {
    const ones: Matrix = Array.from({ length: n }, () => Array.from({ length: n }, () => 1));
    let power = ones;
    for (let i = 1; i < k; i += 1) power = times(power, ones);
    return at(power, 0, n - 1);
  },
  'matmul-shape': ({ m, k, n, other, fits }) => {
    const inner = fits ? k : other;
    return inner === k ? [m, n] : 'undefined';
  },
  'batch-shape': ({ B, T, h }) => [B, T, h],
  'score-entry': ({ Q, K, i, j }) => {
    const flipped = [0, 1, 2].map((r) => [0, 1, 2].map((c) => at(K, c, r)));
    return at(times(Q, flipped), i - 1, j - 1);
  },
  'transpose-then-multiply': ({ sizes: [m, k, n] }) => {
    const ones = (r: number, c: number) =>
      Array.from({ length: r }, () => Array.from({ length: c }, () => 1));
    const product = times(ones(m, k), ones(k, n));
    const turned = (product[0] ?? []).map((_, j) => product.map((row) => row[j] ?? 0));
    const result = times(turned, ones(m, k));
    return [result.length, result[0]?.length ?? 0];
  },
  'scores-of-all-heads': ({ b, h, t, s }) => [b, h, t, s],
  'residual-as-matrix': ({ W, x }) =>
    apply(
      [
        [W[0][0] + 1, W[0][1]],
        [W[1][0], W[1][1] + 1],
      ],
      x,
    ),
  'turn-and-stretch': ({ a, b, x, order }) => {
    const [turn, stretch] = [
      [
        [0, -1],
        [1, 0],
      ],
      [
        [a, 0],
        [0, b],
      ],
    ];
    return apply(order === 'SR' ? times(stretch, turn) : times(turn, stretch), x);
  },
  commutator: ({ A, B }) => minus(times(A, B), times(B, A)),
  'matmul-flops': ({ m, k, n }) => flopsOf(m, k, n),
  'larger-by-a-factor': ({ c, n }) => flopsOf(c * n, c * n, c * n) / flopsOf(n, n, n),
  'longer-texts': ({ c, t }) => flopsOf(c * t, 64, c * t) / flopsOf(t, 64, t),
  'where-to-put-the-brackets': ({ d, r }) =>
    (flopsOf(d, r, d) + flopsOf(d, d, 1)) / (flopsOf(r, d, 1) + flopsOf(d, r, 1)),
  'parameters-of-a-layer': ({ n, m }) => {
    let count = 0;
    for (let output = 0; output < m; output += 1) count += n + 1;
    return count;
  },
  'torch-linear-weight': ({ n, m }) => [m, n],
  // the merged layer at x = 0
  'bias-of-merged-layers': ({ W, b1, b2 }) => {
    const h = apply(
      [
        [2, 5],
        [1, 3],
      ],
      [0, 0],
    ).map((x, i) => x + b1[i]);
    return apply(W, h).map((x, i) => x + b2[i]);
  },
};
