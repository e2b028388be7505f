/** What the state of a generator grows by with each number. */
const STEP = 0x6d2b79f5;

/**
 * A generator of numbers in [0, 1) that gives the same ones for the same seed, 32 bits each.
 * Source: mulberry32 by Tommy Ettinger, in the public domain.
 */
export function seeded(seed: number): () => number {
  let count = 0;
  return () => numberAt(seed, count++);
}

/** The number that `seeded` gives after `count` others. */
export function numberAt(seed: number, count: number): number {
  // Kept within 32 signed bits, which engines hold without making an object of it.
  const state = (seed + Math.imul(count + 1, STEP)) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Standard normal numbers out of even ones. Source: Box and Muller, 1958. */
export function normals(random: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const number = kept;
      kept = null;
      return number;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
