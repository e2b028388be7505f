import { formatMinutes } from '../domain/duration.ts';
import { UserError } from '../domain/error.ts';
import { type Clock, elapsed } from '../domain/event/fold.ts';
import type { Context } from './context.ts';
import { isInteractive } from './env.ts';
import { readMinutes } from './read.ts';

/** A clock that ran longer than this was probably forgotten. */
const FORGOTTEN_MINUTES = 4 * 60;

/** Whole minutes the clock has counted. */
export function clockMinutes(clock: Clock, now: number): number {
  return Math.floor(elapsed(clock, now) / 60_000);
}

export function isForgotten(clock: Clock, now: number): boolean {
  return clockMinutes(clock, now) > FORGOTTEN_MINUTES;
}

/**
 * Minutes to count for a clock that is being stopped: those given, those it ran, or, when it was
 * forgotten, those the learner says. Throws UserError `usage.clock` where nobody can be asked.
 */
export async function minutesToCount(
  ctx: Context,
  clock: Clock,
  given: string | undefined,
): Promise<number> {
  if (given !== undefined) return readMinutes(given, '--minutes');
  const ran = clockMinutes(clock, ctx.env.now);
  if (!isForgotten(clock, ctx.env.now)) return ran;
  const story = `The clock on ${clock.ref} ran for ${formatMinutes(ran)}`;
  if (!isInteractive(ctx.env) || !ctx.flags.input) {
    throw new UserError(
      'usage.clock',
      `${story}. How much of it was study?`,
      'Say it with --minutes N: llmpath stop --minutes 45. Until then the clock stays as it is.',
    );
  }
  const { askText } = await import('./prompts.ts');
  const answer = await askText(ctx.env, {
    message: `${story}. How many minutes of it were study?`,
    fallback: '',
    problem: (text) => {
      if (text.trim() === '0') return null;
      try {
        readMinutes(text, '--minutes');
        return null;
      } catch (error) {
        return (error as Error).message;
      }
    },
  });
  return answer.trim() === '0' ? 0 : readMinutes(answer, '--minutes');
}
