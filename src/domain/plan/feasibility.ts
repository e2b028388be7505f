import { type Day, daysBetween, daysFrom, weekday } from '../day.ts';
import { type Finish, rangeOf, simulateFinish, simulateShortfall } from '../forecast/finish.ts';
import { sum } from '../path/path.ts';
import type { Progress, TopicProgress } from '../progress/progress.ts';
import { LEFT_OUT_FIRST } from './fit-weeks.ts';
import { type Learner, outlookOf } from './learner.ts';
import { isLeft } from './order.ts';
import { type Timetable, usualWeek } from './timetable.ts';

/** What would make a target four times in five, and what is possible instead. */
export interface Remedy {
  /** Topics to leave out, in the order in which to leave them out. */
  leaveOut: TopicProgress[];
  /** Whether leaving these out is enough. */
  isEnough: boolean;
  /** Hours a week with which everything is done by then; null where no week has so many. */
  hours: number | null;
  /** When everything would be done at the present hours, and when all that is essential. */
  everything: Finish;
  essential: Finish;
}

/** Nobody studies more hours a week beside a life. */
const MOST_HOURS = 60;
const STEP_HOURS = 0.5;

/** What would make `target`, for a learner whose `finish` is foretold already. */
export function findRemedy(learner: Learner, target: Day, finish: Finish): Remedy {
  const { progress, timetable, today } = learner;
  const outlook = outlookOf(learner);
  const last = daysBetween(outlook.from, target);
  const { stretch, share } =
    last < 0 ? { stretch: Number.POSITIVE_INFINITY, share: 1 } : simulateShortfall(outlook, last);
  const candidates = LEFT_OUT_FIRST.flatMap((tier) =>
    [...progress.values()].filter((e) => e.topic.tier === tier && isLeft(e)).reverse(),
  );
  let missing = share * sum([...outlook.left.values()]);
  const leaveOut: TopicProgress[] = [];
  for (const entry of candidates) {
    if (missing <= 0) break;
    leaveOut.push(entry);
    missing -= entry.minutesLeft;
  }
  const hours = (stretch * meanWeek(timetable, today, target)) / 60;
  return {
    leaveOut,
    isEnough: missing <= 0,
    hours: hours <= MOST_HOURS ? Math.ceil(hours / STEP_HOURS) * STEP_HOURS : null,
    everything: finish,
    essential: essentialFinish(learner, candidates) ?? finish,
  };
}

/** Minutes of the usual week from a day to another, in the mean over the changes that come between. */
function meanWeek(timetable: Timetable, from: Day, to: Day): number {
  const days = daysFrom(from, to > from ? to : from);
  const minutes = days.map((day) => usualWeek(timetable, day)[weekday(day)] ?? 0);
  return (7 * sum(minutes)) / days.length;
}

/** When everything but the given topics would be done; null when there are none. */
function essentialFinish(learner: Learner, others: readonly TopicProgress[]): Finish | null {
  if (others.length === 0) return null;
  const ids = others.map((entry) => entry.topic.id);
  const outlook = outlookOf({ ...learner, progress: leaveOut(learner.progress, ids) });
  return rangeOf(simulateFinish(outlook), outlook.from);
}

/** The progress as it is when topics are left out: what needed them waits for them no more. */
export function leaveOut(progress: Progress, ids: readonly string[]): Progress {
  const out = new Set(ids);
  return new Map(
    [...progress].map(([id, entry]) => {
      if (out.has(id)) {
        return [id, { ...entry, state: 'skipped' as const, minutesLeft: 0, practiceLeft: 0 }];
      }
      const waitingFor = entry.waitingFor.filter((need) => !out.has(need));
      const state = entry.state === 'locked' && waitingFor.length === 0 ? 'ready' : entry.state;
      return [id, { ...entry, waitingFor, state }];
    }),
  );
}
