import type { Event } from '../domain/event/event.ts';
import type { ItemState } from '../domain/event/fold.ts';

/** Rows as SQLite gives them, and their values in the domain. */
export interface EventRow {
  id: string;
  change: string;
  device: string;
  at: number;
  day: string;
  kind: string;
  path: string;
  ref: string | null;
  body: string;
}

export interface ItemRow {
  ref: string;
  done: number;
  done_day: string | null;
  units: number;
  minutes: number;
  guessed: number;
  partial: number;
  skipped: number;
  chosen: number;
  last_day: string | null;
}

export function toEvent(row: EventRow): Event {
  return { ...row, body: JSON.parse(row.body) } as Event;
}

export function toItem(row: ItemRow): ItemState {
  return {
    done: row.done === 1,
    doneDay: row.done_day,
    units: row.units,
    minutes: row.minutes,
    guessed: row.guessed,
    partial: row.partial,
    skipped: row.skipped === 1,
    chosen: row.chosen === 1,
    lastDay: row.last_day,
  };
}

export function toItemRow(ref: string, item: ItemState): ItemRow {
  return {
    ref,
    done: Number(item.done),
    done_day: item.doneDay,
    units: item.units,
    minutes: item.minutes,
    guessed: item.guessed,
    partial: item.partial,
    skipped: Number(item.skipped),
    chosen: Number(item.chosen),
    last_day: item.lastDay,
  };
}
