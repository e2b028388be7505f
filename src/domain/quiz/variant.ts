/**
 * The seed of a variant, 0 to 2^32 - 1: from the session's seed, the question and how often it was
 * asked in the session, so that each showing is drawn anew and can be drawn again.
 * Source: 32-bit FNV-1a by Fowler, Noll and Vo, finished as in MurmurHash3.
 */
export function variantSeed(session: number, ref: string, times: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${session} ${ref} ${times}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
