import { stripText } from '../../domain/strip.ts';

/** Deeper than any file of a path; an alias inside its own anchor has no end. */
const DEEPEST = 100;

/** The value with every string in it stripped; `onChange` hears the key path of each changed one. */
export function stripStrings(
  value: unknown,
  onChange: (path: (string | number)[]) => void,
  path: (string | number)[] = [],
): unknown {
  if (path.length > DEEPEST) throw new RangeError('nested too deeply');
  if (typeof value === 'string') {
    const clean = stripText(value);
    if (clean !== value.replaceAll('\r\n', '\n').replaceAll('\t', ' ')) onChange(path);
    return clean;
  }
  if (Array.isArray(value)) return value.map((v, i) => stripStrings(v, onChange, [...path, i]));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, v]) => [
        stripText(key),
        stripStrings(v, onChange, [...path, key]),
      ]),
    );
  }
  return value;
}
