import type { Day } from '../../src/domain/day.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import type { Outline } from '../../src/domain/path/path.ts';
import { indexPath, type RefIndex } from '../../src/domain/path/refs.ts';
import type { Learner } from '../../src/domain/plan/learner.ts';
import { NO_EVIDENCE } from '../../src/domain/progress/evidence.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { itemsOf, type Recorded } from './path-builder.ts';

/** The Monday on which everybody begins. */
export const MONDAY = '2026-12-07';
export const HOUR_EACH_DAY = [60, 60, 60, 60, 60, 60, 60];

interface Facts
  extends Partial<Pick<Learner, 'today' | 'target' | 'returning' | 'schedule' | 'days'>> {
  recorded?: Recorded;
  /** Minutes for each weekday, Monday first; an hour each day unless told. */
  week?: readonly number[];
  /** Minutes of the days that differ from the usual week. */
  other?: Record<Day, number>;
  /** Weeks chosen for phases. */
  weeks?: Record<string, number>;
  proven?: readonly string[];
}

/** Somebody who began a path on that Monday: `aLearner(path, { week: [60, 0, 0, 60, 0, 0, 0] })`. */
export function aLearner(path: Outline, facts: Facts = {}): Learner {
  const { recorded = {}, week = HOUR_EACH_DAY, other = {}, weeks = {}, proven = [] } = facts;
  const index = indexPath<Outline>(path) as unknown as RefIndex;
  const evidence = { ...NO_EVIDENCE, proven: new Set(proven) };
  const rest = { finish: null, timezone: null, plannedBefore: null, folder: null };
  return {
    path,
    progress: measureProgress(path, index, itemsOf(recorded), evidence),
    enrolment: { start: MONDAY, availability: [...week], weeks, ...rest },
    target: facts.target ?? null,
    timetable: { weeks: [{ from: MONDAY, minutes: week }], days: new Map(Object.entries(other)) },
    days: facts.days ?? new Map(),
    today: facts.today ?? MONDAY,
    returning: facts.returning ?? [],
    schedule: facts.schedule ?? DEFAULT_SCHEDULE,
  };
}
