import { formatMinutes } from '../../domain/duration.ts';
import { UserError } from '../../domain/error.ts';
import type { EventKind, NewEvent } from '../../domain/event/event.ts';
import type { Clock } from '../../domain/event/fold.ts';
import { commit } from '../change.ts';
import { clockMinutes, countClock, sayCounted } from '../clock.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { openSession, type Session } from '../session.ts';
import { explaining, overrideOf, sayOverride, sliceOf, startEvent, workToBegin } from './work.ts';

export const runStart: Run = async (ctx, [ref], options) => {
  const session = await openSession(ctx, { write: true });
  const named = textOf(ref);
  const target = await explaining(ctx, session, named, () => workToBegin(session, named));
  const { clock } = session.record;
  if (clock?.ref === target.ref && clock.path === session.path.id) {
    const ran = formatMinutes(clockMinutes(clock, session.now));
    const paused = clock.runningSince === null;
    const said = [
      `The clock runs ${paused ? 'again' : 'already'} on ${target.title}, ${ran} so far`,
    ];
    const events = paused ? [clockEvent('clock-resumed', clock, {})] : [];
    commit(ctx, session, events, { command: 'start', said, json: { ref: target.ref } });
    return;
  }
  const events: NewEvent[] = [];
  const said: string[] = [];
  if (clock) {
    const counted = await countClock(ctx, session, clock, textOf(options.minutes));
    events.push(clockEvent('clock-stopped', clock, counted));
    said.push(`Stopped ${titleOf(session, clock)}: ${sayCounted(counted, session.today)}`);
  }
  const started = startEvent(session, target);
  events.push(...overrideOf(session, target.entry), started);
  const portion =
    target.kind === 'work' && started.body.units !== null
      ? sliceOf(session, target.work).portion
      : null;
  said.push(
    `The clock runs on ${target.title}${portion ? `, ${portion}` : ''}`,
    ...sayOverride(session, target.entry),
  );
  commit(ctx, session, events, { command: 'start', said, json: { ref: target.ref } });
};

export const runStop: Run = async (ctx, _args, options) => {
  const session = await openSession(ctx, { write: true });
  const clock = runningClock(session);
  const counted = await countClock(ctx, session, clock, textOf(options.minutes));
  commit(ctx, session, [clockEvent('clock-stopped', clock, counted)], {
    command: 'stop',
    said: [`${titleOf(session, clock)}: ${sayCounted(counted, session.today)}`],
    json: { ref: clock.ref, minutes: counted.minutes, on: counted.day },
  });
};

export const runPause: Run = (ctx) => switchClock(ctx, 'pause');

export const runResume: Run = (ctx) => switchClock(ctx, 'resume');

async function switchClock(ctx: Context, command: 'pause' | 'resume'): Promise<void> {
  const session = await openSession(ctx, { write: true });
  const clock = runningClock(session);
  const paused = clock.runningSince === null;
  const ran = formatMinutes(clockMinutes(clock, session.now));
  const title = titleOf(session, clock);
  const idle = paused === (command === 'pause');
  const kind = command === 'pause' ? 'clock-paused' : 'clock-resumed';
  const word = command === 'pause' ? 'paused' : 'running';
  const said = [`${title}: ${idle ? `${word} already` : word}, ${ran} so far`];
  commit(ctx, session, idle ? [] : [clockEvent(kind, clock, {})], { command, said });
}

function runningClock(session: Session): Clock {
  const { clock } = session.record;
  if (clock) return clock;
  throw new UserError(
    'clock.none',
    'No clock is running.',
    'llmpath start begins one; llmpath log REF --minutes N counts time without one.',
  );
}

/** An event of the running clock, which may belong to another path than the one in use. */
function clockEvent(kind: EventKind, clock: Clock, body: object): NewEvent {
  return { kind, path: clock.path, ref: clock.ref, body } as NewEvent;
}

function titleOf(session: Session, clock: Clock): string {
  return session.index.things.get(clock.ref)?.title ?? clock.ref;
}
