/**
 * An expression of which every part is known to be harmless. Numbers are finite and not negative.
 */
export type Formula =
  | { type: 'number'; value: number }
  | { type: 'name'; name: string }
  | { type: 'negate'; of: Formula }
  | { type: 'operation'; operator: Operator; left: Formula; right: Formula }
  | { type: 'call'; name: string; args: Formula[] };

export type Operator = '+' | '-' | '*' | '/' | '^';

export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

export interface MathFunction {
  /** The fewest and the most arguments. */
  arity: readonly [number, number];
  of: (args: readonly number[]) => number;
  /** How far the result may be rounded, in units of its last place. */
  ulps: number;
}

/** Every function that an answer or a key may call, in radians; `log` is the natural logarithm. */
export const FUNCTIONS: ReadonlyMap<string, MathFunction> = new Map<string, MathFunction>([
  ...Object.entries({
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    exp: Math.exp,
    log2: Math.log2,
    log10: Math.log10,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
  }).map(([name, of]) => [name, unary(of, 4)] as const),
  ...Object.entries({
    abs: Math.abs,
    sign: Math.sign,
    floor: Math.floor,
    ceil: Math.ceil,
  }).map(([name, of]) => [name, unary(of, 0)] as const),
  ['log', { arity: [1, 2], of: ([x, base]) => logarithm(x, base), ulps: 8 }],
  ['pow', { arity: [2, 2], of: ([x = Number.NaN, power = Number.NaN]) => x ** power, ulps: 4 }],
  ['min', { arity: [1, 20], of: (args) => Math.min(...args), ulps: 0 }],
  ['max', { arity: [1, 20], of: (args) => Math.max(...args), ulps: 0 }],
]);

/** Other names of functions. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['log_2', 'log2'],
  ['log_10', 'log10'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
]);

const STRENGTH: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const NEGATION = 3;

/**
 * The formula with every product written out and the brackets that it needs; reads back the same.
 */
export function written(formula: Formula): string {
  switch (formula.type) {
    case 'number':
      return String(formula.value);
    case 'name':
      return formula.name;
    case 'call':
      return `${formula.name}(${formula.args.map(written).join(', ')})`;
    case 'negate':
      return `-${inBrackets(formula.of, strength(formula.of) <= NEGATION)}`;
    case 'operation': {
      const { operator, left, right } = formula;
      const own = STRENGTH[operator];
      const first = inBrackets(
        left,
        strength(left) < own || (operator === '^' && own === strength(left)),
      );
      const second = inBrackets(right, operator === '^' ? !isAtom(right) : strength(right) <= own);
      return operator === '^' ? `${first}^${second}` : `${first} ${operator} ${second}`;
    }
  }
}

function inBrackets(formula: Formula, needed: boolean): string {
  return needed ? `(${written(formula)})` : written(formula);
}

function strength(formula: Formula): number {
  if (formula.type === 'operation') return STRENGTH[formula.operator];
  return formula.type === 'negate' ? NEGATION : 5;
}

function isAtom(formula: Formula): boolean {
  return strength(formula) === 5;
}

function unary(of: (x: number) => number, ulps: number): MathFunction {
  return { arity: [1, 1], of: ([x = Number.NaN]) => of(x), ulps };
}

function logarithm(x = Number.NaN, base?: number): number {
  return base === undefined ? Math.log(x) : Math.log(x) / Math.log(base);
}

/** How many digits a number needs when written shortest: 1 for 1e20, 16 for a third. */
export function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*|[-.]/g, '').length;
}

/** Constants with more digits than this are results of a computation and carry its rounding. */
export const CLEAN_DIGITS = 12;
