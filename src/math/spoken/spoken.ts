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
import { between, isArgument, isList, plainGroup, textOf } from './rows.ts';
import { functionName, groupName, powerWord, setName, wordsFor } from './words.ts';

/**
 * The formula in words, as one reads it aloud: "softmax of the fraction Q times K transposed over
 * the square root of d sub k, times V". Ends of longer parts are said, so that nothing is unclear
 * without seeing it.
 */
export function spoken(formula: Formula): string {
  return say(formula)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.])/g, '$1')
    .replaceAll(/,[, ]*(?=[,;.])/g, '')
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
      return sayTable(formula, '');
    case 'frame':
      return ended('boxed', formula.body, 'box');
    case 'struck':
      return ended('crossed out', formula.body, 'crossed out');
  }
}

function sayAtom({ text, alphabet, class: cls }: Atom): string {
  if (cls === 'op') return functionName(text) ?? wordsFor(text);
  const words = wordsFor(text);
  if (alphabet === 'plain') return words;
  return alphabet === 'double-struck' ? (setName(text) ?? words) : `${alphabet} ${words}`;
}

function sayRow(items: readonly Formula[]): string {
  return items
    .map((item, index) => {
      const before = items[index - 1];
      const next = items[index + 1];
      const isBlank = index === 0 && isAtom(item, 'bin') && item.text === '⋅';
      const said = isArgument(before, item) ? sayArgument(item) : isBlank ? 'dot' : say(item);
      return next ? `${said} ${between(item, next)}` : said;
    })
    .join(' ');
}

/** The brackets after a function: f of x, y. */
function sayArgument(formula: Formula): string {
  const group = plainGroup(formula);
  if (group && group === formula && isList(group)) return `${say(group.body)},`;
  if (!group || formula.kind !== 'scripts' || !isFactor(group.body)) return say(formula);
  return `${say(group.body)}, ${sayAround(formula)}`;
}

/** The words, and where the part is longer than a factor, where it ends. */
function ended(start: string, part: Formula, end: string): string {
  return isFactor(part) ? `${start} ${say(part)}` : `${start} ${say(part)}, end ${end},`;
}

function sayGroup(group: Fenced): string {
  const { open, close, body } = group;
  const only = single(body);
  const inner = only.kind === 'scripts' ? single(only.nucleus) : only;
  if (inner.kind === 'table') return sayTable(inner, open);
  if (only.kind === 'fraction' && !only.bar) return say(only);
  const name = groupName(open, close);
  if (name) return ended(`the ${name} of`, body, name);
  if (open === '' || close === '') return `${say(body)} ${wordsFor(close)}`;
  if (isList(group)) return `the list ${say(body)}, end list,`;
  return isFactor(body) || only.kind === 'fraction' ? say(body) : sayQuantity(group);
}

const sayQuantity = ({ body }: Fenced): string =>
  isFactor(body) ? say(body) : `the quantity ${say(body)}, end quantity,`;

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
  const [first, ...rest] = items;
  if (isAtom(first, 'rel') && first.text === '<') return `before ${sayRow(rest)}`;
  const isPlain = items.every((item) => isAtom(item) && !['bin', 'rel'].includes(item.class));
  if (isPlain) return items.map(say).join(' ');
  if (first?.kind === 'fenced' && items.length === 1) return sayIndex(first.body);
  return items.length === 1 ? say(index) : `${say(index)},`;
}

function saySuperscript(sup: Formula): string {
  const word = powerWord(textOf(sup));
  if (word) return word;
  const only = single(sup);
  const isWord = isAtom(only) && (only.form === 'text' || only.form === 'name');
  const isLabel = isWord || (isAtom(only) && /^[A-Z]$/.test(only.text));
  if (isLabel || only.kind === 'fenced') return `superscript ${sayIndex(only)}`;
  return ended('to the power', sup, 'power');
}

/** The scripts alone. */
function sayAround({ sub, sup }: Scripts): string {
  return `${sub ? `sub ${sayIndex(sub)}` : ''} ${sup ? saySuperscript(sup) : ''}`;
}

function sayScripts(scripts: Scripts): string {
  const { nucleus, sub, sup } = scripts;
  const base = single(nucleus);
  if (base.kind === 'fenced') return sayScriptedGroup(base, scripts);
  if (!isAtom(base)) return `${say(base)} ${sayAround(scripts)}`;
  if (base.class === 'op') {
    return base.form === 'sign' ? sayBounds(base, sub, sup) : sayFunction(base, sub, sup);
  }
  if (base.alphabet === 'double-struck' && sub && base.text === 'E') {
    return `the expectation over ${say(sub).replaceAll('is distributed as', 'drawn from')}`;
  }
  if (base.alphabet === 'double-struck' && sup) {
    return `${say(base)} to the power ${say(sup).replaceAll(' times ', ' by ')}`;
  }
  if (base.text === '∇' && sub) return `the gradient with respect to ${say(sub)} of`;
  return `${say(base)} ${sayAround(scripts)}`;
}

function sayScriptedGroup(group: Fenced, scripts: Scripts): string {
  const { sub, sup } = scripts;
  const { open, close, body } = group;
  if (open === '' && /^[∣|]$/.test(close)) {
    const bounds = sub && sup ? `from ${say(sub)} to ${say(sup)}` : sub ? `at ${say(sub)}` : '';
    return `${say(body)}, evaluated ${bounds},`;
  }
  if (sub && groupName(open, close) === 'norm') {
    const power = sup ? `, ${saySuperscript(sup)}` : '';
    return `${ended(`the ${say(sub)}-norm of`, body, 'norm')}${power}`;
  }
  const isPlain = plainGroup(group) !== null && !isList(group);
  return `${isPlain ? sayQuantity(group) : say(group)} ${sayAround(scripts)}`;
}

function sayFunction(name: Atom, sub: Formula | null, sup: Formula | null): string {
  const power = sup ? saySuperscript(sup) : '';
  if (!/^(log|ln)$/.test(name.text))
    return `${say(name)} ${sub ? `sub ${sayIndex(sub)}` : ''} ${power}`;
  return `log ${sub ? `base ${say(sub)}` : ''} ${power} of`;
}

/** Operators with what they run over: the sum from i equals 1 to n, the minimum over w. */
function sayBounds(operator: Atom, under: Formula | null, over: Formula | null): string {
  const name = say(operator);
  if (operator.text === 'lim' && under) {
    return `the limit as ${say(under).replace(' to ', ' goes to ')}`;
  }
  if (under && over) return `${name} from ${say(under)} to ${say(over)}`;
  if (over) return `${name} ${saySuperscript(over)}`;
  return under ? `${name} over ${say(under)}` : name;
}

function sayLimits({ nucleus, under, over }: Limits): string {
  const base = single(nucleus);
  if (isAtom(base) && base.class === 'op') return sayBounds(base, under, over);
  const label = [under, over].flatMap((part) => (part ? [say(part)] : [])).join(' and ');
  const labelled = base.kind === 'accent' && base.mark === 'brace' ? base.nucleus : base;
  return `${say(labelled)}, labelled ${label},`;
}

function sayAccent({ nucleus, mark, side }: Accent): string {
  if (mark === 'brace') return say(nucleus);
  const name = mark === 'line' ? (side === 'over' ? 'bar' : 'underlined') : mark;
  return isFactor(nucleus) ? `${say(nucleus)} ${name}` : `${say(nucleus)}, all ${name},`;
}

function sayTable({ rows, use }: Table, open: string): string {
  const isSeen = (cell: Formula): boolean => use === 'matrix' || visibleItems(cell).length > 0;
  const cells = rows.map((row) => row.filter(isSeen).map((cell) => say(cell) || 'blank'));
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
      return `the ${name} ${size} matrix, ${said.join('; ')}; end matrix,`;
    }
  }
}
