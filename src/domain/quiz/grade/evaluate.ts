import {
  CLEAN_DIGITS,
  CONSTANTS,
  type Formula,
  FUNCTIONS,
  type MathFunction,
  type Operator,
  significantDigits,
} from './formula.ts';

/** A value in floating point with a bound on its rounding, both in the value's own unit. */
export interface Measured {
  value: number;
  error: number;
}

const ULP = Number.EPSILON;

/**
 * The value of a formula where names stand for `values`, with a running bound of the rounding: each
 * operation passes on what its operands may be off by, and adds its own. A value that is not
 * defined is NaN; one next to the edge of what is defined has an infinite error.
 * Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd edition, section 3.3.
 */
export function evaluate(formula: Formula, values: ReadonlyMap<string, number>): Measured {
  switch (formula.type) {
    case 'number':
      return { value: formula.value, error: rounding(formula.value) };
    case 'name':
      return named(formula.name, values);
    case 'negate': {
      const { value, error } = evaluate(formula.of, values);
      return { value: -value, error };
    }
    case 'operation': {
      const args = [evaluate(formula.left, values), evaluate(formula.right, values)];
      return applied(OPERATIONS[formula.operator], args);
    }
    case 'call': {
      const known = FUNCTIONS.get(formula.name);
      const args = formula.args.map((arg) => evaluate(arg, values));
      return known ? applied(known, args) : { value: Number.NaN, error: 0 };
    }
  }
}

const OPERATIONS: Record<Operator, MathFunction> = {
  '+': { arity: [2, 2], of: ([a = 0, b = 0]) => a + b, ulps: 1 },
  '-': { arity: [2, 2], of: ([a = 0, b = 0]) => a - b, ulps: 1 },
  '*': { arity: [2, 2], of: ([a = 0, b = 0]) => a * b, ulps: 1 },
  '/': { arity: [2, 2], of: ([a = 0, b = 0]) => a / b, ulps: 1 },
  '^': { arity: [2, 2], of: ([a = 0, b = 0]) => a ** b, ulps: 4 },
};

function applied({ of, ulps }: MathFunction, args: readonly Measured[]): Measured {
  const at = args.map((arg) => arg.value);
  const value = of(at);
  let error = ulps * ULP * Math.abs(value);
  args.forEach((arg, i) => {
    if (arg.error === 0) return;
    const gap = (by: number) => Math.abs(of(at.with(i, arg.value + by)) - value);
    const off = Math.max(gap(arg.error), gap(-arg.error));
    error += Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
  });
  return { value, error };
}

function named(name: string, values: ReadonlyMap<string, number>): Measured {
  const given = values.get(name);
  if (given !== undefined) return { value: given, error: 0 };
  const value = CONSTANTS.get(name) ?? Number.NaN;
  return { value, error: ULP * Math.abs(value) };
}

/** A constant's own rounding: none for a whole one, more for one that was itself computed. */
function rounding(value: number): number {
  if (Number.isSafeInteger(value)) return 0;
  return (significantDigits(value) > CLEAN_DIGITS ? 16 : 1) * ULP * Math.abs(value);
}
