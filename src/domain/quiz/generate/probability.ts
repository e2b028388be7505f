import type { Value } from '../template.ts';
import { sum } from './lists.ts';
import {
  isMatrix,
  type Known,
  NoValue,
  numberOf,
  numbersIn,
  vectorOf,
  vectorsOf,
} from './values.ts';

/** Distributions are lists of shares; `0 log 0` is 0. */
export const PROBABILITY: Record<string, Known> = {
  softmax: {
    arity: [1, 2],
    of: ([x, temperature = 1]) => {
      const by = positive(temperature);
      return isMatrix(x) ? x.map((row) => softmax(row, by)) : softmax(vectorOf(x), by);
    },
  },
  logsumexp: { arity: [1, 1], of: ([x]) => logSumExp(numbersIn(x)) },
  entropy: {
    arity: [1, 2],
    of: ([p, base = Math.E]) => {
      const shares = vectorOf(p);
      const nats = -expectation(shares, shares.map(logarithm));
      return (base === Math.E ? nats : nats / Math.log(numberOf(base))) + 0;
    },
  },
  crossEntropy: {
    arity: [2, 2],
    of: (args) => {
      const [p, q] = vectorsOf(args);
      return -expectation(p, q.map(logarithm)) + 0;
    },
  },
  kl: {
    arity: [2, 2],
    of: (args) => {
      const [p, q] = vectorsOf(args);
      return expectation(
        p,
        p.map((share, i) => logarithm(share) - logarithm(q[i] ?? 0)),
      );
    },
  },
};

/** The largest entry is taken off first, so that nothing overflows. */
function softmax(x: readonly number[], temperature: number): number[] {
  const largest = Math.max(...x);
  const weights = x.map((entry) => Math.exp((entry - largest) / temperature));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function logSumExp(x: readonly number[]): number {
  const largest = Math.max(...x);
  return largest + Math.log(sum(x.map((entry) => Math.exp(entry - largest))));
}

function expectation(shares: readonly number[], values: readonly number[]): number {
  return sum(shares.map((share, i) => (share === 0 ? 0 : share * (values[i] ?? Number.NaN))));
}

function logarithm(share: number): number {
  if (share < 0) throw new NoValue('needs shares from 0 on');
  return Math.log(share);
}

function positive(value: Value): number {
  const number = numberOf(value);
  if (number > 0) return number;
  throw new NoValue('needs a temperature above 0', false);
}
