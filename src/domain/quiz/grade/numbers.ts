import type { NumberQuestion, Unit } from '../question.ts';
import { parseFormula } from './algebra.ts';
import { type Understood, Unreadable } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { literal } from './names.ts';
import { separated } from './separators.ts';
import { asciiMaths } from './symbols.ts';
import { bounded, describe, quote } from './typed.ts';
import { listed, takeUnit } from './units.ts';

export interface Numeral {
  value: number;
  /** `1/2 = 0.5`, or `0.5` where that is what was typed. */
  shown: string;
  unusual: boolean;
}

export interface NumeralRules {
  unit: Unit | null;
  percent: boolean;
  /** Whether a comma or a blank may stand inside a number; not so where it separates entries. */
  separators: boolean;
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const EXPECTED = 'write a number such as 0.5, 1/2 or 1e-3';

/** Reads a typed or JSON number in the unit of the key. Throws Unreadable. */
export function readNumber(question: NumberQuestion, input: unknown): Understood {
  if (typeof input !== 'number' && typeof input !== 'string') {
    throw new Unreadable(`${describe(input)} is not a number; ${EXPECTED}.`);
  }
  const typed = bounded(String(input), EXPECTED);
  const { unit, percent } = question;
  const { value, shown, unusual } = readNumeral(typed, { unit, percent, separators: true });
  return { answer: { kind: 'number', value }, shown, unusual };
}

/**
 * One number: a decimal, a fraction, a percentage where allowed, or arithmetic with the known
 * functions, with its unit. Throws Unreadable with a whole sentence.
 */
export function readNumeral(typed: string, rules: NumeralRules): Numeral {
  const ascii = asciiMaths(typed);
  const measure = takeUnit(ascii, rules.unit);
  const share = takePercent(measure.text, rules);
  const text = rules.separators ? separated(share.text) : withoutUnderscores(share.text);
  if (share.percent && !PLAIN.test(text)) {
    throw new Unreadable(`${quote(typed)} is not a plain percentage; write one such as 12.5%.`);
  }
  const number = numberIn(text, typed, rules.unit);
  const value = (share.percent ? number / 100 : number) * measure.factor + 0;
  if (!Number.isFinite(value)) {
    throw new Unreadable(`${quote(typed)} is too large for a number here; ${EXPECTED}.`);
  }
  const unit = measure.written === null ? '' : ` ${rules.unit?.name}`;
  const formatted = `${formatNumber(value)}${unit}`;
  const converted = !PLAIN.test(share.text) || share.percent || measure.factor !== 1;
  return {
    value,
    shown: converted ? `${ascii} = ${formatted}` : formatted,
    unusual: converted || ascii !== typed.trim(),
  };
}

/** A number for people: all digits of a whole one, else at most 12 significant ones. */
export function formatNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(12)));
}

function takePercent(text: string, rules: NumeralRules): { text: string; percent: boolean } {
  const found = /^(.*\S)\s*(?:%|per ?cent)$/i.exec(text);
  if (!found?.[1]) return { text, percent: false };
  if (rules.percent) return { text: found[1], percent: true };
  throw new Unreadable(
    `${quote(text)} is a percentage and a plain number is wanted; 12.5% would be written 0.125.`,
  );
}

function withoutUnderscores(text: string): string {
  return text.replace(/(?<=\d)_(?=\d{3}(?!\d))/g, '');
}

function numberIn(text: string, typed: string, unit: Unit | null): number {
  try {
    if (PLAIN.test(text)) {
      return literal(text.replace(/^[+-]/, '')) * (text.startsWith('-') ? -1 : 1);
    }
    if (/[\d.]e(?![+-]?\d)/i.test(text)) {
      throw new Unreadable('after its e a number is missing, or a * before');
    }
    if (/[-+]\s*\+|\+\s*-/.test(text)) throw new Unreadable('two signs follow each other');
    const { value, error } = evaluate(parseFormula(text, []).formula, new Map());
    if (!Number.isFinite(value)) throw new Unreadable('it has no finite value');
    if (error <= 1e-9 * Math.abs(value)) return value;
    if (error < 1e-12) return Math.abs(value) <= error ? 0 : value;
    throw new Unreadable('too many of its digits cancel');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const wanted = unit ? `write a number in ${listed(unit)}` : EXPECTED;
    throw new Unreadable(
      `${quote(typed)} cannot be read as a number (${error.message}); ${wanted}.`,
    );
  }
}
