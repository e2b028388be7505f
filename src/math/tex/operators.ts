import type { AtomClass } from '../formula.ts';

const RELATIONS =
  '=<>≤≥≠≈∼≃≅≡∝∈∉∋∌⊂⊃⊆⊇⊊⊋⊄⊅⊈⊉⊏⊐⊑⊒≪≫⋘⋙≺≻⪯⪰≼≽∣∤∥∦⊢⊣⊨⊩⊬⊭⊮⊥⟂≐≑≒≓≔≕⩴≜≝≗≟∶⋈⌣⌢≍≎≏≬∴∵≁≄≇≉≢≮≯≰≱≲≳≶≷≦≧⩽⩾⪅⪆⪇⪈≨≩⊲⊳⊴⊵⋚⋛⪋⪌:';
const BINARY = '+-−±∓×÷⋅·∗*∘∙•⊕⊖⊗⊘⊙⊚⊛⊝⊞⊟⊠⊡∧∨∩∪∖⊔⊓⊎≀⋆⨿⋄†‡△▽◁▷⋉⋊⋋⋌⋒⋓⊼⊻⌅⌆';
const LARGE = '∑∏∐∫∬∭∮∯∰⋂⋃⋁⋀⨁⨂⨀⨄⨆';
const OPENING = '([{⟨⌊⌈⟮⟦⌜⌞⎰';
const CLOSING = ')]}⟩⌋⌉⟯⟧⌝⌟⎱';
const PUNCTUATION = ',;';
const ELLIPSES = '…⋯⋱';

const CLASSES = new Map<string, AtomClass>([
  ...[...RELATIONS].map((c) => [c, 'rel'] as const),
  ...[...BINARY].map((c) => [c, 'bin'] as const),
  ...[...LARGE].map((c) => [c, 'op'] as const),
  ...[...OPENING].map((c) => [c, 'open'] as const),
  ...[...CLOSING, '!', '?'].map((c) => [c, 'close'] as const),
  ...[...PUNCTUATION].map((c) => [c, 'punct'] as const),
  ...[...ELLIPSES].map((c) => [c, 'inner'] as const),
]);

/** The class of an operator sign, which MathML does not tell (TeXbook, appendix F). */
export function classOf(sign: string): AtomClass {
  const known = CLASSES.get(sign);
  if (known !== undefined) return known;
  return /^[\u2190-\u21FF\u27F0-\u27FF\u2900-\u297F]/.test(sign) ? 'rel' : 'ord';
}

export const isOpening = (sign: string): boolean => OPENING.includes(sign);
export const isClosing = (sign: string): boolean => CLOSING.includes(sign);
