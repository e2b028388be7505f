import type { Expr, Value } from '../template.ts';
import { DRAWS, type Random } from './draws.ts';
import { FUNCTIONS } from './functions.ts';
import { OPERATORS } from './operators.ts';
import {
  described,
  type Known,
  listOf,
  MAX_CHARACTERS,
  MAX_ENTRIES,
  MAX_STEPS,
  NoValue,
  type Steps,
  spend,
  truthOf,
  wholeOf,
} from './values.ts';

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

/**
 * What an expression gives where names stand for the values of `scope`; with `random` it may draw.
 * Numbers are finite, lists have at most 1,000 entries and texts 10,000 characters, and the work is
 * bounded. Throws NoValue.
 */
export function evaluate(
  expr: Expr,
  scope: ReadonlyMap<string, Value>,
  random?: Random,
  steps: Steps = { left: MAX_STEPS },
): Value {
  spend(steps, 1);
  const inner = (child: Expr) => evaluate(child, scope, random, steps);
  switch (expr.type) {
    case 'value':
      return expr.value;
    case 'name': {
      const value = scope.get(expr.name) ?? CONSTANTS.get(expr.name);
      if (value === undefined) {
        throw new NoValue(`names "${expr.name}", which is not known`, true, true);
      }
      return value;
    }
    case 'list':
      return checked(expr.items.map(inner), 'the list', steps);
    case 'if':
      return inner(named('?', () => truthOf(inner(expr.test))) ? expr.then : expr.else);
    case 'index': {
      const [of, ...at] = [expr.of, ...expr.at].map(inner);
      return named('the index', () => at.reduce<Value>(entry, of ?? 0));
    }
    case 'call':
      return called(expr, inner, random, steps);
  }
}

function called(
  { name, args }: Expr & { type: 'call' },
  inner: (child: Expr) => Value,
  random: Random | undefined,
  steps: Steps,
): Value {
  const [left, right] = args;
  if ((name === 'and' || name === 'or') && left && right) {
    return named(name, () => {
      const first = truthOf(inner(left));
      return first === (name === 'or') ? first : truthOf(inner(right));
    });
  }
  const values = args.map(inner);
  const draw = DRAWS.get(name);
  if (draw && random)
    return checked(
      named(name, () => draw.of(values, random)),
      name,
      steps,
    );
  const operator = OPERATORS.get(name);
  const known: Known | undefined = operator ?? FUNCTIONS.get(name);
  if (!known) {
    throw new NoValue(`calls "${name}", which cannot be called here`, true, true);
  }
  const shown = operator?.sign ?? name;
  return checked(
    named(shown, () => known.of(values, steps)),
    shown,
    steps,
  );
}

/** Puts the name of what has no value in front of the reason, once. */
function named<T>(name: string, of: () => T): T {
  try {
    return of();
  } catch (error) {
    if (!(error instanceof NoValue) || error.named) throw error;
    throw new NoValue(`${name} ${error.message}`, error.misuse, true);
  }
}

/** The value, if its numbers are finite and it is not too large. */
function checked(value: Value, name: string, steps: Steps): Value {
  const room = { entries: MAX_ENTRIES, characters: MAX_CHARACTERS };
  checkEntry(value, name, room);
  spend(steps, MAX_ENTRIES - room.entries);
  return value;
}

function checkEntry(value: Value, name: string, room: { entries: number; characters: number }) {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new NoValue(`${name} gives no finite number`, false, true);
  }
  if (typeof value === 'string') {
    room.characters -= value.length;
    if (room.characters < 0) {
      throw new NoValue(`${name} gives more than ${MAX_CHARACTERS} characters`, true, true);
    }
  }
  if (!Array.isArray(value)) return;
  room.entries -= value.length;
  if (room.entries < 0) {
    throw new NoValue(`${name} gives more than ${MAX_ENTRIES} entries`, true, true);
  }
  for (const inner of value) checkEntry(inner, name, room);
}

/** The entry of a list or the character of a text at a place from one. */
function entry(of: Value, at: Value): Value {
  const all = typeof of === 'string' ? Array.from(of) : listOf(of);
  const found = all[wholeOf(at, 1, all.length) - 1];
  if (found === undefined) throw new NoValue(`has no entry ${described(at)}`);
  return found;
}
