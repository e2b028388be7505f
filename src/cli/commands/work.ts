import { isUserError, UserError } from '../../domain/error.ts';
import type { NewEvent } from '../../domain/event/event.ts';
import type { Action } from '../../domain/next/next.ts';
import { type Slice, sliceWork } from '../../domain/next/slice.ts';
import { indexPath, resolveRef, type Thing } from '../../domain/path/refs.ts';
import type { TopicProgress } from '../../domain/progress/progress.ts';
import type { Work } from '../../domain/progress/work.ts';
import { chooseFor, minutesFor } from '../choice.ts';
import type { Context } from '../context.ts';
import { doneHint } from '../render/action.ts';
import { loadWhole, type Session } from '../session.ts';

/** A piece of work or a whole topic, as a command was told to act on it. */
export type Target =
  | { kind: 'work'; ref: string; title: string; work: Work; entry: TopicProgress }
  | { kind: 'topic'; ref: string; title: string; entry: TopicProgress };

/**
 * Runs something that resolves a ref. Where the ref is unknown among what can be done, the whole
 * path is searched, so that the error can say what it is instead.
 */
export async function explaining<T>(
  ctx: Context,
  session: Session,
  ref: string | undefined,
  run: () => T,
): Promise<T> {
  try {
    return run();
  } catch (error) {
    if (ref !== undefined && isUserError(error) && error.code === 'ref.unknown') {
      const index = indexPath(await loadWhole(ctx, session.folder));
      resolveRef(index, ref, ['use', 'topic', 'milestone']);
    }
    throw error;
  }
}

/** The target a ref names. Throws UserError `ref.*`. */
export function targetOf(session: Session, ref: string): Target {
  const thing = resolveRef(session.index, ref, ['use', 'topic', 'milestone']);
  const entry = entryOf(session, thing);
  if (thing.kind === 'topic') {
    return { kind: 'topic', ref: thing.ref, title: thing.title, entry };
  }
  const work = entry.work.find((piece) => piece.ref === thing.ref);
  if (!work) throw new Error(`no work for ${thing.ref}`);
  return { kind: 'work', ref: thing.ref, title: thing.title, work, entry };
}

function entryOf(session: Session, thing: Thing): TopicProgress {
  const topic = 'topic' in thing ? thing.topic.id : '';
  const entry = session.progress.get(topic);
  if (!entry) throw new Error(`no progress for ${thing.ref}`);
  return entry;
}

/** A piece of work to begin: the one named, the next open one of a topic, or what `next` says. */
export function workToBegin(session: Session, ref: string | undefined): Target {
  if (ref === undefined) {
    const { action, then } = chooseFor(session);
    const timed = [action, ...then].find(isTimed);
    if (timed?.ref) return targetOf(session, timed.ref);
    throw action.kind === 'finished'
      ? new UserError(
          'usage.finished',
          'Everything on this path is done; there is nothing to start.',
        )
      : new UserError(
          'usage.quiz',
          `What is next is a quiz, which keeps its own time: ${action.title}.`,
          doneHint(action),
        );
  }
  const target = targetOf(session, ref);
  if (target.kind === 'work') return target;
  const open = target.entry.work.find(
    (piece) => piece.required && !piece.closed && piece.kind !== 'quiz',
  );
  return open && open.ref !== target.ref ? targetOf(session, open.ref) : target;
}

/** Whether a clock can run on it; a quiz counts its own minutes. */
function isTimed(action: Action): boolean {
  return action.kind === 'study' || action.kind === 'milestone';
}

/** The part of a piece of work that one sitting of today takes. */
export function sliceOf(session: Session, work: Work): Slice {
  return sliceWork(work, minutesFor(session));
}

/** The start of the clock, which remembers the part that the sitting is meant to finish. */
export function startEvent(session: Session, target: Target): NewEvent & { kind: 'clock-started' } {
  const slice = target.kind === 'work' ? sliceOf(session, target.work) : null;
  const units = slice === null || slice.finishes || slice.units === 0 ? null : slice.units;
  return { kind: 'clock-started', path: session.path.id, ref: target.ref, body: { units } };
}

/** The event that remembers a topic chosen before what it needs, if that is what happens. */
export function overrideOf(session: Session, entry: TopicProgress): NewEvent[] {
  if (entry.state === 'done' || entry.chosen || entry.waitingFor.length === 0) return [];
  return [
    {
      kind: 'overridden',
      path: session.path.id,
      ref: entry.topic.id,
      body: { waitingFor: entry.waitingFor },
    },
  ];
}

/** What is said when the order was overridden; nothing when it was not. */
export function sayOverride(session: Session, entry: TopicProgress): string[] {
  if (overrideOf(session, entry).length === 0) return [];
  const titles = entry.waitingFor.map((id) => session.progress.get(id)?.topic.title ?? id);
  return [`${entry.topic.title} would wait for ${titles.join(', ')}; you chose it, and next knows`];
}
