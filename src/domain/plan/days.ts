import { addDays, type Day, weekday } from '../day.ts';
import { nameUnits } from '../next/slice.ts';
import { sum } from '../path/path.ts';
import type { Piece } from './pieces.ts';
import { type Block, LONGEST_DAYS, type PlannedDay } from './plan.ts';
import { type Ledger, MOST_REVIEWS, type Reviews } from './reviews.ts';

/** The days of a plan in the making, one after the other. */
export interface Days {
  /** The day at hand, counted from the first. */
  at(): number;
  /** Minutes that the day at hand still has, after its reviews. */
  room(): number;
  /** Minutes the day at hand has in all. */
  capacity(): number;
  /** Whether nothing but reviews was placed on the day at hand. */
  isFresh(): boolean;
  /** Minutes placed today of one ref. */
  placed(ref: string | null): number;
  /** Puts minutes of a piece on the day; `apart` begins a new block even after the same work. */
  place(piece: Piece, minutes: number, apart: boolean): void;
  /** Goes on to the next day with time; false when there is none. */
  next(): boolean;
  /** Minutes from the day at hand to another, both counted, without what is placed already. */
  until(last: number): number;
  /** The day on which so many minutes are over, counted from the day at hand. */
  reach(minutes: number): number;
  planned(): PlannedDay[];
}

interface Making {
  block: Block;
  units: string[];
}

export function openDays(
  from: Day,
  minutesOn: (offset: number) => number,
  spent: number,
  ledger: Ledger,
): Days {
  const capacityOf = (offset: number) =>
    Math.max(0, minutesOn(offset) - (offset === 0 ? spent : 0));
  /** Minutes of the days up to each, counted as far as anyone asked. */
  const sums: number[] = [];
  const upTo = (last: number) => {
    while (sums.length <= last) sums.push((sums.at(-1) ?? 0) + capacityOf(sums.length));
    return sums[last] ?? 0;
  };
  const days: PlannedDay[] = [];
  const begun = new Map<string, number>();
  let offset = -1;
  let capacity = 0;
  let room = 0;
  let reviews: Reviews = { count: 0, minutes: 0 };
  let making: Making[] = [];

  const close = () => {
    const more = ledger.fill(Math.min(room, Math.floor(capacity * MOST_REVIEWS) - reviews.minutes));
    const count = reviews.count + more.count;
    if (count === 0 && making.length === 0) return;
    const day = addDays(from, offset);
    const blocks: Block[] = [];
    if (count > 0) blocks.push(reviewBlock(count, reviews.minutes + more.minutes, day));
    for (const { block, units } of making) {
      if (units.length > 0) block.portion = nameUnits(units);
      blocks.push(block);
    }
    days.push({ day, minutes: sum(blocks.map((block) => block.minutes)), capacity, blocks });
  };
  const open = () => {
    capacity = capacityOf(offset);
    reviews = ledger.press(offset, capacity);
    room = capacity - reviews.minutes;
    making = [];
  };
  const next = () => {
    if (offset >= LONGEST_DAYS) return false;
    if (offset >= 0) close();
    do offset += 1;
    while (offset < LONGEST_DAYS && capacityOf(offset) === 0);
    if (offset >= LONGEST_DAYS) return false;
    open();
    return true;
  };
  next();
  return {
    at: () => offset,
    room: () => room,
    capacity: () => capacity,
    isFresh: () => making.length === 0,
    placed(ref) {
      let minutes = 0;
      for (const { block } of making) if (block.ref === ref) minutes += block.minutes;
      return minutes;
    },
    place(piece, minutes, apart) {
      const last = making.at(-1);
      const same = last?.block.ref === piece.block.ref && last?.block.kind === piece.block.kind;
      if (piece.questions > 0 && minutes === piece.left) ledger.ask(offset, piece.questions);
      room -= minutes;
      piece.left -= minutes;
      if (last && same && !apart) {
        last.block.minutes += minutes;
        if (piece.unit !== null && !last.units.includes(piece.unit)) last.units.push(piece.unit);
        return;
      }
      const { kind, ref, title, topic, phase } = piece.block;
      const work = `${kind} ${ref} ${piece.index}`;
      const count = (begun.get(work) ?? 0) + 1;
      begun.set(work, count);
      making.push({
        block: { kind, ref, title, topic, phase, minutes, portion: null, key: `${work} ${count}` },
        units: piece.unit === null ? [] : [piece.unit],
      });
    },
    next,
    until: (last) => (last < offset ? 0 : room + upTo(last) - upTo(offset)),
    reach(minutes) {
      const goal = minutes - room + upTo(offset);
      let day = offset;
      while (upTo(day) < goal && day < LONGEST_DAYS) day += 1;
      return day;
    },
    planned() {
      if (offset < LONGEST_DAYS) close();
      return days;
    },
  };
}

function reviewBlock(count: number, minutes: number, day: Day): Block {
  return {
    kind: 'review',
    ref: null,
    title: count === 1 ? '1 review' : `${count} reviews`,
    minutes,
    topic: null,
    phase: null,
    portion: null,
    key: `review ${day}`,
  };
}

/** Days until the Sunday of the week of a day, counted from `from`. */
export function daysToSunday(from: Day, offset: number): number {
  return 6 - ((weekday(from) + offset) % 7);
}
