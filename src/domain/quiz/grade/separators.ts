import { Unreadable } from './answer.ts';
import { quote } from './typed.ts';

const GROUPED = /^([+-]?)([1-9]\d{0,2}(?:([ _,])\d{3})(?:\3\d{3})*)([.,]\d*)?((?:[eE][+-]?\d+)?)$/;

/**
 * A number with its separators resolved to a point alone: `1 000 000`, `1_000`, `1,234,567`,
 * `1,234.5` and the decimal comma of `0,5`. Throws Unreadable for `1,234`, which could be either,
 * and for what is neither.
 */
export function separated(text: string): string {
  const grouped = GROUPED.exec(text);
  if (grouped) {
    const [, sign, whole = '', separator = '', part = '', exponent] = grouped;
    const groups = whole.split(separator);
    if (separator === ',' && groups.length === 2 && part === '') throw ambiguous(text);
    if (separator === ',' && part.startsWith(',')) throw unclear(text);
    return `${sign}${groups.join('')}${part.replace(',', '.')}${exponent}`;
  }
  const joined = text.replace(/(?<![\d_.,])\d{1,3}(?:_\d{3})+(?![\d_])/g, (number) =>
    number.replaceAll('_', ''),
  );
  const times = joined.replace(/(?<=\d)\s*x\s*(?=10\s*\^)/i, '*');
  return /\([^)]*,/.test(times) ? times : decimalComma(times);
}

function decimalComma(text: string): string {
  if (!text.includes(',')) return text;
  const single = /^([^,.]*?)(\d*),(\d+)([^,.]*)$/.exec(text);
  if (!single) {
    throw new Unreadable(
      `${quote(text)} has commas that are unclear; write a number such as 1234.5.`,
    );
  }
  const [, before = '', whole = '', part = '', after = ''] = single;
  if (/^[1-9]\d{0,2}$/.test(whole) && part.length === 3) throw ambiguous(text);
  return `${before}${whole}.${part}${after}`;
}

function unclear(text: string): Unreadable {
  return new Unreadable(`${quote(text)} has unclear commas; write a number such as 1234.5.`);
}

function ambiguous(text: string): Unreadable {
  const [point, none] = [text.replace(',', '.'), text.replace(',', '')];
  return new Unreadable(`${quote(text)} could mean ${point} or ${none}; write the one you mean.`);
}
