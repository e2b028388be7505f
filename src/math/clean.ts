/**
 * The text without characters that could act on a terminal, disguise text or take no column:
 * control characters (line feeds stay, tabs become spaces), formats such as bidirectional
 * overrides and zero-width marks, line separators, lone surrogates.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '');
}
