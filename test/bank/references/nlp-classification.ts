import type { References } from '../references.ts';

const total = (list: number[]): number => list.reduce((sum, x) => sum + x, 0);

/** F1 as the harmonic mean of precision and recall. */
const f1 = (tp: number, fp: number, fn: number): number => {
  const precision = tp / (tp + fp);
  const recall = tp / (tp + fn);
  return (2 * precision * recall) / (precision + recall);
};

const NEGATIONS = ["n't", 'not', 'no', 'never'];

/** How many words stand between a negation and the next punctuation mark. */
const negated = (text: string): number => {
  let inside = false;
  let found = 0;
  for (const token of text.toLowerCase().split(' ')) {
    if (/^[,.;!?]$/.test(token)) inside = false;
    else if (NEGATIONS.includes(token)) inside = true;
    else if (inside) found += 1;
  }
  return found;
};

/** The keys of nlp-classification, computed a second time. */
export const references: References = {
  'naive-bayes': ({ prior, a, b }) => {
    let logOdds = Math.log(prior) - Math.log(1 - prior);
    a.forEach((x: number, i: number) => {
      logOdds += Math.log(x / 100) - Math.log(b[i] / 100);
    });
    return 1 / (1 + Math.exp(-logOdds));
  },
  'smoothed-likelihood': ({ c, total, vocab }) => (c + 1) / (10 * (total + vocab)),
  'text-written-twice': ({ odds, k }) => 1 / (1 + (1 / odds) ** k),
  'word-weight': ({ a, b }) => Math.log(a) - Math.log(b),
  'negated-words': ({ case: [text] }) => negated(text),
  'most-frequent-tag': ({ n, v }) =>
    1 - total(n.map((x: number, i: number) => Math.min(x, v[i]))) / total([...n, ...v]),
  'count-the-spans': ({ case: [tags] }) => tags.split('B-').length - 1,
  'tag-logits': ({ B, T, k }) => [B, T, 1 + k + k],
  'spans-or-nothing': () => {
    const gold = ['Bank of England ORG', 'London LOC', 'Jane Austen PER'];
    const predicted = ['England LOC', 'London LOC', 'Jane PER', 'Austen PER'];
    const both = gold.filter((span) => predicted.includes(span)).length;
    return [both, predicted.length - both, gold.length - both];
  },
  'macro-micro-f1': ({ F }) => total(F.map((x: number) => x * 0.05)) / F.length,
  'pooled-counts': ({ tp, fp, fn }) => f1(total(tp), total(fp), total(fn)),
  'flags-that-hold': ({ pos, r, f }) => 1 / (1 + ((10000 - pos) * f) / (pos * r)),
};
