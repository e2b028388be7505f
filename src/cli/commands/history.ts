import { formatMinutes } from '../../domain/duration.ts';
import { UserError } from '../../domain/error.ts';
import type { Event } from '../../domain/event/event.ts';
import { describeAvailability } from '../../domain/plan/availability.ts';
import { readHistory, redoChanges, undoChanges } from '../../storage/log.ts';
import { reportChange } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import { readCount } from '../read.ts';
import { formatDay } from '../render/dates.ts';
import { plural, rows } from '../render/text.ts';
import { openSession, refresh, type Session } from '../session.ts';

const DEFAULT_COUNT = 20;
const MOST_EVENTS = 100_000;
const MOST_UNDONE = 1000;

export const runHistory: Run = async (ctx, _args, options) => {
  const count = readCount(textOf(options.n) ?? `${DEFAULT_COUNT}`, '-n', MOST_EVENTS);
  const session = await openSession(ctx, { write: false });
  const events = session.store ? readHistory(session.store, count) : [];
  const { out } = ctx;
  if (out.json) {
    out.document({ schema: 'llmpath/history@1', events: events.map((e) => toJson(session, e)) });
    return;
  }
  if (events.length === 0) {
    out.print('Nothing has happened yet. llmpath next says where to begin.');
    return;
  }
  const lines = events.map((event): [string, string] => {
    const text = sayEvent(session, event);
    const shown = event.undone ? out.theme.faint(`${text} (taken back)`) : text;
    return [formatDay(event.day, session.today), shown];
  });
  await out.page(rows(lines, 2, Math.min(out.columns, 110)));
};

export const runUndo: Run = async (ctx, [n]) => {
  const count = readCount(textOf(n) ?? '1', 'undo', MOST_UNDONE);
  const before = await openSession(ctx, { write: false });
  const events = before.store ? undoChanges(before.store, count) : [];
  if (events.length === 0) {
    throw new UserError('undo.nothing', 'There is nothing to undo.', 'llmpath history');
  }
  const after = refresh(ctx, before);
  reportChange(
    ctx,
    before,
    after,
    {
      command: 'undo',
      said: sayEvents(after, events, 'Taken back'),
      json: { undone: events.map((event) => toJson(after, { ...event, undone: true })) },
    },
    false,
  );
  ctx.out.note('\n  llmpath redo brings it again');
};

export const runRedo: Run = async (ctx) => {
  const before = await openSession(ctx, { write: false });
  const events = before.store ? redoChanges(before.store) : [];
  if (events.length === 0) {
    const message =
      'There is nothing to redo: nothing was undone, or something new happened since.';
    throw new UserError('redo.nothing', message, 'llmpath history');
  }
  const after = refresh(ctx, before);
  reportChange(
    ctx,
    before,
    after,
    {
      command: 'redo',
      said: sayEvents(after, events, 'Brought again'),
      json: { redone: events.map((event) => toJson(after, { ...event, undone: false })) },
    },
    true,
  );
};

function toJson(session: Session, event: Event & { undone: boolean }) {
  const { id, at, day, kind, ref, undone, body } = event;
  return {
    id,
    at: new Date(at).toISOString(),
    day,
    kind,
    ref,
    text: sayEvent(session, event),
    undone,
    body,
  };
}

/** One line for each of a few events, a count for many. */
function sayEvents(session: Session, events: readonly Event[], verb: string): string[] {
  if (events.length <= 6) return events.map((event) => `${verb}: ${sayEvent(session, event)}`);
  return [`${verb}: ${plural(events.length, 'event')}`];
}

/** An event as a sentence. */
function sayEvent(session: Session, event: Event): string {
  const thing = event.ref === null ? undefined : session.index.things.get(event.ref);
  const title = thing ? `${thing.title} (${event.ref})` : (event.ref ?? '');
  switch (event.kind) {
    case 'enrolled':
      return `enrolled in ${event.path}, ${describeAvailability(event.body.availability)}`;
    case 'clock-started':
      return `clock started on ${title}`;
    case 'clock-paused':
      return `clock paused on ${title}`;
    case 'clock-resumed':
      return `clock running again on ${title}`;
    case 'clock-stopped':
      return `clock stopped on ${title}, ${formatMinutes(event.body.minutes)}`;
    case 'time-logged': {
      const estimate = event.body.estimated ? ', the estimate' : '';
      const day =
        event.body.day === event.day ? '' : ` for ${formatDay(event.body.day, session.today)}`;
      return `${formatMinutes(event.body.minutes)}${estimate} on ${title}${day}`;
    }
    case 'resource-done':
      return event.body.units === null
        ? `${title} done`
        : `${title}: ${plural(event.body.units, 'unit')} done`;
    case 'topic-done':
    case 'milestone-done':
      return `${title} done`;
    case 'skipped':
      return `${title} left out`;
    case 'unskipped':
      return `${title} taken in again`;
    case 'overridden':
      return `${title} chosen before ${event.body.waitingFor.join(', ')}`;
    case 'noted':
      return `note on ${title}: ${event.body.text.split('\n')[0]}`;
    case 'undone':
      return 'undo';
    case 'redone':
      return 'redo';
  }
}
