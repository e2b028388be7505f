import { expect, test } from 'vitest';
import type { Event } from '../../../src/domain/event/event.ts';
import { foldOtherDays } from '../../../src/domain/plan/other-days.ts';
import { happened } from '../../helpers/events.ts';

test('days in a row that are alike become one range, and titles keep them apart', () => {
  expect(
    foldOtherDays([
      days('2026-12-27', '2026-12-28', 0),
      days('2026-12-24', '2026-12-26', 0, 'Christmas'),
      days('2026-12-29', '2026-12-29', 0),
      days('2026-12-30', '2026-12-30', 90),
      days('2027-01-01', '2027-01-01', 90),
    ]),
  ).toEqual([
    { from: '2026-12-24', to: '2026-12-26', minutes: 0, title: 'Christmas' },
    { from: '2026-12-27', to: '2026-12-29', minutes: 0, title: null },
    { from: '2026-12-30', to: '2026-12-30', minutes: 90, title: null },
    { from: '2027-01-01', to: '2027-01-01', minutes: 90, title: null },
  ]);
});

test('later words cover earlier ones, with their title', () => {
  expect(
    foldOtherDays([
      days('2026-12-24', '2026-12-28', 0, 'Christmas'),
      days('2026-12-25', '2026-12-25', 60),
      days('2026-12-27', '2026-12-31', null),
    ]),
  ).toEqual([
    { from: '2026-12-24', to: '2026-12-24', minutes: 0, title: 'Christmas' },
    { from: '2026-12-25', to: '2026-12-25', minutes: 60, title: null },
    { from: '2026-12-26', to: '2026-12-26', minutes: 0, title: 'Christmas' },
  ]);
});

test('nothing else counts', () => {
  const week = [60, 60, 60, 60, 60, 60, 60];
  expect(
    foldOtherDays([
      happened('hours-changed', null, { from: '2026-12-07', availability: week }),
      happened('finish-changed', null, { finish: '2027-06-01' }),
    ]),
  ).toEqual([]);
});

function days(
  from: string,
  to: string,
  minutes: number | null,
  title: string | null = null,
): Event {
  return happened('days-changed', null, { from, to, minutes, title });
}
