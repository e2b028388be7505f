import type { Day } from '../domain/day.ts';
import { type Choice, chooseNext } from '../domain/next/next.ts';
import { reviewMinutes } from '../domain/next/review.ts';
import { daysAhead } from '../domain/plan/ahead.ts';
import { sittingMinutes } from '../domain/plan/availability.ts';
import { measurePace, timingsOf } from '../domain/plan/pace.ts';
import { minutesOn, usualWeek } from '../domain/plan/timetable.ts';
import { isAsked } from '../domain/quiz/bank.ts';
import { type Session, spentOn } from './session.ts';

/** How many actions after the first are worked out unless told. */
const FOLLOW = 2;

/** What to do now in a session, for `minutes` or for what today still has. */
export function chooseFor(session: Session, minutes?: number, follow: number = FOLLOW): Choice {
  const { path, index, progress, record, today } = session;
  const memory = { evidence: record.evidence, due: countDue(session, today) };
  const pace = measurePace(timingsOf(progress));
  const sitting = minutes ?? minutesFor(session);
  return chooseNext(path, index, progress, today, sitting, follow, memory, pace);
}

/** Questions due by a day, at most a week from today, that the path still has and were not left out. */
export function countDue({ index, record, progress }: Session, by: Day): number {
  const isLeftOut = (ref: string) =>
    progress.get(ref.slice(0, ref.indexOf('/')))?.state === 'skipped';
  return record.reviews.filter(
    ({ ref, due }) => due <= by && isAsked(index, ref) && !isLeftOut(ref),
  ).length;
}

export function minutesFor(session: Session): number {
  const { timetable, today } = session;
  const planned = minutesOn(timetable, today);
  return sittingMinutes(planned, usualWeek(timetable, today), spentOn(session, today));
}

/** A choice as scripts read it. */
export async function nextDocument(session: Session, choice: Choice, schema: string) {
  const { progress, record, timetable, today } = session;
  const { finishOf } = await import('./forecast.ts');
  const reviews = countDue(session, today);
  return {
    schema,
    day: today,
    enrolled: record.enrolment !== null,
    path: session.path.id,
    action: choice.action,
    // biome-ignore lint/suspicious/noThenProperty: the key that scripts rely on
    then: choice.then,
    due: { reviews, minutes: reviewMinutes(reviews) },
    pace: { aheadDays: daysAhead(progress, record.enrolment, timetable, today) },
    finish: finishOf(session),
  };
}
