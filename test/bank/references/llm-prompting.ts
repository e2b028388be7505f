import type { References } from '../references.ts';

/** Chance of a right majority, by going through all outcomes of the samples. */
const majority = (n: number, p: number): number => {
  let chance = 0;
  for (let outcome = 0; outcome < 2 ** n; outcome += 1) {
    const right = [...outcome.toString(2)].filter((bit) => bit === '1').length;
    if (right > n / 2) chance += p ** right * (1 - p) ** (n - right);
  }
  return chance;
};

/** The keys of llm-prompting, computed a second time. */
export const references: References = {
  'self-consistency': ({ n, p }) => majority(n, p),
  'shared-mistakes': ({ s, p }) => majority(3, p) - (majority(3, p) * s) / 100,
  'vote-of-samples': ({ all }) => {
    const votes = new Map<number, number>();
    for (const x of all) votes.set(x, (votes.get(x) ?? 0) + 1);
    return [...votes].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
  },
  'share-after-mask': ({ p, j }) => {
    const logits = p.map((x: number, i: number) => (i < 3 ? Math.log(x) : -Infinity));
    const powers = logits.map((z: number) => Math.exp(z));
    return powers[j - 1] / powers.reduce((sum: number, x: number) => sum + x, 0);
  },
  'context-budget': ({ ctx, i, q, a, part }) => {
    let used = 25 * i + 25 * q + 50 * a;
    let examples = 0;
    while (used + 10 * part <= ctx) {
      used += 10 * part;
      examples += 1;
    }
    return examples;
  },
  'prompt-cost': ({ i, u, pin, f }) => (250 * i * pin + 100 * u * pin * f) * 1e-6,
  'price-of-examples': ({ calls, base, k, each, out, pin }) => {
    const perCall = (input: number): number => (input + 4 * out) * pin * 1e-6;
    return [calls * perCall(base), calls * perCall(base + k * each)];
  },
  'react-tokens': ({ p, t, s }) => {
    let [text, sent] = [p, 0];
    for (let call = 0; call < s; call += 1) {
      sent += text;
      text += t;
    }
    return sent;
  },
};
