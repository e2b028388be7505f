import { weekday } from '../domain/day.ts';
import { type Choice, chooseNext } from '../domain/next/next.ts';
import { sittingMinutes } from '../domain/plan/availability.ts';
import { daysAhead } from '../domain/plan/forecast.ts';
import { finishOf, type Session, spentOn } from './session.ts';

/** How many actions after the first are worked out unless told. */
const FOLLOW = 2;

/** What to do now in a session, for `minutes` or for what today still has. */
export function chooseFor(session: Session, minutes?: number, follow: number = FOLLOW): Choice {
  const { path, index, progress, today } = session;
  return chooseNext(path, index, progress, today, minutes ?? minutesFor(session), follow);
}

export function minutesFor(session: Session): number {
  const { availability, today } = session;
  return sittingMinutes(availability, weekday(today), spentOn(session, today));
}

/** A choice as scripts read it. */
export function nextDocument(session: Session, choice: Choice, schema: string) {
  const { progress, record, availability, today } = session;
  return {
    schema,
    day: today,
    enrolled: record.enrolment !== null,
    path: session.path.id,
    action: choice.action,
    // biome-ignore lint/suspicious/noThenProperty: the key that scripts rely on
    then: choice.then,
    due: { reviews: 0, minutes: 0 },
    pace: { aheadDays: daysAhead(progress, record, availability, today) },
    finish: finishOf(session),
  };
}
