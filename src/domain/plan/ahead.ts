import { addDays, type Day } from '../day.ts';
import type { Enrolment } from '../event/event.ts';
import { practiceMinutes, sum } from '../path/path.ts';
import type { Progress } from '../progress/progress.ts';
import { minutesLeft } from '../progress/work.ts';
import type { Plan } from './plan.ts';
import { minutesBetween, type Timetable, usualWeek } from './timetable.ts';

/**
 * Days ahead of the plan made at enrolment (negative: behind), in study days of average length:
 * estimated minutes of what is done against minutes that were available until yesterday.
 */
export function daysAhead(
  progress: Progress,
  enrolment: Enrolment | null,
  timetable: Timetable,
  today: Day,
): number {
  if (!enrolment) return 0;
  const expected = minutesPlannedUntil(enrolment, timetable, today);
  const week = usualWeek(timetable, today).filter((minutes) => minutes > 0);
  if (week.length === 0) return 0;
  return Math.round((minutesDone(progress) - expected) / (sum(week) / week.length));
}

/** Minutes that the plan had until the day before `day`, under this enrolment and those before it. */
export function minutesPlannedUntil(enrolment: Enrolment, timetable: Timetable, day: Day): number {
  const { plannedBefore, start } = enrolment;
  const since = plannedBefore && plannedBefore.until > start ? plannedBefore.until : start;
  const before = plannedBefore?.minutes ?? 0;
  return since < day ? before + minutesBetween(timetable, since, addDays(day, -1)) : before;
}

/** Estimated minutes of everything that is done; what was skipped counts for nothing. */
export function minutesDone(progress: Progress): number {
  return sum(
    [...progress.values()].map((entry) => {
      if (entry.state === 'skipped') return 0;
      if (entry.state === 'done') return Math.round(entry.topic.hours * 60) - entry.minutesLeft;
      const work = entry.work.filter((piece) => piece.required && !piece.state.skipped);
      const practised = practiceMinutes(entry.topic) - entry.practiceLeft;
      return practised + sum(work.map((piece) => piece.minutes - minutesLeft(piece)));
    }),
  );
}

/** Estimated minutes of the whole plan: done and left, without what was skipped. */
export function minutesPlanned(progress: Progress): number {
  const left = [...progress.values()].map((entry) => entry.minutesLeft);
  return minutesDone(progress) + sum(left);
}

/** Minutes of the plan that lie after the target day, or on no day. */
export function minutesMissing(plan: Plan, target: Day): number {
  const late = plan.days.filter((day) => day.day > target).flatMap((day) => day.blocks);
  return sum(late.filter(({ kind }) => kind !== 'review').map((b) => b.minutes)) + plan.unplaced;
}
