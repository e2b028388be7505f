import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDay, type Zone } from '../../src/domain/day.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** North and south, halves and quarters of an hour, midnight changes and a day that was left out. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];
const ROLLOVERS = [0, 1, 2, 3, 4, 12];

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What a clock on the wall shows at an instant, as `Intl` knows it. */
function wallClock(timeZone: string): (instant: number) => Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map((p) => [p.type, Number(p.value)]));
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
    return {
      year: get('year'),
      month: get('month'),
      day: get('day'),
      hour: get('hour'),
      minute: get('minute'),
    };
  };
}

function zoneOf(wall: (instant: number) => Wall): Zone {
  return (instant) => {
    const { year, month, day, hour, minute } = wall(instant);
    const shown = Date.UTC(year, month - 1, day, hour, minute);
    return (shown - Math.floor(instant / MINUTE) * MINUTE) / MINUTE;
  };
}

/** The date on the wall, or the one before it while the roll-over hour has not come. */
function expectedDay({ year, month, day, hour }: Wall, rollover: number): string {
  const date = new Date(Date.UTC(year, month - 1, hour < rollover ? day - 1 : day));
  return date.toISOString().slice(0, 10);
}

const clocks = ZONES.map((name) => {
  const wall = wallClock(name);
  return { name, wall, zone: zoneOf(wall) };
});

/** Instants at which a zone's clocks change, to the hour, in a span of years. */
function changesOf(zone: Zone, from: number, to: number): number[] {
  const changes: number[] = [];
  for (let at = from; at < to; at += 24 * HOUR) {
    if (zone(at) === zone(at + 24 * HOUR)) continue;
    let hour = at;
    while (zone(hour) === zone(hour + HOUR)) hour += HOUR;
    changes.push(hour + HOUR);
  }
  return changes;
}

describe('the study day of an instant', () => {
  test('is the date on the wall, which changes at the roll-over hour', () => {
    const instant = fc.integer({
      min: Date.UTC(1990, 0, 1) / 1000,
      max: Date.UTC(2037, 11, 31) / 1000,
    });
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...clocks),
        fc.constantFrom(...ROLLOVERS),
        (seconds, { wall, zone }, rollover) => {
          const at = seconds * 1000;
          expect(studyDay(at, zone, rollover)).toBe(expectedDay(wall(at), rollover));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each(clocks.map(({ name }) => name))(
    'is right around every change of clocks: %s',
    (name) => {
      const { wall, zone } = clocks.find((clock) => clock.name === name) as (typeof clocks)[number];
      for (const year of [2011, 2018, 2024, 2026]) {
        for (const change of changesOf(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1))) {
          for (let at = change - 6 * HOUR; at < change + 6 * HOUR; at += 10 * MINUTE) {
            for (const rollover of ROLLOVERS) {
              expect(
                studyDay(at, zone, rollover),
                `${new Date(at).toISOString()}, roll-over ${rollover}`,
              ).toBe(expectedDay(wall(at), rollover));
            }
          }
        }
      }
    },
  );

  test('the sweep over clock changes really met some', () => {
    const berlin = clocks.find((clock) => clock.name === 'Europe/Berlin');
    const changes = changesOf(berlin?.zone as Zone, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
    expect(changes.map((at) => new Date(at).toISOString())).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ]);
  });

  test.each([
    ['2026-12-07T03:59:59.999Z', 0, 4, '2026-12-06'],
    ['2026-12-07T04:00:00Z', 0, 4, '2026-12-07'],
    ['2026-12-08T03:59:00Z', 0, 4, '2026-12-07'],
    ['2026-12-07T00:00:00Z', 0, 0, '2026-12-07'],
    ['2026-12-07T02:59:00Z', 60, 4, '2026-12-06'],
    ['2026-12-07T03:00:00Z', 60, 4, '2026-12-07'],
    ['2026-12-07T11:59:00Z', 0, 12, '2026-12-06'],
    ['2027-01-01T01:00:00Z', 0, 4, '2026-12-31'],
    ['2024-03-01T03:59:00Z', 0, 4, '2024-02-29'],
    ['2023-03-01T03:59:00Z', 0, 4, '2023-02-28'],
    ['2026-12-07T20:00:00Z', 14 * 60, 4, '2026-12-08'],
    ['2026-12-07T09:00:00Z', -11 * 60, 4, '2026-12-06'],
    ['2026-12-06T22:14:00Z', 345, 4, '2026-12-06'],
    ['2026-12-06T22:15:00Z', 345, 4, '2026-12-07'],
  ])('%s, %i minutes east, roll-over at %i: %s', (instant, offset, rollover, day) => {
    expect(studyDay(Date.parse(instant), () => offset, rollover)).toBe(day);
  });

  test('the hour lost in spring does not move the roll-over on the wall', () => {
    const berlin = clocks.find((clock) => clock.name === 'Europe/Berlin')?.zone as Zone;
    const before = Date.parse('2026-03-29T01:59:00Z');
    expect(studyDay(before, berlin, 4)).toBe('2026-03-28');
    expect(studyDay(before + MINUTE, berlin, 4)).toBe('2026-03-29');
  });
});
