import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToKeep, type Dated } from '../../../src/domain/backup/rotation.ts';
import { addDays, type Day, daysBetween } from '../../../src/domain/day.ts';

const TODAY = '2026-12-07';

function on(...days: Day[]): Dated[] {
  return days.map((day, i) => ({ name: `${day} ${i}`, day }));
}

/** The days of those that are kept, in order. */
function keptOf(backups: readonly Dated[], today = TODAY): Day[] {
  const kept = backupsToKeep(backups, today);
  return backups.filter(({ name }) => kept.has(name)).map(({ day }) => day);
}

/** Three new ones, which are kept in any case, so that the others are looked at. */
const RECENT = ['2026-12-05', '2026-12-06', '2026-12-07'];

describe('of backups', () => {
  test.each<[what: string, older: Day[], kept: Day[]]>([
    ['of two weeks, each is kept', ['2026-11-23', '2026-11-24'], ['2026-11-23', '2026-11-24']],
    ['several of one day too', ['2026-11-23', '2026-11-23'], ['2026-11-23', '2026-11-23']],
    ['from the 15th day on, one a week', ['2026-11-20', '2026-11-22'], ['2026-11-22']],
    ['the last of a day of it', ['2026-11-22', '2026-11-22'], ['2026-11-22']],
    ['weeks begin on Monday', ['2026-11-15', '2026-11-16'], ['2026-11-15', '2026-11-16']],
    ['of two months, one a week', ['2026-10-07', '2026-10-11'], ['2026-10-11']],
    ['from the 62nd day on, one a month', ['2026-09-01', '2026-09-20'], ['2026-09-20']],
    [
      'months are those of the calendar',
      ['2026-08-31', '2026-09-01'],
      ['2026-08-31', '2026-09-01'],
    ],
    ['of a year, one a month', ['2025-12-06', '2025-12-07'], ['2025-12-07']],
    ['the first day of it is kept', ['2025-12-06'], ['2025-12-06']],
    ['of longer ago, none', ['2024-01-01', '2025-12-05'], []],
  ])('%s', (_, older, kept) => {
    expect(keptOf(on(...older, ...RECENT))).toEqual([...kept, ...RECENT]);
  });

  test('the latest three are kept however old they are', () => {
    const days = ['2019-01-01', '2019-01-02', '2019-01-02', '2019-01-03'];
    expect(keptOf(on(...days))).toEqual(days.slice(1));
  });

  test('those of days to come, as a clock set back makes of them, are kept', () => {
    expect(keptOf(on('2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'))).toHaveLength(4);
  });

  test('none are kept of none', () => {
    expect(backupsToKeep([], TODAY).size).toBe(0);
  });
});

/** Days between the runs of some years: mostly the next day, at times a long break. */
const gaps = fc.array(
  fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, fc.integer({ min: 0, max: 4 }), {
    weight: 1,
    arbitrary: fc.integer({ min: 5, max: 200 }),
  }),
  { minLength: 50, maxLength: 700 },
);

test('whatever was ever backed up within a year is there, soon after if not of that day', () => {
  fc.assert(
    fc.property(gaps, (steps) => {
      const made: Dated[] = [];
      let left: Dated[] = [];
      let today = '2026-01-01';
      for (const [i, step] of steps.entries()) {
        today = addDays(today, step);
        const one = { name: `${i}`, day: today };
        made.push(one);
        left.push(one);
        const kept = backupsToKeep(left, today);
        left = left.filter(({ name }) => kept.has(name));
        expect(kept.size).toBe(left.length);
        expect(left.at(-1)).toBe(one);
      }
      const later = (day: Day) => left.map((backup) => daysBetween(day, backup.day));
      for (const { day } of made) {
        const age = daysBetween(day, today);
        if (age > 366) continue;
        // A week's last may be that of six days later, a month's last that of such a one.
        const most = age <= 14 ? 0 : age <= 61 ? 6 : 36;
        const next = Math.min(...later(day).filter((days) => days >= 0));
        expect(next, `${day}, looked for on ${today}`).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 40 },
  );
});

test('three years of daily backups take the room of some forty', () => {
  let left: Dated[] = [];
  let most = 0;
  for (let i = 0; i < 3 * 365; i++) {
    const day = addDays('2026-01-01', i);
    left.push({ name: day, day });
    const kept = backupsToKeep(left, day);
    left = left.filter(({ name }) => kept.has(name));
    most = Math.max(most, left.length);
  }
  expect(most).toBeLessThanOrEqual(15 + 8 + 12);
  expect(left.length).toBeGreaterThanOrEqual(15 + 6 + 10);
});
