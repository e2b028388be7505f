import { type Day, daysBetween } from '../day.ts';
import type { Enrolment } from '../event/event.ts';
import { measureAttendance, pastWeeks } from '../forecast/attendance.ts';
import type { Outlook } from '../forecast/outlook.ts';
import { expectedReviews, lapseFactor, type Returning, reviewDays } from '../memory/ahead.ts';
import type { Schedule } from '../memory/schedule.ts';
import { REVIEW_MINUTES } from '../next/review.ts';
import { type Outline, sum } from '../path/path.ts';
import { type Progress, questionsLeft, type TopicProgress } from '../progress/progress.ts';
import { minutesLeft } from '../progress/work.ts';
import type { Situation } from './allocate.ts';
import { isLeft } from './order.ts';
import { type Medium, measurePace, timingsOf } from './pace.ts';
import type { ReviewsAhead } from './reviews.ts';
import { minutesFrom, type Timetable } from './timetable.ts';
import { windowsOf } from './windows.ts';

/** All that is known of a learner on a path, from which plan and forecast follow. */
export interface Learner {
  path: Outline;
  progress: Progress;
  enrolment: Enrolment | null;
  /** The day the learner wants to be done by. */
  target: Day | null;
  timetable: Timetable;
  /** Minutes studied, by study day. */
  days: ReadonlyMap<Day, number>;
  today: Day;
  /** Questions answered before, and when they come back. */
  returning: readonly Returning[];
  schedule: Schedule;
}

/** Reviews are foretold for three years; what lies beyond is too far to say. */
const HORIZON = 3 * 366;

/** What the plan is laid out from. */
export function situationOf(learner: Learner): Situation {
  const { path, progress, enrolment, timetable, today, target } = learner;
  const { from, spent } = beginning(learner);
  const start = enrolment?.start ?? today;
  const chosen = enrolment?.weeks ?? {};
  const pace = measurePace(timingsOf(progress));
  const reviews = reviewsAhead(learner);
  return {
    path,
    progress,
    today,
    from,
    spent,
    target,
    minutesOn: minutesFrom(timetable, from),
    pace,
    reviews,
    windows: windowsOf({ path, progress, timetable, start, from, chosen, pace, reviews }),
  };
}

/** What the finish is foretold from. */
export function outlookOf(learner: Learner): Outlook {
  const { progress, timetable, days, today } = learner;
  const { from, spent } = beginning(learner);
  const open = [...progress.values()].filter(isLeft);
  return {
    from,
    spent,
    minutesOn: minutesFrom(timetable, from),
    left: minutesByMedium(open),
    questions: sum(open.map(questionsLeft)),
    pace: measurePace(timingsOf(progress)),
    attendance: measureAttendance(pastWeeks(days, timetable, firstDay(learner), today)),
    reviews: reviewsAhead(learner),
  };
}

/** The first day to plan, and the minutes of it that are gone. */
function beginning({ enrolment, today, days }: Learner): { from: Day; spent: number } {
  const start = enrolment?.start ?? today;
  return start > today ? { from: start, spent: 0 } : { from: today, spent: days.get(today) ?? 0 };
}

/** The day from which it counts whether the learner studied. */
export function firstDay({
  enrolment,
  days,
  today,
}: Pick<Learner, 'enrolment' | 'days' | 'today'>): Day {
  const first = [...days.keys()].reduce((a, b) => (a < b ? a : b), today);
  return enrolment && enrolment.start < first ? enrolment.start : first;
}

/** Plan and forecast of a learner follow from the same reviews, and foretelling them takes time. */
const foretold = new WeakMap<Learner, ReviewsAhead>();

function reviewsAhead(learner: Learner): ReviewsAhead {
  const known = foretold.get(learner);
  if (known) return known;
  const reviews = foretellReviews(learner);
  foretold.set(learner, reviews);
  return reviews;
}

function foretellReviews(learner: Learner): ReviewsAhead {
  const { returning, schedule, today } = learner;
  const away = daysBetween(today, beginning(learner).from);
  const coming = away === 0 ? returning : returning.map((r) => ({ ...r, dueIn: r.dueIn - away }));
  return {
    known: expectedReviews(coming, schedule, HORIZON),
    returns: reviewDays(schedule, HORIZON),
    factor: lapseFactor(schedule),
    each: REVIEW_MINUTES,
  };
}

function minutesByMedium(open: readonly TopicProgress[]): Map<Medium, number> {
  const left = new Map<Medium, number>();
  const add = (medium: Medium, minutes: number) => {
    if (minutes > 0) left.set(medium, (left.get(medium) ?? 0) + minutes);
  };
  for (const { work, practiceLeft } of open) {
    for (const piece of work) {
      if (piece.required && !piece.closed) add(piece.medium, minutesLeft(piece));
    }
    add('practice', practiceLeft);
  }
  return left;
}
