import type { References } from '../references.ts';

type Matrix = number[][];

const at = (a: Matrix, i: number, j: number) => a[i]?.[j] ?? Number.NaN;
const apply = (a: Matrix, x: number[]) =>
  a.map((row) => row.reduce((sum, entry, j) => sum + entry * (x[j] ?? 0), 0));
/** The matrix that has the columns of P as eigenvectors, found by Cramer's rule row by row. */
const fromEigenvectors = (v: number[], w: number[], l1: number, l2: number): Matrix => {
  const [v1 = 0, v2 = 0, w1 = 0, w2 = 0] = [...v, ...w];
  const det = v1 * w2 - v2 * w1;
  return [v1, v2].map((x, i) => {
    const y = (i === 0 ? w1 : w2) * l2;
    return [(x * l1 * w2 - y * v2) / det, (y * v1 - x * l1 * w1) / det];
  });
};
const matrixOf = ({ l1, l2, p, q }: { l1: number; l2: number; p: number; q: number }) =>
  fromEigenvectors([1, q], [p, 1 + p * q], l1, l2);
/** The whole numbers where det(A - tI) vanishes. */
const wholeEigenvalues = (a: Matrix) => {
  const found: number[] = [];
  for (let t = -60; t <= 60; t += 1) {
    if (Math.abs((at(a, 0, 0) - t) * (at(a, 1, 1) - t) - at(a, 0, 1) * at(a, 1, 0)) < 1e-9)
      found.push(t);
  }
  return found;
};
const falling = (x: number[]) => [...x].sort((a, b) => b - a);
const total = (x: number[]) => x.reduce((a, b) => a + b, 0);

/** The keys of math-eigen, computed a second time. */
export const references: References = {
  eig2: (drawn) => wholeEigenvalues(matrixOf(drawn)),
  'factor-after-steps': ({ l, k }) => {
    let signal = 1;
    for (let i = 0; i < k; i += 1) signal *= l;
    return signal;
  },
  // on a triangular matrix with these eigenvalues
  'eigenvalues-of-a-formula': ({ a, b, c }) => {
    const matrix = [
      [a, 1],
      [0, b],
    ];
    const columns = [apply(matrix, apply(matrix, [1, 0])), apply(matrix, apply(matrix, [0, 1]))];
    return wholeEigenvalues([
      [(columns[0]?.[0] ?? 0) + c, columns[1]?.[0] ?? 0],
      [columns[0]?.[1] ?? 0, (columns[1]?.[1] ?? 0) + c],
    ]);
  },
  'eig-check': (drawn) => {
    const { p, q, k } = drawn;
    const [v, w] = [
      [1, q],
      [p, 1 + p * q],
    ];
    const x = [0, 1].map((i) => k * [v[i], w[i], v[i] + w[i]][drawn.case - 1]);
    const y = apply(matrixOf(drawn), x);
    const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = [...x, ...y];
    if (Math.abs(x1 * y2 - x2 * y1) > 1e-9) return 'No, $Av$ is no multiple of $v$';
    return `Yes, with eigenvalue $${Math.round(x1 === 0 ? y2 / x2 : y1 / x1)}$`;
  },
  'second-entry': (drawn) => {
    const a = matrixOf(drawn);
    for (let y = -20; y <= 20; y += 1) {
      const image = apply(a, [1, y]);
      if (image.every((entry, i) => Math.abs(entry - drawn.l1 * (i === 0 ? 1 : y)) < 1e-9))
        return y;
    }
    return Number.NaN;
  },
  'power-iteration-steps': ({ pair: [l, m] }) => {
    let [u, v, steps] = [1, 1, 0];
    while (v / u >= 0.01) {
      u *= l;
      v *= m;
      steps += 1;
    }
    return steps;
  },
  'polynomial-of-a-matrix':
    ({ A }) =>
    ({ t }) =>
      (A[0][0] - t) * (A[1][1] - t) - A[0][1] * A[1][0],
  'roots-of-a-polynomial': ({ a, b }) => {
    const found: number[] = [];
    for (let t = -60; t <= 60; t += 1) if (t * t - (a + b) * t + a * b === 0) found.push(t);
    return found;
  },
  // the discriminant of the characteristic polynomial is linear in t
  'double-root-condition': ({ a, d, b }) => {
    const discriminant = (t: number) => (a + d) ** 2 - 4 * (a * d - b * t);
    return discriminant(0) / (discriminant(0) - discriminant(1));
  },
  'third-eigenvalue': ({ A, a, b, c }) => {
    const lead = a + b + c - A[1][1] - A[2][2];
    return lead + A[1][1] + A[2][2] - a - b;
  },
  'eigenvalue-from-trace-and-det': ({ m, r }) => {
    const [trace, det] = [2 * m, m * m - r * r];
    return (trace + Math.sqrt(trace * trace - 4 * det)) / 2;
  },
  'determinant-of-update': ({ u, v }) => {
    const a: Matrix = u.map((x: number, i: number) =>
      v.map((y: number, j: number) => x * y + (i === j ? 1 : 0)),
    );
    let sum = 0;
    for (let j = 0; j < 3; j += 1) {
      sum += at(a, 0, j) * at(a, 1, (j + 1) % 3) * at(a, 2, (j + 2) % 3);
      sum -= at(a, 0, j) * at(a, 1, (j + 2) % 3) * at(a, 2, (j + 1) % 3);
    }
    return sum;
  },
  'matrix-from-its-eigenvectors': (drawn) => matrixOf(drawn),
  'third-power-by-eigenvectors': ({ l1, l2, v, w, a, b }) => {
    const matrix = fromEigenvectors(v, w, l1, l2);
    let x = v.map((entry: number, i: number) => a * entry + b * w[i]);
    for (let i = 0; i < 3; i += 1) x = apply(matrix, x);
    return x;
  },
  // the longest and the shortest image of a unit vector, searched for
  'singular-values-by-hand': ({ base, m, n }) => {
    const a = [
      [m * base[0], -n * base[1]],
      [m * base[1], n * base[0]],
    ];
    const lengths = Array.from({ length: 721 }, (_, i) => {
      const angle = (i * Math.PI) / 720;
      return Math.hypot(...apply(a, [Math.cos(angle), Math.sin(angle)]));
    });
    return [Math.max(...lengths), Math.min(...lengths)];
  },
  'shapes-of-the-svd': ({ m, n, part }) => {
    const values = m < n ? m : n;
    return part === 'U' ? [m, values] : [values, n];
  },
  'numerical-rank': (drawn) => {
    const values = String(drawn.case[0]).replace(/[[\]]/g, '').split(' ').map(Number);
    return values.filter((x) => x > Math.max(...values) * values.length * 2.2e-16).length;
  },
  'direction-of-the-first-component': ({ a, b }) => {
    const along = (x: number[]) =>
      total(
        apply(
          [
            [a, b],
            [b, a],
          ],
          x,
        ).map((y, i) => y * (x[i] ?? 0)),
      );
    return along([1, 1]) > along([1, -1]) ? '$(1, 1)$' : '$(1, -1)$';
  },
  'score-on-a-component': ({ u, mean, x }) =>
    u[0] * x[0] + u[1] * x[1] - (u[0] * mean[0] + u[1] * mean[1]),
  'explained-var': ({ raw, k }) => 1 - total(falling(raw).slice(k)) / total(raw),
  'components-needed': ({ raw, target }) => {
    const values = falling(raw);
    let [kept, count] = [0, 0];
    while (100 * kept < target * total(raw)) {
      kept += values[count] ?? Number.NaN;
      count += 1;
    }
    return count;
  },
  'share-from-singular-values': ({ raw }) => {
    const variances = raw.map((x: number) => x * x);
    return Math.max(...variances) / total(variances);
  },
  'low-rank-storage': ({ m, n, r }) => [m * r + r * n, n * m],
  'break-even-rank': ({ m, n }) => {
    let r = 0;
    while ((r + 1) * m + (r + 1) * n < m * n) r += 1;
    return r;
  },
  'error-of-truncation': ({ raw, r }) => Math.hypot(...falling(raw).slice(r)),
};
