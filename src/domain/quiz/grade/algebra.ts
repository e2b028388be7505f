import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { Unreadable } from './answer.ts';
import { CONSTANTS, type Formula, FUNCTIONS, type Operator } from './formula.ts';
import { resolveNames } from './names.ts';

const MAX_CHARACTERS = 500;
const MAX_BRACKETS = 40;
const MAX_NODES = 300;
const MAX_DEPTH = 120;

const { parse } = create({ ...parseDependencies });

const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['divide', '/'],
  ['pow', '^'],
]);

export interface Parsed {
  formula: Formula;
  /** Whether a name or a fraction was completed, so that the reading should be shown. */
  changed: boolean;
}

/**
 * Reads an expression over `variables`, in keyboard characters. mathjs only parses: each node is
 * copied into a `Formula` if it is a number, a known name, one of five operators or a call of a
 * known function, and nothing of mathjs is ever evaluated. `1/2x` is refused as ambiguous; `1/2 x`
 * is a half of x. Throws Unreadable with a reason to be put in a sentence.
 */
export function parseFormula(text: string, variables: readonly string[]): Parsed {
  if (text.length > MAX_CHARACTERS) {
    throw new Unreadable(`it is longer than ${MAX_CHARACTERS} characters`);
  }
  checkBrackets(text);
  const halves = text.replace(HALF, '($1)');
  const named = resolveNames(halves, variables);
  const walker = { nodes: 0, names: new Set(variables) };
  const formula = copied(parsed(named.text), walker, 0);
  const changed = named.changed || halves !== text || /\^\s*-?[\d.]+[A-Za-z]/.test(text);
  return { formula, changed };
}

/** A plain fraction that stands apart from the factor behind it. */
const HALF = /(?<![\w.)^/]\s*)(\d+\/\d+)(?=\s+[A-Za-z(√])/g;

function parsed(text: string): MathNode {
  try {
    return parse(text);
  } catch (error) {
    throw new Unreadable(complaint(error instanceof Error ? error.message : '', text));
  }
}

function complaint(message: string, text: string): string {
  if (/end of expression|Parenthesis|Value expected|Digit expected/.test(message)) {
    const char = Number(/\(char (\d+)\)/.exec(message)?.[1] ?? 0);
    return char > text.trimEnd().length ? 'it does not end' : 'something is missing in it';
  }
  return 'it is not complete';
}

function checkBrackets(text: string): void {
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) throw new Unreadable('a bracket closes that never opened');
    if (depth > MAX_BRACKETS) throw new Unreadable('its brackets are nested too deep');
  }
  if (depth > 0) throw new Unreadable('it does not end: a bracket is open');
}

interface Walker {
  nodes: number;
  names: ReadonlySet<string>;
}

function copied(node: MathNode, walker: Walker, depth: number): Formula {
  walker.nodes += 1;
  if (walker.nodes > MAX_NODES || depth > MAX_DEPTH) throw new Unreadable('it is too large');
  const inner = (child: MathNode) => copied(child, walker, depth + 1);
  if (isKind(node, 'ParenthesisNode')) return inner(node.content);
  if (
    isKind(node, 'ConstantNode') &&
    typeof node.value === 'number' &&
    Number.isFinite(node.value)
  ) {
    return { type: 'number', value: node.value };
  }
  if (isKind(node, 'SymbolNode') && (walker.names.has(node.name) || CONSTANTS.has(node.name))) {
    return { type: 'name', name: node.name };
  }
  if (isKind(node, 'FunctionNode')) return called(node, inner);
  if (isKind(node, 'OperatorNode')) return operated(node, inner);
  throw new Unreadable('it holds more than arithmetic');
}

function called(node: FunctionNode, inner: (child: MathNode) => Formula): Formula {
  const name = isKind(node.fn, 'SymbolNode') ? node.fn.name : '';
  const known = FUNCTIONS.get(name);
  if (!known) throw new Unreadable('it calls something unknown');
  const [fewest, most] = known.arity;
  if (node.args.length < fewest || node.args.length > most) {
    throw new Unreadable(`${name} does not take ${node.args.length} values`);
  }
  return { type: 'call', name, args: node.args.map(inner) };
}

function operated(node: OperatorNode, inner: (child: MathNode) => Formula): Formula {
  const [left, right] = node.args;
  if (left && !right && node.fn === 'unaryMinus') return { type: 'negate', of: inner(left) };
  if (left && !right && node.fn === 'unaryPlus') return inner(left);
  const operator = OPERATORS.get(node.fn);
  if (!left || !right || !operator) throw new Unreadable('it holds more than arithmetic');
  if (isSideBySide(right) && operator === '/') throw new Unreadable(UNCLEAR);
  if (isSideBySide(node) && isKind(left, 'OperatorNode') && left.fn === 'divide') {
    throw new Unreadable(UNCLEAR);
  }
  return { type: 'operation', operator, left: inner(left), right: inner(right) };
}

const UNCLEAR = 'what it divides by is unclear without brackets';

/** A product without a sign, `2x`, not in brackets. */
function isSideBySide(node: MathNode): boolean {
  return isKind(node, 'OperatorNode') && node.fn === 'multiply' && node.implicit;
}

/** The node types accepted, as mathjs makes them; its own types do not tell them apart. */
interface Nodes {
  ConstantNode: { value: unknown };
  SymbolNode: { name: string };
  ParenthesisNode: { content: MathNode };
  FunctionNode: { fn: MathNode; args: MathNode[] };
  OperatorNode: { fn: string; args: MathNode[]; implicit: boolean };
}
type FunctionNode = MathNode & Nodes['FunctionNode'];
type OperatorNode = MathNode & Nodes['OperatorNode'];

function isKind<K extends keyof Nodes>(node: MathNode, kind: K): node is MathNode & Nodes[K] {
  return node.type === kind;
}
