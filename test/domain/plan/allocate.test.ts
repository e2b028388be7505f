import { describe, expect, test } from 'vitest';
import { allocate } from '../../../src/domain/plan/allocate.ts';
import {
  aPath,
  aPhase,
  aTopic,
  core,
  milestone,
  type Recorded,
  standOn,
} from '../../helpers/path-builder.ts';

const MONDAY = '2026-12-07';
const HOUR_EACH_DAY = [60, 60, 60, 60, 60, 60, 60];

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { hours: 2, parts: [core('film', [30, 30, 30])] }),
    aTopic('matrices', { needs: ['vectors'], parts: [core('book', 45), milestone('build', 45)] }),
  ),
  aPhase('ml', aTopic('layers', { needs: ['matrices'], parts: [core('lecture', 60)] })),
);

function planOf(
  recorded: Recorded = {},
  availability: number[] = HOUR_EACH_DAY,
  spentToday = 0,
  on = path,
) {
  return allocate(on, standOn(on, recorded).progress, availability, MONDAY, spentToday);
}

/** A plan as one reads it: a line a day. */
function linesOf(plan: ReturnType<typeof planOf>): string[] {
  return plan.days.map(({ day, blocks }) => {
    const parts = blocks.map(({ kind, ref, minutes, portion }) => {
      const what = kind === 'practice' ? `practise ${ref}` : (portion ?? ref);
      return `${minutes} ${what}`;
    });
    return `${day}: ${parts.join(', ')}`;
  });
}

describe('the plan', () => {
  test('lays resources, milestones and practice on days, in the order of needs', () => {
    const plan = planOf();
    expect(linesOf(plan)).toEqual([
      '2026-12-07: 60 parts 1-2',
      '2026-12-08: 30 part 3, 30 practise vectors',
      '2026-12-09: 45 all of book, 15 matrices/m/build',
      '2026-12-10: 30 matrices/m/build, 30 all of lecture',
      '2026-12-11: 30 all of lecture',
    ]);
    expect(plan).toMatchObject({ from: MONDAY, end: '2026-12-11', minutesLeft: 270 });
    expect(plan.days.map((day) => day.minutes)).toEqual([60, 60, 60, 60, 30]);
    expect(plan.phases).toEqual([
      { id: 'math', start: '2026-12-07', end: '2026-12-10', weeks: 1 },
      { id: 'ml', start: '2026-12-10', end: '2026-12-11', weeks: 1 },
    ]);
  });

  test('uses only the days that have time', () => {
    expect(linesOf(planOf({}, [90, 0, 0, 90, 0, 0, 0])).map((line) => line.slice(0, 10))).toEqual([
      '2026-12-07',
      '2026-12-10',
      '2026-12-14',
    ]);
  });

  test('leaves out what is done, skipped or spent already', () => {
    const recorded = {
      'vectors/film': { units: 2, partial: 10 },
      matrices: { skipped: true },
    };
    expect(linesOf(planOf(recorded))).toEqual([
      '2026-12-07: 20 part 3, 30 practise vectors, 10 all of lecture',
      '2026-12-08: 50 all of lecture',
    ]);
  });

  test('takes what was spent today off the first day', () => {
    expect(linesOf(planOf({}, HOUR_EACH_DAY, 40))[0]).toBe('2026-12-07: 20 part 1');
    expect(linesOf(planOf({}, HOUR_EACH_DAY, 60))[0]).toBe('2026-12-08: 60 parts 1-2');
    expect(linesOf(planOf({}, HOUR_EACH_DAY, 500))[0]).toBe('2026-12-08: 60 parts 1-2');
  });

  test('does not begin a block of less than ten minutes, and adds them to the next day', () => {
    const two = aPath(
      aPhase('math', aTopic('vectors', { parts: [core('film', 55), core('book', 65)] })),
    );
    expect(linesOf(planOf({}, HOUR_EACH_DAY, 0, two))).toEqual([
      '2026-12-07: 55 all of film',
      '2026-12-08: 65 all of book',
    ]);
  });

  test('puts first what the learner chose, though it waits', () => {
    const plan = planOf({ matrices: { chosen: true, lastDay: MONDAY } });
    const order = plan.days.flatMap((day) => day.blocks.map((block) => block.topic));
    expect([...new Set(order)]).toEqual(['matrices', 'vectors', 'layers']);
  });

  test('is empty when nothing is left', () => {
    const plan = planOf({ math: { skipped: true }, layers: { done: true } });
    expect(plan).toEqual({ from: MONDAY, days: [], phases: [], end: MONDAY, minutesLeft: 0 });
  });

  test('counts the hours of a topic without core resources once', () => {
    const bare = aPath(aPhase('math', aTopic('reading', { hours: 2 })));
    expect(planOf({}, HOUR_EACH_DAY, 0, bare)).toMatchObject({
      end: '2026-12-08',
      minutesLeft: 120,
    });
  });
});
