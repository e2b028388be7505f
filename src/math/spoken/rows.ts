import { type Fenced, type Formula, isAtom, single, visibleItems } from '../formula.ts';
import { functionName, groupName, namesFunction } from './words.ts';

export const isList = ({ body }: Fenced): boolean =>
  body.items.some((item) => isAtom(item, 'punct'));

/** The characters of the atoms in a formula, with `?` for anything else. */
export const textOf = (formula: Formula): string =>
  visibleItems(formula)
    .map((item) => (isAtom(item) ? item.text : '?'))
    .join('');

/** The letter, sign or group that a formula is built around. */
export function nucleusOf(formula: Formula): Formula {
  const isBuilt = ['scripts', 'limits', 'accent'].includes(formula.kind);
  return isBuilt && 'nucleus' in formula ? nucleusOf(single(formula.nucleus)) : formula;
}

/** The brackets of f(x), f(x)² or softmax(z)ᵢ, where brackets only group. */
export function plainGroup(formula: Formula): Fenced | null {
  const nucleus = nucleusOf(formula);
  if (nucleus.kind !== 'fenced' || nucleus.open === '') return null;
  return groupName(nucleus.open, nucleus.close) ? null : nucleus;
}

/** Whether a superscript leaves a letter a function, as in f′, f⁻¹ or f⁽ⁿ⁾, and is no power. */
function keepsFunction(letter: string, sup: Formula): boolean {
  const only = single(sup);
  if (only.kind === 'fenced') return true;
  const text = textOf(sup);
  return /^[′∗*⋆A-Zπ]+$/u.test(text) || (text === '−1' && /[fgh]/.test(letter));
}

/** What takes the bracket after it as its argument: names, f, p_θ, 𝔼; any letter before a list. */
function takesArgument(formula: Formula, group: Fenced): boolean {
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus) || nucleus.form === 'number') return false;
  if (nucleus.class === 'op' || nucleus.form === 'name' || nucleus.form === 'text') return true;
  if (formula.kind === 'scripts' && formula.sup && !keepsFunction(nucleus.text, formula.sup)) {
    return false;
  }
  if (nucleus.form !== 'letter') return nucleus.text === '∇';
  if (isList(group)) return true;
  return nucleus.alphabet === 'plain' ? namesFunction(nucleus.text) : nucleus.alphabet !== 'bold';
}

export function isArgument(left: Formula | undefined, right: Formula): boolean {
  const group = nucleusOf(right);
  return left !== undefined && group.kind === 'fenced' && takesArgument(left, group);
}

/** Read with what follows it as one: ∂x, ∀x, #{…}. */
function isPrefix(formula: Formula): boolean {
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus)) return false;
  return nucleus.form === 'name' || ['∂', '∇', 'd', 'Δ', '#', '∀', '∃', '¬'].includes(nucleus.text);
}

/** Stands as a factor: neither an operator nor a mark of punctuation. */
function isOperand(formula: Formula): boolean {
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus)) return nucleus.kind !== 'arrow';
  if (nucleus.form === 'text') return false;
  return ['ord', 'op'].includes(nucleus.class) && !/^[∣|∥.%∀∃¬]$/.test(nucleus.text);
}

function isSum(formula: Formula): boolean {
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus, 'op')) return false;
  return formula.kind === 'limits' || nucleus.form === 'sign';
}

/** What is said between neighbours in a row: nothing, a pause, "of" or "times". */
export function between(left: Formula, right: Formula): string {
  if (isSum(left)) return 'of';
  if (isArgument(left, right)) return plainGroup(right) ? 'of' : '';
  const nucleus = nucleusOf(left);
  if (isAtom(nucleus, 'op')) return functionName(nucleus.text)?.startsWith('the ') ? 'of' : '';
  if (isPrefix(left) || !isOperand(left)) return '';
  if (!isOperand(right)) return left.kind === 'fraction' ? ',' : '';
  // A pause ends the argument or the denominator.
  const isLong = left.kind === 'fraction' || nucleusOf(left).kind === 'fenced';
  return isLong ? ', times' : 'times';
}
