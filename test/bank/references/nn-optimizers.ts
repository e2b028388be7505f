import type { References } from '../references.ts';

/** The running mean of a list of values from 0, with its bias correction. */
function runningMean(values: readonly number[], beta: number) {
  let [mean, weight] = [0, 0];
  for (const value of values) {
    mean += (1 - beta) * (value - mean);
    weight += (1 - beta) * (1 - weight);
  }
  return { mean, corrected: mean / weight };
}

/** The keys of nn-optimizers, computed a second time. */
export const references: References = {
  'batch-for-less-noise': ({ B, k }) => {
    // the least batch whose noise is at most a k-th
    let size = 1;
    while (Math.sqrt(B / size) > 1 / k + 1e-12) size += 1;
    return size;
  },
  momentum: ({ beta, v, g, eta, x }) => [v * beta + g, x - eta * beta * v - eta * g],
  'final-speed': ({ beta, g, eta }) => {
    let v = 0;
    for (let i = 0; i < 2000; i += 1) v = beta * v + g;
    return eta * v;
  },
  'two-steps-with-momentum':
    () =>
    ({ b = NaN, g = NaN, h = NaN }) => {
      let [v, w] = [0, 0];
      for (let i = 0; i < 2; i += 1) {
        v = b * v + g;
        w -= h * v;
      }
      return w;
    },
  'rmsprop-step': ({ s, g, eta }) =>
    -eta * Math.sign(g) * Math.sqrt((g * g) / (s + (g * g - s) / 10)),
  'adam-first': ({ eta, g }) => {
    const m = runningMean([g], 0.9).corrected;
    const v = runningMean([g * g], 0.999).corrected;
    return (-eta * m) / Math.sqrt(v);
  },
  'second-mean-corrected': ({ g }) => {
    const { mean, corrected } = runningMean(g, 0.9);
    return [mean, corrected];
  },
  'correction-forgotten': ({ b1, b2 }) =>
    runningMean([3], b1).mean / Math.sqrt(runningMean([9], b2).mean),
  'decay-alone': ({ eta, lam, n }) => {
    let w = 1;
    for (let i = 0; i < n; i += 1) w -= eta * lam * w;
    return w;
  },
  'peak-from-a-log-line': ({ p, w, j }) => {
    const [at, rate] = [(w * j) / 10, (p * j) / 100_000];
    return (rate / at) * w;
  },
  'step-of-a-given-rate': ({ case: [percent], w, L }) =>
    w + (L * Math.acos((2 * percent) / 100 - 1)) / Math.PI,
  'clip-norm': ({ case: [a, b], sg, c }) => {
    const long = Math.hypot(a, b) > c;
    const angle = Math.atan2(b * sg[1], a * sg[0]);
    return long ? [c * Math.cos(angle), c * Math.sin(angle)] : [a * sg[0], b * sg[1]];
  },
  'norm-over-all-parameters': ({ case: [a, b, third], c }) => (c * third) / Math.hypot(a, b, third),
  'effective-batch': ({ b, a, d }) => {
    let examples = 0;
    for (let gpu = 0; gpu < d; gpu += 1) for (let pass = 0; pass < a; pass += 1) examples += b;
    return examples;
  },
  'warmup-cosine': ({ p, share, early, j }) => {
    if (early === 1) return (p * ((j % 4) + 1)) / 5;
    // half the cosine of an angle plus one half is the squared cosine of half the angle
    const height = Math.cos((Math.PI * j) / 24) ** 2;
    return p * (share + (1 - share) * height);
  },
};
