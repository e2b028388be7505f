import fastStringWidth from 'fast-string-width';

/** Columns a text takes on a terminal; combining accents take none. */
export function columns(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : fastStringWidth(text);
}

/** The text's characters, each with the combining accents that follow it. */
export function characters(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** The text cut into pieces of at most `width` columns (one character where that is wider). */
export function cutAt(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of characters(text)) {
    if (piece !== '' && columns(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/**
 * Lines of at most `width` columns, broken at spaces; those after the first are indented by
 * `hanging` columns. A word wider than a line is cut.
 */
export function wrapWords(text: string, width: number, hanging = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const margin = () =>
    lines.length === 0 ? '' : ' '.repeat(Math.min(hanging, Math.floor(width / 2)));
  for (const word of text.split(/\s+/u).filter((w) => w !== '')) {
    if (line !== '' && columns(margin() + line) + 1 + columns(word) > width) {
      lines.push(margin() + line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (columns(margin() + line) > width) {
      const room = width - columns(margin());
      const [first = '', ...rest] = cutAt(line, room);
      if (rest.length === 0) break;
      lines.push(margin() + first);
      line = rest.join('');
    }
  }
  if (line !== '' || lines.length === 0) lines.push(margin() + line);
  return lines;
}
