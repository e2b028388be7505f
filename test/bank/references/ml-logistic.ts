import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const halves = (values: number[]) => values.map((value) => value / 2);
/** The sigmoid by way of the hyperbolic tangent. */
const squash = (z: number) => (1 + Math.tanh(z / 2)) / 2;
/** The probability of the label that an example has. */
const ofLabel = (y: number, pct: number) => (100 - Math.abs(100 * y - pct)) / 100;

/** Where an increasing function crosses zero, by bisection. */
function root(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let i = 0; i < 200; i += 1) {
    const middle = (from + to) / 2;
    if (f(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The cross-entropy of softmax at class k of the scores. */
function softmaxLoss(scores: number[], k: number): number {
  return Math.log(sum(scores.map((z) => Math.exp(z)))) - (scores[k] ?? Number.NaN);
}

/** The slope of f at 0, by central differences. */
const slopeAtZero = (f: (at: number) => number) => (f(1e-5) - f(-1e-5)) / 2e-5;

/** The keys of ml-logistic, computed a second time. */
export const references: References = {
  'sigmoid-prob': ({ kw, x, kb }) => squash((kw[0] * x[0] + kw[1] * x[1] + kb) / 2),
  'sigmoid-of-a-logarithm': ({ k, sign }) => squash(sign * Math.log(k)),
  'slope-of-the-probability':
    () =>
    ({ s, w }) =>
      w / (1 / s + 1 / (1 - s)),
  boundary: ({ w, b }) => root((x) => Math.sign(w) * (w * x + b), -100, 100),
  'point-on-the-line': ({ w1, w2, b, x1 }) =>
    root((x2) => Math.sign(w2) * (w1 * x1 + w2 * x2 + b), -100, 100),
  'log-odds': ({ pct }) => root((z) => squash(z) - pct / 100, -20, 20),
  'one-unit-more': ({ k, pct }) => squash(Math.log(pct / (100 - pct)) + Math.log(k)),
  bce: ({ y, pct }) => -Math.log(ofLabel(y, pct)),
  'likelihood-of-labels': ({ a, y }) =>
    a.reduce(
      (product: number, tenths: number, i: number) => product * ofLabel(y[i], 10 * tenths),
      1,
    ),
  'mean-cross-entropy': ({ pct, y }) =>
    -Math.log(Math.sqrt(ofLabel(y[0], pct[0]) * ofLabel(y[1], pct[1]))),
  'loss-of-the-base-rate': ({ pct }) => {
    // the least over all constants
    const loss = (p: number) => -(pct * Math.log(p) + (100 - pct) * Math.log(1 - p)) / 100;
    const constants = Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000);
    return Math.min(...constants.map(loss));
  },
  'gradient-for-the-score':
    () =>
    ({ p, y }) => {
      const z = Math.log(p / (1 - p));
      return slopeAtZero((d) => Math.log(1 + Math.exp(z + d)) - y * (z + d));
    },
  'gradient-for-the-weights': ({ x, y, pct }) => {
    const z = Math.log(pct / (100 - pct));
    const loss = (score: number) => Math.log(1 + Math.exp(score)) - y * score;
    return x.map((xi: number) => slopeAtZero((d) => loss(z + d * xi)));
  },
  'softmax-of-logarithms': ({ a, k }) => {
    const others = a.filter((_: number, i: number) => i !== k - 1);
    return squash(Math.log(a[k - 1]) - Math.log(sum(others)));
  },
  'softmax-gradient': ({ a, k }) => {
    const scores = [a[0], a[1], 10 - a[0] - a[1]].map((share) => Math.log(share));
    return scores.map((_, place) =>
      slopeAtZero((d) =>
        softmaxLoss(
          scores.map((z, i) => (i === place ? z + d : z)),
          k - 1,
        ),
      ),
    );
  },
  'loss-before-training': ({ K }) =>
    softmaxLoss(
      Array.from({ length: K }, () => 0),
      0,
    ),
  'softmax-of-two': ({ k }) => {
    const [first = 0, second = 0] = halves(k).map((z) => Math.exp(z));
    return first / (first + second);
  },
  'always-the-rest': ({ K }) => (K - 1) / K,
  'rest-or-pairs': ({ K }) => {
    let pairs = 0;
    for (let i = 0; i < K; i += 1) pairs += i;
    return [K, pairs];
  },
  'precision-and-recall-at': ({ pct, y, t }) => {
    const labels = y.filter((_: number, i: number) => pct[i] >= 100 * t);
    return [sum(labels) / labels.length, sum(labels) / sum(y)];
  },
  'threshold-from-costs': ({ fp, fn }) => root((p) => fn * p - fp * (1 - p), 0, 1),
  'boundary-at-another-threshold': ({ w, b, t }) => root((x) => squash(w * x + b) - t, -100, 100),
  'softmax-reg-params': ({ d, K }) => d * K + K,
  'shape-of-the-weights': ({ d, K }) => [d, K],
  'free-parameters': ({ d, K }) => d * K + K - d - 1,
};
