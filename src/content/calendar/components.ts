import { contentLines, damagedAt, type Line } from './lines.ts';

/** The lines of one VEVENT by their names, in capitals; those of components inside it are not here. */
export type Component = ReadonlyMap<string, readonly Line[]>;

/** Lines that tell of days off. What other lines hold is nobody's business here. */
const NEEDED = new Set([
  'UID',
  'SUMMARY',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RRULE',
  'RDATE',
  'EXDATE',
  'RECURRENCE-ID',
  'STATUS',
  'TRANSP',
  'X-MICROSOFT-CDO-ALLDAYEVENT',
]);
/** A line of a thousand dates has half of it. */
const LONGEST_LINE = 20_000;

/** The events of a calendar file. Throws UserError `calendar.damaged` where its parts do not close. */
export function readEvents(text: string): Component[] {
  const events: Component[] = [];
  const open: { line: Line; name: string; lines: Map<string, Line[]> }[] = [];
  for (const line of contentLines(text)) {
    const name = nameOf(line);
    const inner = open.at(-1);
    if (name === 'BEGIN') {
      open.push({ line, name: componentOf(line), lines: new Map() });
    } else if (name === 'END') {
      if (inner?.name !== componentOf(line)) {
        throw damagedAt(line, inner ? `${inner.name} is still open` : 'nothing is open here');
      }
      if (inner.name === 'VEVENT') events.push(inner.lines);
      open.pop();
    } else if (inner?.name === 'VEVENT' && NEEDED.has(name)) {
      if (line.text.length > LONGEST_LINE) throw damagedAt(line, `${name} is far too long`);
      const same = inner.lines.get(name);
      if (same) same.push(line);
      else inner.lines.set(name, [line]);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw damagedAt(unclosed.line, `${unclosed.name} begins here and never ends`);
  return events;
}

function nameOf(line: Line): string {
  return /^[\w-]+/.exec(line.text)?.[0].toUpperCase() ?? '';
}

/** The component that a BEGIN or END names. */
function componentOf(line: Line): string {
  const value = line.text.slice(line.text.indexOf(':') + 1).trim();
  return /^[\w-]{1,40}$/.test(value) ? value.toUpperCase() : '?';
}
