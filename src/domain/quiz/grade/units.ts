import type { Unit } from '../question.ts';
import { Unreadable } from './answer.ts';
import { asciiMaths } from './symbols.ts';
import { quote } from './typed.ts';

export interface Measure {
  /** The text without its unit. */
  text: string;
  /** From the unit written to the key's unit. */
  factor: number;
  /** The unit as the question writes it; null if none was written. */
  written: string | null;
}

/** A unit written out, where capitals mean nothing; `MB` and `Mb` are not the same. */
const SPELLED_OUT = /^[a-z ]{5,}$/;

/**
 * Takes the unit off a text in keyboard characters. The longest form that fits wins, so `ms` is not
 * read as `s`; a sign such as `$` may also stand in front. Throws Unreadable if a required unit is
 * missing.
 */
export function takeUnit(text: string, unit: Unit | null): Measure {
  if (!unit) return { text, factor: 1, written: null };
  const forms = Object.entries({ [unit.name]: 1, ...unit.forms })
    .map(([name, factor]) => ({ name, factor, form: asciiMaths(name) }))
    .sort((a, b) => b.form.length - a.form.length);
  for (const { name, factor, form } of forms) {
    const rest = before(text, form) ?? (/^\p{Sc}$/u.test(form) ? after(text, form) : null);
    if (rest) return { text: rest, factor, written: name };
  }
  if (unit.required && /[\d)]$/.test(text)) {
    throw new Unreadable(`${quote(text)} has no unit; write it in ${listed(unit)}.`);
  }
  return { text, factor: 1, written: null };
}

/** `GB, MB or KiB`, the key's own unit first. */
export function listed(unit: Unit): string {
  const names = [...new Set([unit.name, ...Object.keys(unit.forms)])];
  return names.length === 1 ? unit.name : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function before(text: string, form: string): string | null {
  const at = text.length - form.length;
  const end = text.slice(at);
  const sameCase = end === form;
  if (at <= 0 || !(sameCase || (SPELLED_OUT.test(form) && end.toLowerCase() === form))) return null;
  const rest = text.slice(0, at);
  const apart = /[\d.)\s]$/.test(rest) || /^[^\p{L}]/u.test(form);
  return apart ? rest.trim() : null;
}

function after(text: string, form: string): string | null {
  return text.startsWith(form) ? text.slice(form.length).trim() : null;
}
