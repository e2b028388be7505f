import { formatMinutes } from '../domain/duration.ts';
import { weeklyMinutes } from '../domain/plan/availability.ts';
import { usualWeek } from '../domain/plan/timetable.ts';
import { clockMinutes, isForgotten } from './clock.ts';
import type { Session } from './session.ts';

/** A word about a clock that is running, and about one that was forgotten. */
export function clockLines(session: Session): string[] {
  const { clock } = session.record;
  if (!clock) return [];
  const minutes = formatMinutes(clockMinutes(clock, session.now));
  const title = session.index.things.get(clock.ref)?.title ?? clock.ref;
  if (isForgotten(clock, session.now)) {
    return [
      `  The clock on ${title} still runs, for ${minutes} now: llmpath stop asks how much to count.`,
    ];
  }
  const paused = clock.runningSince === null ? ', paused' : '';
  return [`  Clock: ${minutes} on ${title}${paused}.`];
}

/** Said once to someone who has not enrolled. */
export function newcomerLine({ path, timetable, today }: Session): string {
  const week = formatMinutes(weeklyMinutes(usualWeek(timetable, today)));
  return `\nNot enrolled yet: this is ${path.title} at ${week} a week. llmpath init makes it yours.`;
}
