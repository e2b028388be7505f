import { isUserError } from '../domain/error.ts';
import type { Context } from './context.ts';
import { openSession, type Session } from './session.ts';

/** The session, or null where the path in use cannot be read: the log can be used without it. */
export async function openSessionIfAny(ctx: Context): Promise<Session | null> {
  try {
    return await openSession(ctx, { write: false });
  } catch (error) {
    if (isUserError(error) && error.code.startsWith('path.')) return null;
    throw error;
  }
}
