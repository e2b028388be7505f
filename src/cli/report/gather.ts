import type { Event } from '../../domain/event/event.ts';
import { currentRef, indexPath } from '../../domain/path/refs.ts';
import { allocate } from '../../domain/plan/allocate.ts';
import { outlookOf, situationOf } from '../../domain/plan/learner.ts';
import type { ReportInput, ReportLog } from '../../domain/report/input.ts';
import type { Period } from '../../domain/report/period.ts';
import {
  readAnswerDays,
  readAnswers,
  readCounts,
  readProofs,
  readWork,
} from '../../storage/read-report.ts';
import type { Context } from '../context.ts';
import { forecastFor, learnerOf } from '../forecast.ts';
import { rememberedIn } from '../recall.ts';
import { loadWhole, type Session } from '../session.ts';
import { zone } from './zone.ts';

const EMPTY_LOG: ReportLog = {
  events: [],
  proofs: new Map(),
  counts: new Map(),
  days: [],
  remembered: new Map(),
  answers: [],
};

/** Everything that a report over a period is made of; `withAnswers` reads each answer too. */
export async function gatherReport(
  ctx: Context,
  session: Session,
  period: Period,
  withAnswers: boolean,
): Promise<ReportInput> {
  const path = await loadWhole(ctx, session.folder);
  const { now, today, record, progress, timetable } = session;
  const learner = learnerOf(session);
  return {
    path,
    index: indexPath(path),
    outline: session.index,
    learner: ctx.settings.name.value || null,
    now,
    today,
    zone,
    period,
    record,
    progress,
    timetable,
    outlook: outlookOf(learner),
    finish: forecastFor(learner),
    plan: allocate(situationOf(learner)),
    log: readLog(session, period, withAnswers),
  };
}

function readLog(session: Session, period: Period, withAnswers: boolean): ReportLog {
  const { store, path, index } = session;
  if (!store) return EMPTY_LOG;
  const current = (ref: string) => currentRef(index, ref);
  return {
    events: workOf(session),
    proofs: readProofs(store, path.id, current),
    counts: readCounts(store, path.id, period, current),
    days: readAnswerDays(store, path.id, period),
    remembered: rememberedIn(session),
    answers: withAnswers ? readAnswers(store, path.id, period, current) : null,
  };
}

/** Everything that happened on the path but for answers. */
export function workOf({ store, path }: Session): Event[] {
  return store ? readWork(store, path.id) : [];
}
