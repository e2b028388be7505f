/**
 * British spellings of the field with their American ones, in lower case and written together. Both
 * spellings become one, whichever that is, so a rule has only to keep different words apart.
 */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(?=ation|e|ing)/g, 'iz'],
  [/ys(?=e|ing)/g, 'yz'],
  [/(?<=col|behavi|neighb|fav|flav|lab|vap|rum|hon|harb)our/g, 'or'],
  [/centre(?=d)/g, 'centere'],
  [/centr(?=ing)/g, 'center'],
  [/centre(?!e)/g, 'center'],
  [/(?<=model|label|travel|cancel|signal|channel|level|parallel|equal|total)l(?=ed|ing|er)/g, ''],
  [/(?<=anal|catal|dial|homol)ogue/g, 'og'],
  [/(?<=def|off|lic)ence/g, 'ense'],
  [/programme(?![rd])/g, 'program'],
  [/grey/g, 'gray'],
  [/artefact/g, 'artifact'],
  [/judgement/g, 'judgment'],
  [/sceptic/g, 'skeptic'],
  [/learnt/g, 'learned'],
  [/maths/g, 'math'],
];

/** Plurals that no rule makes; `bases` is the plural of two words. */
const IRREGULAR: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=matr|vert|append)ices$/, ['ix', 'ex']],
  [/indices$/, ['index']],
  [/axes$/, ['axis', 'axe', 'ax']],
  [/bases$/, ['basis', 'base']],
  [/(?<=hypothes|analys|synthes|parenthes)es$/, ['is']],
  [/(?<=criteri|phenomen)a$/, ['on']],
  [/(?<=maxim|minim|optim|extrem|spectr)a$/, ['um']],
  [/corpora$/, ['corpus']],
  [/formulae$/, ['formula']],
];

/** Ends of words that are no plurals, lest `bia` be taken for `bias` or `Gibb` for `Gibbs`. */
const SINGULAR =
  /(?:ss|is|(?<![cgtn]p|[eg]l|gr)us|[bl]ias|nvas|tlas|gas|bayes|gibbs|lens|series|species|stings)$/;

/** A word in one spelling, of those that differ between Britain and America. */
export function american(word: string): string {
  return AMERICAN.reduce((text, [british, us]) => text.replace(british, us), word);
}

/** The word and what it could be the plural of. */
export function singulars(word: string): string[] {
  for (const [plural, endings] of IRREGULAR) {
    if (plural.test(word)) return [word, ...endings.map((ending) => word.replace(plural, ending))];
  }
  if (word.length < 4 || !/[a-z]s$/.test(word) || SINGULAR.test(word)) return [word];
  if (/[^aeiou]ies$/.test(word)) return [word, word.replace(/ies$/, 'y')];
  if (/(?:ss|x|sh)es$/.test(word)) return [word, word.slice(0, -2)];
  if (/(?:z|ch|[au]s)es$/.test(word)) return [word, word.slice(0, -1), word.slice(0, -2)];
  return [word, word.slice(0, -1)];
}
