import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import {
  daysAhead,
  minutesDone,
  minutesMissing,
  minutesPlanned,
  minutesPlannedUntil,
} from '../../../src/domain/plan/ahead.ts';
import type { Block, Plan } from '../../../src/domain/plan/plan.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
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

const WORKDAYS = [60, 60, 60, 60, 60, 0, 0];

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { hours: 3, parts: [core('film', [60, 60]), extra('essay', 30)] }),
    aTopic('matrices', { hours: 2, parts: [core('book', 120)] }),
  ),
);

describe('minutes done', () => {
  test.each<[string, Recorded, number]>([
    ['nothing', {}, 0],
    ['a unit', { 'vectors/film': { units: 1 } }, 60],
    ['a unit and some time', { 'vectors/film': { units: 1, partial: 20 } }, 80],
    ['practice of a topic', { vectors: { minutes: 25 } }, 25],
    ['no more practice than there is', { vectors: { minutes: 250 } }, 60],
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

/** Somebody with an hour each workday, enrolled from a day on. */
function aWorker(facts: Parameters<typeof aLearner>[1] = {}, start = MONDAY) {
  const { progress, enrolment, timetable } = aLearner(path, { week: WORKDAYS, ...facts });
  if (!enrolment) throw new Error('nobody is enrolled');
  return { progress, timetable, enrolment: { ...enrolment, start } };
}

describe('days ahead', () => {
  const ahead = (today: string, { progress, timetable, enrolment } = aWorker()) =>
    daysAhead(progress, enrolment, timetable, today);

  test.each<[string, Recorded, string, number]>([
    ['on the first day, nothing is expected yet', {}, MONDAY, 0],
    ['on the second day, one is expected', {}, '2026-12-08', -1],
    ['free days expect nothing', {}, '2026-12-14', -5],
    ['as planned', { vectors: { done: true } }, '2026-12-10', 0],
    ['ahead', { vectors: { done: true } }, '2026-12-08', 2],
    ['half a day is rounded', { 'vectors/film': { partial: 35 } }, MONDAY, 1],
  ])('%s', (_, recorded, today, days) => {
    expect(ahead(today, aWorker({ recorded }))).toBe(days);
  });

  test('days off expect nothing, and longer days more', () => {
    const other = { '2026-12-08': 0, '2026-12-09': 180 };
    expect(ahead('2026-12-09', aWorker({ other }))).toBe(-1);
    expect(ahead('2026-12-10', aWorker({ other }))).toBe(-4);
  });

  test('before the start are what was done, and without one there are none', () => {
    const recorded = { vectors: { done: true } };
    const early = aWorker({ recorded }, '2026-12-20');
    expect(ahead(MONDAY, aWorker({}, '2026-12-20'))).toBe(0);
    expect(ahead(MONDAY, early)).toBe(3);
    expect(daysAhead(early.progress, null, early.timetable, MONDAY)).toBe(0);
  });

  test('are none for somebody without any time', () => {
    expect(ahead('2027-12-07', aWorker({ week: [0, 0, 0, 0, 0, 0, 0] }))).toBe(0);
  });

  test('count what an earlier enrolment had planned, and no day twice', () => {
    const worker = aWorker();
    const plannedBefore = { until: '2026-12-09', minutes: 240 };
    const again = { ...worker, enrolment: { ...worker.enrolment, plannedBefore } };
    expect(ahead(MONDAY, again)).toBe(-4);
    expect(ahead('2026-12-09', again)).toBe(-4);
    expect(ahead('2026-12-10', again)).toBe(-5);
    expect(minutesPlannedUntil(again.enrolment, again.timetable, '2026-12-14')).toBe(240 + 180);
  });
});

describe('minutes after the target day', () => {
  const block = (kind: Block['kind'], minutes: number) => ({ kind, minutes }) as Block;
  const days = [30, 40, 50].map((minutes, i) => ({
    day: addDays(MONDAY, i),
    minutes: minutes + 10,
    capacity: 60,
    blocks: [block('review', 10), block('study', minutes)],
  }));
  const plan: Plan = {
    from: MONDAY,
    days,
    phases: [],
    end: '2026-12-09',
    minutesLeft: 120,
    unplaced: 0,
    tight: false,
  };

  test.each([
    ['2026-12-06', 120],
    ['2026-12-07', 90],
    ['2026-12-08', 50],
    ['2026-12-09', 0],
    ['2027-12-09', 0],
  ])('target %s: %i, without reviews', (target, minutes) => {
    expect(minutesMissing(plan, target)).toBe(minutes);
  });

  test('count what found no day', () => {
    expect(minutesMissing({ ...plan, unplaced: 500 }, '2027-12-09')).toBe(500);
  });
});
