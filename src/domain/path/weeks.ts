import type { Weeks } from './path.ts';

/** Reads `4-6`, `8` or `8+`. Null for anything else, for zero and for a range that runs backwards. */
export function parseWeeks(text: string): Weeks | null {
  const match = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|(\+))?$/.exec(text.trim());
  if (!match) return null;
  const min = Number(match[1]);
  const max = match[3] ? null : Number(match[2] ?? match[1]);
  if (min < 1 || (max !== null && max < min)) return null;
  return { min, max };
}

export function formatWeeks(weeks: Weeks): string {
  if (weeks.max === null) return `${weeks.min}+`;
  return weeks.min === weeks.max ? `${weeks.min}` : `${weeks.min}-${weeks.max}`;
}
