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

function isSkipped(session: Session, thing: Thing): boolean {
  return session.record.items.get(thing.ref)?.skipped ?? false;
}
