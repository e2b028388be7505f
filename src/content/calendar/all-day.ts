import ICAL from 'ical.js';
import { addDays, type Day, daysBetween } from '../../domain/day.ts';
import { stripText } from '../../domain/strip.ts';
import type { Component } from './components.ts';
import { damagedAt, type Line } from './lines.ts';

/** An event that takes whole days, or the changed occurrence of one that repeats. */
export interface AllDay {
  uid: string;
  title: string;
  start: Day;
  /** Days, 1 or more. */
  length: number;
  rules: readonly Line[];
  /** Days on which it occurs beside its rules. */
  added: readonly Day[];
  excluded: readonly Day[];
  /** Marked as leaving the day free. */
  free: boolean;
}

/** The occurrence of a repeated event that a component changes or cancels. */
export interface Change {
  uid: string;
  day: Day;
  /** Whether the later occurrences change too. */
  onwards: boolean;
}

const LONGEST_TITLE = 100;

/** The whole-day event of a component; null for one with a time, or with no beginning. */
export function readAllDay(component: Component): AllDay | null {
  const start = valuesOf(component, 'DTSTART')[0];
  if (!start || !isWholeDay(start, component)) return null;
  const first = dayOf(start);
  return {
    uid: textOf(component, 'UID'),
    title: titleOf(component),
    start: first,
    length: lengthFrom(first, component),
    rules: component.get('RRULE') ?? [],
    added: daysOf(component, 'RDATE'),
    excluded: daysOf(component, 'EXDATE'),
    free: textOf(component, 'TRANSP').toUpperCase() === 'TRANSPARENT',
  };
}

export function readChange(component: Component): Change | null {
  const id = valuesOf(component, 'RECURRENCE-ID')[0];
  if (!id) return null;
  const onwards = id.range === 'THISANDFUTURE';
  return { uid: textOf(component, 'UID'), day: dayOf(id), onwards };
}

export function isCancelled(component: Component): boolean {
  return textOf(component, 'STATUS').toUpperCase() === 'CANCELLED';
}

/** Outlook may write a whole day as one from midnight to midnight, with a mark of its own. */
function isWholeDay({ type, value }: Value, component: Component): boolean {
  if (type === 'date' || !/T\d/.test(value)) return true;
  const marked = textOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT').toUpperCase() === 'TRUE';
  return marked && value.endsWith('T00:00:00');
}

function lengthFrom(start: Day, component: Component): number {
  const end = valuesOf(component, 'DTEND')[0];
  if (end) return Math.max(1, daysBetween(start, dayOf(end)));
  const line = component.get('DURATION')?.[0];
  if (!line) return 1;
  const [, , , value] = parse(line);
  if (!ICAL.Duration.isValueString(String(value))) throw damagedAt(line, 'this is no duration');
  const seconds = ICAL.Duration.fromString(String(value)).toSeconds();
  return Math.max(1, Math.ceil(seconds / (24 * 60 * 60)));
}

function daysOf(component: Component, name: 'RDATE' | 'EXDATE'): Day[] {
  return valuesOf(component, name).map(dayOf);
}

interface Value {
  line: Line;
  type: string;
  /** As in jCal, like `2026-12-24` or `2026-12-24T09:00:00`. */
  value: string;
  range: string;
}

function valuesOf(component: Component, name: string): Value[] {
  return (component.get(name) ?? []).flatMap((line) => {
    const [, parameters, type, ...values] = parse(line);
    const range = String(parameters.range ?? '').toUpperCase();
    // A period is a list of its begin and its end or length.
    return values.map((value) => ({ line, type, value: String([value].flat()[0]), range }));
  });
}

function dayOf({ line, value }: Value): Day {
  const day = value.slice(0, 10);
  // Birthdays without a year are written with one like 1604.
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day) || addDays(day, 0) !== day) {
    throw damagedAt(line, 'this is no day');
  }
  return day;
}

function textOf(component: Component, name: string): string {
  const line = component.get(name)?.[0];
  return line ? String(parse(line)[3]).trim() : '';
}

function titleOf(component: Component): string {
  const title = stripText(textOf(component, 'SUMMARY')).replaceAll(/\s+/g, ' ').trim();
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).toWellFormed()}…` : title;
}

type JCal = [name: string, parameters: Record<string, unknown>, type: string, ...values: unknown[]];

/** A line in the form of RFC 7265. */
export function parse(line: Line): JCal {
  try {
    return ICAL.parse.property(line.text);
  } catch {
    throw damagedAt(line, 'it cannot be read');
  }
}
