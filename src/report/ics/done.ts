import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { addDays, type Day } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Happening, Report } from '../../domain/report/report.ts';
import { HAPPENINGS, sayDay } from '../words.ts';
import { foldLines } from './fold.ts';
import { escapeText, oneLine } from './text.ts';

const MINUTE = 60_000;

/** What was done as a calendar: sittings at their hours, everything else on its day. */
export function renderIcs(report: Report): string {
  const stamp = { date: new Date(report.at), type: 'DATE-TIME' as const };
  const done = report.happenings
    .filter(({ kind }) => kind !== 'note')
    .map(
      (happening): IcsEvent => ({
        uid: `${happening.id}@llmpath`,
        stamp,
        summary: oneLine(titleOf(happening)),
        ...(happening.ref === null ? {} : { description: oneLine(happening.ref) }),
        timeTransparent: 'TRANSPARENT',
        ...whenOf(happening),
      }),
    );
  const calendar = generateIcsCalendar({
    version: '2.0',
    prodId: '-//llmpath//report//EN',
    name: escapeText(oneLine(`${report.path.title}: what was done`)),
    events: done.length > 0 ? done : [nothingIn(report, stamp)],
  });
  return foldLines(calendar);
}

/** A calendar without any event is none: RFC 5545, section 3.6. */
function nothingIn({ period: { from, to } }: Report, stamp: IcsEvent['stamp']): IcsEvent {
  const since = from === to ? sayDay(to) : `${sayDay(from)} to ${sayDay(to)}`;
  return {
    uid: `nothing-${from}-${to}@llmpath`,
    stamp,
    summary: `Nothing was recorded: ${since}`,
    timeTransparent: 'TRANSPARENT',
    ...wholeDay(to),
  };
}

function titleOf({ kind, title, minutes }: Happening): string {
  const time = minutes === null ? '' : ` (${formatMinutes(minutes)})`;
  if (kind === 'studied' || kind === 'quiz') return `${title}${time}`;
  return `${title}: ${HAPPENINGS[kind]}`;
}

function whenOf({
  at,
  day,
  minutes,
  timed,
}: Happening): Pick<IcsEvent, 'start'> & { end: IcsEvent['start'] } {
  if (timed && minutes !== null) {
    return {
      start: { date: new Date(at - minutes * MINUTE), type: 'DATE-TIME' },
      end: { date: new Date(at), type: 'DATE-TIME' },
    };
  }
  return wholeDay(day);
}

function wholeDay(day: Day) {
  const date = (on: Day) => ({ date: new Date(`${on}T00:00:00Z`), type: 'DATE' as const });
  return { start: date(day), end: date(addDays(day, 1)) };
}
