import { ASCII_NAMES } from '../glyphs/ascii-names.ts';

const WORDS: ReadonlyMap<string, string> = new Map(
  `
  = equals; ≠ is not equal to; < is less than; > is greater than; ≤ is at most; ≥ is at least
  ≪ is much less than; ≫ is much greater than; ≈ is about; ≃ is about; ≅ is isomorphic to
  ∼ is distributed as; ≡ is identical to; ∝ is proportional to; ∈ in; ∉ not in; ∋ containing
  ⊂ is a subset of; ⊆ is a subset of; ⊃ contains; ⊇ contains; ≺ precedes; ≻ is preferred to
  ⪰ is at least; ⪯ is at most; ≔ is defined as; ≜ is defined as; ≝ is defined as; : colon
  → to; ← gets; ↔ to and from; ⟶ to; ⟵ gets; ↦ maps to; ⇒ implies; ⟹ implies; ⇐ is implied by
  ⇔ if and only if; ⟺ if and only if; ∴ therefore; ∵ because; ⊢ proves; ⊨ models; ⊥ is perpendicular to
  ∣ given; | given; ∥ double bar; ‖ double bar; + plus; - minus; − minus; ± plus or minus
  ∓ minus or plus; × times; ⋅ times; · times; ∗ star; * star; ÷ divided by; / over
  ∘ composed with; ⊙ elementwise times; ⊕ direct sum; ⊗ tensor times; ∩ intersected with
  ∪ united with; ∖ without; ∧ and; ∨ or; ¬ not; ⊤ top; ∀ for all; ∃ there is; ∅ the empty set
  ∂ partial; ∇ the gradient of; ∞ infinity; … and so on; ⋯ and so on; ⋮ and so on; ⋱ and so on
  ′ prime; ! factorial; % percent; ° degrees; ∑ the sum; ∏ the product; ∫ the integral
  ∬ the double integral; ∭ the triple integral; ∮ the closed integral; ⋃ the union; ⋂ the intersection
  ⨁ the direct sum; ⨂ the tensor product; ϵ epsilon; ε epsilon; ℓ l; # number of; & and
  ( open bracket; ) close bracket; [ open bracket; ] close bracket; { open brace; } close brace
  `
    .trim()
    .split(/;\s|\n\s*/u)
    .map((pair) => {
      const [sign = '', ...words] = pair.trim().split(' ');
      return [sign, words.join(' ')] as const;
    }),
);

/** The words for a sign or a Greek letter; the text itself where it is read as it stands. */
export function wordsFor(text: string): string {
  return (
    WORDS.get(text) ?? (/^\p{Script=Greek}$/u.test(text) ? ASCII_NAMES.get(text) : null) ?? text
  );
}

const POWERS: Readonly<Record<string, string>> = {
  '2': 'squared',
  '3': 'cubed',
  '⊤': 'transposed',
  T: 'transposed',
  '−1': 'inverse',
  '−⊤': 'inverse transposed',
  '′': 'prime',
  '′′': 'double prime',
  '∗': 'star',
  '*': 'star',
  '⋆': 'star',
  '†': 'dagger',
  '+': 'plus',
  '∘': 'degrees',
};

/** The word for a superscript that has one of its own. */
export const powerWord = (superscript: string): string | undefined => POWERS[superscript];

const FUNCTIONS: Readonly<Record<string, string>> = {
  det: 'the determinant',
  tr: 'the trace',
  lim: 'the limit',
  exp: 'the exponential',
  cos: 'cosine',
  sin: 'sine',
  max: 'the maximum',
  min: 'the minimum',
  argmax: 'the arg max',
  argmin: 'the arg min',
  'arg max': 'the arg max',
  'arg min': 'the arg min',
  Var: 'the variance',
  Cov: 'the covariance',
};

/** What the name of a function stands for, where it is not read as it is written. */
export const functionName = (name: string): string | undefined => FUNCTIONS[name];

const SETS: Readonly<Record<string, string>> = {
  R: 'the reals',
  C: 'the complex numbers',
  N: 'the natural numbers',
  Z: 'the integers',
  Q: 'the rationals',
  E: 'the expectation',
  P: 'the probability',
  V: 'the variance',
  '1': 'the indicator',
};

/** What a blackboard letter stands for. */
export const setName = (letter: string): string | undefined => SETS[letter];

const GROUPS: Readonly<Record<string, string>> = {
  '∣∣': 'absolute value',
  '||': 'absolute value',
  '∥∥': 'norm',
  '‖‖': 'norm',
  '⟨⟩': 'inner product',
  '⌊⌋': 'floor',
  '⌈⌉': 'ceiling',
  '{}': 'set',
};

/** What a pair of brackets means; undefined where it only groups. */
export const groupName = (open: string, close: string): string | undefined => GROUPS[open + close];

/** Letters that usually stand for a function where a bracket follows: f(x), p(y), σ(z), L(θ). */
export function namesFunction(letter: string): boolean {
  return /^[fghpqrusvA-Zσφϕψπℓ]$/u.test(letter);
}
