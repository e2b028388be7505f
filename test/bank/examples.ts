import type { Value } from '../../src/domain/quiz/template.ts';

/** What is expected; null where the example does not say. */
export type Expected = number | string | null | readonly Expected[];

/** A worked example of the curriculum, put to the question of the same name. */
export interface Example {
  ref: string;
  /** All parameters of the question; what the example leaves open does not change the answer. */
  params: Readonly<Record<string, Value>>;
  /** The result of the example, rounded as there, in the unit in which the question asks for it. */
  answer: Expected;
  /** What the example gives, where the question makes it of its parameters. */
  lets?: Readonly<Record<string, Expected>>;
}

/**
 * The worked examples of the curriculum, in the order of its generators. An example with several
 * results stands here several times where the question asks for one of them at a time. Its places
 * count from 0, those of the questions from 1.
 */
export const EXAMPLES: readonly Example[] = [
  { ref: 'math-vectors/q/dot', params: { n: 3, a: [2, -1, 3], b: [4, 0, -2] }, answer: 2 },
  {
    ref: 'math-vectors/q/norm-l2',
    params: { base: [2, 3, 6], mixed: [2, 3, 6], n: 3, k: 1, signs: [1, -1, 1] },
    answer: 7,
    lets: { x: [2, -3, 6] },
  },
  { ref: 'math-vectors/q/norm-l1-linf', params: { n: 3, x: [3, -7, 2] }, answer: [12, 7] },
  { ref: 'math-vectors/q/cosine', params: { n: 3, a: [1, 2, 2], b: [2, 0, 1] }, answer: 0.5963 },
  {
    ref: 'math-vectors/q/projection',
    params: { base: [3, 4], n: 2, signs: [1, 1], a: [4, 3] },
    answer: 4.8,
    lets: { b: [3, 4] },
  },
  {
    ref: 'math-vectors/q/lincomb',
    params: { n: 2, a: [1, -2], b: [3, 1], s: 2, t: -1 },
    answer: [-1, -5],
  },

  {
    ref: 'math-matrices/q/matvec',
    params: {
      c: 2,
      A: [
        [1, 2],
        [3, -1],
      ],
      x: [2, 1],
    },
    answer: [4, 5],
  },
  {
    ref: 'math-matrices/q/matmul-entry',
    params: {
      n: 2,
      A: [
        [1, 2],
        [0, 3],
      ],
      B: [
        [4, 1],
        [2, 5],
      ],
      i: 1,
      j: 2,
    },
    answer: 11,
  },
  {
    ref: 'math-matrices/q/matmul-shape',
    params: { m: 4, k: 3, n: 7, other: 5, fits: true },
    answer: [4, 7],
  },
  { ref: 'math-matrices/q/matmul-flops', params: { m: 128, k: 512, n: 64 }, answer: 8_388_608 },
  {
    ref: 'math-matrices/q/batch-shape',
    params: { B: 2, T: 16, d: 64, h: 256 },
    answer: [2, 16, 256],
  },

  { ref: 'math-vector-spaces/q/det2', params: { a: 3, b: 2, c: 1, d: 4 }, answer: 10 },
  {
    ref: 'math-vector-spaces/q/det3',
    params: {
      M: [
        [2, 1, 0],
        [0, 3, 1],
        [0, 0, 4],
      ],
      triangular: true,
    },
    answer: 24,
  },
  { ref: 'math-vector-spaces/q/inverse2', params: { a: 3, b: 2, c: 1, d: 4 }, answer: 0.4 },
  {
    ref: 'math-vector-spaces/q/rank',
    params: { r: 2, u: [1, 2, 3], v: [0, 1, 1], w: [0, 0, 0], p: 2, q: 0, order: [1, 3, 2] },
    answer: 2,
    lets: {
      A: [
        [1, 2, 3],
        [2, 4, 6],
        [0, 1, 1],
      ],
    },
  },
  {
    // (2, 4) and (1, 2) in a plane, and a third vector at a right angle to it
    ref: 'math-vector-spaces/q/independent',
    params: { a: [2, 4, 0], b: [0, 0, 1], p: 0.5, q: 0, dependent: true, place: 1, off: 1 },
    answer: 'They are dependent, as $c = 0.5a + 0b$',
    lets: { c: [1, 2, 0], d: 0 },
  },

  {
    ref: 'math-eigen/q/eig2',
    params: { l1: 5, l2: 2, p: -1 / 3, q: 1 },
    answer: [5, 2],
    lets: {
      A: [
        [4, 1],
        [2, 3],
      ],
    },
  },
  {
    ref: 'math-eigen/q/eig-check',
    params: { l1: 2, l2: 5, p: 0, q: 0, k: 3, case: 2 },
    answer: 'Yes, with eigenvalue $5$',
    lets: {
      A: [
        [2, 0],
        [0, 5],
      ],
      v: [0, 3],
    },
  },
  // 60 %
  { ref: 'math-eigen/q/explained-var', params: { n: 3, raw: [6, 3, 1], k: 1 }, answer: 0.6 },
  {
    ref: 'math-eigen/q/low-rank-storage',
    params: { m: 1000, n: 500, r: 10 },
    answer: [15_000, 500_000],
  },

  { ref: 'math-derivatives/q/poly-deriv', params: { n: 3, c: [1, -3, 0, 2, 0], x: 2 }, answer: 21 },
  { ref: 'math-derivatives/q/chain-power', params: { a: 2, b: -1, n: 3, x: 1 }, answer: 6 },
  { ref: 'math-derivatives/q/product-rule', params: { a: 1, b: 2, x: 3 }, answer: 35 },
  {
    ref: 'math-derivatives/q/exp-log-deriv',
    params: { op: 'exp', a: 3, k: 2, s: 1, p: 4 },
    answer: 6,
    lets: { b: 2, x: 0 },
  },
  { ref: 'math-derivatives/q/sigmoid-deriv', params: { x: 1 }, answer: 0.1966 },
  {
    ref: 'math-derivatives/q/definite-integral',
    params: { a: 1, b: 2, c: 3, p: 0, q: 2 },
    answer: 14,
  },
  { ref: 'math-derivatives/q/central-diff', params: { x: 2, h: 0.5 }, answer: 12.25 },

  {
    ref: 'math-multivariable/q/partial',
    params: { v: 'x', a: 1, b: 3, c: -2, x: 2, y: 1 },
    answer: 7,
  },
  {
    ref: 'math-multivariable/q/gradient',
    params: { a: 1, b: 3, c: -2, x: 2, y: 1 },
    answer: [7, 2],
  },
  { ref: 'math-multivariable/q/directional', params: { g: [7, 2], d: [3, 4] }, answer: 5.8 },
  {
    ref: 'math-multivariable/q/linear-approx',
    params: { v: 10, g: [7, 2], d: [0.1, -0.2] },
    answer: 10.3,
  },

  {
    ref: 'math-jacobian-hessian/q/jacobian-entry',
    params: { a: 1, b: 1, x: 2, y: 3, at: [1, 1] },
    answer: 12,
  },
  {
    ref: 'math-jacobian-hessian/q/hessian-type',
    params: { want: 'saddle', a: 1, b: 4, c: 1 },
    answer: 'a saddle point',
  },
  { ref: 'math-jacobian-hessian/q/newton-step', params: { a: 2, b: -8, x: 5 }, answer: 2 },
  {
    ref: 'math-jacobian-hessian/q/jacobian-size',
    params: { which: 'H', n: 300, m: 5 },
    answer: 90_000,
  },

  { ref: 'math-gradient-descent/q/gd-step', params: { c: 1, m: 3, eta: 0.1, x: 8 }, answer: 7 },
  {
    ref: 'math-gradient-descent/q/gd-k-steps',
    params: { x: 10, eta: 0.1, c: 2, k: 3 },
    answer: 5.12,
  },
  {
    ref: 'math-gradient-descent/q/gd-max-lr',
    params: { k: 4 },
    answer: 0.25,
    lets: { c: 8 },
  },

  // 15.3846 %
  { ref: 'math-probability/q/bayes', params: { q: 1, s: 90, f: 5 }, answer: 0.153846 },
  {
    ref: 'math-probability/q/total-prob',
    params: { u: 5, v: 3, rates: [0.1, 0.2, 0.4] },
    answer: 0.19,
    lets: { w: [0.5, 0.3, 0.2] },
  },
  {
    ref: 'math-probability/q/at-least-one',
    params: { t: 4, n: 5 },
    answer: 0.6723,
    lets: { p: 0.2 },
  },
  { ref: 'math-probability/q/cond-table', params: { a: 18, b: 9, c: 12, d: 40 }, answer: 0.6 },
  { ref: 'math-probability/q/combinations', params: { n: 7, k: 3 }, answer: 35 },

  {
    ref: 'math-distributions/q/expectation',
    params: { u: 5, v: 3, x: [1, 2, 5] },
    answer: 2.1,
    lets: { p: [0.5, 0.3, 0.2] },
  },
  {
    ref: 'math-distributions/q/variance',
    params: { u: 5, v: 3, x: [1, 2, 5] },
    answer: 2.29,
    lets: { p: [0.5, 0.3, 0.2] },
  },
  { ref: 'math-distributions/q/binomial', params: { n: 5, k: 2, p: 0.5 }, answer: 0.3125 },
  {
    ref: 'math-distributions/q/affine-moments',
    params: { a: 2, b: -1, mu: 3, v: 4 },
    answer: [5, 16],
  },
  {
    ref: 'math-distributions/q/zscore',
    params: { mu: 70, h: 4, t: 3 },
    answer: 1.5,
    lets: { x: 82, sigma: 8 },
  },
  {
    ref: 'math-distributions/q/covariance',
    params: { n: 3, x: [1, 2, 3], y: [2, 4, 9] },
    answer: 3.5,
  },

  { ref: 'math-likelihood/q/softmax3', params: { z: [2, 1, 0], j: 1 }, answer: 0.6652 },
  { ref: 'math-likelihood/q/softmax3', params: { z: [2, 1, 0], j: 2 }, answer: 0.2447 },
  { ref: 'math-likelihood/q/softmax3', params: { z: [2, 1, 0], j: 3 }, answer: 0.09 },
  { ref: 'math-likelihood/q/softmax-temp', params: { z: [2, 1, 0], t: 0.5, j: 1 }, answer: 0.8668 },
  { ref: 'math-likelihood/q/softmax-temp', params: { z: [2, 1, 0], t: 0.5, j: 2 }, answer: 0.1173 },
  { ref: 'math-likelihood/q/softmax-temp', params: { z: [2, 1, 0], t: 0.5, j: 3 }, answer: 0.0159 },
  { ref: 'math-likelihood/q/cross-entropy', params: { h: 20 }, answer: 1.6094, lets: { p: 0.2 } },
  {
    ref: 'math-likelihood/q/entropy-bits',
    params: { base: [0.5, 0.25, 0.25], p: [0.5, 0.25, 0.25] },
    answer: 1.5,
  },
  {
    ref: 'math-likelihood/q/kl',
    params: { a: 5, b: 9 },
    answer: 0.5108,
    lets: { p: [0.5, 0.5], q: [0.9, 0.1] },
  },
  { ref: 'math-likelihood/q/mle-bernoulli', params: { n: 20, k: 7 }, answer: 0.35 },
  { ref: 'math-likelihood/q/mle-gaussian', params: { n: 3, x: [2, 4, 9] }, answer: [5, 8.6667] },
  {
    ref: 'math-likelihood/q/logsumexp',
    params: { m: 1000, n: 2, below: [0, 0] },
    answer: 1000.6931,
  },
  {
    ref: 'math-likelihood/q/softmax-grad',
    params: { a: 14, b: 4, y: 2 },
    answer: [0.7, -0.8, 0.1],
    lets: { p: [0.7, 0.2, 0.1] },
  },

  { ref: 'math-statistics/q/std-error', params: { s: 12, r: 6 }, answer: 2, lets: { n: 36 } },
  { ref: 'math-statistics/q/ci-proportion', params: { h: 60, n: 400 }, answer: 0.048 },
  {
    ref: 'math-statistics/q/z-test',
    params: { mu: 50, g: 2, s: 10, r: 10 },
    answer: 2,
    lets: { n: 100 },
  },
  { ref: 'math-statistics/q/hoeffding-n', params: { eps: 0.05, delta: 0.05 }, answer: 738 },

  {
    ref: 'ml-intro/q/split-counts',
    params: { N: 5000, f: [80, 10, 10] },
    answer: [4000, 500, 500],
  },
  { ref: 'ml-intro/q/steps-per-epoch', params: { N: 5000, B: 64, E: 3 }, answer: 237 },

  {
    ref: 'ml-python/q/broadcast-shape',
    params: { p: [4, 5, 3], ma: [1, 0, 1], mb: [1, 1, 1], k: 2, bad: 0 },
    answer: [4, 5, 3],
    lets: { a: [4, 1, 3], b: [5, 3] },
  },
  { ref: 'ml-python/q/one-hot', params: { N: 32, K: 10 }, answer: [32, 10] },

  {
    ref: 'ml-linear-regression/q/mse',
    params: { n: 3, y: [3, 5, 2], d: [-1, 0, 2] },
    answer: 1.6667,
    lets: { p: [2, 5, 4] },
  },
  {
    ref: 'ml-linear-regression/q/ols-slope',
    params: { n: 3, xs: [1, 2, 3], y: [2, 3, 7] },
    answer: 2.5,
  },
  {
    ref: 'ml-linear-regression/q/r2',
    params: { n: 3, y: [1, 2, 3], d: [1, 0, -1] },
    answer: 0.75,
    lets: { p: [1.5, 2, 2.5] },
  },
  { ref: 'ml-linear-regression/q/mse-grad', params: { w: 2, x: 3, y: 4 }, answer: 12 },

  {
    ref: 'ml-logistic/q/sigmoid-prob',
    params: { kw: [2, -4], x: [2, 0.5], kb: 0 },
    answer: 0.7311,
    lets: { w: [1, -2] },
  },
  { ref: 'ml-logistic/q/bce', params: { y: 0, pct: 80 }, answer: 1.6094 },
  { ref: 'ml-logistic/q/boundary', params: { w: 2, b: -5 }, answer: 2.5 },
  { ref: 'ml-logistic/q/softmax-reg-params', params: { d: 784, K: 10 }, answer: 7850 },

  {
    ref: 'ml-generalization/q/prf1',
    params: { tp: 40, fp: 10, fn: 20, tn: 30 },
    answer: [0.8, 0.6667, 0.7273],
  },
  { ref: 'ml-generalization/q/kfold', params: { k: 5, m: 200 }, answer: 800, lets: { N: 1000 } },
  { ref: 'ml-generalization/q/ridge-loss', params: { m: 2.5, lam: 0.1, w: [3, 4] }, answer: 5 },

  { ref: 'ml-classical/q/gini', params: { n: 2, c: [6, 2] }, answer: 0.375 },
  {
    ref: 'ml-classical/q/kmeans-update',
    params: { x: [0, 2, 4], y: [0, 4, 2], c: [1, 1] },
    answer: [2, 2],
  },
  {
    // red for A, blue for B, and a sixth point far away
    ref: 'ml-classical/q/knn-vote',
    params: { x: [1, 2, 5, 6, 7, 19], l: ['red', 'red', 'blue', 'blue', 'red', 'green'], q: 4 },
    answer: 'blue',
    lets: { at: 4.4 },
  },

  {
    ref: 'nn-mlp/q/mlp-params',
    params: { deep: 2, n: 784, h: [128, 16], m: 10 },
    answer: 101_770,
    lets: { sizes: [784, 128, 10] },
  },
  {
    ref: 'nn-mlp/q/neuron',
    params: { act: 'ReLU', w: [2, -1], kx: [6, 8], b: 1 },
    answer: 3,
    lets: { x: [3, 4] },
  },
  {
    ref: 'nn-mlp/q/forward2',
    params: {
      A: [
        [1, -1],
        [2, 0],
      ],
      b: [0, 1],
      v: [1, 1],
      c: 0,
      x: [2, 3],
    },
    answer: 5,
  },

  { ref: 'nn-backprop/q/backprop-linear', params: { w: 2, b: 1, x: 3, y: 5 }, answer: 12 },
  { ref: 'nn-backprop/q/backprop-graph', params: { a: 2, b: 3, c: -1 }, answer: 30 },
  { ref: 'nn-backprop/q/vanish', params: { n: 5 }, answer: 0.000977 },

  {
    ref: 'nn-optimizers/q/momentum',
    params: { beta: 0.9, v: 2, g: 1, eta: 0.1, x: 5 },
    answer: [2.8, 4.72],
  },
  { ref: 'nn-optimizers/q/adam-first', params: { eta: 0.001, g: -7 }, answer: 0.001 },
  {
    ref: 'nn-optimizers/q/clip-norm',
    params: { case: [6, 8, 10], sg: [1, 1], c: 5 },
    answer: [3, 4],
    lets: { g: [6, 8] },
  },
  {
    ref: 'nn-optimizers/q/warmup-cosine',
    params: { p: 0.0003, share: 0, w: 100, L: 1000, early: 0, j: 6 },
    answer: 0.00015,
    lets: { low: 0, T: 1100, t: 600 },
  },
  { ref: 'nn-optimizers/q/effective-batch', params: { b: 4, a: 8, d: 2 }, answer: 64 },

  { ref: 'nn-training/q/init-std', params: { he: 1, n: 512, m: 256 }, answer: 0.0625 },
  { ref: 'nn-training/q/dropout-scale', params: { p: 0.25, x: 3 }, answer: 4 },

  {
    ref: 'nlp-text/q/edit-distance',
    params: { first: [], second: [], pair: ['kitten', 'sitting'] },
    answer: 3,
  },
  { ref: 'nlp-text/q/tfidf', params: { tf: 3, n: 1000, df: 10 }, answer: 13.8155 },
  {
    ref: 'nlp-text/q/jaccard',
    params: {
      words: ['a', 'b', 'c', 'd', 'e'],
      both: 2,
      left: 1,
      right: 2,
      a: ['a', 'b', 'c'],
      b: ['b', 'c', 'd', 'e'],
    },
    answer: 0.4,
  },
  {
    // with a fourth word that does not occur
    ref: 'nlp-text/q/bow-vector',
    params: { s: 'a b a', extra: ['d'], v: ['a', 'b', 'c', 'd'] },
    answer: [2, 1, 0, 0],
  },

  {
    ref: 'nlp-tokenization/q/bpe-merge',
    params: {
      corpora: [],
      others: [],
      toy: [
        ['low', 'lower', 'newest'],
        ['w+e', 'l+o', 'o+w', 'e+s'],
        [
          [0, 1, 1, 0, 0],
          [1, 1, 0, 0, 0],
          [1, 1, 0, 0, 0],
          [0, 0, 1, 0, 0],
        ],
      ],
      c: [5, 2, 6, 0, 0],
    },
    answer: 'w+e',
    lets: { n: [8, null, null, null] },
  },
  {
    ref: 'nlp-tokenization/q/bpe-vocab',
    params: { level: 'bytes', chars: 40, k: 100, special: 1 },
    answer: 50_257,
    lets: { merges: 50_000 },
  },
  {
    ref: 'nlp-tokenization/q/embed-params',
    params: { V: 50_257, d: 768, tied: true },
    answer: 38_597_376,
  },
  {
    ref: 'nlp-tokenization/q/fertility',
    params: { W: 100, k: 26, ctx: 4096 },
    answer: [1.3, 3150.7692],
    lets: { T: 130 },
  },

  {
    ref: 'nlp-ngram-lm/q/bigram-mle',
    params: { pair: ['green', 'tea'], ca: 10, cab: 3, V: 20, smooth: false },
    answer: 0.3,
  },
  {
    ref: 'nlp-ngram-lm/q/bigram-mle',
    params: { pair: ['green', 'tea'], ca: 10, cab: 3, V: 20, smooth: true },
    answer: 0.1333,
  },
  {
    ref: 'nlp-ngram-lm/q/seq-prob',
    params: { n: 3, k: [5, 2, 1], log_wanted: false },
    answer: 0.01,
  },
  {
    ref: 'nlp-ngram-lm/q/seq-prob',
    params: { n: 3, k: [5, 2, 1], log_wanted: true },
    answer: -4.6052,
  },
  { ref: 'nlp-ngram-lm/q/perplexity-probs', params: { n: 3, p: [0.5, 0.25, 0.125] }, answer: 4 },
  { ref: 'nlp-ngram-lm/q/perplexity-ce', params: { H: 3, bits: false }, answer: 20.0855 },
  { ref: 'nlp-ngram-lm/q/perplexity-ce', params: { H: 3, bits: true }, answer: 8 },
  {
    ref: 'nlp-ngram-lm/q/bits-per-byte',
    params: { tenths: 28, tokens: 1000, per: 4.2 },
    answer: 0.9618,
    lets: { H: 2.8, bytes: 4200 },
  },

  {
    ref: 'nlp-classification/q/naive-bayes',
    params: { prior: 0.5, n: 2, a: [20, 10], b: [5, 10] },
    answer: 0.8,
    lets: { la: [0.2, 0.1], lb: [0.05, 0.1] },
  },
  {
    ref: 'nlp-classification/q/macro-micro-f1',
    params: { n: 3, F: [18, 10, 8], s: [2, 3, 7] },
    answer: 0.6,
    lets: { f: [0.9, 0.5, 0.4] },
  },

  {
    ref: 'nlp-embeddings/q/analogy',
    params: { a: [1, 1], d: [0, 2], g: [3, 0], off: [0, 0], k: 1 },
    answer: 'the word at $(4, 3)$',
    lets: { b: [1, 3], c: [4, 1] },
  },
  { ref: 'nlp-embeddings/q/skipgram-pairs', params: { n: 6, w: 2 }, answer: 18 },
  {
    ref: 'nlp-embeddings/q/sgns-loss',
    params: { h: 4, g: [-2, 0] },
    answer: 1.1333,
    lets: { s: 2, k: [-1, 0] },
  },

  {
    ref: 'nlp-rnn/q/rnn-step',
    params: { wh: 5, wx: 10, hp: 2, xs: 4, bs: 0 },
    answer: 0.4621,
    lets: { w: 0.5, u: 1, h: 0.2, x: 0.4, b: 0 },
  },
  {
    ref: 'nlp-rnn/q/rnn-params',
    params: { cell: ['plain RNN', 1], d: 50, h: 100 },
    answer: 15_100,
  },
  { ref: 'nlp-rnn/q/rnn-params', params: { cell: ['LSTM', 4], d: 50, h: 100 }, answer: 60_400 },
  { ref: 'nlp-rnn/q/rnn-params', params: { cell: ['GRU', 3], d: 50, h: 100 }, answer: 45_300 },
  {
    ref: 'nlp-rnn/q/lstm-cell',
    params: { f: 0.5, i: 0.25, cs: 4, gs: -10 },
    answer: 0.75,
    lets: { c: 2, g: -1 },
  },

  {
    // with a third output that is less likely than both
    ref: 'nlp-seq2seq/q/beam-score',
    params: { n: [2, 3, 4], a: [0.5, 0.5], b: [0.6, 0.6, 0.6], c: [0.3, 0.3, 0.3, 0.3], alpha: 1 },
    answer: 'output B',
  },
  // 2 of 7 words are there, and apart from that 6 words against 8
  {
    ref: 'nlp-seq2seq/q/bleu-precision',
    params: { w: ['cat', 'dog', 'fox', 'owl', 'tree'], long: 0, k: 7, j: 0, u: 0 },
    answer: [0.2857, null],
    lets: { hit: 2, c: 7 },
  },
  {
    ref: 'nlp-seq2seq/q/bleu-precision',
    params: { w: ['cat', 'dog', 'fox', 'owl', 'tree'], long: 1, k: 4, j: 1, u: 1 },
    answer: [null, 0.7165],
    lets: { c: 6, r: 8 },
  },

  { ref: 'tf-attention/q/attn-score', params: { q: [1, 0, 2, 1], k: [2, 1, 1, 0] }, answer: 2 },
  {
    ref: 'tf-attention/q/attn-weights',
    params: { n: 2, s: [2, 0], r: 2 },
    answer: [0.8808, 0.1192],
  },
  {
    ref: 'tf-attention/q/attn-output',
    params: { a: 0.75, v: [4, 0], w: [0, 8] },
    answer: [3, 2],
    lets: { b: 0.25 },
  },
  { ref: 'tf-attention/q/score-variance', params: { d: 64 }, answer: [64, 1] },

  { ref: 'tf-multihead/q/head-dim', params: { k: 64, h: 12 }, answer: 64, lets: { d: 768 } },
  {
    ref: 'tf-multihead/q/mha-params',
    params: { h: 8, k: 64 },
    answer: [1_048_576, 1_050_624],
    lets: { d: 512 },
  },
  { ref: 'tf-multihead/q/causal-count', params: { n: 8 }, answer: 36 },
  {
    ref: 'tf-multihead/q/score-memory',
    params: { b: 1, h: 12, n: 1024, bits: 16 },
    answer: 25_165_824 / 2 ** 20,
  },
  { ref: 'tf-multihead/q/attn-flops', params: { n: 1024, d: 768 }, answer: 8_053_063_680 },
  { ref: 'tf-multihead/q/attn-crossover', params: { d: 768 }, answer: 1536 },

  { ref: 'tf-positions/q/sin-pe', params: { pos: 3, i: 0, d: 4, odd: 0 }, answer: 0.1411 },
  { ref: 'tf-positions/q/rope-rotate', params: { q: [1, 0], g: 45, m: 2 }, answer: [0, 1] },

  {
    ref: 'tf-block/q/layernorm',
    params: { case: [[1, -1], 1], b: [-1, 1], m: 1, c: 2 },
    answer: [-1, 1],
    lets: { x: [1, 3] },
  },
  {
    ref: 'tf-block/q/ffn-params',
    params: { d: 512 },
    answer: [2_097_152, 2_099_712],
    lets: { h: 2048 },
  },
  { ref: 'tf-block/q/block-params', params: { d: 768 }, answer: 7_077_888 },

  {
    ref: 'tf-bert/q/mlm-counts',
    params: { k: 10 },
    answer: [300, 240, 30, 30],
    lets: { n: 2000 },
  },
  { ref: 'tf-bert/q/bert-params', params: { v: 30_522, d: 768, n: 12 }, answer: 108_891_648 },

  {
    ref: 'tf-gpt/q/gpt-params',
    params: { v: 50_257, n: 1024, c: [768, 12] },
    answer: 124_439_808,
  },
  {
    ref: 'tf-gpt/q/topk',
    params: { s: [50, 20, 15, 10, 5], p: [50, 20, 15, 10, 5], k: 2, j: 1 },
    answer: 0.7143,
  },
  {
    ref: 'tf-gpt/q/topp',
    params: { s: [50, 20, 15, 10, 5], p: [50, 20, 15, 10, 5], t: 80 },
    answer: 3,
  },

  { ref: 'llm-architectures/q/gqa-factor', params: { h: 64, k: 8 }, answer: 8 },
  { ref: 'llm-architectures/q/swiglu-params', params: { c: [4096, 11_008] }, answer: 135_266_304 },
  {
    ref: 'llm-architectures/q/llama-params',
    params: { v: 32_000, c: [4096, 4096, 11_008, 32] },
    answer: 6_738_415_616,
  },
  {
    ref: 'llm-architectures/q/rmsnorm',
    params: { b: [1, 7], v: [1, 7], s: [1, 1, 1, 1] },
    answer: [0.2, 1.4],
  },

  { ref: 'llm-build-gpt/q/ce-at-init', params: { v: 65 }, answer: 4.1744 },
  { ref: 'llm-build-gpt/q/batch-targets', params: { b: 32, t: 256 }, answer: 8192 },
  {
    ref: 'llm-build-gpt/q/tokens-steps',
    params: { m: 1000, b: 32, t: 1024, a: 4, g: 2 },
    answer: 3815,
    lets: { d: 1e9 },
  },

  { ref: 'llm-scaling/q/train-flops', params: { n: 7, d: 2 }, answer: 8.4e22 },
  // in billions
  { ref: 'llm-scaling/q/chinchilla-tokens', params: { n: 70 }, answer: 1400 },
  { ref: 'llm-scaling/q/chinchilla-n', params: { k: 10 }, answer: 10, lets: { c: 1.2e22 } },
  {
    ref: 'llm-scaling/q/train-days',
    params: { n: 7, d: 140, g: 64, p: 312, u: 0.4 },
    answer: 8.5206,
  },
  { ref: 'llm-scaling/q/power-law', params: { fl: 1.7, a: 400, k: 0.34, n: 1 }, answer: 2.0484 },

  { ref: 'llm-pretraining/q/adam-memory', params: { n: 7 }, answer: 112 },
  { ref: 'llm-pretraining/q/zero-shard', params: { n: 7, g: 8 }, answer: [38.5, 26.25, 14] },
  { ref: 'llm-pretraining/q/pipeline-bubble', params: { p: 4, m: 12 }, answer: 0.2 },

  {
    ref: 'llm-inference/q/kv-cache',
    params: { c: [32, 32], t: 4096, b: 1, bytes: 2 },
    answer: 2_147_483_648 / 2 ** 20,
  },
  { ref: 'llm-inference/q/weight-memory', params: { n: 7, bits: 4 }, answer: 3.5 },
  { ref: 'llm-inference/q/absmax-quant', params: { w: [0.5, -2, 1.27], i: 3 }, answer: 81 },
  { ref: 'llm-inference/q/decode-bound', params: { b: 2, w: 14 }, answer: 142.8571 },
  { ref: 'llm-inference/q/speculative', params: { a: 0.8, k: 4 }, answer: 3.3616 },

  {
    ref: 'llm-finetuning/q/sft-mask',
    params: { u: [12, 8, 5], a: [20, 15, 10], k: 2 },
    answer: 35,
    lets: { turns: [12, 20, 8, 15] },
  },
  {
    ref: 'llm-finetuning/q/sft-steps',
    params: { n: 10_000, b: 4, a: 8, g: 1, k: 3 },
    answer: 939,
  },

  {
    ref: 'llm-prompting/q/prompt-cost',
    params: { i: 12, u: 5, pin: 2, f: 4 },
    answer: 0.01,
    lets: { tin: 3000, tout: 500, pout: 8 },
  },
  {
    ref: 'llm-prompting/q/context-budget',
    params: { ctx: 4096, i: 12, q: 8, a: 10, part: 35 },
    answer: 8,
    lets: { instr: 300, query: 200, ans: 500, ex: 350 },
  },
  { ref: 'llm-prompting/q/self-consistency', params: { n: 5, p: 0.7 }, answer: 0.8369 },

  { ref: 'llm-evaluation/q/bench-se', params: { acc: 70, n: 1000 }, answer: 0.0145 },
  { ref: 'llm-evaluation/q/pass-at-k', params: { n: 10, k: 2, c: 3 }, answer: 0.5333 },
  {
    ref: 'llm-evaluation/q/elo',
    params: { rb: 100, g: 20 },
    answer: 0.7597,
    lets: { a: 1200, b: 1000 },
  },
  { ref: 'llm-evaluation/q/kappa', params: { x: 80, y: 50 }, answer: 0.6 },

  { ref: 'llm-landscape/q/energy', params: { g: 64, k: 0.4, h: 100, u: 1.2 }, answer: 3072 },

  // 23.8462 %
  { ref: 'adv-train-lm/q/mfu', params: { m: 124, k: 100, p: 312 }, answer: 0.238462 },
  // without a reserve
  { ref: 'adv-train-lm/q/run-budget', params: { h: 12, g: 8, c: 2.5, r: 0 }, answer: 240 },

  {
    ref: 'adv-peft/q/lora-params',
    params: { r: 8, i: 4096, o: 4096, l: 32 },
    answer: 4_194_304,
    lets: { m: 64 },
  },
  // 0.3906 %
  { ref: 'adv-peft/q/lora-share', params: { r: 8, d: 4096 }, answer: 0.003906 },
  { ref: 'adv-peft/q/qlora-memory', params: { n: 7, a: 40 }, answer: 3.58 },

  { ref: 'adv-alignment/q/bradley-terry', params: { a: 1.5, b: 0.5 }, answer: [0.7311, 0.3133] },
  {
    ref: 'adv-alignment/q/kl-reward',
    params: { r: 2, b: 0.1, lp: -1, g: 2 },
    answer: 1.8,
    lets: { lr: -3 },
  },
  {
    ref: 'adv-alignment/q/dpo-loss',
    params: { b: 0.1, rw: -12, rl: -13, dw: 2, dl: -2 },
    answer: 0.513,
    lets: { lw: -10, ll: -15 },
  },
  { ref: 'adv-alignment/q/ppo-clip', params: { h: 0.2, x: 1.5, a: 2 }, answer: 2.4 },
  { ref: 'adv-alignment/q/grpo-adv', params: { r: [1, 0, 0, 1], j: 1 }, answer: 1 },

  { ref: 'adv-rag/q/chunk-count', params: { n: 5000, c: 512, o: 64 }, answer: 12 },
  {
    ref: 'adv-rag/q/retrieval-metrics',
    params: { x: [0, 1, 0, 1, 0], extra: 0, k: 3 },
    answer: [0.5, 0.5],
    lets: { rel: 2 },
  },
  // in GB
  { ref: 'adv-rag/q/index-memory', params: { m: 1, d: 768, b: 32 }, answer: 3.072 },

  {
    ref: 'adv-capstone-app/q/error-budget',
    params: { w: 95, k: 4 },
    answer: 0.8145,
    lets: { p: 0.95 },
  },

  {
    ref: 'adv-capstone-finetune/q/ab-winrate',
    params: { n: 100, t: 10, f: 0.61 },
    answer: [0.6, 0.096],
    lets: { w: 55 },
  },
];

/** The generators whose example cannot be put to their question, and why. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  'ml-python/q/standardise': 'the example scales by minimum and maximum',
  'llm-pretraining/q/dedup': 'the example counts the tokens that filters leave',
};
