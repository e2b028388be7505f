import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysFrom, weekday } from '../../../src/domain/day.ts';
import type { Event } from '../../../src/domain/event/event.ts';
import {
  comingWeeks,
  evenTimetable,
  fillTimetable,
  foldTarget,
  foldTimetable,
  minutesBetween,
  minutesFrom,
  minutesOn,
  usualWeek,
  withoutShortBreaks,
} from '../../../src/domain/plan/timetable.ts';
import { happened } from '../../helpers/events.ts';

const MONDAY = '2026-12-07';
const HOUR = [60, 60, 60, 60, 60, 60, 60];
const WEEKEND = [0, 0, 0, 0, 0, 180, 120];
const EVENINGS = [45, 45, 45, 45, 45, 0, 0];

describe('the usual week', () => {
  test.each<[string, Event[], [day: Day, week: number[]][]]>([
    [
      'an enrolment, also before it',
      [enrol(HOUR)],
      [
        ['2026-12-01', HOUR],
        ['2030-01-01', HOUR],
      ],
    ],
    [
      'other hours from a day on',
      [enrol(HOUR), hours('2027-01-04', WEEKEND)],
      [
        ['2027-01-03', HOUR],
        ['2027-01-04', WEEKEND],
        ['2028-01-01', WEEKEND],
      ],
    ],
    [
      'an earlier change leaves a later one alone',
      [enrol(HOUR), hours('2027-02-01', WEEKEND), hours('2027-01-04', EVENINGS)],
      [
        ['2027-01-03', HOUR],
        ['2027-01-31', EVENINGS],
        ['2027-02-01', WEEKEND],
      ],
    ],
    [
      'a change from the same day replaces the one before',
      [enrol(HOUR), hours('2027-01-04', WEEKEND), hours('2027-01-04', EVENINGS)],
      [
        ['2027-01-03', HOUR],
        ['2027-01-04', EVENINGS],
      ],
    ],
    [
      'enrolling again settles it from that day on',
      [enrol(HOUR), hours('2027-02-01', WEEKEND), enrol(EVENINGS, MONDAY, '2027-01-10')],
      [
        ['2027-01-09', HOUR],
        ['2027-01-10', EVENINGS],
        ['2027-02-01', EVENINGS],
      ],
    ],
    [
      'enrolling again on the same day replaces the first, also before it',
      [enrol(HOUR), enrol(EVENINGS)],
      [
        ['2026-12-01', EVENINGS],
        [MONDAY, EVENINGS],
      ],
    ],
    [
      'enrolling again for a later start leaves the time until then',
      [enrol(HOUR), enrol(EVENINGS, '2027-02-01', '2027-01-10')],
      [
        ['2027-01-31', HOUR],
        ['2027-02-01', EVENINGS],
      ],
    ],
    [
      'a first enrolment that begins in the past',
      [enrol(HOUR, '2026-11-02')],
      [
        ['2026-11-01', HOUR],
        ['2026-11-02', HOUR],
      ],
    ],
    [
      'hours without an enrolment',
      [hours(MONDAY, WEEKEND)],
      [
        ['2026-01-01', WEEKEND],
        ['2027-01-01', WEEKEND],
      ],
    ],
    [
      'hours before the first enrolment, which counts from its own day on',
      [hours(MONDAY, WEEKEND), enrol(HOUR, '2026-12-01', '2026-12-09')],
      [
        ['2026-12-08', WEEKEND],
        ['2026-12-09', HOUR],
      ],
    ],
    [
      'a change on 29 February',
      [enrol(HOUR), hours('2028-02-29', WEEKEND)],
      [
        ['2028-02-28', HOUR],
        ['2028-02-29', WEEKEND],
        ['2028-03-01', WEEKEND],
      ],
    ],
  ])('%s', (_, events, expected) => {
    const timetable = foldTimetable(events);
    for (const [day, week] of expected)
      expect([day, usualWeek(timetable, day)]).toEqual([day, week]);
  });
});

describe('single days', () => {
  test.each<[string, Event[], [day: Day, minutes: number][]]>([
    [
      'days off, both ends included',
      [enrol(HOUR), days('2026-12-24', '2027-01-02', 0)],
      [
        ['2026-12-23', 60],
        ['2026-12-24', 0],
        ['2027-01-02', 0],
        ['2027-01-03', 60],
      ],
    ],
    [
      'an extra day where the week has none',
      [enrol(EVENINGS), days('2026-12-12', '2026-12-12', 240)],
      [
        ['2026-12-12', 240],
        ['2026-12-13', 0],
        ['2026-12-19', 0],
      ],
    ],
    [
      'a short day amid days off',
      [enrol(HOUR), days('2026-12-24', '2026-12-26', 0), days('2026-12-25', '2026-12-25', 20)],
      [
        ['2026-12-24', 0],
        ['2026-12-25', 20],
        ['2026-12-26', 0],
      ],
    ],
    [
      'as usual again, whatever was said before',
      [enrol(HOUR), days('2026-12-24', '2026-12-26', 0), days('2026-12-25', '2026-12-31', null)],
      [
        ['2026-12-24', 0],
        ['2026-12-25', 60],
        ['2026-12-31', 60],
      ],
    ],
    [
      'days stay as they are through other hours and another enrolment',
      [
        days('2027-01-10', '2027-01-10', 0),
        enrol(HOUR),
        hours('2027-01-01', EVENINGS),
        enrol(WEEKEND),
      ],
      [
        ['2027-01-09', 180],
        ['2027-01-10', 0],
        ['2027-01-17', 120],
      ],
    ],
    [
      'a day off is as usual again at the hours of that time',
      [
        enrol(HOUR),
        days('2027-01-09', '2027-01-09', 0),
        hours('2027-01-01', WEEKEND),
        days('2027-01-09', '2027-01-09', null),
      ],
      [['2027-01-09', 180]],
    ],
    [
      '29 February off, in the leap year alone',
      [enrol(HOUR), days('2028-02-28', '2028-02-29', 0)],
      [
        ['2028-02-27', 60],
        ['2028-02-29', 0],
        ['2028-03-01', 60],
        ['2029-02-28', 60],
      ],
    ],
  ])('%s', (_, events, expected) => {
    const timetable = foldTimetable(events);
    for (const [day, minutes] of expected) {
      expect([day, minutesOn(timetable, day)]).toEqual([day, minutes]);
    }
  });
});

test('days told of before any week lie on the usual pace', () => {
  const told = foldTimetable([days('2026-12-24', '2026-12-24', 0)]);
  expect(told.weeks).toEqual([]);
  const timetable = fillTimetable(told, 7);
  expect(minutesOn(timetable, '2026-12-23')).toBe(60);
  expect(minutesOn(timetable, '2026-12-24')).toBe(0);
  expect(fillTimetable(foldTimetable([enrol(WEEKEND)]), 7).weeks).toEqual([
    { from: MONDAY, minutes: WEEKEND },
  ]);
});

test('weeks to come are those that change anything', () => {
  const timetable = foldTimetable([
    enrol(HOUR),
    hours('2026-12-14', HOUR),
    hours('2026-12-21', WEEKEND),
    hours('2026-12-28', WEEKEND),
    hours('2027-01-04', HOUR),
  ]);
  const from = (day: Day) => comingWeeks(timetable, day).map((week) => week.from);
  expect(from(MONDAY)).toEqual(['2026-12-21', '2027-01-04']);
  expect(from('2026-12-20')).toEqual(['2026-12-21', '2027-01-04']);
  expect(from('2026-12-21')).toEqual(['2027-01-04']);
  expect(from('2027-01-04')).toEqual([]);
});

test('the target is what was said last', () => {
  const finish = (day: Day | null) => happened('finish-changed', null, { finish: day });
  expect(foldTarget([])).toBeNull();
  expect(foldTarget([finish('2027-06-01')])).toBe('2027-06-01');
  expect(foldTarget([enrol(HOUR), finish('2027-06-01'), finish(null)])).toBeNull();
  expect(foldTarget([finish('2027-06-01'), enrol(HOUR)])).toBeNull();
  expect(foldTarget([finish('2027-06-01'), hours(MONDAY, HOUR)])).toBe('2027-06-01');
});

const START = '2027-01-01';
const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(START, n));
const week = fc.array(fc.integer({ min: 0, max: 1440 }), { minLength: 7, maxLength: 7 });
const hoursChange = fc.tuple(day, week).map(([from, minutes]) => hours(from, minutes));
const daysChange = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 1440 })))
  .map(([from, length, minutes]) => days(from, addDays(from, length), minutes));
const enrolment = fc
  .tuple(week, day, day)
  .map(([minutes, start, today]) => enrol(minutes, start, today));
const story = fc
  .tuple(enrolment, fc.array(fc.oneof(hoursChange, daysChange, enrolment), { maxLength: 14 }))
  .map(([first, rest]) => [first, ...rest]);
const offset = fc.integer({ min: -400, max: 1400 });

test('a day has the minutes of the last word on it', () => {
  fc.assert(
    fc.property(story, offset, (events, away) => {
      const asked = addDays(START, away);
      const last = events.findLast(
        (event) =>
          event.kind === 'days-changed' && event.body.from <= asked && asked <= event.body.to,
      );
      const told = last?.kind === 'days-changed' ? last.body.minutes : null;
      const timetable = foldTimetable(events);
      const usual = usualWeek(timetable, asked)[weekday(asked)];
      expect(minutesOn(timetable, asked)).toBe(told ?? usual);
    }),
  );
});

test('the usual week of a day is one that was told, from a day that is not after it', () => {
  fc.assert(
    fc.property(story, offset, (events, away) => {
      const asked = addDays(START, away);
      const { weeks } = foldTimetable(events);
      const usual = usualWeek({ weeks, days: new Map() }, asked);
      const since = weeks.findLast(({ minutes }) => minutes === usual)?.from ?? '';
      expect(since <= asked || since === weeks[0]?.from).toBe(true);
      expect(weeks.filter(({ from }) => since < from && from <= asked)).toEqual([]);
      const froms = weeks.map(({ from }) => from);
      expect(froms).toEqual([...new Set(froms)].sort());
    }),
  );
});

test('minutes by the distance from a day are the minutes of the day, before it too', () => {
  fc.assert(
    fc.property(story, day, offset, (events, first, away) => {
      const timetable = foldTimetable(events);
      expect(minutesFrom(timetable, first)(away)).toBe(minutesOn(timetable, addDays(first, away)));
    }),
    { numRuns: 500 },
  );
});

test('minutes from a day to another are those of its days', () => {
  fc.assert(
    fc.property(story, day, fc.integer({ min: -5, max: 60 }), (events, first, length) => {
      const timetable = foldTimetable(events);
      const last = addDays(first, length);
      const each = daysFrom(first, last).map((one) => minutesOn(timetable, one));
      expect(minutesBetween(timetable, first, last)).toBe(each.reduce((a, b) => a + b, 0));
    }),
  );
});

test('changes that do not touch each other may come in any order', () => {
  const apart = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 });
  const changes = fc
    .tuple(apart, fc.array(fc.tuple(fc.nat(1440), fc.boolean()), { minLength: 12, maxLength: 12 }))
    .map(([places, kinds]) =>
      places.map((place, i) => {
        const [minutes, isWeek] = kinds[i] ?? [0, false];
        const from = addDays(START, 10 * place);
        return isWeek
          ? hours(
              from,
              HOUR.map(() => minutes),
            )
          : days(from, addDays(from, 9), minutes);
      }),
    );
  fc.assert(
    fc.property(
      changes.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
      week,
      ([list, other], first) => {
        const begin = enrol(first, START, START);
        const one = foldTimetable([begin, ...list]);
        const two = foldTimetable([begin, ...other]);
        expect(two.weeks).toEqual(one.weeks);
        expect([...two.days].sort()).toEqual([...one.days].sort());
      },
    ),
  );
});

test('every week alike is the same on every day of a week', () => {
  const timetable = evenTimetable(10.5);
  expect(daysFrom(MONDAY, addDays(MONDAY, 6)).map((d) => minutesOn(timetable, d))).toEqual(
    HOUR.map(() => 90),
  );
});

function shuffled(list: readonly Event[]): fc.Arbitrary<Event[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}

function enrol(availability: number[], start: Day = MONDAY, today: Day = MONDAY): Event {
  const rest = { finish: null, timezone: 'UTC', weeks: {}, plannedBefore: null, folder: null };
  return happened('enrolled', null, { start, availability, ...rest }, { day: today });
}

function hours(from: Day, availability: number[]): Event {
  return happened('hours-changed', null, { from, availability });
}

function days(from: Day, to: Day, minutes: number | null): Event {
  return happened('days-changed', null, { from, to, minutes, title: null });
}

test('short breaks are left out, and long ones stay whole', () => {
  const days = (first: Day, count: number, minutes: number) =>
    [...Array(count).keys()].map((i) => [addDays(first, i), minutes] as const);
  const long = [...days('2027-01-04', 3, 0), ...days('2027-01-07', 2, 300)];
  const others = [...days('2027-02-01', 4, 0), ...days('2026-12-24', 1, 0)];
  const timetable = { weeks: evenTimetable(7).weeks, days: new Map([...others, ...long]) };
  expect(withoutShortBreaks(timetable, 5)).toEqual({ ...timetable, days: new Map(long) });
  expect(withoutShortBreaks(timetable, 1).days.size).toBe(10);
  expect(withoutShortBreaks(timetable, 6).days.size).toBe(0);
});
