import { type Day, daysBetween } from '../../src/domain/day.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';

/** How far one plan is from another. */
export interface Churn {
  /** Days by which a minute of work that is in both moved, on average, later or sooner. */
  shift: number;
  /** The share of blocks of the first plan that moved by more than two days or are in it alone. */
  moved: number;
  /** Days by which the end moved, later being more. */
  end: number;
}

export function churnBetween(before: Plan, after: Plan): Churn {
  const [old, now] = [dayOfMinutes(before), dayOfMinutes(after)];
  const shifts = [...old].flatMap(([work, days]) => {
    const others = now.get(work) ?? [];
    return days
      .slice(0, others.length)
      .map((day, i) => Math.abs(daysBetween(day, others[i] ?? day)));
  });
  const keys = dayOfKeys(after);
  const blocks = [...dayOfKeys(before)].map(([key, day]) => {
    const other = keys.get(key);
    return other === undefined || Math.abs(daysBetween(day, other)) > 2;
  });
  return {
    shift: mean(shifts),
    moved: mean(blocks.map(Number)),
    end: daysBetween(before.end, after.end),
  };
}

/** The day of each minute of each piece of work, the last minute first: the first ones may be done. */
function dayOfMinutes(plan: Plan): Map<string, Day[]> {
  const minutes = new Map<string, Day[]>();
  for (const { day, blocks } of plan.days.toReversed()) {
    for (const block of blocks.filter(({ kind }) => kind !== 'review')) {
      const work = `${block.kind} ${block.ref}`;
      const days = minutes.get(work) ?? [];
      minutes.set(work, days);
      for (let i = 0; i < block.minutes; i++) days.push(day);
    }
  }
  return minutes;
}

function dayOfKeys(plan: Plan): Map<string, Day> {
  return new Map(
    plan.days.flatMap(({ day, blocks }) =>
      blocks.filter(({ kind }) => kind !== 'review').map(({ key }) => [key, day] as const),
    ),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0) / Math.max(1, numbers.length);
}
