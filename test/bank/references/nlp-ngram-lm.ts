import type { References } from '../references.ts';

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const product = (values: number[]) => values.reduce((total, value) => total * value, 1);

/** The perplexity of tokens with these probabilities, by way of their bits. */
const perplexity = (p: number[]) => 2 ** (-sum(p.map(Math.log2)) / p.length);

/** How often one token follows another, and how often anything does. */
function follows(tokens: string[], first: string, second: string): [number, number] {
  let [pairs, all] = [0, 0];
  tokens.slice(0, -1).forEach((token, i) => {
    if (token !== first) return;
    all += 1;
    if (tokens[i + 1] === second) pairs += 1;
  });
  return [pairs, all];
}

/** The keys of nlp-ngram-lm, computed a second time. */
export const references: References = {
  'seq-prob': ({ k, log_wanted }) =>
    log_wanted
      ? sum(k.map((tenths: number) => Math.log(tenths) - Math.log(10)))
      : product(k) / 10 ** k.length,
  'reach-of-an-n-gram': ({ case: [text, word] }) => {
    const words = text.split(' ');
    return words.length - words.indexOf(word);
  },
  'bigram-mle': ({ ca, cab, V, smooth }) => {
    const added = smooth ? 1 : 0;
    return (cab + added) / (ca + added * V);
  },
  'table-of-transitions': ({ case: [text] }) =>
    ['a', 'b'].map((first) =>
      ['a', 'b'].map((second) => {
        const [pairs, all] = follows(text.split(' '), first, second);
        return pairs / all;
      }),
    ),
  'mass-for-the-unseen': ({ c, k, V }) => 1 - (c + k) / (c + V),
  interpolation: ({ lam, a, b, c }) => lam[0] * a + lam[1] * b + lam[2] * c,
  'mean-of-the-bits': ({ k }) => Math.log2(perplexity(k.map((bits: number) => 1 / 2 ** bits))),
  'loss-before-training': ({ V }) => Math.log10(V) / Math.log10(Math.E),
  'perplexity-probs': ({ p }) => perplexity(p),
  'perplexity-ce': ({ H, bits }) => Math.exp(bits ? H * Math.LN2 : H),
  'perplexity-from-log-probability':
    () =>
    ({ L, n }) =>
      1 / Math.exp(L) ** (1 / n),
  'two-texts-together': ({ n1, n2, a, b }) =>
    perplexity([...Array(n1).fill(2 ** -a), ...Array(n2).fill(2 ** -b)]),
  'bits-per-byte': ({ tenths, tokens, per }) =>
    (((tenths / 10) * Math.LOG2E) / Math.round(tokens * per)) * tokens,
  'inputs-of-a-sequence': ({ ids }) => ids.slice(0, -1),
};
