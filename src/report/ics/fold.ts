const LONGEST = 75;
const encoder = new TextEncoder();

/**
 * Folds the lines of a calendar file at 75 octets of UTF-8, never inside a character; a line that is
 * folded already is folded anew. Lines end in CRLF. Source: RFC 5545, section 3.1.
 */
export function foldLines(text: string): string {
  return text.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  if (encoder.encode(line).length <= LONGEST) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
