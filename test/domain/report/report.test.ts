import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesDone, minutesPlanned } from '../../../src/domain/plan/ahead.ts';
import { spreadHours, sumWeeks } from '../../../src/domain/report/activity.ts';
import { buildReport } from '../../../src/domain/report/build.ts';
import { replayBurnUp } from '../../../src/domain/report/burn-up.ts';
import { forecastReviews } from '../../../src/domain/report/knowledge.ts';
import { monthOf, weekOf } from '../../../src/domain/report/period.ts';
import { happened } from '../../helpers/events.ts';
import {
  anEmptyReport,
  aReport,
  aReportedLog,
  aReportedPath,
  inputOf,
  WHOLE,
} from '../../helpers/report.ts';

test('the burn-up told from the log ends where the learner stands', async () => {
  const input = inputOf(await aReportedLog(), aReportedPath());
  const points = replayBurnUp(input.path, input.outline, input.log.events, input.log.proofs);
  expect(points.at(-1)).toMatchObject({
    done: minutesDone(input.progress),
    planned: minutesPlanned(input.progress),
    spent: [...input.record.days.values()].reduce((sum, minutes) => sum + minutes, 0),
  });
  expect(points.map(({ day }) => day)).toEqual([...points.map(({ day }) => day)].sort());
  // What is left out leaves the plan on that day.
  const planned = new Map(points.map((point) => [point.day, point.planned]));
  expect((planned.get('2026-11-25') ?? 0) - (planned.get('2026-11-28') ?? 0)).toBe(45);
});

test('minutes are spread over hours back from the moment they were told, in the learner’s zone', () => {
  const at = Date.parse('2026-12-07T19:30:00Z');
  const event = happened('clock-stopped', 'a', { minutes: 100, day: '2026-12-07' }, { at });
  const hours = spreadHours([event], () => 60);
  expect(
    hours.map((minutes, hour) => [hour, minutes]).filter(([, minutes]) => minutes !== 0),
  ).toEqual([
    [18, 10],
    [19, 60],
    [20, 30],
  ]);
  const midnight = happened(
    'clock-stopped',
    'a',
    { minutes: 90, day: '2026-12-07' },
    { at: Date.parse('2026-12-08T00:30:00Z') },
  );
  expect(spreadHours([{ ...midnight, day: '2026-12-07' }], () => 0)).toMatchObject({
    0: 30,
    23: 60,
  });
  const later = happened(
    'time-logged',
    'a',
    { minutes: 30, day: '2026-12-01', estimated: false },
    { at },
  );
  expect(spreadHours([later], () => 0).every((minutes) => minutes === 0)).toBe(true);
});

test('hours lose no minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 1, max: 1440 }),
      (at, minutes) => {
        const event = happened('clock-stopped', 'a', { minutes, day: '2026-12-07' }, { at });
        const total = spreadHours([event], () => 345).reduce((sum, n) => sum + n, 0);
        expect(total).toBe(minutes);
      },
    ),
  );
});

describe('periods', () => {
  test.each([
    [weekOf('2026-12-09', '2026-12-07'), '2026-12-07', '2026-12-07'],
    [weekOf('2026-11-25', '2026-12-07'), '2026-11-23', '2026-11-29'],
    [monthOf('2026-11-25', '2026-12-07'), '2026-11-01', '2026-11-30'],
    [monthOf('2026-12-31', '2026-12-07'), '2026-12-01', '2026-12-07'],
    [monthOf('2024-02-10', '2026-12-07'), '2024-02-01', '2024-02-29'],
    [monthOf('2025-12-10', '2026-12-07'), '2025-12-01', '2025-12-31'],
  ])('%j', (period, from, to) => {
    expect(period).toMatchObject({ from, to });
  });

  test('every week of a period is there, also the empty ones', () => {
    const weeks = sumWeeks({ from: '2026-11-18', to: '2026-12-08', kind: 'days', phase: null }, []);
    expect(weeks.map(({ week }) => week)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  test('a part of the history tells only what lies in it, and the standing as of today', async () => {
    const store = await aReportedLog();
    const path = aReportedPath();
    const week = { ...WHOLE, from: '2026-11-23', to: '2026-11-29' };
    const [part, whole] = [week, WHOLE].map((period) => buildReport(inputOf(store, path, period)));
    expect(part?.activity).toMatchObject({ minutes: 86, studyDays: 3 });
    expect(part?.accuracy).toMatchObject({ answers: 2, reviews: 2, right: 2 });
    expect(part?.calibration.reviews).toBe(2);
    expect(part?.notes).toEqual([]);
    expect(part?.standing).toEqual(whole?.standing);
    expect(part?.burnUp).toEqual(whole?.burnUp);
  });
});

test('reviews of the coming days: what is overdue counts today, what is too far or gone does not', () => {
  const due = (day: string) => ({ due: day });
  const load = forecastReviews(
    [
      ['a', due('2026-11-30')],
      ['b', due('2026-12-07')],
      ['c', due('2026-12-08')],
      ['d', due('2026-12-09')],
      ['gone', due('2026-12-07')],
    ],
    ['2026-12-07', '2026-12-08'],
    (ref) => ref !== 'gone',
  );
  expect(load).toEqual([
    { day: '2026-12-07', count: 2 },
    { day: '2026-12-08', count: 1 },
  ]);
});

test('what a report says of the small log', async () => {
  const report = await aReport();
  expect(report.topics.map(({ id, state, overruled }) => [id, state, overruled])).toEqual([
    ['vectors', 'done', false],
    ['matrices', 'done', true],
    ['odds', 'skipped', false],
    ['nets', 'started', false],
  ]);
  // The book's time was its estimate, so it says nothing of the learner's pace.
  expect(report.pace).toEqual([{ kind: 'video', resources: 1, estimate: 60, spent: 75 }]);
  expect(report.choices.map(({ kind, ref, day }) => [kind, ref, day])).toEqual([
    ['left-out', 'odds', '2026-11-28'],
    ['overruled', 'matrices', '2026-12-07'],
    ['chosen-early', 'nets', '2026-11-30'],
  ]);
  expect(
    report.milestones.map(({ ref, state, doneDay, spent }) => [ref, state, doneDay, spent]),
  ).toEqual([
    ['vectors/m/by-hand', 'done', '2026-11-23', 55],
    ['nets/m/tiny', 'open', null, 0],
  ]);
  expect(report.concepts.map(({ ref, proven, answers }) => [ref, proven, answers])).toEqual([
    ['vectors/dot-product', true, 4],
    ['vectors/norm', true, 3],
    ['matrices/product', true, 1],
  ]);
  expect(report.accuracy.byDifficulty.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(8);
  const { bins, reviews, observed } = report.calibration;
  expect(bins.reduce((sum, bin) => sum + bin.reviews, 0)).toBe(reviews);
  expect(observed).toBe(0.75);
  expect(bins.every((bin) => bin.predicted >= bin.from && bin.predicted <= bin.to)).toBe(true);
});

test('a topic that fades is weak, with what is behind it', async () => {
  const input = inputOf(await aReportedLog(), aReportedPath());
  const later = buildReport({ ...input, today: '2027-06-07' });
  expect(later.weak.map(({ topic, root }) => [topic, root?.topic ?? null])).toEqual([
    ['matrices', 'vectors'],
    ['vectors', null],
  ]);
  expect(later.weak[0]?.root).toMatchObject({ reason: 'fading', title: 'Vectors' });
});

test('an empty history has a report too', async () => {
  const report = await anEmptyReport();
  expect(report.activity).toMatchObject({ minutes: 0, studyDays: 0, days: [] });
  expect(report.standing).toMatchObject({ done: 0, share: 0, topicsDone: 0 });
  expect(report.burnUp.points).toEqual([]);
  expect(report.calibration).toMatchObject({ reviews: 0, logLoss: null });
});
