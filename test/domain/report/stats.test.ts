import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/day.ts';
import type { Period } from '../../../src/domain/report/period.ts';
import { measureStats, type Recalled, type StatsInput } from '../../../src/domain/report/stats.ts';
import { aReportedLog, aReportedPath, inputOf, statsOf, WHOLE } from '../../helpers/report.ts';

async function inputWith(changes: Partial<StatsInput>): Promise<StatsInput> {
  const { outline, progress, today, zone, record, log } = inputOf(
    await aReportedLog(),
    aReportedPath(),
  );
  return {
    index: outline,
    progress,
    today,
    zone,
    period: WHOLE,
    minutes: record.days,
    days: log.days,
    events: log.events,
    remembered: log.remembered,
    ...changes,
  };
}

const days = (from: string, to: string): Period => ({ from, to, kind: 'days', phase: null });

test('totals are those of the period, and what stays is as of today', async () => {
  const store = await aReportedLog();
  const [week, whole] = [statsOf(store, days('2026-11-23', '2026-11-29')), statsOf(store)];
  expect([week.answers, week.reviews, week.right]).toEqual([2, 2, 2]);
  expect([whole.answers, whole.reviews, whole.right]).toEqual([8, 8, 6]);
  expect([week.streak, week.recalls, week.due]).toEqual([whole.streak, whole.recalls, whole.due]);
});

test('counting begins with the first study, or with the period where that is later', async () => {
  const store = await aReportedLog();
  const since = (from: string) => statsOf(store, days(from, '2026-12-07')).since;
  expect([since('2026-06-01'), since('2026-11-16'), since('2026-11-20')]).toEqual([
    '2026-11-16',
    '2026-11-16',
    '2026-11-20',
  ]);
  const counts = { answers: 1, reviews: 1, right: 1 };
  const answered = await inputWith({
    period: days('2026-06-01', '2026-12-07'),
    minutes: new Map(),
    days: [{ day: '2026-09-01', ...counts }],
  });
  expect(measureStats(answered).since).toBe('2026-09-01');
  expect(measureStats({ ...answered, days: [] }).since).toBe('2026-12-07');
});

test('recall and reviews leave out what is left out or gone; the least certain comes first', async () => {
  const { remembered } = await inputWith({});
  const dot = remembered.get('vectors/q/dot');
  if (!dot) throw new Error('the log has an answer to it');
  const seen = (topic: string, daysAgo: number): Recalled => ({
    ...dot,
    topic,
    concept: `${topic}/c`,
    reviewed: addDays('2026-12-07', -daysAgo),
    due: '2026-12-08',
  });
  const input = await inputWith({
    remembered: new Map([
      ['vectors/q/dot', seen('vectors', 1)],
      ['vectors/q/gone', seen('vectors', 1)],
      ['matrices/q/shape', seen('matrices', 40)],
      ['odds/q/any', seen('odds', 90)],
      ['no-more/q/any', seen('no-more', 90)],
    ]),
  });
  const { recalls, due } = measureStats(input);
  expect(recalls.map(({ topic, title }) => [topic, title])).toEqual([
    ['matrices', 'Matrices'],
    ['vectors', 'Vectors'],
  ]);
  expect(due).toHaveLength(28);
  expect(due.filter(({ count }) => count > 0)).toEqual([{ day: '2026-12-08', count: 2 }]);
});
