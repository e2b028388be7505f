import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/day.ts';
import type { Outline } from '../../../src/domain/path/path.ts';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import { parseHours } from '../../../src/domain/plan/availability.ts';
import { situationOf } from '../../../src/domain/plan/learner.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { bundledOutline } from '../../helpers/bundled-outline.ts';
import { type Churn, churnBetween } from '../../helpers/churn.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
import type { Recorded } from '../../helpers/path-builder.ts';

const path: Outline = bundledOutline();
/** Hours a week, and by how many days a minute may move on average: a little more than it does. */
const HOURS: [hours: string, most: number][] = [
  ['4', 2.2],
  ['6', 1.5],
  ['9', 0.7],
  ['14', 1.3],
  ['mon=1.5,wed=1.5,sat=3', 0.9],
  ['sat=4,sun=4', 3.6],
];

/** A learner halfway: the first two phases done as planned. */
const HALFWAY: Recorded = Object.fromEntries(
  path.phases
    .slice(0, 2)
    .flatMap((phase) => phase.topics)
    .map((topic) => [topic.id, { done: true, lastDay: MONDAY }]),
);

function planOf(hours: string, facts: Parameters<typeof aLearner>[1] = {}): Plan {
  return allocate(situationOf(aLearner(path, { week: parseHours(hours), ...facts })));
}

const dayAfterFirst = (plan: Plan) => addDays(plan.days[0]?.day ?? MONDAY, 1);

/** What is recorded once so many minutes of a plan are done. */
function after(plan: Plan, minutes: number): { recorded: Recorded; proven: string[] } {
  const recorded: Recorded = {};
  const proven: string[] = [];
  let left = minutes;
  for (const { kind, ref, minutes: length } of plan.days.flatMap((day) => day.blocks)) {
    const part = Math.min(left, length);
    if (part <= 0 || ref === null) break;
    left -= part;
    if (kind === 'quiz') {
      const topic = path.phases.flatMap((phase) => phase.topics).find(({ id }) => id === ref);
      proven.push(...Object.keys(topic?.quiz ?? {}).map((concept) => `${ref}/${concept}`));
      continue;
    }
    const done = (recorded[ref]?.partial ?? 0) + part;
    recorded[ref] = { minutes: done, partial: done, lastDay: MONDAY };
  }
  return { recorded, proven };
}

function show(what: string, hours: string, { shift, moved, end }: Churn): void {
  const share = `${Math.round(100 * moved)} % of blocks by more than 2 days`;
  console.log(`${what}, ${hours}: ${shift.toFixed(2)} days a minute, ${share}, the end by ${end}`);
}

test('at its own nine hours a week the bundled path takes 44 weeks with slack and reviews', () => {
  const { from, end } = planOf('9');
  expect(Math.round((daysBetween(from, end) + 1) / 7)).toBe(44);
});

describe.each(HOURS)('at %s hours a week', (hours, most) => {
  test('a day missed moves little', () => {
    const plan = planOf(hours);
    const churn = churnBetween(plan, planOf(hours, { today: dayAfterFirst(plan) }));
    show('a day missed at the start', hours, churn);
    expect(churn.shift).toBeLessThan(most);
  });

  test('a day missed halfway moves little', () => {
    const today = addDays(MONDAY, 7 * 14);
    const before = planOf(hours, { today, recorded: HALFWAY });
    const later = planOf(hours, { today: dayAfterFirst(before), recorded: HALFWAY });
    const churn = churnBetween(before, later);
    show('a day missed halfway', hours, churn);
    expect(churn.shift).toBeLessThan(most);
  });

  test('an hour more than planned moves little', () => {
    const plan = planOf(hours);
    const first = plan.days[0]?.minutes ?? 0;
    const [asPlanned, more] = [first, first + 60].map((minutes) =>
      planOf(hours, { today: dayAfterFirst(plan), ...after(plan, minutes) }),
    );
    const churn = churnBetween(asPlanned as Plan, more as Plan);
    show('an hour more', hours, churn);
    expect(churn.shift).toBeLessThan(most);
  });

  test('a day off in three months moves little', () => {
    const saturday = addDays(MONDAY, 7 * 13 + 5);
    const churn = churnBetween(planOf(hours), planOf(hours, { other: { [saturday]: 0 } }));
    show('a day off in three months', hours, churn);
    expect(churn.shift).toBeLessThan(most);
  });
});
