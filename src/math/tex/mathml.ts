import { type Formula, isAtom, type Mark, NOTHING, row, single } from '../formula.ts';
import { NotUnderstood } from '../problem.ts';
import { markOf } from './accents.ts';
import { groupBrackets } from './brackets.ts';
import { REFUSED_COLOUR } from './katex.ts';
import { classOf } from './operators.ts';
import { readTable } from './tables.ts';
import {
  continuesName,
  isApplication,
  isUprightLetter,
  joinNames,
  joinText,
  readIdentifier,
  readName,
  readNumber,
  readOperator,
  readSpace,
  readText,
  withClass,
} from './tokens.ts';
import { findElement, type MathElement } from './xml.ts';

/** The tree of a MathML document as KaTeX writes it. Throws `NotUnderstood`. */
export function readMathML(document: MathElement): Formula {
  const semantics = findElement(document, 'semantics');
  return readRow(semantics?.children.slice(0, 1) ?? []);
}

const isFence = (element: MathElement | undefined): element is MathElement =>
  element?.name === 'mo' &&
  element.attributes.fence === 'true' &&
  element.attributes.minsize === undefined &&
  element.attributes.lspace === undefined;

function readRow(elements: readonly MathElement[]): Formula {
  if (elements.some(isNewline)) return readLines(elements);
  const first = elements[0];
  const last = elements.length > 1 ? elements.at(-1) : undefined;
  if (isFence(first) || isFence(last)) {
    const open = isFence(first) ? first.text : '';
    const close = isFence(last) ? last.text : '';
    const inner = elements.slice(isFence(first) ? 1 : 0, isFence(last) ? -1 : undefined);
    const body = row(readItems(inner));
    return { kind: 'fenced', open, close, body };
  }
  return single(row(readItems(elements)));
}

const isNewline = (element: MathElement): boolean =>
  element.name === 'mspace' && element.attributes.linebreak === 'newline';

/** `\\` outside any environment: lines one under the other. */
function readLines(elements: readonly MathElement[]): Formula {
  const lines: MathElement[][] = [[]];
  for (const element of elements) {
    if (isNewline(element)) lines.push([]);
    else lines.at(-1)?.push(element);
  }
  return {
    kind: 'table',
    rows: lines.map((line) => [readRow(line)]),
    alignments: ['left'],
    gaps: [],
    columnRules: [],
    rowRules: lines.slice(1).map(() => false),
    use: 'lines',
  };
}

/** The elements of a row, with brackets in pairs and runs of upright letters as names. */
const readItems = (elements: readonly MathElement[]): Formula[] =>
  groupBrackets(joinText(readElements(elements)));

function readElements(elements: readonly MathElement[]): Formula[] {
  const items: Formula[] = [];
  let at = 0;
  for (let element = elements[at]; element; element = elements[at]) {
    const name = nameAt(elements, at);
    if (name.length > 0) {
      items.push(readName(name.map((part) => part.text).join('')));
      at += name.length;
      continue;
    }
    at += 1;
    const next = elements[at];
    const isFunction = next !== undefined && isApplication(next);
    items.push(...read(element).map((item) => (isFunction ? withClass(item, 'op') : item)));
  }
  return items;
}

/** The upright letters and what continues them, such as `BLEU-4`, from a place on. */
function nameAt(elements: readonly MathElement[], at: number): readonly MathElement[] {
  const first = elements[at];
  if (!first || !isUprightLetter(first)) return [];
  const rest = elements.slice(at + 1);
  const end = rest.findIndex((element) => !continuesName(element));
  return [first, ...(end < 0 ? rest : rest.slice(0, end))];
}

/** One of the parts of a fraction, of scripts, … KaTeX puts stray signs of application among them. */
function argument({ children }: MathElement, index: number): readonly MathElement[] {
  return children.filter((child) => !isApplication(child)).slice(index, index + 1);
}

function read(element: MathElement): Formula[] {
  const { name, children } = element;
  const child = (index: number): Formula => readRow(argument(element, index));
  switch (name) {
    case 'mi':
    case 'mo':
      if (children.length > 0) return readClassed(element);
      if (element.text === '' || isApplication(element)) return [];
      return [name === 'mi' ? readIdentifier(element) : readOperator(element)];
    case 'mn':
      return [readNumber(element)];
    case 'mtext':
      return readText(element);
    case 'mspace':
      return readSpace(element);
    case 'mstyle':
      if (element.attributes.mathcolor === REFUSED_COLOUR) {
        throw new NotUnderstood(`${findElement(element, 'mtext')?.text} is not allowed`);
      }
      return [readRow(children)];
    case 'mrow':
      return children.length === 0 ? [NOTHING] : [readRow(children)];
    case 'mpadded':
    case 'semantics':
      return [readRow(children)];
    case 'mphantom':
      return [{ kind: 'phantom', body: readRow(children) }];
    case 'mfrac': {
      const bar = element.attributes.linethickness !== '0px';
      return [{ kind: 'fraction', numerator: child(0), denominator: child(1), bar }];
    }
    case 'msqrt':
      return [{ kind: 'root', radicand: readRow(children), degree: null }];
    case 'mroot':
      return [{ kind: 'root', radicand: child(0), degree: child(1) }];
    case 'msub':
      return [{ kind: 'scripts', nucleus: child(0), sub: child(1), sup: null }];
    case 'msup':
      return [{ kind: 'scripts', nucleus: child(0), sub: null, sup: child(1) }];
    case 'msubsup':
      return [{ kind: 'scripts', nucleus: child(0), sub: child(1), sup: child(2) }];
    case 'munder':
      return [readAttached(element, 'under')];
    case 'mover':
      return [readAttached(element, 'over')];
    case 'munderover':
      return [{ kind: 'limits', nucleus: nucleus(element), under: child(1), over: child(2) }];
    case 'mtable':
      return [readTable(element, readRow)];
    case 'menclose':
      return [readEnclosed(element)];
    default:
      throw new NotUnderstood(`MathML's ${name} is not laid out here`);
  }
}

/** `\mathop`, `\mathbin`, `\overset` and their kind: a formula that acts as one operator. */
function readClassed({ name, attributes, children }: MathElement): Formula[] {
  const items = joinNames(readElements(children));
  const only = items.length === 1 ? items[0] : undefined;
  if (!only) return [row(items)];
  if (name === 'mi') return [only];
  if (attributes.lspace === '0.22em') return [withClass(only, 'bin')];
  if (!isAtom(only, 'ord')) return [only];
  // KaTeX wraps some relations as ordinary identifiers: their own sign tells better.
  return [withClass(only, only.form === 'sign' ? classOf(only.text) : 'op')];
}

/** What limits and labels are set on; an arrow of its own stretches to them. */
function nucleus(element: MathElement): Formula {
  const [base] = argument(element, 0);
  if (base?.name === 'mo' && base.attributes.stretchy === 'true') {
    return { kind: 'arrow', text: base.text };
  }
  return readRow(argument(element, 0));
}

function readAttached(element: MathElement, side: 'under' | 'over'): Formula {
  const [script] = argument(element, 1);
  const mark = accentMark(script);
  if (mark) return { kind: 'accent', nucleus: nucleus(element), mark, side };
  if (element.attributes.accent === 'true') {
    throw new NotUnderstood(`the accent “${script?.text}” is not known`);
  }
  const attached = readRow(argument(element, 1));
  return {
    kind: 'limits',
    nucleus: nucleus(element),
    under: side === 'under' ? attached : null,
    over: side === 'over' ? attached : null,
  };
}

function accentMark(script: MathElement | undefined): Mark | undefined {
  if (script?.name !== 'mo' || script.children.length > 0) return undefined;
  // A label such as \overset{\to}{x} is no accent: KaTeX stretches those that are.
  if (script.attributes.stretchy === 'false') return undefined;
  return markOf(script.text);
}

function readEnclosed({ attributes, children }: MathElement): Formula {
  const notation = (attributes.notation ?? '').split(' ');
  const body = readRow(children);
  if (notation.some((part) => part.endsWith('strike'))) return { kind: 'struck', body };
  const has = (side: string) => notation.includes('box') || notation.includes(side);
  const frame = { top: has('top'), bottom: has('bottom'), left: has('left'), right: has('right') };
  if (Object.values(frame).includes(true)) return { kind: 'frame', body, ...frame };
  throw new NotUnderstood(`the enclosure “${attributes.notation}” is not known`);
}
