import { addDays, type Day, daysBetween, weekday } from '../day.ts';
import { firstOpenPhase } from '../next/next.ts';
import { findCandidates, type Standing, scoreTopic, standingOf, totalOf } from '../next/score.ts';
import { nameUnits } from '../next/slice.ts';
import { type Outline, practiceMinutes } from '../path/path.ts';
import type { Progress, TopicProgress } from '../progress/progress.ts';
import { unitsLeft, type Work } from '../progress/work.ts';
import type { Availability } from './availability.ts';

export interface Block {
  kind: 'study' | 'milestone' | 'quiz' | 'practice';
  ref: string;
  title: string;
  minutes: number;
  topic: string;
  phase: string;
  /** The units it covers, or null. */
  portion: string | null;
}

export interface PlannedDay {
  day: Day;
  minutes: number;
  capacity: number;
  blocks: Block[];
}

export interface Plan {
  from: Day;
  days: PlannedDay[];
  /** First and last planned day of each phase that has work left. `weeks` is the span, rounded up. */
  phases: { id: string; start: Day; end: Day; weeks: number }[];
  /** The last day with work; `from` when nothing is left. */
  end: Day;
  minutesLeft: number;
}

/** A plan longer than this is not a plan; what does not fit in it is left out of the days. */
export const LONGEST_DAYS = 366 * 20;
/** No block is shorter, unless that is all there is of it. */
const SHORTEST_BLOCK = 10;

/**
 * Lays what is left on study days: topics in the order `next` would take them, each with its core
 * resources, milestones and practice, into each day's minutes. `spentToday` is taken off the first
 * day. A remainder of a day too short for a block is added to the next one, so no time is lost.
 */
export function allocate(
  path: Outline,
  progress: Progress,
  availability: Availability,
  from: Day,
  spentToday: number,
): Plan {
  const pieces = orderTopics(path, progress, from).flatMap(piecesOf);
  const minutesLeft = pieces.reduce((total, piece) => total + piece.minutes, 0);
  const days = fillDays(pieces, availability, from, spentToday);
  return { from, days, phases: spanPhases(path, days), end: days.at(-1)?.day ?? from, minutesLeft };
}

/** Open topics in the order in which `next` would finish them. */
function orderTopics(path: Outline, progress: Progress, today: Day): TopicProgress[] {
  const standing = standingOf(path);
  const state = new Map([...progress].map(([id, entry]) => [id, { ...entry }]));
  const order: TopicProgress[] = [];
  for (let best = bestTopic(state, standing, today); best; ) {
    order.push({ ...best });
    // Out of the way, with its milestones.
    best.state = 'skipped';
    for (const entry of state.values()) {
      const waiting = entry.waitingFor.filter((id) => id !== best?.topic.id);
      if (waiting.length === entry.waitingFor.length) continue;
      entry.waitingFor = waiting;
      if (waiting.length === 0 && entry.state === 'locked') entry.state = 'ready';
    }
    best = bestTopic(state, standing, today);
  }
  return order;
}

function bestTopic(progress: Progress, standing: Standing, today: Day): TopicProgress | null {
  const firstPhase = firstOpenPhase(progress);
  let best: { entry: TopicProgress; total: number } | null = null;
  for (const entry of findCandidates(progress)) {
    const total = totalOf(scoreTopic(entry, progress, standing, firstPhase, today));
    if (best === null || total > best.total) best = { entry, total };
  }
  return best?.entry ?? null;
}

interface Piece {
  block: Omit<Block, 'minutes' | 'portion'>;
  unit: string | null;
  minutes: number;
}

/** What is left of a topic, unit by unit. */
function piecesOf(entry: TopicProgress): Piece[] {
  const { topic } = entry;
  const place = { topic: topic.id, phase: topic.phase };
  const pieces = entry.work
    .filter((work) => work.required && !work.closed)
    .flatMap((work) => unitsOf(work, place));
  const practice = practiceMinutes(topic);
  if (practice > 0 && entry.state !== 'done') {
    const title = `Practise: ${topic.title}`;
    const block = { kind: 'practice' as const, ref: topic.id, title, ...place };
    pieces.push({ block, unit: null, minutes: practice });
  }
  return pieces;
}

function unitsOf(work: Work, place: { topic: string; phase: string }): Piece[] {
  const block = { kind: work.kind, ref: work.ref, title: work.title, ...place };
  return unitsLeft(work)
    .filter((unit) => unit.minutes > 0)
    .map((unit) => ({
      block,
      unit: work.divisible ? unit.title : work.portion,
      minutes: unit.minutes,
    }));
}

function fillDays(
  pieces: readonly Piece[],
  availability: Availability,
  from: Day,
  spentToday: number,
): PlannedDay[] {
  const days: PlannedDay[] = [];
  let carried = 0;
  let at = 0;
  let left = pieces[0]?.minutes ?? 0;
  for (let offset = 0; at < pieces.length && offset < LONGEST_DAYS; offset++) {
    const day = addDays(from, offset);
    const planned = availability[weekday(day)] ?? 0;
    if (planned === 0) continue;
    const capacity = Math.max(0, planned - (offset === 0 ? spentToday : 0));
    let room = capacity === 0 ? 0 : capacity + carried;
    if (capacity === 0) continue;
    const blocks: (Block & { units: string[] })[] = [];
    while (at < pieces.length && room > 0) {
      const piece = pieces[at] as Piece;
      if (room < SHORTEST_BLOCK && left > room && blocks.length > 0) break;
      const minutes = Math.min(left, room);
      addBlock(blocks, piece, minutes);
      room -= minutes;
      left -= minutes;
      if (left === 0) left = pieces[++at]?.minutes ?? 0;
    }
    carried = room;
    if (blocks.length === 0) continue;
    days.push({
      day,
      minutes: blocks.reduce((total, block) => total + block.minutes, 0),
      capacity,
      blocks: blocks.map(({ units, ...block }) => ({
        ...block,
        portion: units.length > 0 ? nameUnits(units) : null,
      })),
    });
  }
  return days;
}

function addBlock(blocks: (Block & { units: string[] })[], piece: Piece, minutes: number): void {
  const last = blocks.at(-1);
  const block =
    last && last.ref === piece.block.ref && last.kind === piece.block.kind ? last : null;
  if (!block) {
    const units = piece.unit === null ? [] : [piece.unit];
    blocks.push({ ...piece.block, minutes, portion: null, units });
    return;
  }
  block.minutes += minutes;
  if (piece.unit !== null && !block.units.includes(piece.unit)) block.units.push(piece.unit);
}

function spanPhases(path: Outline, days: readonly PlannedDay[]): Plan['phases'] {
  return path.phases.flatMap((phase) => {
    const own = days.filter((day) => day.blocks.some((block) => block.phase === phase.id));
    const start = own[0]?.day;
    const end = own.at(-1)?.day;
    if (!start || !end) return [];
    return [{ id: phase.id, start, end, weeks: Math.ceil((daysBetween(start, end) + 1) / 7) }];
  });
}
