import { addDays, startOfWeek } from '../domain/day.ts';
import type { Finish } from '../domain/forecast/finish.ts';
import { minutesMissing } from '../domain/plan/ahead.ts';
import { allocate } from '../domain/plan/allocate.ts';
import type { Remedy } from '../domain/plan/feasibility.ts';
import { findRemedy } from '../domain/plan/feasibility.ts';
import type { Learner } from '../domain/plan/learner.ts';
import { situationOf } from '../domain/plan/learner.ts';
import { weeksOf } from '../domain/plan/load.ts';
import { factorOf, type Medium, type Pace } from '../domain/plan/pace.ts';
import type { Plan, PlannedDay } from '../domain/plan/plan.ts';
import { forecastFor } from './forecast.ts';

/** The calendar as a whole: what is planned, what is likely, and what would make the target. */
export interface Calendar {
  learner: Learner;
  plan: Plan;
  pace: Pace;
  finish: Finish;
  /** Minutes that do not fit before the target; 0 without one. */
  missing: number;
  /** Whether one in five futures or more misses the target. */
  atRisk: boolean;
  /** Null where the target is made four times in five, or there is none. */
  remedy: Remedy | null;
}

export function calendarOf(learner: Learner): Calendar {
  const situation = situationOf(learner);
  const plan = allocate(situation);
  const finish = forecastFor(learner);
  const { target } = learner;
  const missing = target === null ? 0 : minutesMissing(plan, target);
  const atRisk = target !== null && plan.days.length > 0 && (finish.p80 > target || missing > 0);
  const remedy = atRisk ? findRemedy(learner, target, finish) : null;
  return { learner, plan, pace: situation.pace, finish, missing, atRisk, remedy };
}

/** The days of the first weeks of a plan, from the Monday of the first. */
export function firstWeeks(plan: Plan, weeks: number): PlannedDay[] {
  const end = addDays(startOfWeek(plan.from), 7 * weeks);
  return plan.days.filter((day) => day.day < end);
}

const MOST_WEEKS = 1040;

/** The calendar as scripts read it. */
export function planDocument(calendar: Calendar, weeks: number | undefined) {
  const { plan, learner, finish, missing, atRisk, remedy } = calendar;
  return {
    schema: 'llmpath/plan@1',
    from: plan.from,
    days: weeks === undefined ? plan.days : firstWeeks(plan, weeks),
    weeks: weeksOf(plan, learner.timetable, weeks ?? MOST_WEEKS),
    phases: plan.phases,
    finish: { day: plan.end, ...finish },
    target: learner.target,
    feasible: missing === 0,
    missingMinutes: missing,
    atRisk,
    remedy: remedy && remedyDocument(remedy),
    pace: Object.fromEntries(
      ['overall', ...calendar.pace.kinds.keys()].map((kind) => [kind, paceOf(calendar.pace, kind)]),
    ),
  };
}

function paceOf(pace: Pace, kind: string): number {
  const factor = kind === 'overall' ? pace.overall.mean : factorOf(pace, kind as Medium);
  return Math.round(factor * 100) / 100;
}

export function remedyDocument({ leaveOut, isEnough, hours, everything, essential }: Remedy) {
  return {
    leaveOut: leaveOut.map((entry) => entry.topic.id),
    isEnough,
    hours,
    nearest: { everything, essential },
  };
}
