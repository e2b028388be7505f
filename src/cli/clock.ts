import type { Day } from '../domain/day.ts';
import { formatMinutes } from '../domain/duration.ts';
import { UserError } from '../domain/error.ts';
import { type Clock, elapsed } from '../domain/event/fold.ts';
import type { Context } from './context.ts';
import { isInteractive } from './env.ts';
import { problemOf, readMinutes } from './read.ts';
import { sayDay } from './render/dates.ts';
import { dayAt, type Session } from './session.ts';

/** A clock that ran longer than this was probably forgotten. */
const FORGOTTEN_MINUTES = 4 * 60;

/** Whole minutes the clock has counted. */
export function clockMinutes(clock: Clock, now: number): number {
  return Math.floor(elapsed(clock, now) / 60_000);
}

export function isForgotten(clock: Clock, now: number): boolean {
  return clockMinutes(clock, now) > FORGOTTEN_MINUTES;
}

/** Minutes to count for a clock that is being stopped, and the study day they belong to. */
export interface Counted {
  minutes: number;
  day: Day;
}

/**
 * What to count for a clock that is being stopped: the minutes given, those it ran, or, when it was
 * forgotten, those the learner says, on the day it was started.
 * Throws UserError `usage.clock` where nobody can be asked.
 */
export async function countClock(
  ctx: Context,
  session: Session,
  clock: Clock,
  given: string | undefined,
): Promise<Counted> {
  const forgotten = isForgotten(clock, session.now);
  const day = forgotten ? dayAt(ctx, clock.startedAt) : session.today;
  if (given !== undefined) return { minutes: readMinutesOrNone(given), day };
  const ran = clockMinutes(clock, session.now);
  if (!forgotten) return { minutes: ran, day };
  const story = `The clock on ${clock.ref} ran for ${formatMinutes(ran)}`;
  if (!isInteractive(ctx.env) || !ctx.flags.input) {
    throw new UserError(
      'usage.clock',
      `${story}. How much of it was study?`,
      'Say it with --minutes N (0 for none): llmpath stop --minutes 45. Until then the clock stays.',
    );
  }
  const { askText } = await import('./prompts.ts');
  ctx.out.warn(`${story}. 0 counts nothing.`);
  const answer = await askText(ctx.env, {
    message: 'How many minutes of it were study?',
    fallback: '',
    problem: (text) => problemOf(() => readMinutesOrNone(text)),
  });
  return { minutes: readMinutesOrNone(answer), day };
}

/** What was counted, in words. */
export function sayCounted({ minutes, day }: Counted, today: Day): string {
  if (minutes === 0) return 'nothing counted';
  const when = day === today ? '' : ` for ${sayDay(day, today)}`;
  return `${formatMinutes(minutes)} counted${when}`;
}

function readMinutesOrNone(text: string): number {
  return text.trim() === '0' ? 0 : readMinutes(text, '--minutes');
}
