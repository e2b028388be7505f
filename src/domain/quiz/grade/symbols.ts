import { withoutInvisible } from './typed.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ';
const RAISED_AS = '0123456789+-n';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

const FRACTIONS = new Map(
  Object.entries({
    '½': '1/2',
    '⅓': '1/3',
    '⅔': '2/3',
    '¼': '1/4',
    '¾': '3/4',
    '⅕': '1/5',
    '⅖': '2/5',
    '⅗': '3/5',
    '⅘': '4/5',
    '⅙': '1/6',
    '⅚': '5/6',
    '⅛': '1/8',
    '⅜': '3/8',
    '⅝': '5/8',
    '⅞': '7/8',
  }),
);

const GREEK = `
  alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu
  nu xi omicron pi rho sigma tau upsilon phi chi psi omega`
  .trim()
  .split(/\s+/);

/** The name of each small Greek letter, after NFKC. */
export const GREEK_NAMES: ReadonlyMap<string, string> = new Map([
  ...Array.from('αβγδεζηθικλμνξοπρστυφχψω', (letter, i) => [letter, GREEK[i] ?? ''] as const),
  ['ς', 'sigma'],
]);

/** Superscripts as `^(2)` and subscripts as `_1`: NFKC would make both of them plain digits. */
export function unscripted(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹⁺⁻ⁿ]+/g, (run) => `^(${translate(run, RAISED, RAISED_AS)})`)
    .replace(/[₀-₉]+/g, (run) => `_${translate(run, LOWERED, RAISED_AS)}`);
}

/**
 * Mathematics as typed, in the characters of a keyboard: `−½·x²` becomes `-(1/2)*x^2`. Characters
 * that it does not know stay, for the reader to refuse. Blanks become single; newlines stay.
 */
export function asciiMaths(typed: string): string {
  return unscripted(fractions(grouped(withoutInvisible(typed)).replaceAll('⁄', '/')))
    .normalize('NFKC')
    .replace(/[−–‐‑‒]/g, '-')
    .replace(/[×·⋅∙∗✕]/g, '*')
    .replace(/[÷∕]/g, '/')
    .replace(/[⟨〈]/g, '<')
    .replace(/[⟩〉]/g, '>')
    .replaceAll('**', '^')
    .replace(/\p{Script=Greek}/gu, spelled)
    .replace(/\^\((\d+)\)(?![\d.])/g, '^$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** No-break and thin spaces between groups of three digits as `_`, so that they do not separate. */
function grouped(text: string): string {
  return text.replace(/(?<=\d)[\u00A0\u2007\u2009\u202F](?=\d{3}(?!\d))/g, '_');
}

const SIGNS = [...FRACTIONS.keys()].join('');
const FRACTION = new RegExp(`(?<![\\w.,)${SIGNS}])(\\d+)?([${SIGNS}])(?![\\d${SIGNS}])`, 'g');

/** `½` as `(1/2)` and `1½` as `(1+1/2)`; one after a decimal stays, to be refused. */
function fractions(text: string): string {
  return text.replace(FRACTION, (_, whole: string | undefined, sign: string) =>
    whole ? `(${whole}+${FRACTIONS.get(sign)})` : `(${FRACTIONS.get(sign)})`,
  );
}

/**
 * A Greek letter by name, apart from letters beside it: `2σx` becomes `2 sigma x`. `Π` is not pi.
 */
function spelled(letter: string, at: number, text: string): string {
  const lower = letter.toLowerCase();
  const name = GREEK_NAMES.get(lower);
  if (!name || letter === 'Π') return letter;
  const cased = letter === lower ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const next = text.charAt(at + 1);
  return ` ${cased}${/[\p{L}]/u.test(next) ? ' ' : ''}`;
}

function translate(text: string, from: string, to: string): string {
  return Array.from(text, (c) => to.charAt(from.indexOf(c))).join('');
}
