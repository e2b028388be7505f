import type { Day } from '../day.ts';
import { sum } from '../path/path.ts';
import type { Plan } from './allocate.ts';

/** Minutes of the plan that lie after the target day. */
export function minutesMissing(plan: Plan, target: Day): number {
  return sum(plan.days.filter((day) => day.day > target).map((day) => day.minutes));
}
