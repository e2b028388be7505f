import { UserError } from '../../domain/error.ts';
import { resolveRef, type Thing } from '../../domain/path/refs.ts';
import { commit } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { openSession, type Session } from '../session.ts';

export const runSkip: Run = (ctx, [ref]) => setSkipped(ctx, textOf(ref) ?? '', true);

export const runUnskip: Run = (ctx, [ref]) => setSkipped(ctx, textOf(ref) ?? '', false);

async function setSkipped(ctx: Context, ref: string, skipped: boolean): Promise<void> {
  const command = skipped ? 'skip' : 'unskip';
  const session = await openSession(ctx, { write: true });
  const thing = resolveRef(session.index, ref, ['phase', 'topic', 'use', 'milestone']);
  if (!skipped) assertPhaseIn(session, thing);
  if (isSkipped(session, thing) === skipped) {
    const said = skipped ? 'is left out already' : 'is not left out';
    commit(ctx, session, [], { command, said: [`${thing.title} ${said}; nothing changed`] });
    return;
  }
  const kind = skipped ? 'skipped' : 'unskipped';
  commit(ctx, session, [{ kind, path: session.path.id, ref: thing.ref, body: {} }], {
    command,
    said: [`${thing.title}: ${skipped ? 'left out' : 'taken in again'}`],
    json: { ref: thing.ref },
  });
}

/** One topic of a phase that is left out cannot come in alone. */
function assertPhaseIn(session: Session, thing: Thing): void {
  if (!('topic' in thing)) return;
  const phase = session.path.phases.find((candidate) => candidate.id === thing.topic.phase);
  if (!phase || !session.record.items.get(phase.id)?.skipped) return;
  const message = `${thing.title} belongs to ${phase.title}, which is left out as a whole.`;
  const hint = `llmpath unskip ${phase.id} takes it in again; then skip what you do not want.`;
  throw new UserError('skip.phase', message, hint);
}

function isSkipped(session: Session, thing: Thing): boolean {
  return session.record.items.get(thing.ref)?.skipped ?? false;
}
