import { isFactor } from '../factor.ts';
import {
  type Accent,
  type Atom,
  type Fenced,
  type Formula,
  type Fraction,
  isAtom,
  type Limits,
  type Root,
  type Scripts,
  single,
  type Table,
  visibleItems,
} from '../formula.ts';
import { groupName, namesFunction, powerWord, wordsFor } from './words.ts';

/**
 * The formula in words, as one reads it aloud: "softmax of the fraction Q times K transposed over
 * the square root of d sub k, times V". Ends of longer parts are said, so that nothing is unclear
 * without seeing it.
 */
export function spoken(formula: Formula): string {
  return say(formula)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.])/g, '$1')
    .replaceAll(/,(,| ,)+/g, ',')
    .replaceAll(/,(?=[;.])/g, '')
    .replace(/,?\s*$/, '')
    .trim();
}

function say(formula: Formula): string {
  switch (formula.kind) {
    case 'row':
      return sayRow(visibleItems(formula));
    case 'atom':
      return sayAtom(formula);
    case 'space':
    case 'phantom':
      return '';
    case 'fraction':
      return sayFraction(formula);
    case 'root':
      return sayRoot(formula);
    case 'scripts':
      return sayScripts(formula);
    case 'limits':
      return sayLimits(formula);
    case 'accent':
      return sayAccent(formula);
    case 'fenced':
      return sayGroup(formula);
    case 'arrow':
      return wordsFor(formula.text);
    case 'table':
      return sayTable(formula);
    case 'frame':
      return ended('boxed', formula.body, 'box');
    case 'struck':
      return ended('crossed out', formula.body, 'crossed out');
  }
}

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

function sayAtom({ text, alphabet }: Atom): string {
  const words = wordsFor(text);
  switch (alphabet) {
    case 'double-struck':
      return SETS[text] ?? words;
    case 'plain':
      return words;
    default:
      return `${alphabet} ${words}`;
  }
}

/** The letter or sign that a formula is built around. */
function nucleusOf(formula: Formula): Formula {
  if (formula.kind === 'scripts' || formula.kind === 'limits')
    return nucleusOf(single(formula.nucleus));
  return formula.kind === 'accent' ? nucleusOf(single(formula.nucleus)) : formula;
}

const isOperator = (formula: Formula): boolean => {
  const nucleus = nucleusOf(formula);
  return isAtom(nucleus) && nucleus.class === 'op';
};

/** What takes the bracket or the letter after it as its argument. */
function takesArgument(formula: Formula): boolean {
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus)) return false;
  if (nucleus.class === 'op' || nucleus.form === 'name' || nucleus.form === 'text') return true;
  return nucleus.alphabet === 'plain' ? namesFunction(nucleus.text) : nucleus.alphabet !== 'bold';
}

const isDifferential = (formula: Formula): boolean => {
  const nucleus = nucleusOf(formula);
  return isAtom(nucleus) && ['∂', '∇', 'd', 'Δ', '√', '#'].includes(nucleus.text);
};

/** Stands as a factor: neither an operator nor a mark of punctuation. */
function isOperand(formula: Formula | undefined): boolean {
  if (formula === undefined) return false;
  const nucleus = nucleusOf(formula);
  if (!isAtom(nucleus)) return !['arrow', 'table'].includes(nucleus.kind);
  return (
    ['ord', 'op'].includes(nucleus.class) &&
    !/^[/∣|∥.%!]$/.test(nucleus.text) &&
    nucleus.form !== 'text'
  );
}

function between(left: Formula, right: Formula): string {
  if (left.kind === 'fraction' && !isAtom(right, 'punct')) {
    return isOperand(right) ? ', times' : ',';
  }
  if (right.kind === 'fenced' && takesArgument(left))
    return groupName(right.open, right.close) ? '' : 'of';
  if (isOperator(left)) return isLarge(left) ? 'of' : '';
  if (isDifferential(left) || !isOperand(left) || !isOperand(right)) return '';
  return 'times';
}

const isLarge = (formula: Formula): boolean => {
  const nucleus = nucleusOf(formula);
  return formula.kind === 'limits' || (isAtom(nucleus) && nucleus.form === 'sign');
};

function sayRow(items: readonly Formula[]): string {
  return items
    .map((item, index) => {
      const next = items[index + 1];
      return next ? `${say(item)} ${between(item, next)}` : say(item);
    })
    .join(' ');
}

/** The words, and where the part is longer than a factor, where it ends. */
function ended(start: string, part: Formula, end: string): string {
  return isFactor(part) ? `${start} ${say(part)}` : `${start} ${say(part)}, end ${end},`;
}

function sayGroup({ open, close, body }: Fenced): string {
  const only = single(body);
  const inner = only.kind === 'scripts' ? single(only.nucleus) : only;
  if (inner.kind === 'table') return sayTable(inner, open);
  if (only.kind === 'fraction' && !only.bar) return say(only);
  const name = groupName(open, close);
  if (name) return ended(`the ${name} of`, body, name);
  if (open === '' || close === '') return `${say(body)} ${wordsFor(close)}`;
  const isList = body.items.some((item) => isAtom(item, 'punct'));
  return isFactor(body) || isList || only.kind === 'fraction'
    ? say(body)
    : `the quantity ${say(body)}, end quantity,`;
}

function sayFraction({ numerator, denominator, bar }: Fraction): string {
  if (!bar) return `${say(numerator)} choose ${say(denominator)}`;
  return ended(`the fraction ${say(numerator)} over`, denominator, 'fraction');
}

function sayRoot({ radicand, degree }: Root): string {
  const number = degree ? spoken(degree) : '2';
  const name = number === '2' ? 'square root' : number === '3' ? 'cube root' : `${number}-th root`;
  return ended(`the ${name} of`, radicand, 'root');
}

/** Indices are read one by one, without "times". */
function sayIndex(index: Formula): string {
  const items = visibleItems(index);
  const isPlain = items.every((item) => isAtom(item) && !['bin', 'rel'].includes(item.class));
  if (isPlain) return items.map(say).join(' ');
  return items.length === 1 ? say(index) : `${say(index)},`;
}

const textOf = (formula: Formula): string =>
  visibleItems(formula)
    .map((item) => (isAtom(item) ? item.text : '?'))
    .join('');

function saySuperscript(sup: Formula): string {
  const word = powerWord(textOf(sup));
  if (word) return word;
  const only = single(sup);
  const isLabel =
    isAtom(only) && (only.form === 'text' || only.form === 'name' || /^[A-Z]$/.test(only.text));
  if (isLabel || only.kind === 'fenced') return `superscript ${sayIndex(only)}`;
  return ended('to the power', sup, 'power');
}

function sayScripts({ nucleus, sub, sup }: Scripts): string {
  const base = single(nucleus);
  if (isAtom(base) && base.class === 'op') return sayBounds(base, sub, sup);
  if (base.kind === 'fenced' && sub && groupName(base.open, base.close) === 'norm') {
    const power = sup ? saySuperscript(sup) : '';
    return `the ${say(sub)}-norm of ${say(base.body)}${power ? `, ${power}` : ''}`;
  }
  if (isAtom(base) && base.alphabet === 'double-struck' && base.text === 'E' && sub) {
    return `the expectation over ${say(sub)}`;
  }
  if (isAtom(base) && base.text === '∇' && sub)
    return `the gradient with respect to ${say(sub)} of`;
  return [say(base), sub ? `sub ${sayIndex(sub)}` : '', sup ? saySuperscript(sup) : ''].join(' ');
}

function sayBounds(operator: Atom, under: Formula | null, over: Formula | null): string {
  const name = sayAtom(operator);
  if (operator.form === 'name' && /^(log|ln)$/.test(operator.text)) {
    const base = under ? `base ${say(under)}` : '';
    return [name, base, over ? saySuperscript(over) : '', 'of'].join(' ');
  }
  if (operator.text === 'lim') return `the limit as ${under ? say(under) : ''}`;
  if (under && over) return `${name} from ${say(under)} to ${say(over)}`;
  if (over) return `${name} ${saySuperscript(over)}`;
  if (!under) return name;
  return operator.form === 'name' ? `the ${name} over ${say(under)}` : `${name} over ${say(under)}`;
}

function sayLimits({ nucleus, under, over }: Limits): string {
  const base = single(nucleus);
  if (isAtom(base) && base.class === 'op') return sayBounds(base, under, over);
  const label = [under, over].flatMap((part) => (part ? [say(part)] : [])).join(' and ');
  if (base.kind === 'accent' && base.mark === 'brace') {
    return `${say(base.nucleus)}, labelled ${label},`;
  }
  return `${say(base)} with ${[under ? `${say(under)} below` : '', over ? `${say(over)} above` : '']
    .filter((part) => part !== '')
    .join(' and ')},`;
}

function sayAccent({ nucleus, mark, side }: Accent): string {
  const name = mark === 'line' ? (side === 'over' ? 'bar' : 'underlined') : mark;
  if (mark === 'brace') return say(nucleus);
  if (isFactor(nucleus)) return `${say(nucleus)} ${name}`;
  return `${say(nucleus)}, all ${name},`;
}

function sayTable({ rows, use }: Table, open = ''): string {
  const cells = rows.map((row) => row.filter((cell) => visibleItems(cell).length > 0).map(say));
  switch (use) {
    case 'lines':
    case 'stack':
      return cells.map((row) => row.join(' ')).join('; ');
    case 'cases':
      return `cases: ${cells.map((row) => row.join(', ')).join('; ')}; end cases`;
    case 'matrix': {
      const size = `${rows.length} by ${rows[0]?.length ?? 0}`;
      const name = /^[∣|]$/.test(open) ? 'determinant of the' : '';
      const said = cells.map((row, index) => `row ${index + 1}: ${row.join(', ')}`);
      return `the ${name} ${size} matrix, ${said.join('; ')}; end matrix`;
    }
  }
}
