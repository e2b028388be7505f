import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { v5 as nameId } from 'uuid';
import { addDays, type Day, instantOf, type Zone } from '../domain/day.ts';
import { formatMinutes } from '../domain/duration.ts';
import { foldLines } from './ics/fold.ts';
import { escapeText, oneLine, webAddress } from './ics/text.ts';

/** A block of a plan, as a calendar shows it. */
export interface PlanEvent {
  day: Day;
  kind: 'study' | 'practice' | 'quiz' | 'review' | 'milestone';
  /** Empty, as the topic is, for reviews of several topics. */
  ref: string;
  title: string;
  /** The units it covers, or null. */
  portion: string | null;
  minutes: number;
  topic: string;
  url: string | null;
  /** Tells the block from all others of the path, and stays when the block moves. */
  key: string;
}

export interface PlanCalendar {
  path: { id: string; title: string };
  /** Blocks of one day follow each other in the order given. */
  blocks: readonly PlanEvent[];
  zone: Zone;
  /** The instant of the export. */
  stamp: number;
  /**
   * Minutes before its beginning at which each block is announced, or null; a block without a time
   * begins at midnight.
   */
  alarm: number | null;
  /** Minutes after midnight at which each day's first block begins; null for blocks without a time. */
  timed: number | null;
}

const MINUTE = 60_000;
/** Never to be changed: the blocks of earlier exports are found again by it. */
const UID_NAMESPACE = '8c6c3d57-4a0f-4f0b-9f0e-6a8f2f6f1d35';
const FIRST_SEQUENCE = Date.UTC(2020, 0, 1);

/**
 * A plan as an iCalendar file. A later export of the same path updates the events of an earlier one
 * where the keys are the same. Source: RFC 5545.
 */
export function planToIcs(plan: PlanCalendar): string {
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//llmpath//llmpath//EN',
    name: escapeText(oneLine(plan.path.title)),
    events: [...byDay(plan.blocks)].flatMap(([day, blocks]) => eventsOfDay(day, blocks, plan)),
  });
  return foldLines(text);
}

function byDay(blocks: readonly PlanEvent[]): Map<Day, PlanEvent[]> {
  const days = new Map<Day, PlanEvent[]>();
  for (const block of blocks) {
    const day = days.get(block.day);
    if (day) day.push(block);
    else days.set(block.day, [block]);
  }
  return days;
}

function eventsOfDay(day: Day, blocks: readonly PlanEvent[], plan: PlanCalendar): IcsEvent[] {
  if (plan.timed === null) return blocks.map((block) => allDayEvent(block, plan));
  let start = instantOf(day, plan.timed, plan.zone);
  return blocks.map((block) => {
    const end = start + Math.max(1, Math.round(block.minutes)) * MINUTE;
    const event = timedEvent(block, start, end, plan);
    start = end;
    return event;
  });
}

function allDayEvent(block: PlanEvent, plan: PlanCalendar): IcsEvent {
  return {
    ...commonOf(block, plan),
    summary: `${summaryOf(block)} (${formatMinutes(block.minutes)})`,
    start: dateOf(block.day),
    end: dateOf(addDays(block.day, 1)),
    timeTransparent: 'TRANSPARENT',
  };
}

function timedEvent(block: PlanEvent, start: number, end: number, plan: PlanCalendar): IcsEvent {
  return {
    ...commonOf(block, plan),
    summary: summaryOf(block),
    start: { date: new Date(start) },
    end: { date: new Date(end) },
    timeTransparent: 'OPAQUE',
  };
}

function commonOf(block: PlanEvent, { path, stamp, alarm }: PlanCalendar) {
  const url = webAddress(block.url);
  return {
    uid: `${nameId(JSON.stringify([path.id, block.key]), UID_NAMESPACE)}@llmpath`,
    stamp: { date: new Date(stamp) },
    sequence: Math.max(0, Math.floor((stamp - FIRST_SEQUENCE) / MINUTE)),
    description: descriptionOf(block, url),
    ...(url === null ? {} : { url }),
    ...(alarm === null ? {} : { alarms: [alarmOf(block, Math.max(0, Math.round(alarm)))] }),
  };
}

function summaryOf({ title, portion }: PlanEvent): string {
  return oneLine(portion === null ? title : `${title}, ${portion}`);
}

function descriptionOf(block: PlanEvent, url: string | null): string {
  const ref = oneLine(block.ref);
  const about = [formatMinutes(block.minutes), oneLine(block.topic)].filter((part) => part !== '');
  const lines = [about.join(' · '), ref, url ?? ''].filter((line) => line !== '');
  return [...lines, '', commandOf(block.kind, ref)].join('\n');
}

function commandOf(kind: PlanEvent['kind'], ref: string): string {
  if (kind === 'review') return 'llmpath quiz --due';
  if (kind === 'quiz') return `llmpath quiz ${ref}`;
  return `When it is done: llmpath done ${ref}`;
}

function alarmOf(block: PlanEvent, minutes: number) {
  return {
    action: 'DISPLAY',
    description: escapeText(summaryOf(block)),
    trigger: { type: 'relative', value: { before: minutes > 0, minutes } },
  } as const;
}

function dateOf(day: Day) {
  return { type: 'DATE', date: new Date(`${day}T00:00Z`) } as const;
}
