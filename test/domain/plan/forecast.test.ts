import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import type { Enrolment } from '../../../src/domain/event/event.ts';
import { allocate, type Plan } from '../../../src/domain/plan/allocate.ts';
import {
  availabilityOf,
  daysAhead,
  findEnd,
  forecastFinish,
  minutesDone,
  minutesPlanned,
} from '../../../src/domain/plan/forecast.ts';
import { minutesMissing } from '../../../src/domain/plan/target.ts';
import { EMPTY_RECORD, type LearnerRecord } from '../../../src/domain/progress/record.ts';
import { pathsUnderWay } from '../../helpers/path-arbitrary.ts';
import {
  aPath,
  aPhase,
  aTopic,
  core,
  extra,
  type Recorded,
  standOn,
} from '../../helpers/path-builder.ts';

const MONDAY = '2026-12-07';
const WORKDAYS = [60, 60, 60, 60, 60, 0, 0];

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { hours: 3, parts: [core('film', [60, 60]), extra('essay', 30)] }),
    aTopic('matrices', { hours: 2, parts: [core('book', 120)] }),
  ),
);

function enrolled(
  start: string,
  availability = WORKDAYS,
  plannedBefore: Enrolment['plannedBefore'] = null,
): LearnerRecord {
  const choices = { finish: null, timezone: null, weeks: {}, plannedBefore, folder: null };
  return { ...EMPTY_RECORD, enrolment: { start, availability, ...choices } };
}

describe('the finish', () => {
  test.each([
    [MONDAY, MONDAY],
    ['2026-12-08', '2026-12-09'],
    ['2026-12-27', '2027-01-01'],
    ['2027-12-07', '2028-03-08'],
  ])('planned for %s is by %s with one day in five missed', (end, p80) => {
    expect(forecastFinish(MONDAY, end)).toEqual({ p50: end, p80 });
  });
});

describe('the end of the plan', () => {
  test.each<[minutes: number, spentToday: number, end: string]>([
    [0, 0, MONDAY],
    [60, 0, MONDAY],
    [61, 0, '2026-12-08'],
    [60, 1, '2026-12-08'],
    [60, 100, '2026-12-08'],
    [300, 0, '2026-12-11'],
    [301, 0, '2026-12-14'],
  ])('%i minutes of work with %i spent today', (minutes, spentToday, end) => {
    expect(findEnd(minutes, WORKDAYS, MONDAY, spentToday)).toBe(end);
  });

  test('is the last day that is laid out', () => {
    const minutes = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 240 }));
    const weeks = fc
      .array(minutes, { minLength: 7, maxLength: 7 })
      .filter((week) => week.some((m) => m > 0));
    fc.assert(
      fc.property(pathsUnderWay, weeks, fc.nat(300), ({ path: any, recorded }, week, spent) => {
        const plan = allocate(any, standOn(any, recorded).progress, week, MONDAY, spent);
        expect(findEnd(plan.minutesLeft, week, MONDAY, spent)).toBe(plan.end);
      }),
    );
  });
});

describe('availability', () => {
  test("is the learner's, else the path's own pace", () => {
    expect(availabilityOf(path, enrolled(MONDAY))).toEqual(WORKDAYS);
    expect(availabilityOf(path, EMPTY_RECORD)).toEqual([60, 60, 60, 60, 60, 60, 60]);
  });
});

describe('minutes done', () => {
  test.each<[string, Recorded, number]>([
    ['nothing', {}, 0],
    ['a unit', { 'vectors/film': { units: 1 } }, 60],
    ['a unit and some time', { 'vectors/film': { units: 1, partial: 20 } }, 80],
    ['a topic, with its practice', { 'vectors/film': { done: true } }, 180],
    ['a topic by word', { vectors: { done: true } }, 180],
    ['an extra resource adds nothing', { 'vectors/essay': { done: true } }, 0],
    ['a skipped topic', { matrices: { skipped: true }, 'matrices/book': { partial: 50 } }, 0],
    ['a topic whose only core resource is skipped', { 'matrices/book': { skipped: true } }, 0],
  ])('%s', (_, recorded, minutes) => {
    expect(minutesDone(standOn(path, recorded).progress)).toBe(minutes);
  });

  test('and minutes left are the whole plan, whatever was done, while nothing is skipped', () => {
    fc.assert(
      fc.property(pathsUnderWay, ({ path: any, recorded }) => {
        fc.pre(Object.values(recorded).every((item) => !item.skipped));
        const topics = any.phases.flatMap((phase) => phase.topics);
        const whole = topics.reduce((total, topic) => total + Math.round(topic.hours * 60), 0);
        expect(minutesPlanned(standOn(any, recorded).progress)).toBe(whole);
      }),
    );
  });

  test('what is skipped is no part of the plan', () => {
    const { progress } = standOn(path, { matrices: { skipped: true } });
    expect(minutesPlanned(progress)).toBe(180);
  });
});

describe('days ahead', () => {
  const ahead = (recorded: Recorded, record: LearnerRecord, today: string) =>
    daysAhead(standOn(path, recorded).progress, record, WORKDAYS, today);

  test.each<[string, Recorded, string, number]>([
    ['on the first day, nothing is expected yet', {}, MONDAY, 0],
    ['on the second day, one is expected', {}, '2026-12-08', -1],
    ['days off expect nothing', {}, '2026-12-14', -5],
    ['as planned', { vectors: { done: true } }, '2026-12-10', 0],
    ['ahead', { vectors: { done: true } }, '2026-12-08', 2],
    ['half a day is rounded', { 'vectors/film': { partial: 35 } }, MONDAY, 1],
  ])('%s', (_, recorded, today, days) => {
    expect(ahead(recorded, enrolled(MONDAY), today)).toBe(days);
  });

  test('before the start are what was done, and without one there are none', () => {
    expect(ahead({}, enrolled('2026-12-20'), MONDAY)).toBe(0);
    expect(ahead({ vectors: { done: true } }, enrolled('2026-12-20'), MONDAY)).toBe(3);
    expect(ahead({ vectors: { done: true } }, EMPTY_RECORD, MONDAY)).toBe(0);
  });

  test('count what an earlier enrolment had planned, and no day twice', () => {
    const again = enrolled(MONDAY, WORKDAYS, { until: '2026-12-09', minutes: 240 });
    expect(ahead({}, again, MONDAY)).toBe(-4);
    expect(ahead({}, again, '2026-12-09')).toBe(-4);
    expect(ahead({}, again, '2026-12-10')).toBe(-5);
  });
});

describe('minutes after the target day', () => {
  const days = [30, 40, 50].map((minutes, i) => ({
    day: addDays(MONDAY, i),
    minutes,
    capacity: 60,
    blocks: [],
  }));
  const plan: Plan = { from: MONDAY, days, phases: [], end: '2026-12-09', minutesLeft: 120 };

  test.each([
    ['2026-12-06', 120],
    ['2026-12-07', 90],
    ['2026-12-08', 50],
    ['2026-12-09', 0],
    ['2027-12-09', 0],
  ])('target %s: %i', (target, minutes) => {
    expect(minutesMissing(plan, target)).toBe(minutes);
  });
});
