import { type Day, daysFrom } from '../domain/day.ts';
import type { DayRange } from '../domain/day-range.ts';
import { resolveRef } from '../domain/path/refs.ts';
import { type Availability, parseHours } from '../domain/plan/availability.ts';
import { leaveOut } from '../domain/plan/feasibility.ts';
import type { Learner } from '../domain/plan/learner.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { listOf, type Options, textOf } from './command.ts';
import { readFinish } from './enrol.ts';
import { learnerOf } from './forecast.ts';
import { type Calendar, planDocument } from './plan-document.ts';
import { readDays } from './read-days.ts';
import type { Session } from './session.ts';

/** Changes to the plan that are tried out, and the learner as they would be with them. */
export interface WhatIf {
  hours: Availability | null;
  /** Undefined where the target stays. */
  finish: Day | null | undefined;
  off: DayRange[];
  /** Topics left out. */
  skip: string[];
  learner: Learner;
}

/** Reads the changes to try out. Throws UserError `usage.*` and `ref.*`. */
export function readWhatIf(session: Session, options: Options): WhatIf {
  const { today, timetable, index } = session;
  const hoursText = textOf(options.hours);
  const hours = hoursText === undefined ? null : parseHours(hoursText);
  const finishText = textOf(options.finish);
  const finish = finishText === undefined ? undefined : readFinish(finishText, today);
  const off = listOf(options.off)
    .flatMap((text) => text.split(','))
    .map((text) => readDays(text, '--off', today));
  const skip = listOf(options.skip)
    .flatMap((text) => text.split(','))
    .filter(Boolean)
    .flatMap((ref) => {
      const thing = resolveRef(index, ref, ['phase', 'topic']);
      if (thing.kind === 'phase') return thing.phase.topics.map((topic) => topic.id);
      return [thing.ref];
    });
  const learner = learnerOf(session);
  return {
    hours,
    finish,
    off,
    skip,
    learner: {
      ...learner,
      target: finish === undefined ? learner.target : finish,
      timetable: withChanges(timetable, today, hours, off),
      progress: leaveOut(learner.progress, skip),
    },
  };
}

function withChanges(
  timetable: Timetable,
  today: Day,
  hours: Availability | null,
  off: readonly DayRange[],
): Timetable {
  const before = timetable.weeks.filter((week) => week.from < today);
  const weeks = hours === null ? timetable.weeks : [...before, { from: today, minutes: hours }];
  const free = off.flatMap(({ from, to }) => daysFrom(from, to));
  const days = new Map([...timetable.days, ...free.map((day): [Day, number] => [day, 0])]);
  return { weeks, days };
}

/** The plan with the changes as scripts read it, and today's beside it. */
export function comparisonDocument(
  now: Calendar,
  then: Calendar,
  whatIf: WhatIf,
  weeks: number | undefined,
) {
  const { days, phases, ...today } = planDocument(now, weeks);
  return {
    ...planDocument(then, weeks),
    whatIf: {
      hours: whatIf.hours,
      finish: whatIf.finish ?? null,
      off: whatIf.off,
      skip: whatIf.skip,
    },
    today,
  };
}
