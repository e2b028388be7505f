import { describe, expect, test } from 'vitest';
import type { Path } from '../../../src/domain/path/path.ts';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import { situationOf } from '../../../src/domain/plan/learner.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
import { aPath, aPhase, aTopic, core, milestone } from '../../helpers/path-builder.ts';

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { hours: 2, parts: [core('film', [30, 30, 30])] }),
    aTopic('matrices', { needs: ['vectors'], parts: [core('book', 45), milestone('build', 45)] }),
  ),
  aPhase('ml', aTopic('layers', { needs: ['matrices'], parts: [core('lecture', 60)] })),
);

function planOf(facts: Parameters<typeof aLearner>[1] = {}, on: Path = path): Plan {
  return allocate(situationOf(aLearner(on, facts)));
}

/** A plan as one reads it: a line a day. */
function linesOf(plan: Plan): string[] {
  return plan.days.map(({ day, blocks }) => {
    const parts = blocks.map(({ kind, ref, minutes, portion, title }) => {
      if (kind === 'review') return title;
      return `${minutes} ${kind === 'practice' ? `practise ${ref}` : (portion ?? ref)}`;
    });
    return `${day}: ${parts.join(', ')}`;
  });
}

describe('the plan', () => {
  test('lays resources, practice and milestones on days, in the order of needs', () => {
    const plan = planOf();
    expect(linesOf(plan)).toEqual([
      '2026-12-07: 60 parts 1-2',
      '2026-12-08: 30 part 3, 30 practise vectors',
      '2026-12-09: 45 all of book',
      '2026-12-10: 45 matrices/m/build, 15 all of lecture',
      '2026-12-11: 45 all of lecture',
    ]);
    expect(plan).toMatchObject({ from: MONDAY, end: '2026-12-11', minutesLeft: 270, unplaced: 0 });
    expect(plan.phases).toEqual([
      { id: 'math', start: '2026-12-07', end: '2026-12-10', weeks: 1 },
      { id: 'ml', start: '2026-12-10', end: '2026-12-11', weeks: 1 },
    ]);
  });

  test('uses only the days that have time, and those that differ as they are', () => {
    const week = [90, 0, 0, 90, 0, 0, 0];
    const days = (other: Record<string, number>) =>
      planOf({ week, other }).days.map(({ day, capacity }) => `${day.slice(5)} ${capacity}`);
    expect(days({})).toEqual(['12-07 90', '12-10 90', '12-14 90', '12-17 90']);
    expect(days({ '2026-12-10': 0, '2026-12-12': 60 })).toEqual([
      '12-07 90',
      '12-12 60',
      '12-14 90',
      '12-17 90',
    ]);
  });

  test('leaves out what is done or skipped', () => {
    const recorded = {
      'vectors/film': { units: 2, partial: 10 },
      matrices: { skipped: true },
    };
    expect(linesOf(planOf({ recorded }))[0]).toBe('2026-12-07: 20 part 3, 30 practise vectors');
  });

  test.each([
    [15, '2026-12-07: 45 parts 1-2'],
    [40, '2026-12-07: 15 part 1'],
    [60, '2026-12-08: 60 parts 1-2'],
    [500, '2026-12-08: 60 parts 1-2'],
  ])('takes %i minutes spent today off the first day', (spent, line) => {
    expect(linesOf(planOf({ days: new Map([[MONDAY, spent]]) }))[0]).toBe(line);
  });

  test('puts first what the learner chose, though it waits', () => {
    const recorded = { matrices: { chosen: true, lastDay: MONDAY } };
    const topics = planOf({ recorded }).days.flatMap((day) => day.blocks.map((b) => b.topic));
    expect([...new Set(topics)]).toEqual(['matrices', 'vectors', 'layers']);
  });

  test('is empty when nothing is left', () => {
    const recorded = { math: { skipped: true }, layers: { done: true } };
    expect(planOf({ recorded })).toEqual({
      from: MONDAY,
      days: [],
      phases: [],
      end: MONDAY,
      minutesLeft: 0,
      unplaced: 0,
      tight: false,
    });
  });

  test('counts the hours of a topic without core resources once', () => {
    const bare = aPath(aPhase('math', aTopic('reading', { hours: 2 })));
    expect(planOf({}, bare)).toMatchObject({ end: '2026-12-08', minutesLeft: 120 });
  });

  test('begins on the first day when that is still to come', () => {
    const plan = planOf({ today: '2026-11-20', days: new Map([['2026-11-20', 30]]) });
    expect(plan.days[0]).toMatchObject({ day: MONDAY, capacity: 60 });
  });
});

test('a topic of nothing but a milestone opens what waits for it when that is built', () => {
  const built = aPath(
    aPhase(
      'math',
      aTopic('build', { parts: [milestone('thing', 45)] }),
      aTopic('after', { needs: ['build'], parts: [core('film', 15)] }),
    ),
  );
  const plan = planOf({ week: new Array(7).fill(40) }, built);
  expect(plan.unplaced).toBe(0);
  expect(linesOf(plan)).toEqual([
    '2026-12-07: 23 build/m/thing',
    '2026-12-08: 22 build/m/thing, 15 all of film',
  ]);
});

test('a part of the week stays free for what comes up', () => {
  const long = aPath(
    aPhase('math', aTopic('vectors', { parts: [core('book', [...Array(40)].fill(30))] })),
  );
  const [, week] = weekly(planOf({}, long));
  expect(week).toBeGreaterThanOrEqual(0.85 * 420);
  expect(week).toBeLessThanOrEqual(0.98 * 420);
});

test('work is spread over the weeks that the learner chose', () => {
  const chosen = planOf({ weeks: { math: 4, ml: 2 } });
  expect(chosen.phases.map(({ id, start }) => [id, start])).toEqual([
    ['math', MONDAY],
    ['ml', '2027-01-04'],
  ]);
  expect(Math.max(...weekly(chosen))).toBeLessThan(120);
});

test('ten minutes once a week are enough to get on', () => {
  const plan = planOf({ week: [10, 0, 0, 0, 0, 0, 0] });
  expect(plan.unplaced).toBe(0);
  expect(plan.days.every(({ minutes }) => minutes > 0 && minutes <= 10)).toBe(true);
});

test('without any time everything stays without a day', () => {
  const plan = planOf({ week: [0, 0, 0, 0, 0, 0, 0], weeks: { math: 3 } });
  expect(plan).toMatchObject({ days: [], end: MONDAY, unplaced: plan.minutesLeft });
});

test('after twenty years no day is laid out, though weeks are chosen', () => {
  const books = aTopic('books', { parts: [core('shelf', [...Array(300)].fill(120))] });
  const endless = aPath(aPhase('math', books), aPhase('ml', aTopic('layers')));
  const plan = planOf({ week: [15, 0, 0, 0, 0, 0, 0], weeks: { math: 4, ml: 5 } }, endless);
  expect(plan.unplaced).toBeGreaterThan(0);
  expect(plan.end).toBe('2046-12-17');
});

describe('a target', () => {
  const practised = aPath(
    aPhase(
      'math',
      aTopic('vectors', { hours: 16, parts: [core('book', [...Array(20)].fill(30))] }),
    ),
  );

  test('that would be missed takes practice and slack first', () => {
    const usual = planOf({}, practised);
    const target = '2026-12-17';
    const tight = planOf({ target }, practised);
    expect(usual.end > target).toBe(true);
    expect(tight.end <= target).toBe(true);
    expect([usual.tight, tight.tight]).toEqual([false, true]);
    expect(tight.minutesLeft).toBeLessThan(usual.minutesLeft);
  });

  test.each(['2027-06-01', '2026-12-06', MONDAY])('on %s changes nothing', (target) => {
    expect(planOf({ target }, practised)).toEqual(planOf({}, practised));
  });
});

/** Minutes of work in each week from the first Monday on. */
function weekly({ days }: Plan): number[] {
  const weeks: number[] = [];
  for (const { day, blocks } of days) {
    const week = Math.floor((Date.parse(day) - Date.parse(MONDAY)) / (7 * 86_400_000));
    const work = blocks.filter(({ kind }) => kind !== 'review');
    weeks[week] = work.reduce((all, block) => all + block.minutes, weeks[week] ?? 0);
  }
  return weeks;
}
