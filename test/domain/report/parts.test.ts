import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import { joinDays, measureActivity } from '../../../src/domain/report/activity.ts';
import { buildReport } from '../../../src/domain/report/build.ts';
import { listChoices } from '../../../src/domain/report/happenings.ts';
import { findWeak } from '../../../src/domain/report/knowledge.ts';
import type { ResourceRow } from '../../../src/domain/report/report.ts';
import { measurePace } from '../../../src/domain/report/resources.ts';
import { happened } from '../../helpers/events.ts';
import { aReportedLog, aReportedPath, inputOf, WHOLE } from '../../helpers/report.ts';

const theInput = async () => inputOf(await aReportedLog(), aReportedPath());

test('a minute makes a study day, answers alone do not', () => {
  const counts = { answers: 2, reviews: 1, right: 1 };
  const minutes = new Map([
    ['2026-11-20', 1],
    ['2026-11-10', 60],
  ]);
  const answered = [
    { day: '2026-11-20', ...counts },
    { day: '2026-11-18', ...counts },
    { day: '2026-12-08', ...counts },
  ];
  expect(measureActivity(WHOLE, minutes, answered, [], () => 0).studyDays).toBe(1);
  expect(joinDays(WHOLE, minutes, answered)).toEqual([
    { day: '2026-11-18', minutes: 0, ...counts },
    { day: '2026-11-20', minutes: 1, ...counts },
  ]);
});

test('the coming week is seven days of the plan, and reviews of what is gone or left out are none', async () => {
  const input = await theInput();
  const dot = input.log.remembered.get('vectors/q/dot');
  if (!dot) throw new Error('the log has an answer to it');
  const due = { ...dot, due: '2026-12-08' };
  const remembered = new Map([
    ['vectors/q/dot', due],
    ['vectors/q/gone', due],
    ['matrices/q/shape', due],
  ]);
  const day = (away: number) => ({
    day: addDays('2026-12-07', away),
    minutes: 30,
    capacity: 60,
    blocks: [],
  });
  const plan = { ...input.plan, days: [day(-1), day(0), day(6), day(7)] };
  const matrices = input.progress.get('matrices');
  if (!matrices) throw new Error('the path has the topic');
  const progress = new Map([
    ...input.progress,
    ['matrices', { ...matrices, state: 'skipped' as const }],
  ]);
  const { ahead } = buildReport({ ...input, plan, progress, log: { ...input.log, remembered } });
  expect(ahead.days.map((one) => one.day)).toEqual(['2026-12-07', '2026-12-13']);
  expect(ahead.reviews).toHaveLength(28);
  expect(ahead.reviews.filter(({ count }) => count > 0)).toEqual([{ day: '2026-12-08', count: 1 }]);
});

test('only what is left out still, and not done, is a choice', async () => {
  const input = await theInput();
  const odds = input.record.items.get('odds');
  if (!odds) throw new Error('it was left out');
  const choicesOf = (items: [string, typeof odds][]) =>
    listChoices({ ...input, record: { ...input.record, items: new Map(items) } })
      .filter(({ kind }) => kind === 'left-out')
      .map(({ ref }) => ref);
  expect(
    choicesOf([
      ['odds', odds],
      ['nets', { ...odds, skipped: false }],
    ]),
  ).toEqual(['odds']);
  expect(choicesOf([['odds', { ...odds, done: true }]])).toEqual([]);
  expect(choicesOf([['no-more', odds]])).toEqual([]);
});

test('topics equally weak come in the order of their names', async () => {
  const { index, progress } = await theInput();
  const recall = { today: 0.5, finish: 0.2 };
  const weak = (...topics: string[]) =>
    findWeak(index, progress, new Map(topics.map((topic) => [topic, recall])), []).map(
      ({ topic }) => topic,
    );
  expect(weak('vectors', 'nets', 'matrices')).toEqual(['matrices', 'nets', 'vectors']);
  expect(weak('odds', 'no-more')).toEqual([]);
});

test('pace begins with the kind of which most was finished', () => {
  const row = (kind: ResourceRow['kind'], changes: Partial<ResourceRow> = {}): ResourceRow => ({
    ref: 'a',
    topic: 'a',
    title: 'A',
    portion: '',
    kind,
    role: 'core',
    state: 'done',
    estimate: 10,
    spent: 12,
    measured: true,
    ...changes,
  });
  const rows = [
    row('video'),
    row('book'),
    row('course'),
    row('course'),
    row('paper', { state: 'started' }),
    row('paper', { measured: false }),
  ];
  expect(measurePace(rows).map(({ kind, resources, spent }) => [kind, resources, spent])).toEqual([
    ['course', 2, 24],
    ['book', 1, 12],
    ['video', 1, 12],
  ]);
});

test('a phase began on the day that time was for, not on the day it was told', async () => {
  const { phases } = buildReport(await theInput());
  expect(phases.map(({ began }) => began)).toEqual(['2026-11-16', '2026-11-29']);
});

test('a note is no work on a phase', async () => {
  const input = await theInput();
  const note = happened('noted', 'nets', { text: 'Later.' });
  const early = { ...note, day: '2026-11-17' };
  const log = { ...input.log, events: [early, ...input.log.events] };
  expect(buildReport({ ...input, log }).phases[1]?.began).toBe('2026-11-29');
});
