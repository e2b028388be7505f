import { UserError } from '../../domain/error.ts';

/** A line of a calendar file, unfolded; `number` is where it begins in the file, from 1. */
export interface Line {
  number: number;
  text: string;
}

/** The lines that say something. Source: RFC 5545, section 3.1. */
export function contentLines(text: string): Line[] {
  const lines: { number: number; parts: string[] }[] = [];
  for (const [i, row] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (last && (row.startsWith(' ') || row.startsWith('\t'))) last.parts.push(row.slice(1));
    else if (row.trim() !== '') lines.push({ number: i + 1, parts: [row] });
  }
  return lines.map(({ number, parts }) => ({ number, text: parts.join('') }));
}

/** `problem` completes "The calendar is damaged at line 12: ". */
export function damagedAt(line: Line, problem: string): UserError {
  return new UserError(
    'calendar.damaged',
    `The calendar is damaged at line ${line.number}: ${problem}.`,
    'Export it again from your calendar, or give the days themselves: llmpath off DAY..DAY',
    { line: line.number },
  );
}
