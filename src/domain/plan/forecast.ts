import { addDays, type Day, daysBetween, weekday } from '../day.ts';
import type { Enrolment } from '../event/event.ts';
import type { Outline } from '../path/path.ts';
import { sum } from '../path/path.ts';
import type { Progress } from '../progress/progress.ts';
import type { LearnerRecord } from '../progress/record.ts';
import { minutesLeft } from '../progress/work.ts';
import { LONGEST_DAYS } from './allocate.ts';
import { type Availability, spreadHours } from './availability.ts';

/** The finish as a range: as likely as not by `p50`, four times in five by `p80`. */
export interface Finish {
  p50: Day;
  p80: Day;
}

/** Until there is evidence of the learner's own pace: one planned study day in five is missed. */
const MISSED_SHARE = 0.2;

/**
 * The day on which `minutes` of work are done, from `from` on, with `spentToday` taken off the first
 * day: where `allocate` ends, without laying out the days between. `from` when nothing is left.
 */
export function findEnd(
  minutes: number,
  availability: Availability,
  from: Day,
  spentToday: number,
): Day {
  let left = minutes;
  const first = weekday(from);
  for (let offset = 0; offset < LONGEST_DAYS; offset++) {
    if (left <= 0) return addDays(from, Math.max(0, offset - 1));
    const planned = availability[(first + offset) % 7] ?? 0;
    left -= Math.max(0, planned - (offset === 0 ? spentToday : 0));
  }
  return addDays(from, LONGEST_DAYS - 1);
}

/** The range around the day on which the plan ends. */
export function forecastFinish(today: Day, end: Day): Finish {
  const span = daysBetween(today, end);
  return { p50: end, p80: addDays(today, Math.ceil(span / (1 - MISSED_SHARE))) };
}

/** Minutes for each weekday: the learner's, else the path's own pace spread over the week. */
export function availabilityOf(path: Outline, record: LearnerRecord): Availability {
  return record.enrolment?.availability ?? spreadHours(path.pace);
}

/**
 * Days ahead of the plan made at enrolment (negative: behind), in study days of average length:
 * estimated minutes of what is done against minutes that were available until yesterday.
 */
export function daysAhead(
  progress: Progress,
  record: LearnerRecord,
  availability: Availability,
  today: Day,
): number {
  if (!record.enrolment) return 0;
  const expected = minutesPlannedUntil(record.enrolment, today);
  const average = sum(availability) / availability.filter((minutes) => minutes > 0).length;
  return Math.round((minutesDone(progress) - expected) / average);
}

/** Minutes that the plan had until the day before `day`, under this enrolment and those before it. */
export function minutesPlannedUntil(enrolment: Enrolment, day: Day): number {
  const { availability, plannedBefore, start } = enrolment;
  const since = plannedBefore && plannedBefore.until > start ? plannedBefore.until : start;
  let minutes = plannedBefore?.minutes ?? 0;
  for (let at = since; at < day; at = addDays(at, 1)) minutes += availability[weekday(at)] ?? 0;
  return minutes;
}

/** Estimated minutes of everything that is done; what was skipped counts for nothing. */
export function minutesDone(progress: Progress): number {
  return sum(
    [...progress.values()].map((entry) => {
      if (entry.state === 'skipped') return 0;
      if (entry.state === 'done') return Math.round(entry.topic.hours * 60) - entry.minutesLeft;
      return sum(
        entry.work
          .filter((work) => work.required && !work.state.skipped)
          .map((work) => work.minutes - minutesLeft(work)),
      );
    }),
  );
}

/** Estimated minutes of the whole plan: done and left, without what was skipped. */
export function minutesPlanned(progress: Progress): number {
  const left = [...progress.values()].map((entry) => entry.minutesLeft);
  return minutesDone(progress) + sum(left);
}
