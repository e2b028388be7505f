import { UserError } from '../../domain/error.ts';
import type { Event } from '../../domain/event/event.ts';
import { findEvent, readHistory, redoChanges, undoChanges } from '../../storage/log.ts';
import type { Store } from '../../storage/store.ts';
import { openSessionIfAny } from '../any-session.ts';
import { reportChange } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { readCount } from '../read.ts';
import { formatDay } from '../render/dates.ts';
import { sayEvent, type Telling } from '../render/event.ts';
import { plural, rows } from '../render/text.ts';
import { openStore, refresh, type Session, today } from '../session.ts';

const DEFAULT_COUNT = 20;
const MOST_EVENTS = 100_000;
const MOST_UNDONE = 1000;

export const runHistory: Run = async (ctx, _args, options) => {
  const count = readCount(textOf(options.n) ?? `${DEFAULT_COUNT}`, '-n', MOST_EVENTS);
  const store = await openStore(ctx, { write: false });
  const events = store ? readHistory(store, count) : [];
  const telling = tellingOf(ctx, store, await openSessionIfAny(ctx));
  const { out } = ctx;
  if (out.json) {
    out.document({ schema: 'llmpath/history@1', events: events.map((e) => toJson(telling, e)) });
    return;
  }
  if (events.length === 0) {
    out.say('Nothing has happened yet. llmpath next says where to begin.');
    return;
  }
  const lines = events.map((event): [string, string] => {
    const text = sayEvent(telling, event);
    const shown = event.undone ? out.theme.faint(`${text} (taken back)`) : text;
    return [formatDay(event.day, telling.today), shown];
  });
  await out.page(rows(lines, 2, Math.min(out.columns, 110)));
};

export const runUndo: Run = async (ctx, [n]) => {
  const count = readCount(textOf(n) ?? '1', 'undo', MOST_UNDONE);
  const events = await changeBack(ctx, 'undo', (store) => undoChanges(store, count));
  if (events.length > 0) return;
  throw new UserError('undo.nothing', 'There is nothing to undo.', 'llmpath history');
};

export const runRedo: Run = async (ctx) => {
  const events = await changeBack(ctx, 'redo', redoChanges);
  if (events.length > 0) return;
  const message = 'There is nothing to redo: nothing was undone, or something new happened since.';
  throw new UserError('redo.nothing', message, 'llmpath history');
};

/** Undoes or redoes and tells it; with the plan where the path can be read, without where not. */
async function changeBack(
  ctx: Context,
  command: 'undo' | 'redo',
  change: (store: Store) => Event[],
): Promise<Event[]> {
  const before = await openSessionIfAny(ctx);
  const store = before?.store ?? (await openStore(ctx, { write: false }));
  const events = store ? change(store) : [];
  if (events.length === 0) return events;
  const undone = command === 'undo';
  const telling = tellingOf(ctx, store, before);
  const said = sayEvents(telling, events, undone ? 'Taken back' : 'Brought again');
  const list = events.map((event) => toJson(telling, { ...event, undone }));
  const json = { [undone ? 'undone' : 'redone']: list };
  if (before) {
    reportChange(ctx, before, refresh(ctx, before), { command, said, json }, !undone);
  } else if (ctx.out.json) {
    ctx.out.document({ schema: `llmpath/${command}@1`, ...json });
  } else {
    ctx.out.print(said.join('\n'));
  }
  if (undone) ctx.out.note('\n  llmpath redo brings it again');
  return events;
}

function tellingOf(ctx: Context, store: Store | null, session: Session | null): Telling {
  return {
    index: session?.index ?? null,
    today: store?.today ?? today(ctx, null),
    firstOf: (change) => (store ? findEvent(store, change) : null),
  };
}

function toJson(telling: Telling, event: Event & { undone: boolean }) {
  const { id, at, day, kind, ref, undone, body } = event;
  return {
    id,
    at: new Date(at).toISOString(),
    day,
    kind,
    ref,
    text: sayEvent(telling, event),
    undone,
    body,
  };
}

/** One line for each of a few events, a count for many. */
function sayEvents(telling: Telling, events: readonly Event[], verb: string): string[] {
  if (events.length <= 6) return events.map((event) => `${verb}: ${sayEvent(telling, event)}`);
  return [`${verb}: ${plural(events.length, 'event')}`];
}
