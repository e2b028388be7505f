import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { nearest } from '../../spelling.ts';
import { stripText } from '../../strip.ts';
import type { Expr } from '../template.ts';
import { BadExpression } from './bad-expression.ts';
import { DRAWS } from './draws.ts';
import { FUNCTIONS } from './functions.ts';

const MAX_CHARACTERS = 500;
const MAX_NESTING = 40;
const MAX_NODES = 300;
const MAX_COMPARISONS = 4;

const { parse } = create({ ...parseDependencies });

/** Operators as mathjs names them, and as we do; `pow` and `mod` are functions here. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ...['add', 'subtract', 'multiply', 'divide', 'dotMultiply', 'dotDivide'].map(itself),
  ...['and', 'or', 'equal', 'unequal', 'smaller', 'smallerEq', 'larger', 'largerEq'].map(itself),
  ['pow', 'power'],
  ['mod', 'modulo'],
  ['dotPow', 'dotPower'],
]);

const CONSTANTS = ['pi', 'e'];

/** Words that mean something else in an expression. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[...CONSTANTS, 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'end'],
  ...['and', 'or', 'not', 'xor', 'mod', 'to', 'in'],
]);

/**
 * Reads an expression in which `names` may stand; `draws` tells whether it may draw. mathjs only
 * parses: each node is copied if it is a value, a known name, a list, an operator, an index,
 * a condition or a call of a known function, and nothing of mathjs is ever evaluated. Throws
 * BadExpression.
 */
export function parseExpr(
  text: string,
  names: ReadonlySet<string>,
  options: { draws: boolean },
): Expr {
  if (text.length > MAX_CHARACTERS) {
    throw new BadExpression(
      `has ${text.length} characters, and at most ${MAX_CHARACTERS} are read`,
    );
  }
  const bare = text.trim();
  if (bare === '') throw new BadExpression('is empty');
  if (names.has(bare)) return { type: 'name', name: bare };
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(bare)) return { type: 'value', value: Number(bare) };
  checkBrackets(bare);
  return copied(parsed(bare), { nodes: 0, names, draws: options.draws }, 0);
}

/** Whether a parameter can have this name, so that an expression can use it. */
export function isName(text: string): boolean {
  return /^[A-Za-z]\w{0,39}$/.test(text) && !RESERVED.has(text);
}

function parsed(text: string): MathNode {
  try {
    return parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = Number(/\(char (\d+)\)/.exec(message)?.[1] ?? text.length + 1);
    if (at > text.length)
      throw new BadExpression('is not complete: something is missing at its end');
    throw new BadExpression(
      `cannot be read from its character ${at} on, ${JSON.stringify(text.slice(at - 1, at + 19))}`,
    );
  }
}

/** Brackets outside of texts, before a parser meets them. */
function checkBrackets(text: string): void {
  let depth = 0;
  for (const character of text.replace(QUOTED, '')) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth > MAX_NESTING) throw new BadExpression('is nested too deep');
  }
}

const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs;

interface Walker {
  nodes: number;
  names: ReadonlySet<string>;
  draws: boolean;
}

function copied(node: MathNode, walker: Walker, depth: number): Expr {
  walker.nodes += 1;
  if (walker.nodes > MAX_NODES) throw new BadExpression('is too large');
  if (depth > MAX_NESTING) throw new BadExpression('is nested too deep');
  const inner = (child: MathNode) => copied(child, walker, depth + 1);
  if (isKind(node, 'ParenthesisNode')) return inner(node.content);
  if (isKind(node, 'ConstantNode')) return valued(node.value);
  if (isKind(node, 'SymbolNode')) return named(node.name, walker);
  if (isKind(node, 'ArrayNode')) return { type: 'list', items: node.items.map(inner) };
  if (isKind(node, 'FunctionNode')) return called(node, walker, inner);
  if (isKind(node, 'OperatorNode')) return operated(node, inner);
  if (isKind(node, 'RelationalNode')) return compared(node, inner);
  if (isKind(node, 'AccessorNode')) return indexed(node, inner);
  if (isKind(node, 'ConditionalNode')) {
    const { condition, trueExpr, falseExpr } = node;
    // biome-ignore lint/suspicious/noThenProperty: the name of a branch, and a value at that
    return { type: 'if', test: inner(condition), then: inner(trueExpr), else: inner(falseExpr) };
  }
  throw new BadExpression(`holds ${REFUSED.get(node.type) ?? 'more than values and functions'}`);
}

const REFUSED: ReadonlyMap<string, string> = new Map([
  ['AssignmentNode', 'an assignment; to compare write =='],
  ['FunctionAssignmentNode', 'a function of its own; only the known ones can be called'],
  ['BlockNode', 'several expressions; write one'],
  ['ObjectNode', 'an object; write a list in square brackets'],
  ['RangeNode', 'a range with a colon; write range(from, to)'],
]);

function valued(value: unknown): Expr {
  if (typeof value === 'string') return { type: 'value', value: stripText(value) };
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return { type: 'value', value };
  }
  throw new BadExpression(`holds ${value}, which is no value here`);
}

function named(name: string, { names }: Walker): Expr {
  if (names.has(name) || CONSTANTS.includes(name)) return { type: 'name', name };
  if (FUNCTIONS.has(name) || DRAWS.has(name)) {
    throw new BadExpression(`names the function "${name}" without calling it`);
  }
  throw new BadExpression(`names "${name}", which is not known here${suggestion(name, names)}`);
}

function called(
  { fn, args }: Nodes['FunctionNode'],
  { names, draws }: Walker,
  inner: (child: MathNode) => Expr,
): Expr {
  if (!isKind(fn, 'SymbolNode')) throw new BadExpression('calls something that is no function');
  const { name } = fn;
  const draw = DRAWS.get(name);
  if (draw && !draws) throw new BadExpression(`calls "${name}", which draws: only params may`);
  const known = draw ?? FUNCTIONS.get(name);
  if (!known) {
    const hint = names.has(name)
      ? `: to multiply write ${name} * (…), for an entry ${name}[…]`
      : suggestion(name, draws ? [...FUNCTIONS.keys(), ...DRAWS.keys()] : FUNCTIONS.keys());
    throw new BadExpression(`calls "${name}", which is no function here${hint}`);
  }
  const [fewest, most] = known.arity;
  if (args.length < fewest || args.length > most) {
    const wanted = fewest === most ? `${most}` : `${fewest} to ${most}`;
    throw new BadExpression(`calls ${name} with ${args.length} values, and it takes ${wanted}`);
  }
  return { type: 'call', name, args: args.map(inner) };
}

function operated(node: Nodes['OperatorNode'], inner: (child: MathNode) => Expr): Expr {
  const [left, right] = node.args;
  if (left && !right && node.fn === 'unaryPlus') return inner(left);
  if (left && !right && node.fn === 'unaryMinus') return negated(inner(left));
  if (left && !right && node.fn === 'not')
    return { type: 'call', name: 'not', args: [inner(left)] };
  if (node.isPercentage) throw new BadExpression('has a % with nothing to divide by behind it');
  const name = OPERATORS.get(node.fn);
  if (!left || !right || !name) {
    throw new BadExpression(`uses ${node.op} in a way that is not known here`);
  }
  if (isUnclear(node, left, right)) {
    throw new BadExpression('divides by what is unclear; write the * or brackets');
  }
  return { type: 'call', name, args: [inner(left), inner(right)] };
}

/** `1/2x` and `x/2y`, which one reads as a division by the product and mathjs now so, now so. */
function isUnclear(node: Nodes['OperatorNode'], left: MathNode, right: MathNode): boolean {
  if (node.fn === 'divide') return isKind(right, 'OperatorNode') && right.implicit;
  return node.implicit && isKind(left, 'OperatorNode') && left.fn === 'divide';
}

function negated(of: Expr): Expr {
  if (of.type === 'value' && typeof of.value === 'number') return { ...of, value: -of.value };
  return { type: 'call', name: 'negate', args: [of] };
}

/** `a < b <= c` as `a < b and b <= c`. */
function compared(node: Nodes['RelationalNode'], inner: (child: MathNode) => Expr): Expr {
  if (node.conditionals.length > MAX_COMPARISONS) {
    throw new BadExpression(`compares more than ${MAX_COMPARISONS + 1} things in a row`);
  }
  const comparisons = node.conditionals.map((fn, i): Expr => {
    const [left, right] = [node.params[i], node.params[i + 1]];
    const name = OPERATORS.get(fn);
    if (!name || !left || !right)
      throw new BadExpression('compares in a way that is not known here');
    return { type: 'call', name, args: [inner(left), inner(right)] };
  });
  return comparisons.reduce((all, one) => ({ type: 'call', name: 'and', args: [all, one] }));
}

function indexed(node: Nodes['AccessorNode'], inner: (child: MathNode) => Expr): Expr {
  const { dimensions, dotNotation } = node.index;
  if (dotNotation || node.optionalChaining) {
    throw new BadExpression('asks for a property with a point; an entry is x[1]');
  }
  if (dimensions.length < 1 || dimensions.length > 2) {
    throw new BadExpression(
      `has ${dimensions.length} indices in brackets, and 1 or 2 are possible`,
    );
  }
  return { type: 'index', of: inner(node.object), at: dimensions.map(inner) };
}

function suggestion(name: string, candidates: Iterable<string>): string {
  const [near] = nearest(name, candidates);
  return near ? `; did you mean "${near}"?` : '';
}

function itself(name: string): [string, string] {
  return [name, name];
}

/** The node types accepted, as mathjs makes them; its own types do not tell them apart. */
interface Nodes {
  ConstantNode: { value: unknown };
  SymbolNode: { name: string };
  ParenthesisNode: { content: MathNode };
  ArrayNode: { items: MathNode[] };
  FunctionNode: { fn: MathNode; args: MathNode[] };
  OperatorNode: {
    op: string;
    fn: string;
    args: MathNode[];
    implicit: boolean;
    isPercentage: boolean;
  };
  RelationalNode: { conditionals: string[]; params: MathNode[] };
  AccessorNode: {
    object: MathNode;
    index: { dimensions: MathNode[]; dotNotation: boolean };
    optionalChaining: boolean;
  };
  ConditionalNode: { condition: MathNode; trueExpr: MathNode; falseExpr: MathNode };
}

function isKind<K extends keyof Nodes>(node: MathNode, kind: K): node is MathNode & Nodes[K] {
  return node.type === kind;
}
