import { findPathFolder } from '../../content/find.ts';
import type { Enrolment, NewEvent } from '../../domain/event/event.ts';
import { NEW_ITEM } from '../../domain/event/fold.ts';
import { allocate } from '../../domain/plan/allocate.ts';
import { describeAvailability } from '../../domain/plan/availability.ts';
import { situationOf } from '../../domain/plan/learner.ts';
import { measureProgress } from '../../domain/progress/progress.ts';
import { commit } from '../change.ts';
import { type Run, textOf } from '../command.ts';
import type { Context } from '../context.ts';
import { gatherAnswers, zoneToEnrol } from '../enrol.ts';
import { learnerOf } from '../forecast.ts';
import { formatDay } from '../render/dates.ts';
import { openSession, pathRoots, type Session, today } from '../session.ts';

export const runInit: Run = async (ctx, [name], options) => {
  const flags = { ...ctx.flags, path: textOf(name) ?? ctx.flags.path };
  const opened = await openSession({ ...ctx, flags }, { write: true });
  const zone = zoneToEnrol(opened, options);
  const session = inZone(ctx, opened, zone);
  const { enrolment, skip, unskip } = await gatherAnswers(ctx, session, zone, options);
  const path = session.path.id;
  const folder = folderToRemember(ctx, session);
  const phases = firstPhases(session, enrolment, skip, unskip);
  const body = { ...enrolment, folder, phases };
  const events: NewEvent[] = [
    { kind: 'enrolled', path, ref: null, body },
    ...skip.map((ref): NewEvent => ({ kind: 'skipped', path, ref, body: {} })),
    ...unskip.map((ref): NewEvent => ({ kind: 'unskipped', path, ref, body: {} })),
  ];
  const title = (ref: string) => session.index.things.get(ref)?.title ?? ref;
  const { start, availability, finish } = enrolment;
  const target = finish ? `, aiming at ${formatDay(finish, session.today)}` : '';
  commit(ctx, session, events, {
    command: 'init',
    said: [
      `Enrolled in ${session.path.title}`,
      `From ${formatDay(start, session.today)}, ${describeAvailability(availability)}${target}`,
      ...skip.map((ref) => `${title(ref)}: left out`),
      ...unskip.map((ref) => `${title(ref)}: taken in again`),
    ],
    json: { path, enrolment: body, skipped: skip, unskipped: unskip },
  });
};

/** The phases as they are planned on the day of enrolment, to hold later plans against. */
function firstPhases(
  session: Session,
  enrolment: Omit<Enrolment, 'folder'>,
  skip: readonly string[],
  unskip: readonly string[],
): NonNullable<Enrolment['phases']> {
  const { path, index, record, timetable } = session;
  const items = new Map(record.items);
  const mark = (ref: string, skipped: boolean) =>
    items.set(ref, { ...(items.get(ref) ?? NEW_ITEM), skipped });
  for (const ref of skip) mark(ref, true);
  for (const ref of unskip) mark(ref, false);
  const week = { from: enrolment.start, minutes: enrolment.availability };
  const plan = allocate(
    situationOf({
      ...learnerOf(session),
      progress: measureProgress(path, index, items, record.evidence),
      enrolment: { ...enrolment, folder: null },
      target: enrolment.finish,
      timetable: { weeks: [week], days: timetable.days },
    }),
  );
  return plan.phases.map(({ id, start, end }) => ({ id, start, end }));
}

/** The session in the zone that is being chosen: its day may be another one. */
function inZone(ctx: Context, session: Session, zone: string): Session {
  const day = today(ctx, zone);
  const store = session.store && { ...session.store, today: day };
  return { ...session, store, today: day };
}

/** The folder of a path that its id alone would not find. */
function folderToRemember(ctx: Context, session: Session): string | null {
  try {
    const found = findPathFolder(pathRoots(ctx), session.path.id, ctx.env.cwd);
    return found === session.folder ? null : session.folder;
  } catch {
    return session.folder;
  }
}
