import { addDays, type Day, daysBetween } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import { stripText } from '../domain/strip.ts';
import { type AllDay, isCancelled, readAllDay, readChange } from './calendar/all-day.ts';
import { readEvents } from './calendar/components.ts';
import { purseOf, repeatedDays, type Spend } from './calendar/repeat.ts';

/** Days off in a row, both ends included. The title may be empty, or name several events. */
export interface RangeOff {
  from: Day;
  to: Day;
  title: string;
}

export interface DaysOff {
  /** In order, none touching the next unless their titles differ. */
  ranges: RangeOff[];
  /** Events between the two days that are marked as leaving the day free, and so left out. */
  free: number;
  /** Events with a time of day, in the whole file; they are not read. */
  timed: number;
}

const MOST_CHARACTERS = 5 * 1024 * 1024;
/** Days looked at for rules that repeat: some 10,000 birthdays, and at most a few seconds. */
const BUDGET = 1_000_000;
const MOST_TITLES = 3;
const EXPORT_AGAIN = 'Export it again from your calendar, as an iCalendar file (.ics).';

/**
 * The days that a calendar's whole-day events take between two days, both included. Events marked as
 * leaving the day free are left out, unless `free`. The text may come from anyone. Throws UserError
 * `calendar.empty`, `calendar.invalid`, `calendar.damaged` (with the line) or `calendar.too-large`.
 * Source: RFC 5545.
 */
export function readDaysOff(text: string, from: Day, to: Day, { free = false } = {}): DaysOff {
  refuseOthers(text);
  const spend = purseOf(BUDGET);
  const { events, changes, timed } = gather(text.replace(/^\uFEFF/, ''));
  const ranges: RangeOff[] = [];
  let leftOut = 0;
  for (const event of events) {
    const own = occurrencesOf(event, changes.get(event.uid), { from, to }, spend);
    const found = own.flatMap((occurrence) => clip(occurrence, from, to));
    if (!free && event.free) leftOut += found.length > 0 ? 1 : 0;
    else for (const range of found) ranges.push(range);
  }
  return { ranges: joinRanges(ranges), free: leftOut, timed };
}

function refuseOthers(text: string): void {
  if (text.length > MOST_CHARACTERS) {
    const hint = 'Export the calendar with your days off alone, or fewer years of it.';
    throw new UserError('calendar.too-large', 'The calendar is larger than 5 MB.', hint);
  }
  const begin = text.trimStart();
  if (begin === '') throw new UserError('calendar.empty', 'The calendar is empty.', EXPORT_AGAIN);
  if (/^BEGIN:VCALENDAR\b/i.test(begin)) return;
  const found = stripText(begin.slice(0, 40)).split('\n')[0]?.trim();
  const message = `This is no calendar: it begins with "${found}", not with BEGIN:VCALENDAR.`;
  throw new UserError('calendar.invalid', message, EXPORT_AGAIN);
}

/** What happens to the occurrences of one repeated event. */
interface Changes {
  /** Occurrences that are changed or cancelled one by one; what became of them is an event itself. */
  days: Set<Day>;
  /** Days from which on all are changed, or cancelled where the event is null. */
  onwards: { day: Day; event: AllDay | null }[];
}

function gather(text: string) {
  const events: (AllDay & { changed: boolean })[] = [];
  const changes = new Map<string, Changes>();
  let timed = 0;
  for (const component of readEvents(text)) {
    const change = readChange(component);
    const cancelled = isCancelled(component);
    const event = readAllDay(component);
    if (event === null && !cancelled) timed++;
    const left = cancelled ? null : event;
    if (left) events.push({ ...left, changed: change !== null });
    if (change === null) continue;
    const same = changes.get(change.uid) ?? { days: new Set(), onwards: [] };
    same.days.add(change.day);
    if (change.onwards) same.onwards.push({ day: change.day, event: left });
    changes.set(change.uid, same);
  }
  return { events, changes, timed };
}

type Occurrence = Pick<AllDay, 'start' | 'length' | 'title'>;

function occurrencesOf(
  event: AllDay & { changed: boolean },
  changes: Changes | undefined,
  window: { from: Day; to: Day },
  spend: Spend,
): Occurrence[] {
  if (event.changed) return [event];
  const { start: first, length, title } = event;
  const onwards = changes?.onwards ?? [];
  // A long one may reach into the window from before it, and a change may move any into it.
  const reaches = onwards.length > 0 || length > daysBetween(first, window.from);
  const since = reaches ? first : addDays(window.from, 1 - length);
  const days = new Set([first, ...event.added]);
  for (const rule of event.rules) {
    for (const day of repeatedDays(rule, first, since, window.to, spend)) days.add(day);
  }
  for (const day of event.excluded) days.delete(day);
  return [...days].flatMap((start) => {
    if (changes?.days.has(start)) return [];
    const change = lastBefore(start, onwards, spend);
    if (!change) return [{ start, length, title }];
    if (!change.event) return [];
    const moved = addDays(start, daysBetween(change.day, change.event.start));
    return [{ start: moved, length: change.event.length, title: change.event.title }];
  });
}

function lastBefore(day: Day, onwards: Changes['onwards'], spend: Spend) {
  spend(onwards.length);
  return onwards
    .filter((change) => change.day < day)
    .reduce<Changes['onwards'][number] | null>(
      (last, change) => (last && last.day > change.day ? last : change),
      null,
    );
}

function clip({ start, length, title }: Occurrence, from: Day, to: Day): RangeOff[] {
  if (start > to) return [];
  const last = addDays(start, Math.min(length - 1, daysBetween(start, to)));
  return last < from ? [] : [{ from: start < from ? from : start, to: last, title }];
}

/** In order; those that share a day become one, and those in a row with the same title. */
function joinRanges(ranges: readonly RangeOff[]): RangeOff[] {
  const sorted = [...ranges].sort(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.title, b.title),
  );
  const joined: { from: Day; to: Day; titles: string[] }[] = [];
  for (const { from, to, title } of sorted) {
    const last = joined.at(-1);
    const sameTitle = last?.titles.join(', ') === title;
    if (last && from <= addDays(last.to, sameTitle ? 1 : 0)) {
      if (to > last.to) last.to = to;
      const isNew = title !== '' && !last.titles.includes(title);
      if (isNew && last.titles.length < MOST_TITLES) last.titles.push(title);
    } else {
      joined.push({ from, to, titles: title === '' ? [] : [title] });
    }
  }
  return joined.map(({ from, to, titles }) => ({ from, to, title: titles.join(', ') }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
