import { daysBetween } from '../domain/day.ts';
import { type Finish, rangeOf, simulateFinish } from '../domain/forecast/finish.ts';
import type { Returning } from '../domain/memory/ahead.ts';
import { DEFAULT_SCHEDULE } from '../domain/memory/schedule.ts';
import { currentRef } from '../domain/path/refs.ts';
import { type Learner, outlookOf } from '../domain/plan/learner.ts';
import { isAsked } from '../domain/quiz/bank.ts';
import { readSchedule } from '../storage/read-questions.ts';
import type { Session } from './session.ts';

/** What is known of the learner of a session, for plan and forecast. */
export function learnerOf(session: Session): Learner {
  const { path, progress, record, timetable, today, store } = session;
  return {
    path,
    progress,
    enrolment: record.enrolment,
    target: record.target,
    timetable,
    days: record.days,
    today,
    returning: returningIn(session),
    schedule: store?.schedule ?? DEFAULT_SCHEDULE,
  };
}

const known = new WeakMap<Session, Finish>();

/** When everything will be done, as a range, by what is known of the learner. */
export function finishOf(session: Session): Finish {
  const before = known.get(session);
  if (before) return before;
  const finish = forecastFor(learnerOf(session));
  known.set(session, finish);
  return finish;
}

export function forecastFor(learner: Learner): Finish {
  const outlook = outlookOf(learner);
  return rangeOf(simulateFinish(outlook), outlook.from);
}

/** Questions that come back: not those that the path has no more, nor those of topics left out. */
function returningIn({ store, path, index, progress, today }: Session): Returning[] {
  if (!store) return [];
  const schedule = readSchedule(store, path.id, (ref) => currentRef(index, ref));
  return [...schedule].flatMap(([ref, { memory, due }]) => {
    const topic = ref.slice(0, ref.indexOf('/'));
    if (!isAsked(index, ref) || progress.get(topic)?.state === 'skipped') return [];
    return [{ memory, dueIn: daysBetween(today, due) }];
  });
}
