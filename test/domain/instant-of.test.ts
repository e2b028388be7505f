import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instantOf, studyDay, type Zone } from '../../src/domain/day.ts';

const MINUTE = 60_000;

/** Minutes east of UTC as the platform's own zone database has them. */
function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    return (wall - instant) / MINUTE;
  };
}

/** What the clocks show at an instant, like `2027-03-28 03:30`. */
function wallOf(instant: number, zone: Zone): string {
  return new Date(instant + zone(instant) * MINUTE)
    .toISOString()
    .replace('T', ' ')
    .replace(':00.000Z', '');
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

describe('wall times', () => {
  test.each([
    // An ordinary evening, and the two nights of a year on which clocks change.
    ['Europe/Berlin', '2027-01-15', '18:00', '2027-01-15T17:00Z'],
    ['Europe/Berlin', '2027-03-28', '01:59', '2027-03-28T00:59Z'],
    ['Europe/Berlin', '2027-03-28', '02:00', '2027-03-28T01:00Z'],
    ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30Z'],
    ['Europe/Berlin', '2027-03-28', '03:00', '2027-03-28T01:00Z'],
    ['Europe/Berlin', '2027-03-28', '18:00', '2027-03-28T16:00Z'],
    ['Europe/Berlin', '2027-10-31', '01:59', '2027-10-30T23:59Z'],
    ['Europe/Berlin', '2027-10-31', '02:30', '2027-10-31T00:30Z'],
    ['Europe/Berlin', '2027-10-31', '03:00', '2027-10-31T02:00Z'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30Z'],
    ['America/New_York', '2027-03-14', '03:00', '2027-03-14T07:00Z'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30Z'],
    ['America/New_York', '2027-11-07', '02:00', '2027-11-07T07:00Z'],
    ['Asia/Kolkata', '2027-03-28', '06:15', '2027-03-28T00:45Z'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:45Z'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45Z'],
    // Clocks go forward at midnight, so the day begins at one.
    ['Africa/Cairo', '2027-04-30', '00:00', '2027-04-29T22:00Z'],
    // The whole of this day was left out of Samoa's calendar.
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00Z'],
    ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00Z'],
    // Past midnight by the minutes alone.
    ['Europe/Berlin', '2027-03-27', '26:30', '2027-03-28T01:30Z'],
  ])('%s, %s at %s is %s', (name, day, time, expected) => {
    const instant = instantOf(day, minutesOf(time), zoneOf(name));
    expect(new Date(instant).toISOString().replace(':00.000Z', 'Z')).toBe(expected);
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const zones = new Map(ZONES.map((name) => [name, zoneOf(name)]));
const zone = fc.constantFrom(...ZONES).map((name) => ({ name, zone: zones.get(name) as Zone }));

/** Made-up zones with one change, by any whole minutes up to three hours, at any minute. */
const changing = fc
  .record({
    at: fc.integer({ min: 0, max: 10 * 24 * 60 }).map((m) => Date.UTC(2027, 2, 20) + m * MINUTE),
    base: fc.integer({ min: -12 * 60, max: 14 * 60 }),
    by: fc.integer({ min: -180, max: 180 }),
  })
  .map(({ at, base, by }) => ({
    at,
    by,
    zone: ((instant) => (instant < at ? base : base + by)) as Zone,
  }));
const minute = fc.integer({ min: 0, max: 1439 });

describe('properties', () => {
  test('an instant comes back from its wall time, or the first one that shows it', () => {
    const instants = fc.integer({
      min: Date.UTC(1975, 0, 1) / MINUTE,
      max: Date.UTC(2040, 0, 1) / MINUTE,
    });
    fc.assert(
      fc.property(zone, instants, ({ zone }, at) => {
        const instant = at * MINUTE;
        const wall = wallOf(instant, zone);
        const back = instantOf(wall.slice(0, 10), minutesOf(wall.slice(11)), zone);
        expect(back).toBeLessThanOrEqual(instant);
        expect(wallOf(back, zone)).toBe(wall);
      }),
      { numRuns: 400 },
    );
  });

  test('around a change: shown times are kept, skipped ones come after it by as much', () => {
    fc.assert(
      fc.property(
        changing,
        fc.integer({ min: -2, max: 12 }),
        minute,
        ({ zone, at, by }, offset, minutes) => {
          const day = addDays('2027-03-20', offset);
          const instant = instantOf(day, minutes, zone);
          const wanted = `${day} ${new Date(minutes * MINUTE).toISOString().slice(11, 16)}`;
          if (wallOf(instant, zone) === wanted) {
            const earlier = [...Array(180).keys()].map((m) => instant - (m + 1) * MINUTE);
            expect(earlier.filter((other) => wallOf(other, zone) === wanted)).toEqual([]);
          } else {
            expect(by).toBeGreaterThan(0);
            expect(instant).toBeGreaterThanOrEqual(at);
            expect(instant).toBeLessThan(at + by * MINUTE);
            const shown = instant + zone(instant) * MINUTE - by * MINUTE;
            expect(new Date(shown).toISOString().slice(0, 16).replace('T', ' ')).toBe(wanted);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a wall time of a day is on that day, unless it was skipped over midnight', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 20_000 }), minute, ({ name, zone }, n, at) => {
        const day = addDays('1980-01-01', n);
        const found = studyDay(instantOf(day, at, zone), zone, 0);
        if (name === 'Pacific/Apia' || name === 'Pacific/Kiritimati') {
          expect([day, addDays(day, 1)]).toContain(found);
        } else {
          expect(found).toBe(day);
        }
      }),
      { numRuns: 400 },
    );
  });
});
