import { type Alphabet, type Atom, atom, type Formula, isAtom } from '../formula.ts';
import { combined } from '../marks.ts';
import { NotUnderstood } from '../problem.ts';
import { characters, columns } from '../width.ts';
import { classOf } from './operators.ts';
import { inEm, type MathElement } from './xml.ts';

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: 'bold',
  'bold-italic': 'bold',
  'double-struck': 'double-struck',
  script: 'script',
  'bold-script': 'script',
  fraktur: 'fraktur',
  'bold-fraktur': 'fraktur',
};

const alphabetOf = (element: MathElement): Alphabet =>
  ALPHABETS[element.attributes.mathvariant ?? ''] ?? 'plain';

/** Spaces of any width as one kind, and nothing that has no width. */
function plainText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\u2061-\u2064]/g, '')
    .replaceAll(/\s/gu, ' ');
  const wide = characters(plain).find((character) => columns(character) !== 1);
  if (wide !== undefined) throw new NotUnderstood(`“${wide}” does not take one column`);
  return plain;
}

/** The invisible sign after the name of a function. */
export const isApplication = (element: MathElement): boolean =>
  element.name === 'mo' && element.text === '\u2061';

export function isUprightLetter(element: MathElement): boolean {
  return (
    element.name === 'mi' &&
    element.attributes.mathvariant === 'normal' &&
    /^[A-Za-z]$/.test(element.text)
  );
}

/** Whether the element can stand in a name after its first letter: `BLEU-4`. */
export function continuesName(element: MathElement): boolean {
  if (isUprightLetter(element)) return true;
  if (element.attributes.mathvariant !== undefined) return false;
  return element.name === 'mn' || (element.name === 'mtext' && /^[^\s]+$/u.test(element.text));
}

export const readName = (text: string): Atom =>
  atom(plainText(text), 'ord', text.length > 1 ? 'name' : 'letter');

export function readIdentifier(element: MathElement): Atom {
  const text = plainText(element.text);
  const alphabet = alphabetOf(element);
  if (characters(text).length > 1) return atom(text.trim(), 'ord', 'name', alphabet);
  // TeX has a slash as an ordinary symbol, which sets it apart from a function after it.
  if (text === '/') return atom(text, 'open');
  // The full stop of a sentence that ends in a formula.
  if (text === '.') return atom(text, 'close');
  return atom(text, 'ord', /\p{L}/u.test(text) ? 'letter' : 'sign', alphabet);
}

export const readNumber = (element: MathElement): Atom =>
  atom(plainText(element.text), 'ord', 'number', alphabetOf(element));

export function readOperator({ text, attributes }: MathElement): Atom {
  const sign = plainText(text);
  if (attributes.separator !== undefined && attributes.lspace === undefined) {
    return atom(sign, 'punct');
  }
  // Space of its own on both sides, and none of it: braces made the sign an ordinary symbol.
  if (attributes.lspace === '0em' && attributes.rspace === '0em') return atom(sign, 'ord');
  if (attributes.fence === 'true' && attributes.lspace !== undefined) {
    return atom(sign, 'rel', 'fence');
  }
  const isBar = /^[∣∥|‖]$/.test(sign);
  const stretches = attributes.stretchy ?? attributes.fence;
  return atom(sign, isBar && stretches !== undefined ? 'ord' : classOf(sign));
}

/** Prose, with the spaces at its ends as space that the neighbours' classes may already give. */
export function readText(element: MathElement): Formula[] {
  // A space before an invisible separator is KaTeX's way to write a negative one.
  const text = plainText(element.text.replaceAll(/\s?\u2063/gu, ''));
  const trimmed = text.trim();
  const space = { kind: 'space', columns: 1 } as const;
  if (trimmed === '') return text === '' ? [] : [space];
  return [
    ...(text.startsWith(' ') ? [space] : []),
    atom(trimmed, 'ord', 'text', alphabetOf(element)),
    ...(text.endsWith(' ') ? [space] : []),
  ];
}

/** Columns that an em of space takes; an explicit space always shows, up to a bound. */
export function columnsOfEm(em: number): number {
  return em < 0.15 ? 0 : Math.min(12, Math.max(1, Math.round(em * 2)));
}

export function readSpace({ attributes }: MathElement): Formula[] {
  const width = inEm(attributes.width);
  if (attributes.mathbackground !== undefined && width > 0.1) {
    throw new NotUnderstood('\\rule draws what text cannot show');
  }
  const space = columnsOfEm(width);
  return space === 0 ? [] : [{ kind: 'space', columns: space }];
}

/** The formula with the class of its innermost nucleus set, for `\mathop`, `\mathbin`, `\log`. */
export function withClass(formula: Formula, cls: Atom['class']): Formula {
  switch (formula.kind) {
    case 'atom':
      return { ...formula, class: cls };
    case 'scripts':
    case 'limits':
    case 'accent':
      return { ...formula, nucleus: withClass(formula.nucleus, cls) };
    default:
      return formula;
  }
}

/** `arg max` as one name where the items are nothing but names and spaces. */
export function joinNames(items: readonly Formula[]): Formula[] {
  const names = items.filter((item) => item.kind !== 'space');
  const all = names.filter((item) => isAtom(item) && ['name', 'text'].includes(item.form));
  if (names.length < 2 || all.length < names.length) return [...items];
  return [atom(all.map((item) => (isAtom(item) ? item.text : '')).join(' '), 'op', 'name')];
}

const isText = (item: Formula | undefined): item is Atom => isAtom(item) && item.form === 'text';

/** An accented letter between letters of the same word as one of them. */
function accentedText(item: Formula, index: number, items: readonly Formula[]): Formula {
  if (item.kind !== 'accent' || item.side === 'under' || !isText(item.nucleus)) return item;
  const isInWord = isText(items[index - 1]) || isText(items[index + 1]);
  const { text } = item.nucleus;
  const letter = isInWord && characters(text).length === 1 ? combined(text, item.mark) : null;
  return letter === null ? item : { ...item.nucleus, text: letter };
}

/** Prose that KaTeX cuts up, at the accented letters of `café`, as it was. */
export function joinText(items: readonly Formula[]): Formula[] {
  const joined: Formula[] = [];
  for (const item of items.map(accentedText)) {
    const last = joined.at(-1);
    if (isText(item) && isText(last) && last.alphabet === item.alphabet) {
      joined[joined.length - 1] = { ...last, text: last.text + item.text };
    } else {
      joined.push(item);
    }
  }
  return joined;
}
