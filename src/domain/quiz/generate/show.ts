import type { Value } from '../template.ts';
import { described, eachOf, type Known, NoValue, numberOf, vectorOf, wholeOf } from './values.ts';

const DIGITS = 4;
const MAX_PLACES = 15;

/**
 * How a value stands in a text: a whole number as it is, another with up to four significant
 * digits, a list in square brackets, a text as it is.
 */
export function show(value: Value): string {
  if (typeof value === 'number') return showNumber(value);
  return Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value);
}

function showNumber(value: number): string {
  return plain(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
}

/** Without the plus that JavaScript writes into `1e+21`, and without a sign of zero. */
function plain(value: number): string {
  return String(value + 0).replace('e+', 'e');
}

/**
 * A number rounded to decimal places, a half away from zero, as one would by hand: what floating
 * point adds behind the fifteenth digit is left out of account.
 */
export function rounded(value: number, places = 0): number {
  const [digits = '0', exponent = '0'] = value.toPrecision(15).split('e');
  const scaled = Number(`${digits.replace('-', '')}e${Number(exponent) + places}`);
  return Math.sign(value) * Number(`${Math.round(scaled)}e${-places}`) + 0;
}

/** What shows values in other ways; a list gives the list of its entries so shown. */
export const SHOWING: Record<string, Known> = {
  fixed: each((x, places) => fixed(x, wholeOf(places, 0, MAX_PLACES)), 2),
  sig: each((x, digits) => significant(x, wholeOf(digits, 1, MAX_PLACES)), 2),
  signed: each((x) => `${x < 0 ? '-' : '+'} ${showNumber(Math.abs(x))}`, 1),
  paren: each((x) => (x < 0 ? `(${showNumber(x)})` : showNumber(x)), 1),
  percent: {
    arity: [1, 2],
    of: ([x, places]) =>
      eachOf(x, (entry) => {
        const share = numberOf(entry) * 100;
        const whole = places === undefined ? null : wholeOf(places, 0, MAX_PLACES);
        return `${whole === null ? showNumber(share) : fixed(share, whole)}%`;
      }),
  },
  thousands: each((x) => showNumber(x).replace(/(?<=^-?\d*)\d(?=(?:\d{3})+(?:\.|$))/g, '$&,'), 1),
  tex: { arity: [1, 1], of: ([x]) => tex(x) },
  col: { arity: [1, 1], of: ([x]) => pmatrix(column(x)) },
  tuple: { arity: [1, 1], of: ([x]) => tuple(x) },
};

function each(of: (x: number, option: Value | undefined) => string, count: 1 | 2): Known {
  return {
    arity: [count, count],
    of: ([value, option]) => eachOf(value, (entry) => of(numberOf(entry), option)),
  };
}

function fixed(value: number, places: number): string {
  const near = Math.abs(value) < 1e15 ? rounded(value, places) : value;
  return near.toFixed(places).replace('e+', 'e');
}

/** Digits that count, zeros behind them kept: 0.5 with three is `0.500`, 123456 is `123000`. */
function significant(value: number, digits: number): string {
  if (value === 0) return (0).toFixed(digits - 1);
  const guess = Math.floor(Math.log10(Math.abs(value)));
  const near = rounded(value, digits - 1 - guess);
  const exponent = Number(near.toExponential().split('e')[1]);
  if (exponent < -6 || exponent >= 21) return near.toExponential(digits - 1).replace('e+', 'e');
  return near.toFixed(Math.max(0, digits - 1 - exponent));
}

function tex(value: Value | undefined): string {
  if (!Array.isArray(value)) return atom(value);
  if (value.length > 0 && value.every(Array.isArray)) {
    return pmatrix(value.map((row) => row.map(atom).join(' & ')));
  }
  return `(${value.map(atom).join(', ')})`;
}

/** One entry; `1.2e-7` becomes a power of ten. */
function atom(value: Value | undefined): string {
  if (value === undefined || Array.isArray(value)) {
    throw new NoValue(`shows lists and matrices, not ${described(value)} inside one`);
  }
  return show(value).replace(/^(-?[\d.]+)e(-?\d+)$/, '$1 \\times 10^{$2}');
}

function column(value: Value | undefined): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  return vectorOf(value).map(atom);
}

function pmatrix(rows: readonly string[]): string {
  return `\\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`;
}

function tuple(value: Value | undefined): string {
  if (!Array.isArray(value)) return value === undefined ? '' : show(value);
  return value.length === 1 ? `(${tuple(value[0])},)` : `(${value.map(tuple).join(', ')})`;
}
