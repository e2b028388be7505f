import type { Pick } from './pick.ts';

/** How often a question comes back in one session after a wrong answer. */
export const RETURNS = 2;
/** Questions that stand between a wrong answer and its return, where there are as many. */
const BETWEEN = 3;

/** What is still to be asked, the next one first, and how often each was asked before. */
export interface Queue {
  readonly picks: readonly Pick[];
  readonly asked: ReadonlyMap<string, number>;
}

export function queueOf(
  picks: readonly Pick[],
  asked: ReadonlyMap<string, number> = new Map(),
): Queue {
  return { picks, asked };
}

/** The queue without its first question, which cannot be asked. */
export function drop({ picks, asked }: Queue): Queue {
  return { picks: picks.slice(1), asked };
}

/** The queue after its first question was answered or passed over; a wrong one comes again. */
export function advance(queue: Queue, returns: boolean): Queue {
  const [first, ...rest] = queue.picks;
  if (!first) return queue;
  const times = (queue.asked.get(first.ref) ?? 0) + 1;
  const asked = new Map(queue.asked).set(first.ref, times);
  if (!returns || times > RETURNS) return { picks: rest, asked };
  const again: Pick = { ...first, reason: { ...first.reason, kind: 'again' } };
  const at = returnPlace(rest);
  return { picks: [...rest.slice(0, at), again, ...rest.slice(at)], asked };
}

/** Whether the first question of the queue comes again when it is answered wrongly. */
export function wouldReturn(queue: Queue): boolean {
  const [first] = queue.picks;
  return first !== undefined && (queue.asked.get(first.ref) ?? 0) < RETURNS;
}

/** Behind all that is asked for the first time, and not right after itself where that can be had. */
function returnPlace(rest: readonly Pick[]): number {
  const firsts = rest.filter((pick) => pick.reason.kind !== 'again').length;
  return Math.max(firsts, Math.min(rest.length, BETWEEN));
}
