import type { Pick } from './pick.ts';

/** How far ahead a question of another topic is looked for. */
const WINDOW = 4;

/**
 * The same questions in nearly the same order, with topics mixed and no two on one concept side by
 * side, unless one concept has more than half of them. `before` is what stands in front.
 */
export function spread(picks: readonly Pick[], before?: Pick): Pick[] {
  const left = [...picks];
  const done: Pick[] = [];
  let last = before;
  while (left.length > 0) {
    const at = nextPlace(left, last);
    last = left[at] as Pick;
    done.push(last);
    left.splice(at, 1);
  }
  return done;
}

function nextPlace(left: readonly Pick[], last: Pick | undefined): number {
  const crowded = crowdedConcept(left);
  if (crowded !== null && crowded !== last?.concept) {
    return left.findIndex((pick) => pick.concept === crowded);
  }
  const fits = (pick: Pick) => pick.concept !== last?.concept;
  const mixed = left.slice(0, WINDOW).findIndex((pick) => fits(pick) && pick.topic !== last?.topic);
  if (mixed >= 0) return mixed;
  return Math.max(0, left.findIndex(fits));
}

/** The concept that must come now, since more than half of what is left is about it. */
function crowdedConcept(left: readonly Pick[]): string | null {
  const counts = new Map<string, number>();
  for (const { concept } of left) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  for (const [concept, count] of counts) if (count * 2 > left.length) return concept;
  return null;
}
