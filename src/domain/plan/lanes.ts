import { sum } from '../path/path.ts';
import { isOpen, type TopicProgress } from '../progress/progress.ts';
import type { Days } from './days.ts';
import type { Pace } from './pace.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { partThatFits, SHORTEST_ROOM, stretchOf } from './sitting.ts';

/** A topic on its way through a plan: what is left of it, in order. */
interface Lane {
  topic: string;
  chosen: boolean;
  pieces: Piece[];
  /** The first piece that is not wholly placed. */
  at: number;
  /** The first piece that what waits for the topic does not wait for. */
  opens: number;
}

/** The topics of a stage on their way through a plan. */
export interface Lanes {
  /** Minutes not placed yet. */
  left(): number;
  /** Places what fits into `room` minutes of the day at hand; gives the minutes placed. */
  fill(days: Days, room: number): number;
}

/** Topics not laid out yet that others wait for. */
export type Waits = Map<string, number>;

/** How many topics each open topic waits for. */
export function openWaits(order: readonly TopicProgress[]): Waits {
  const open = new Set(order.filter(isOpen).map((entry) => entry.topic.id));
  return new Map(
    order.map(({ topic, waitingFor }) => [
      topic.id,
      waitingFor.filter((id) => open.has(id)).length,
    ]),
  );
}

/** Beside the topic at hand so many of the next may fill a day, once it has had its share of it. */
const BESIDE = 3;

export function openLanes(
  entries: readonly TopicProgress[],
  pace: Pace,
  practice: number,
  waits: Waits,
  dependents: ReadonlyMap<string, readonly string[]>,
): Lanes {
  const lanes = entries.map((entry): Lane => {
    const pieces = piecesOf(entry, pace, practice);
    const opens = opensAt(entry, pieces);
    return { topic: entry.topic.id, chosen: entry.chosen, pieces, at: 0, opens };
  });
  let first = 0;
  let left = sum(lanes.flatMap((lane) => lane.pieces.map((piece) => piece.left)));

  const isReady = (lane: Lane) => lane.chosen || (waits.get(lane.topic) ?? 0) === 0;
  const open = (lane: Lane) => {
    for (const id of dependents.get(lane.topic) ?? []) waits.set(id, (waits.get(id) ?? 0) - 1);
  };
  const advance = (lane: Lane) => {
    const before = lane.at;
    while (lane.pieces[lane.at]?.left === 0) lane.at += 1;
    if (before < lane.opens && lane.at >= lane.opens) open(lane);
  };
  const skipDone = () => {
    for (let lane = lanes[first]; lane && lane.at >= lane.pieces.length; lane = lanes[++first]);
  };
  for (const lane of lanes.filter((other) => other.opens === 0)) open(lane);

  const choose = (days: Days, room: number, again: boolean) => {
    for (let i = first; i <= first + BESIDE; i++) {
      const lane = lanes[i];
      if (!lane || !isReady(lane)) continue;
      for (const piece of candidates(lane)) {
        const most = stretchOf(piece).most - (again ? 0 : days.placed(piece.block.ref));
        const minutes = partThatFits(piece, Math.min(room, most), days.isFresh());
        if (most > 0 && minutes > 0) return { lane, piece, minutes };
        // What is built or asked in one go waits for a longer day; of the rest, too little time for
        // one part is too little for another.
        if (most >= room && piece.block.kind !== 'milestone' && piece.block.kind !== 'quiz')
          return null;
      }
    }
    return null;
  };

  return {
    left: () => left,
    fill(days, room) {
      let rest = room;
      let again = false;
      while (left > 0 && rest > 0) {
        skipDone();
        const chosen = choose(days, rest, again);
        if (!chosen) {
          if (again || rest < 2 * SHORTEST_ROOM) break;
          // Nothing else is ready: more of the same after a pause.
          again = true;
          continue;
        }
        const { lane, piece, minutes } = chosen;
        days.place(piece, minutes, again);
        again = false;
        advance(lane);
        rest -= minutes;
        left -= minutes;
      }
      return room - rest;
    },
  };
}

/**
 * What is learned opens what waits for it, and milestones are built meanwhile; where there are only
 * milestones, the last of them opens it.
 */
function opensAt({ work }: TopicProgress, pieces: readonly Piece[]): number {
  const learns = work.some((piece) => piece.required && piece.kind !== 'milestone');
  const milestone = pieces.findIndex((piece) => piece.block.kind === 'milestone');
  return learns && milestone >= 0 ? milestone : pieces.length;
}

/** The piece at hand and, as another resource of the same topic, the next one to study. */
function candidates({ pieces, at }: Lane): Piece[] {
  const now = pieces[at];
  if (!now) return [];
  if (now.block.kind !== 'study') return [now];
  let next = at + 1;
  while (pieces[next]?.left === 0 || pieces[next]?.block.ref === now.block.ref) next += 1;
  const other = pieces[next];
  return other?.block.kind === 'study' ? [now, other] : [now];
}
