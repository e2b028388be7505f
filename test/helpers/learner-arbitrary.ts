import fc from 'fast-check';
import { addDays } from '../../src/domain/day.ts';
import type { Learner } from '../../src/domain/plan/learner.ts';
import { aLearner, MONDAY } from './learner.ts';
import { pathsUnderWay } from './path-arbitrary.ts';

const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 15, max: 240 }) },
  { weight: 2, arbitrary: fc.integer({ min: 2, max: 10 }) },
  { weight: 1, arbitrary: fc.constant(1440) },
);

/** Weeks with any mixture of days off, tiny, usual and endless days, and at least one with time. */
export const anyWeeks = fc
  .array(minutes, { minLength: 7, maxLength: 7 })
  .filter((week) => week.some((m) => m > 0));

const otherDays = fc
  .array(fc.tuple(fc.nat(60), minutes), { maxLength: 12 })
  .map((days) => Object.fromEntries(days.map(([day, m]) => [addDays(MONDAY, day), m])));

const returning = fc.array(
  fc.record({
    memory: fc.record({
      stability: fc.double({ min: 1, max: 300, noNaN: true }),
      difficulty: fc.integer({ min: 1, max: 10 }),
    }),
    dueIn: fc.integer({ min: -200, max: 90 }),
  }),
  { maxLength: 200 },
);

/** Anybody on any small path: some days in, with any hours, days off, backlog, target and weeks. */
export const anyLearners: fc.Arbitrary<Learner> = fc
  .record({
    way: pathsUnderWay,
    week: anyWeeks,
    other: otherDays,
    returning: fc.oneof(fc.constant([]), returning),
    gone: fc.oneof(fc.constant(0), fc.nat(300)),
    spent: fc.oneof(fc.constant(0), fc.nat(300)),
    target: fc.option(fc.nat(60)),
    weeks: fc.array(fc.option(fc.integer({ min: 1, max: 8 })), { minLength: 7, maxLength: 7 }),
  })
  .map(({ way, week, other, returning, gone, spent, target, weeks }) => {
    const today = addDays(MONDAY, gone);
    const chosen = weeks.flatMap((count, i) => (count === null ? [] : [[`phase-${i}`, count]]));
    return aLearner(way.path, {
      recorded: way.recorded,
      week,
      other,
      returning,
      today,
      days: new Map(spent === 0 ? [] : [[today, spent]]),
      target: target === null ? null : addDays(today, target),
      weeks: Object.fromEntries(chosen),
    });
  });
