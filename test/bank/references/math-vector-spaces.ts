import type { References } from '../references.ts';

type Matrix = number[][];

const at = (a: Matrix, i: number, j: number) => a[i]?.[j] ?? Number.NaN;
const combine = (s: number, a: number[], t: number, b: number[]) =>
  a.map((x, i) => s * x + t * (b[i] ?? Number.NaN));
/** By Leibniz: the sum over all permutations. */
const det = (a: Matrix): number => {
  if (a.length === 1) return at(a, 0, 0);
  let total = 0;
  for (const [i, row] of a.entries()) {
    const rest = a.filter((_, k) => k !== i).map((other) => other.slice(1));
    total += (i % 2 === 0 ? 1 : -1) * (row[0] ?? Number.NaN) * det(rest);
  }
  return total;
};
/** By elimination with fractions avoided: rows of whole numbers stay whole. */
const rank = (a: Matrix): number => {
  let rows = a.map((row) => [...row]);
  let found = 0;
  for (let j = 0; j < (a[0]?.length ?? 0); j += 1) {
    const lead = rows.find((row) => row[j] !== 0);
    if (!lead) continue;
    found += 1;
    rows = rows
      .filter((row) => row !== lead)
      .map((row) => row.map((x, k) => x * (lead[j] ?? 0) - (row[j] ?? 0) * (lead[k] ?? 0)));
  }
  return found;
};
/** Cramer's rule. */
const solve = (a: Matrix, y: number[]) =>
  y.map((_, j) => det(a.map((row, i) => row.map((x, k) => (k === j ? (y[i] ?? 0) : x)))) / det(a));
const apply = (a: Matrix, x: number[]) =>
  a.map((row) => row.reduce((sum, entry, j) => sum + entry * (x[j] ?? 0), 0));
const unit = (n: number, i: number) => Array.from({ length: n }, (_, k) => (k === i ? 1 : 0));

/** The keys of math-vector-spaces, computed a second time. */
export const references: References = {
  independent: ({ a, b, p, q, dependent, place, off }) => {
    const c = combine(p, a, q, b);
    if (!dependent) c[place - 1] = (c[place - 1] ?? 0) + off;
    const sign = q < 0 ? '-' : '+';
    return rank([a, b, c]) === 3
      ? 'They are independent, as $c$ is no combination of $a$ and $b$'
      : `They are dependent, as $c = ${p}a ${sign} ${Math.abs(q)}b$`;
  },
  'dependent-for-which-entry': ({ p, q, k }) => {
    for (let t = -100; t <= 100; t += 1) {
      if (
        rank([
          [p, q],
          [k * p, t],
        ]) === 1
      ) {
        return t;
      }
    }
    return Number.NaN;
  },
  'dimension-under-conditions': ({ n, m }) => {
    const equations = [
      Array.from({ length: n }, () => 1),
      combine(1, unit(n, 0), -1, unit(n, 1)),
      combine(1, combine(1, unit(n, 0), 1, unit(n, 1)), -2, unit(n, 2)),
    ];
    return n - rank(equations.slice(0, m));
  },
  rank: ({ r, u, v, w, p, q }) => {
    if (r === 1) return rank([u, combine(p, u, 0, u), combine(q, u, 0, u)]);
    return rank([u, v, r === 2 ? combine(p, u, q, v) : w]);
  },
  'rank-of-a-low-rank-update': ({ m, n, r }) => [m, n, r].sort((a, b) => a - b)[0],
  'rank-of-scores': ({ t, d }) => (t < d ? t : d),
  'rank-in-numpy': () =>
    `\`${rank([0, 5, 10, 15].map((from) => [0, 1, 2, 3, 4].map((j) => from + j)))}\``,
  // counted on diagonal matrices, which reach both bounds
  'rank-after-adding': ({ n, w, r, side }) => {
    const diagonal = Array.from({ length: n }, (_, i) => (i < w ? 1 : 0));
    const update = diagonal.map((_, i) => {
      if (side === 'smallest') return i < r ? -1 : 0;
      return i >= n - r ? 1 : 0;
    });
    return diagonal.map((x, i) => x + (update[i] ?? 0)).filter((x) => x !== 0).length;
  },
  'dimension-of-null-space': ({ n, r }) => {
    let free = 0;
    for (let column = 0; column < n; column += 1) if (column >= r) free += 1;
    return free;
  },
  // a diagonal matrix with so many zeros: the square of each diagonal entry is left
  'null-space-of-gram': ({ n, lost }) => {
    const diagonal = Array.from({ length: n }, (_, i) => (i < lost ? 0 : i));
    return diagonal.filter((x) => x * x === 0).length;
  },
  det2: ({ a, b, c, d }) =>
    det([
      [a, b],
      [c, d],
    ]),
  det3: ({ M, triangular }) =>
    det(M.map((row: number[], i: number) => row.map((x, j) => (triangular && j < i ? 0 : x)))),
  'scaled-area': ({ A, s }) => s * Math.abs(det(A)),
  // on diagonal matrices with these determinants
  'det-of-a-product': ({ n, c, x, y }) => {
    let product = 1;
    for (let i = 0; i < n; i += 1) product *= (c * (i === 0 ? x : 1)) / (i === 0 ? y : 1);
    return product;
  },
  'determinant-with-unknown':
    ({ b, c, s }) =>
    ({ t }) =>
      det([
        [t, b],
        [c, t + s],
      ]),
  inverse2: ({ a, b, c, d }) =>
    solve(
      [
        [a, b],
        [c, d],
      ],
      [1, 0],
    )[0] ?? Number.NaN,
  'whole-inverse': ({ d, p, q, r }) => {
    const [x, y] = [d + p * q, p];
    const A = [
      [x, y],
      [q + r * x, 1 + r * y],
    ];
    const [first, second] = [solve(A, [1, 0]), solve(A, [0, 1])];
    return first.map((x, i) => [x, second[i] ?? Number.NaN]);
  },
  'singular-for-which-entries': ({ p, q, b }) => {
    const found: number[] = [];
    for (let t = -50; t <= 50; t += 1) {
      if (
        det([
          [t, b],
          [(-p * q) / b, t - p - q],
        ]) === 0
      ) {
        found.push(t);
      }
    }
    return found;
  },
  'undo-the-map': ({ A, x }) => solve(A, apply(A, x)),
  'coordinates-in-a-basis': ({ b1, b2, k }) =>
    solve(
      b1.map((entry: number, i: number) => [entry, b2[i]]),
      combine(k[0], b1, k[1], b2),
    ),
  'back-to-standard': ({ P, k }) =>
    combine(
      k[0],
      P.map((row: number[]) => row[0]),
      k[1],
      P.map((row: number[]) => row[1]),
    ),
  // blocks of independent columns, one block for each head
  'largest-output-space': ({ d, h, heads }) => Math.min(d, h * heads),
  // the first p and the last q coordinates
  'forced-to-overlap': ({ n, p, q }) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => i < p && i >= n - q).length,
  'span-of-four': ({ u, v, s, r, w }) => {
    const second = r === 1 ? combine(-1, u, 0, u) : v;
    const fourth = r === 3 ? w : r === 2 ? combine(1, u, 1, v) : combine(1 - s, u, 0, u);
    return rank([u, second, combine(s, u, 0, u), fourth]);
  },
};
