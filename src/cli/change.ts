import type { Day } from '../domain/day.ts';
import type { NewEvent } from '../domain/event/event.ts';
import type { Finish } from '../domain/forecast/finish.ts';
import { appendEvents } from '../storage/log.ts';
import { chooseFor } from './choice.ts';
import type { Context } from './context.ts';
import { finishOf } from './forecast.ts';
import { doneHint, nameAction, sayMinutes } from './render/action.ts';
import { formatRange } from './render/dates.ts';
import { rows } from './render/text.ts';
import { refresh, type Session } from './session.ts';

/** What a command did, for a person and for a script. */
export interface Change {
  /** The command's name, for the JSON schema. */
  command: string;
  /** What changed, a sentence each. */
  said: string[];
  /** What else it did to the plan: label and text. */
  facts?: [string, string][];
  /** More keys for the JSON document. */
  json?: Record<string, unknown>;
}

/**
 * Writes the events of a command, then tells what changed, what it did to the plan, what is next
 * and how to undo it.
 */
export function commit(
  ctx: Context,
  session: Session,
  events: readonly NewEvent[],
  change: Change,
): Session {
  const after = events.length === 0 ? session : record(ctx, session, events);
  reportChange(ctx, session, after, change, events.length > 0);
  return after;
}

/** Appends events and gives the session as it is after them. */
function record(ctx: Context, session: Session, events: readonly NewEvent[]): Session {
  if (!session.store) throw new Error('a session that records must be opened with write');
  appendEvents(session.store, events, session.record.clock);
  return refresh(ctx, session);
}

/** The report alone, for changes that were written already. */
export function reportChange(
  ctx: Context,
  before: Session,
  after: Session,
  change: Change,
  undoable: boolean,
): void {
  const { out } = ctx;
  const { action } = chooseFor(after, undefined, 0);
  const [was, is] = [finishOf(before), finishOf(after)];
  const topics = changedTopics(before, after);
  if (out.json) {
    out.document({
      schema: `llmpath/${change.command}@1`,
      day: after.today,
      ...change.json,
      topics: topics.map(({ id, from, to }) => ({ id, from, to })),
      finish: { before: was, after: is },
      next: action,
    });
    return;
  }
  const { theme, columns } = out;
  const pairs: [string, string][] = [
    // What was left out or taken in again is what the command itself says.
    ...topics
      .filter(({ from, to }) => from !== 'skipped' && to !== 'skipped')
      .map((topic): [string, string] => ['topic', topic.text]),
    ...(change.facts ?? []),
    [
      'finish',
      before.record.enrolment ? sayMoved(was, is, after.today) : formatRange(is, after.today),
    ],
    [
      'next',
      action.kind === 'finished'
        ? action.title
        : `${nameAction(action)} (${sayMinutes(action)}) · ${action.ref ?? doneHint(action)}`,
    ],
  ];
  if (undoable) pairs.push(['undo', 'llmpath undo']);
  const lines = change.said.map((text, i) =>
    rows([[theme.done('✓'), i === 0 ? theme.strong(text) : text]], 0, columns),
  );
  out.print([...lines, '', rows(pairs, 2, Math.min(columns, 100))].join('\n'));
}

function sayMoved(was: Finish, is: Finish, today: Day): string {
  const [before, after] = [formatRange(was, today), formatRange(is, today)];
  return before === after ? `${after}, as before` : `${after}; before it was ${before}`;
}

function changedTopics(before: Session, after: Session) {
  const changed = [...after.progress.values()].flatMap((entry) => {
    const from = before.progress.get(entry.topic.id)?.state;
    return from === undefined || from === entry.state ? [] : [{ entry, from }];
  });
  const opened = changed.filter(({ entry, from }) => from === 'locked' && entry.state === 'ready');
  const others = changed.filter((change) => !opened.includes(change));
  return [
    ...others.map(({ entry, from }) => ({
      id: entry.topic.id,
      from,
      to: entry.state,
      text: `${entry.topic.title}: ${STATE_WORDS[entry.state]}`,
    })),
    ...opened.map(({ entry, from }) => ({
      id: entry.topic.id,
      from,
      to: entry.state,
      text: `${entry.topic.title} is open now`,
    })),
  ];
}

/** A topic's state in words. */
export const STATE_WORDS = {
  locked: 'waiting',
  ready: 'ready',
  started: 'started',
  done: 'done',
  skipped: 'left out',
} as const;
