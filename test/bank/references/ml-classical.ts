import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]) => sum(values) / values.length;
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** The entropy of counts in bits: log of the total minus the mean log of the counts. */
function bits(counts: number[]): number {
  const n = sum(counts);
  return Math.log2(n) - sum(counts.map((c) => c * Math.log2(c))) / n;
}

/** The places of the k nearest. */
function nearest(distances: number[], k: number): number[] {
  return range(distances.length)
    .sort((i, j) => (distances[i] ?? 0) - (distances[j] ?? 0))
    .slice(0, k);
}

/** The keys of ml-classical, computed a second time. */
export const references: References = {
  // the chance that two draws with replacement differ in class
  gini: ({ c }) => {
    const n = sum(c);
    return sum(c.map((x: number) => x * (n - x))) / (n * n);
  },
  'entropy-of-a-node': ({ m, case: chosen }) => bits(chosen[0].map((x: number) => m * x)),
  // mutual information of side and class
  'gain-of-a-split': ({ a, b, c, d }) =>
    bits([a + c, b + d]) + bits([a + b, c + d]) - bits([a, b, c, d]),
  'variance-of-a-forest': ({ s, r, B }) => {
    let total = 0;
    for (let i = 0; i < B; i += 1) for (let j = 0; j < B; j += 1) total += i === j ? s : r * s;
    return total / (B * B);
  },
  'row-left-out': ({ n }) => Math.exp(n * Math.log((n - 1) / n)),
  'knn-vote': ({ x, l, q }) => {
    const votes = nearest(
      x.map((at: number) => Math.abs(at - q - 0.4)),
      3,
    ).map((i) => l[i]);
    return votes.find((vote) => votes.filter((other) => other === vote).length === 2);
  },
  'mean-of-three-neighbours': ({ px, py, v, qx, qy }) => {
    const distances = px.map((x: number, i: number) => Math.hypot(x - qx, py[i] - qy));
    return mean(nearest(distances, 3).map((i) => v[i]));
  },
  'kmeans-update': ({ x, y }) => [mean(x), mean(y)],
  'one-round-on-a-line': ({ x, a, b }) => [
    mean(x.filter((p: number) => Math.abs(p - a) < Math.abs(p - b))),
    mean(x.filter((p: number) => Math.abs(p - b) < Math.abs(p - a))),
  ],
  'variance-kept': ({ ev }) => {
    const [first, second] = [...ev].sort((p, q) => q - p);
    return (first + second) / sum(ev);
  },
  'coordinate-on-a-component': ({ u, m, t }) =>
    sum(range(2).map((i) => u[i] * (m[i] + t[i]))) - sum(range(2).map((i) => u[i] * m[i])),
  'shapes-in-pca': ({ n, d, k, ask }) => {
    const vt = [k, d];
    const z = [n, vt[0]];
    return ask === 1 ? z : ask === 2 ? vt : [z[0], vt[1]];
  },
  'from-cosine-to-distance': ({ c }) => 2 * Math.sin(Math.acos(c / 20) / 2),
};
