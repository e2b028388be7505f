import { stripText } from '../strip.ts';

/** A value with every text in it made harmless, as it may come from a stranger's path or another machine. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return stripText(value) as T;
  if (Array.isArray(value)) return value.map(cleanTexts) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, cleanTexts(inner)]),
  ) as T;
}
