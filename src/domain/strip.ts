/**
 * Removes characters that could act on a terminal or disguise text: control characters except line
 * feeds (tabs become spaces), bidirectional overrides and isolates, zero-width marks, line separators.
 */
const HARMFUL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to remove
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** Nearly all text that there is. */
const PLAIN = /^[\x20-\x7E]*$/;

export function stripText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(HARMFUL, '').toWellFormed();
}
