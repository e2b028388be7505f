import { formatMinutes } from '../../domain/duration.ts';
import { UserError } from '../../domain/error.ts';
import type { NewEvent } from '../../domain/event/event.ts';
import { nameUnits } from '../../domain/next/slice.ts';
import { sum } from '../../domain/path/path.ts';
import { minutesLeft, takeUp, unitsLeft, type Work } from '../../domain/progress/work.ts';
import { commit } from '../change.ts';
import { chooseFor } from '../choice.ts';
import { countClock, sayCounted } from '../clock.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { readCount, readMinutes } from '../read.ts';
import { doneHint } from '../render/action.ts';
import { sayDay } from '../render/dates.ts';
import { plural } from '../render/text.ts';
import { openSession, type Session } from '../session.ts';
import { explaining, overrideOf, sayOverride, type Target, targetOf } from './work.ts';

export const runDone: Run = async (ctx, [ref], options) => {
  const session = await openSession(ctx, { write: true });
  const named = textOf(ref) ?? clockRef(session);
  const target = takeUpTarget(
    await explaining(ctx, session, named, () => targetOf(session, named)),
  );
  const units = readUnits(target, textOf(options.units) ?? unitsOfSitting(session, target, ref));
  if (isDone(target)) {
    commit(ctx, session, [], { command: 'done', said: [sayAlready(session, target)] });
    return;
  }
  const time = await timeFor(ctx, session, target, units, textOf(options.minutes));
  const path = session.path.id;
  const events: NewEvent[] = [
    ...overrideOf(session, target.entry),
    ...time.events,
    finishEvent(path, target, units),
  ];
  commit(ctx, session, events, {
    command: 'done',
    said: [
      `${target.title}${saidUnits(target, units)}: done${time.said}`,
      ...sayOpenParts(target),
      ...sayOverride(session, target.entry),
    ],
    json: { ref: target.ref, minutes: time.minutes, estimated: time.estimated },
  });
};

/** What was left out is done after all. */
function takeUpTarget(target: Target): Target {
  return target.kind === 'work' ? { ...target, work: takeUp(target.work) } : target;
}

/** Without REF the sitting is done: as many units as it was started for. */
function unitsOfSitting(session: Session, target: Target, ref: unknown): string | undefined {
  const { clock } = session.record;
  if (ref !== undefined || clock === null || clock.units === null) return undefined;
  if (target.kind !== 'work') return undefined;
  const left = target.work.units.length - target.work.unitsDone;
  return clock.units < left ? `${clock.units}` : undefined;
}

function clockRef(session: Session): string {
  const { clock } = session.record;
  if (clock && clock.path === session.path.id) return clock.ref;
  const { action } = chooseFor(session, undefined, 0);
  throw new UserError(
    'usage.ref',
    'Say what is done; no clock is running that would tell.',
    doneHint(action) || 'llmpath status',
  );
}

/** How many more units are finished, or null for all that is left. */
function readUnits(target: Target, text: string | undefined): number | null {
  if (text === undefined) return null;
  const work = target.kind === 'work' && target.work.divisible ? target.work : null;
  if (!work) {
    const message = `${target.ref} has no units, so --units does not apply to it.`;
    throw new UserError('usage.units', message, `llmpath done ${target.ref}`);
  }
  const left = work.units.length - work.unitsDone;
  if (left === 0) return null;
  const count = readCount(text, '--units', work.units.length);
  if (count > left) {
    const message = `${target.ref} has only ${plural(left, 'unit')} left, not ${count}.`;
    throw new UserError('usage.units', message, `llmpath show ${target.ref}`);
  }
  return count === left ? null : count;
}

function isDone(target: Target): boolean {
  if (target.kind === 'topic') return target.entry.state === 'done';
  return target.work.closed && !target.work.state.skipped;
}

function sayAlready(session: Session, target: Target): string {
  const day = target.kind === 'work' ? target.work.state.doneDay : target.entry.lastDay;
  const when = day ? `, ${sayDay(day, session.today)}` : '';
  return `${target.title} was done already${when}; nothing changed`;
}

interface Time {
  events: NewEvent[];
  minutes: number;
  estimated: boolean;
  said: string;
}

/** The time it took: as told, as the clock says, or the estimate of what was left. */
async function timeFor(
  ctx: Context,
  session: Session,
  target: Target,
  units: number | null,
  given: string | undefined,
): Promise<Time> {
  const { clock } = session.record;
  const path = session.path.id;
  const within = clock?.ref === target.ref || clock?.ref.startsWith(`${target.ref}/`);
  if (clock && within && clock.path === path) {
    const counted = await countClock(ctx, session, clock, given);
    const { minutes } = counted;
    const events: NewEvent[] = [{ kind: 'clock-stopped', path, ref: clock.ref, body: counted }];
    return { events, minutes, estimated: false, said: `, ${sayCounted(counted, session.today)}` };
  }
  const log = (minutes: number, estimated: boolean, said: string): Time => ({
    events: [
      {
        kind: 'time-logged',
        path,
        ref: target.ref,
        body: { minutes, day: session.today, estimated },
      },
    ],
    minutes,
    estimated,
    said,
  });
  if (given !== undefined) {
    const minutes = readMinutes(given, '--minutes');
    return log(minutes, false, `, ${formatMinutes(minutes)} counted`);
  }
  if (target.kind === 'topic') {
    return { events: [], minutes: 0, estimated: false, said: '; no time counted' };
  }
  const minutes = estimateOf(target.work, units);
  const said = `, ${formatMinutes(minutes)} counted, the estimate (--minutes N if it was not so)`;
  return log(minutes, true, said);
}

/** Estimated minutes of the next `units` units, or of all that is left. */
function estimateOf(work: Work, units: number | null): number {
  if (units === null) return Math.max(1, minutesLeft(work));
  const part = unitsLeft(work).slice(0, units);
  return Math.max(1, sum(part.map((unit) => unit.minutes)));
}

function finishEvent(path: string, target: Target, units: number | null): NewEvent {
  const { ref } = target;
  if (target.kind === 'topic' || target.work.ref === target.entry.topic.id) {
    return { kind: 'topic-done', path, ref, body: {} };
  }
  if (target.work.kind === 'milestone') return { kind: 'milestone-done', path, ref, body: {} };
  const total = units === null ? null : target.work.unitsDone + units;
  return { kind: 'resource-done', path, ref, body: { units: total } };
}

function saidUnits(target: Target, units: number | null): string {
  if (units === null || target.kind === 'topic') return '';
  const { work } = target;
  const part = work.units.slice(work.unitsDone, work.unitsDone + units);
  return `, ${nameUnits(part.map((unit) => unit.title))}`;
}

function sayOpenParts(target: Target): string[] {
  if (target.kind !== 'topic') return [];
  const open = target.entry.work.filter((work) => work.required && !work.closed).length;
  if (open === 0) return [];
  const parts = `${plural(open, 'part')} of it ${open === 1 ? 'was' : 'were'} open`;
  return [`${parts}; your word counts, and reports say that it was your word`];
}
