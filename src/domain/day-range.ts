import { addDays, type Day, daysBetween, daysFrom } from './day.ts';

/** Days in a row, both ends included. */
export interface DayRange {
  from: Day;
  to: Day;
}

export function countDays({ from, to }: DayRange): number {
  return daysBetween(from, to) + 1;
}

/** Every day of the ranges once, in order, wherever they overlap. */
export function daysIn(ranges: readonly DayRange[]): Day[] {
  return [...new Set(ranges.flatMap(({ from, to }) => daysFrom(from, to)))].sort();
}

/** The fewest ranges that hold just these days, in order. */
export function rangesOf(days: Iterable<Day>): DayRange[] {
  const ranges: DayRange[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}
