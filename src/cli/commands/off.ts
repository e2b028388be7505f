import { addDays, type Day } from '../../domain/day.ts';
import { countDays, type DayRange, daysIn, rangesOf } from '../../domain/day-range.ts';
import { UserError } from '../../domain/error.ts';
import { commit } from '../change.ts';
import { listOf, type Options, type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { changeDays, comingDaysOff, factsOf, isOff, listDays, wasOrWere } from '../day-changes.ts';
import { earliestDay, readDays } from '../read-days.ts';
import { formatDay, formatDays } from '../render/dates.ts';
import { indent, plural, rows } from '../render/text.ts';
import { openSession, type Session } from '../session.ts';
import { takeFromCalendar } from './off-from-calendar.ts';

const WIDEST = 96;

export const runOff: Run = async (ctx, [given], options) => {
  const texts = listOf(given).flatMap((text) => text.split(','));
  const file = textOf(options.fromIcs);
  assertSense(texts, options);
  if (file !== undefined) await takeFromCalendar(ctx, file, options.all === true);
  else if (texts.length === 0) await showDaysOff(ctx);
  else await changeDaysOff(ctx, texts, options.remove === true ? BACK : OFF);
};

/** Refuses flags that do not go together. */
function assertSense(texts: readonly string[], { remove, fromIcs, all }: Options): void {
  const refuse = (message: string, hint: string) => new UserError('usage.off', message, hint);
  if (fromIcs !== undefined && texts.length > 0) {
    const message = '--from-ics takes the days from the file, so no days go beside it.';
    throw refuse(message, `First the one, then the other: llmpath off ${texts[0]}`);
  }
  if (fromIcs !== undefined && remove === true) {
    const message = '--remove takes days, not a calendar.';
    throw refuse(message, 'llmpath undo takes back what --from-ics did last.');
  }
  if (all === true && fromIcs === undefined) {
    throw refuse('--all goes with --from-ics.', 'llmpath off --from-ics FILE --all');
  }
  if (remove === true && texts.length === 0) {
    throw refuse('Say which days are no longer off.', 'llmpath off lists the days off.');
  }
}

async function showDaysOff(ctx: Context): Promise<void> {
  const session = await openSession(ctx, { write: false });
  const { out } = ctx;
  const days = comingDaysOff(session);
  if (out.json) {
    const ranges = days.map(({ from, to, title }) => ({ from, to, title }));
    out.document({ schema: 'llmpath/off@1', days: ranges });
    return;
  }
  if (days.length === 0) {
    const example = `${addDays(session.today, 14)}..${addDays(session.today, 20)}`;
    out.say(`No days off to come. llmpath off ${example} would take a week off.`);
    return;
  }
  const width = Math.min(out.columns, WIDEST);
  const pairs = days.map((range): [string, string] => [
    formatDays(range, session.today),
    [plural(countDays(range), 'day'), range.title].filter(Boolean).join(' · '),
  ]);
  const commands = [
    'llmpath off DAY..DAY',
    'llmpath off DAY --remove',
    'llmpath off --from-ics FILE',
  ];
  const hint = indent(out.theme.faint(commands.join(' · ')), 2, width);
  const title = `  ${out.theme.strong('Days off')}`;
  await out.page([title, '', rows(pairs, 2, width), '', hint].join('\n'));
}

/** What becomes of the days that are named, and how it is told. */
interface Turn {
  minutes: 0 | null;
  done: string;
  /** Of the days that are so already: one, all of several, and some. */
  already: string;
  allAlready: (count: number) => string;
  someAlready: string;
}

const OFF: Turn = {
  minutes: 0,
  done: 'off',
  already: 'is off already',
  allAlready: (count) => `These ${count} days are off already`,
  someAlready: 'off already',
};

const BACK: Turn = {
  minutes: null,
  done: 'usual again',
  already: 'is not off',
  allAlready: (count) => `None of these ${count} days is off`,
  someAlready: 'not off',
};

async function changeDaysOff(ctx: Context, texts: readonly string[], turn: Turn): Promise<void> {
  const session = await openSession(ctx, { write: true });
  const { today } = session;
  const asked = readAsked(session, texts);
  const days = asked.filter((day) => isOff(session, day) === (turn.minutes === null));
  const already = asked.length - days.length;
  const events = changeDays(session, days, turn.minutes);
  const some = `${already} of these ${wasOrWere(already)} ${turn.someAlready}`;
  const said =
    days.length === 0
      ? [`${sayAlready(asked, today, turn)}; nothing changed`]
      : [
          ...listDays(rangesOf(days), today, (range) => `: ${turn.done}${sayCount(range)}`),
          ...(already > 0 ? [some] : []),
        ];
  commit(ctx, session, events, {
    command: 'off',
    said,
    facts: factsOf(session, days, turn.minutes),
    json: { changed: events.map(({ body }) => body), already },
  });
}

/** The days named, each once. */
function readAsked({ today, record }: Session, texts: readonly string[]): Day[] {
  const earliest = earliestDay(today, record.enrolment?.start);
  return daysIn(texts.map((text) => readDays(text, 'llmpath off', today, earliest)));
}

function sayAlready(days: readonly Day[], today: Day, turn: Turn): string {
  const [first = today] = days;
  if (days.length === 1) return `${formatDay(first, today)} ${turn.already}`;
  return turn.allAlready(days.length);
}

function sayCount(range: DayRange): string {
  return range.from === range.to ? '' : `, ${countDays(range)} days`;
}
