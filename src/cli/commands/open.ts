import { UserError } from '../../domain/error.ts';
import type { NewEvent } from '../../domain/event/event.ts';
import { addressOf, type ResourceOutline } from '../../domain/path/path.ts';
import { resolveRef } from '../../domain/path/refs.ts';
import { commit } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { openSession, type Session } from '../session.ts';
import { overrideOf, sayOverride, startEvent, type Target, workToBegin } from './work.ts';

export const runOpen: Run = async (ctx, [ref], options) => {
  const session = await openSession(ctx, { write: options.start !== false });
  const { resource, target } = findResource(session, textOf(ref));
  const address = addressOf(resource);
  if (address === null || !/^https?:\/\//i.test(address)) {
    const message = `${resource.title} has no web address to open.`;
    throw new UserError('open.no-address', message, `llmpath show ${resource.id}`);
  }
  const opened = await launch(ctx, address);
  if (!opened && !ctx.out.json) ctx.out.print(address);
  if (opened) ctx.out.note(`Opened ${address}`);
  if (resource.status !== 'ok' && resource.note) ctx.out.note(resource.note);
  const { clock } = session.record;
  if (clock && clock.ref !== target?.ref) {
    ctx.out.note(`The clock still runs on ${clock.ref}; llmpath start changes that.`);
  }
  const events = target && options.start !== false ? clockEvents(session, target) : [];
  if (events.length === 0 || !target) {
    if (ctx.out.json) ctx.out.document({ schema: 'llmpath/open@1', url: address, opened });
    return;
  }
  commit(ctx, session, events, {
    command: 'open',
    said: [`The clock runs on ${target.title}`, ...sayOverride(session, target.entry)],
    json: { ref: target.ref, url: address, opened },
  });
};

/** The resource to open, and the piece of work it is, when it is one. */
function findResource(
  session: Session,
  ref: string | undefined,
): { resource: ResourceOutline; target: Target | null } {
  const thing =
    ref === undefined
      ? null
      : resolveRef(session.index, ref, ['use', 'topic', 'resource', 'milestone']);
  if (thing?.kind === 'resource') return { resource: thing.resource, target: null };
  const target = workToBegin(session, thing?.ref);
  const found = session.index.things.get(target.ref);
  if (found?.kind === 'use') return { resource: found.resource, target };
  throw new UserError(
    'open.no-address',
    `${target.title} has no address: it is something to build.`,
    `llmpath show ${target.ref}`,
  );
}

/** A running clock is left alone: only `start` and `stop` decide what it counted. */
function clockEvents(session: Session, target: Target): NewEvent[] {
  if (session.record.clock) return [];
  return [...overrideOf(session, target.entry), startEvent(session, target)];
}

/** Whether a program was started on the address. Never through a shell. */
async function launch(ctx: Context, address: string): Promise<boolean> {
  const { launchBrowser } = await import('../browser.ts');
  return launchBrowser(ctx.env, ctx.settings.browser.value, address);
}
