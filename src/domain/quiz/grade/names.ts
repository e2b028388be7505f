import { nearest } from '../../spelling.ts';
import { Unreadable } from './answer.ts';
import { ALIASES, CONSTANTS, FUNCTIONS } from './formula.ts';
import { brief } from './typed.ts';

const TOKEN = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_]\w*|[^\S\n]+|[-+*/^(),√]|./gsu;
const NUMBER = /^[\d.]/;
const NAME = /^[A-Za-z_]/;

export interface Named {
  /**
   * Only numbers, known functions before a bracket, operators, and other known names in brackets.
   */
  text: string;
  /** Whether a name was split, changed or completed on the way. */
  changed: boolean;
}

/**
 * An expression with each name resolved: `2xy^2` over `x` and `y` becomes `2(x)(y)^2`. The brackets
 * keep a parser from reading `x(x+1)` as a call. Throws Unreadable, with a reason to be put
 * in a sentence, for anything unknown: a name, a character, a number too large to be exact.
 */
export function resolveNames(text: string, variables: readonly string[]): Named {
  if (text.includes('=')) throw new Unreadable('only the side right of = is wanted');
  if (/e[-+]?\d+\.?e/i.test(text)) throw new Unreadable('a number in it has two exponents');
  const tokens = rooted(text, variables).match(TOKEN) ?? [];
  let changed = false;
  let before = '';
  const out = tokens.map((token, at) => {
    if (token.trim() === '') return ' ';
    const next = tokens.slice(at + 1).find((other) => other.trim() !== '') ?? '';
    if (NUMBER.test(token)) checkNumber(token, before);
    const resolved = NAME.test(token) ? resolve(token, next, variables) : operator(token);
    if (NUMBER.test(token)) changed ||= /e/i.test(token);
    else if (NAME.test(token)) changed ||= resolved !== token && resolved !== `(${token})`;
    before = token;
    return resolved;
  });
  return { text: out.join(''), changed: changed || text.includes('√') };
}

/** `√2` and `√x` with brackets; before two factors or a power it could cover one or both. */
function rooted(text: string, variables: readonly string[]): string {
  const named = text.replace(/√\s*(?=\()/g, ' sqrt').replace(ROOT, (root, inner: string) => {
    const whole = inner.length === 1 || /\d/.test(inner) || variables.includes(inner);
    return whole || CONSTANTS.has(inner) ? ` sqrt(${inner})` : root;
  });
  if (named.includes('√')) throw new Unreadable('what the root covers is unclear without brackets');
  return named;
}

const ROOT = /√\s*((?:\d+\.?\d*|\.\d+)|[A-Za-z_]\w*)(?!\s*[\w(√.^])/g;

/**
 * The value of an unsigned decimal number. Throws Unreadable with a reason if it cannot be kept
 * exact.
 */
export function literal(token: string): number {
  const value = Number(token);
  if (!Number.isFinite(value)) throw new Unreadable(`${brief(token)} is too large`);
  if (value === 0 && /[1-9]/.test(token.replace(/e.*/i, ''))) {
    throw new Unreadable(`${brief(token)} is too small`);
  }
  const [whole = ''] = /^\d+(?=\.?0*$)/.exec(token) ?? [];
  if (whole && BigInt(whole) !== BigInt(value)) {
    throw new Unreadable(`${brief(token)} has more digits than can be compared`);
  }
  return value;
}

function checkNumber(token: string, before: string): void {
  if (before === ')' || NAME.test(before) || NUMBER.test(before)) {
    throw new Unreadable(`an operator is missing before ${brief(token)}`);
  }
  literal(token);
}

function resolve(name: string, next: string, variables: readonly string[]): string {
  const variable = variables.find((v) => v === name) ?? subscripted(name, variables);
  if (variable) return `(${variable})`;
  const called = ALIASES.get(name) ?? name;
  if (FUNCTIONS.has(called)) {
    if (next === '(') return called;
    throw new Unreadable(`${brief(name)} needs brackets, as in ${name}(2)`);
  }
  const constant = ['PI', 'Pi'].includes(name) ? 'pi' : name;
  const letters = Array.from(name);
  const isProduct = letters.length > 1 && letters.every((letter) => variables.includes(letter));
  if (isProduct && CONSTANTS.has(constant)) {
    throw new Unreadable(`${name} could be a constant or ${letters.join('*')}`);
  }
  if (CONSTANTS.has(constant)) return `(${constant})`;
  if (isProduct) return letters.map((letter) => `(${letter})`).join('');
  if (/^(nan|inf|infinity)$/i.test(name)) throw new Unreadable(`${name} is not a finite number`);
  throw new Unreadable(`${brief(name)} is not known here${hint(name, variables)}`);
}

/** `x_1` and `x1` are one name if only one of them is a variable. */
function subscripted(name: string, variables: readonly string[]): string | undefined {
  const bare = (text: string) => text.replace(/_(?=\d)/g, '');
  const same = variables.filter((variable) => /\d/.test(name) && bare(variable) === bare(name));
  return same.length === 1 ? same[0] : undefined;
}

function hint(name: string, variables: readonly string[]): string {
  const [near] = nearest(name, [...variables, ...FUNCTIONS.keys()]);
  if (near && name.length > 3) return `, perhaps ${near} was meant`;
  return variables.length > 0 ? `, only ${variables.join(', ')}` : '';
}

function operator(token: string): string {
  if (NUMBER.test(token) || /^[-+*/^(),]$/.test(token)) return token;
  throw new Unreadable(REASONS.get(token) ?? `${brief(token)} has no meaning here`);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['|', 'a size is written abs(…)'],
  ['!', 'a factorial has to be written out'],
  ['%', 'a percentage is not expected here'],
  [':', 'a quotient is written with /'],
]);
