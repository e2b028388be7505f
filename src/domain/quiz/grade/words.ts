import { american, singulars } from './spellings.ts';
import { GREEK_NAMES, unscripted } from './symbols.ts';
import { withoutInvisible } from './typed.ts';

/** No term is near to this long; a longer text is compared as it is. */
const LONGEST = 300;
const FUNCTION = /^(?:log|ln|exp|sin|cos|tan|tanh|sqrt|max|min|arg|det)$/;
const GREEK: ReadonlySet<string> = new Set(GREEK_NAMES.values());
/** Greek capitals that do not look like Latin ones and mean something of their own. */
const CAPITALS = /[ΓΔΘΛΞΠΣΦΨΩ]/u;

/**
 * The forms in which a term is compared: two texts are one term if they share a form. Alike are
 * case, articles in front, points and quotes around, blanks and hyphens between words, British and
 * American spelling, a simple plural at the end, and a Greek letter and its name. Kept apart are
 * signs (`-1`, `n-1`, `n!`), brackets of intervals, digits, and a Greek capital from its small
 * letter.
 */
export function termForms(text: string): ReadonlySet<string> {
  if (text.length > LONGEST) return new Set([text]);
  const plain = unquoted(
    unscripted(withoutInvisible(text))
      .replace(/\^\((\w+)\)/g, '^$1')
      .normalize('NFKC')
      .replace(/[−–—‐‑‒]/g, '-'),
  );
  const forms = spelledGreek(plain).flatMap((spelled) => {
    const bare = trimmed(spelled);
    return isFormula(bare) ? [tight(bare)] : singulars(joined(bare)).map(american);
  });
  return new Set(forms.map((form) => form || text.trim()));
}

/** Whether a text is one of the accepted terms. */
export function isTerm(text: string, accepted: readonly string[]): boolean {
  const forms = termForms(text);
  return accepted.some((term) => [...termForms(term)].some((form) => forms.has(form)));
}

/** Without quotes and the apostrophes of words; the prime of `f'` stays. */
function unquoted(text: string): string {
  return text
    .replace(/["“”„`$]/g, '')
    .replace(/[‘’′]/g, "'")
    .replace(/^'(.*)'$/s, '$1')
    .replace(/(?<=\p{L}{2})'/gu, '');
}

/**
 * Greek letters as names: a capital as `SIGMA`, so that the case survives. `Sigma` in Latin letters
 * could be either, as it may only begin a sentence.
 */
function spelledGreek(text: string): string[] {
  const spelled = text
    .replace(/\p{Script=Greek}/gu, (letter) => {
      const name = GREEK_NAMES.get(letter.toLowerCase()) ?? letter;
      return CAPITALS.test(letter) ? `\u0001${name}` : name;
    })
    .normalize('NFKC');
  const lower = unaccented(spelled.toLowerCase());
  const word = text.trim();
  const named = GREEK.has(word.toLowerCase()) && /^[A-Z]/.test(word);
  return named ? [lower, `\u0001${lower.trim()}`] : [lower];
}

/**
 * Without accents in words: `Bézier`; a single letter with a hat is another symbol and keeps it.
 */
function unaccented(text: string): string {
  return text.replace(/\p{L}{3,}/gu, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** Without an article, brackets around words, and what ends or separates sentences. */
function trimmed(text: string): string {
  const bare = text
    .trim()
    .replace(/^[.,;:?]+(?!\d)|[.,;:?]+$/g, '')
    .replace(/(?<=\p{L}{2})!+$/u, '')
    .replace(/(?<=\p{L}{2})\(\)$/u, '')
    .replace(/^[([{]([\p{L}\s-]{2,})[)\]}]$/u, '$1')
    .trim();
  const [, next = ''] = /^a\s+(\p{L}{2,})/u.exec(bare) ?? [];
  if (next && !FUNCTION.test(next) && !GREEK.has(next)) return bare.replace(/^a\s+/, '');
  return bare.replace(/^(?:the|an)\s+(?=\S)/, '');
}

/**
 * Whether it has operators, or letters and numbers but, besides names of functions, no word: `n -
 * 1`.
 */
function isFormula(text: string): boolean {
  if (/[+*/=^()|<>]/.test(text)) return true;
  const words = text.match(/\p{L}+/gu) ?? [];
  const symbols = words.filter((word) => word.length === 1 || GREEK.has(word)).length;
  const plain = words.filter((word) => word.length > 1 && !FUNCTION.test(word) && !GREEK.has(word));
  return plain.length === 0 && (symbols > 0 || /\d/.test(text)) && !/^[lf][\s-]*\d$/.test(text);
}

function tight(text: string): string {
  return text.replace(/(?<!\d)[\s_]+|[\s_]+(?!\d)/gu, '');
}

/**
 * Words written together; numbers side by side stay apart, and a minus in front or between
 * letters.
 */
function joined(text: string): string {
  return text
    .replace(/(?<=\p{L}{3})\s+-\s+(?=\p{L}{3})/gu, '-')
    .replace(/\s+-\s+/g, '−')
    .replace(/^-\s+/, '-')
    .replace(/[\s_]+/g, ' ')
    .replace(/(?<=.)(?<!\d)[ -]|(?<=.)[ -](?!\d)/g, '');
}
