/** A line of JSON Lines as it came, or why it cannot be looked at, as a sentence. */
export type Line = { ok: true; value: unknown } | { ok: false; message: string };

/** The longest line that is read, in bytes. */
const LONGEST = 64 * 1024;
const LINE_FEED = 0x0a;

/**
 * The values of a stream of JSON Lines. A line that is too long is told once and not kept; blank lines
 * are passed over. A last line need not end.
 */
export async function* readJsonLines(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length <= LONGEST) parts.push(part);
    else parts = [];
  };
  const take = (): Line | null => {
    const line = length > LONGEST ? TOO_LONG : parseLine(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(LINE_FEED, from);
      add(bytes.subarray(from, end < 0 ? bytes.length : end));
      if (end < 0) break;
      from = end + 1;
      const line = take();
      if (line) yield line;
    }
  }
  const last = take();
  if (last) yield last;
}

const EXAMPLE = 'send one JSON object a line, such as {"answer":"b"}';
const TOO_LONG: Line = {
  ok: false,
  message: `The line is longer than 64 KB; ${EXAMPLE}.`,
};

/** Null for a blank line. */
function parseLine(parts: readonly Uint8Array[]): Line | null {
  const text = decode(parts);
  if (text === null) return { ok: false, message: `The line is not UTF-8; ${EXAMPLE}.` };
  if (text.trim() === '') return null;
  if (text.includes('\0')) return { ok: false, message: `The line holds a NUL byte; ${EXAMPLE}.` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, message: `The line is not JSON; ${EXAMPLE}.` };
  }
}

function decode(parts: readonly Uint8Array[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return null;
  }
}
