import type { References } from '../references.ts';

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);

/** The keys of llm-build-gpt, computed a second time. */
export const references: References = {
  'batch-targets': ({ b, t }) => {
    let targets = 0;
    for (let chunk = 0; chunk < b; chunk += 1) targets += t;
    return targets;
  },
  'tokens-steps': ({ m, b, t, a, g }) => {
    const each = b * g * a * t;
    const whole = Math.floor((m * 1e6) / each);
    return whole * each < m * 1e6 ? whole + 1 : whole;
  },
  'shifted-targets': ({ data, i }) => data.slice(i + 1, i + 5),
  'flat-logits': ({ b, t, v }) => [b * t, v],
  'ce-at-init': ({ v }) => -Math.log(1 / v),
  'one-loud-logit': ({ v, z }) => z + Math.log1p((v - 1) * Math.exp(-z)),
  'running-means': ({ x }) => x.map((_: number, i: number) => total(x.slice(0, i + 1)) / (i + 1)),
  'masked-row': ({ s, t }) => {
    const powers = s.map((score: number, i: number) => (i < t ? Math.E ** score : 0));
    return powers.map((power: number) => power / total(powers));
  },
  'zero-mask': ({ n, t, s }) => 1 / (1 + (t * Math.exp(s)) / (n - t)),
  'scores-of-heads': ({ b, t, h }) => [b, h, t, t],
  'residual-slope': ({ a, n }) => {
    let x = 1;
    for (let block = 0; block < n; block += 1) x += a * x;
    return x;
  },
  'dropped-weights': ({ a, p, k }) =>
    a.map((weight: number, i: number) => (i + 1 === k ? 0 : weight * (1 / (1 - p)))),
  'top-two': ({ z, c }) => {
    const [second, first] = z.toSorted((a: number, b: number) => a - b).slice(2);
    return Math.exp(first / c) / (Math.exp(first / c) + Math.exp(second / c));
  },
};
