/**
 * Removes characters that could act on a terminal or disguise text: control characters except line
 * feeds (tabs become spaces), bidirectional overrides and isolates, zero-width marks, line separators.
 */
const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

export function stripText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(HARMFUL, '').toWellFormed();
}

/** The value with every string in it stripped; `onChange` hears the key path of each changed one. */
export function stripStrings(
  value: unknown,
  onChange: (path: (string | number)[]) => void,
  path: (string | number)[] = [],
): unknown {
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
