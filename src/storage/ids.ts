import { v7 } from 'uuid';

/** The counter has 32 bits, and an id from elsewhere may have used them all. */
const LAST_SEQ = 2 ** 32 - 1;

/**
 * Ids for the next events, in order: UUIDv7 of `now`, each greater than `last`, so that the order
 * of ids is the order of writing even when the clock stands still or was set back.
 * Source: RFC 9562, section 6.2, method 2 (monotonic random: the counter is seeded, then rises).
 */
export function nextIds(count: number, now: number, last: string | null): string[] {
  const previous = last === null ? null : read(last);
  let msecs = previous === null ? now : Math.max(now, previous.msecs);
  // A new millisecond starts low, to leave room above; the same millisecond goes on counting.
  let seq = previous !== null && previous.msecs === msecs ? previous.seq + 1 : 0;
  const ids: string[] = [];
  for (let i = 0; i < count; i++, seq++) {
    if (seq > LAST_SEQ) {
      msecs += 1;
      seq = 0;
    }
    ids.push(v7({ msecs, seq }));
  }
  return ids;
}

/** The time and the counter inside a UUIDv7 as the `uuid` library lays them out. */
function read(id: string): { msecs: number; seq: number } {
  const hex = id.replaceAll('-', '');
  const msecs = Number.parseInt(hex.slice(0, 12), 16);
  const a = Number.parseInt(hex.slice(13, 16), 16);
  const b = Number.parseInt(hex.slice(16, 18), 16) & 0x3f;
  const c = Number.parseInt(hex.slice(18, 20), 16);
  const d = Number.parseInt(hex.slice(20, 22), 16) >>> 2;
  return { msecs, seq: ((a << 20) | (b << 14) | (c << 6) | d) >>> 0 };
}

/** UTC milliseconds at the beginning of an id. */
export function instantOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
