import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type DaysOff, readDaysOff } from '../../src/content/read-calendar.ts';
import { addDays, daysBetween, weekday } from '../../src/domain/day.ts';
import { isUserError } from '../../src/domain/error.ts';

const FROM = '2026-12-07';
const TO = '2027-12-31';

function calendar(...events: string[][]): string {
  const inner = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN'];
  return [...head, ...inner, 'END:VCALENDAR', ''].join('\r\n');
}

/** Like `2026-12-24..2026-12-26 Winter break`. */
function rangesOf(text: string, options = {}, from = FROM, to = TO): string[] {
  return readDaysOff(text, from, to, options).ranges.map((range) => {
    const days = range.from === range.to ? range.from : `${range.from}..${range.to}`;
    return `${days} ${range.title}`.trim();
  });
}

function daysIn({ ranges }: DaysOff): string[] {
  return ranges.flatMap(({ from, to }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)),
  );
}

function errorOf(text: string) {
  try {
    readDaysOff(text, FROM, TO);
  } catch (error) {
    if (isUserError(error)) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('calendars as programs write them', () => {
  test('Google: folded lines, whole days, a time in a zone, a series changed once', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:me@example.org',
      'X-WR-TIMEZONE:Europe/Berlin',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:DAYLIGHT',
      'DTSTART:19700329T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20270103',
      'DTSTAMP:20261201T120000Z',
      'UID:1abc@google.com',
      'SUMMARY:Winter break\\, with the ',
      ' whole family',
      'TRANSP:OPAQUE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:This is an event reminder',
      'SUMMARY:An alarm has a summary too',
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Europe/Berlin:20261210T090000',
      'DTEND;TZID=Europe/Berlin:20261210T100000',
      'UID:2abc@google.com',
      'SUMMARY:Dentist',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270108',
      'DTEND;VALUE=DATE:20270109',
      'RRULE:FREQ=WEEKLY;UNTIL=20270129;BYDAY=FR',
      'UID:3abc@google.com',
      'SUMMARY:Choir',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270116',
      'DTEND;VALUE=DATE:20270117',
      'RECURRENCE-ID;VALUE=DATE:20270115',
      'UID:3abc@google.com',
      'SUMMARY:Choir\\, on a Saturday',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270501',
      'DTEND;VALUE=DATE:20270502',
      'UID:4abc@google.com',
      'SUMMARY:Labour Day',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(rangesOf(text)).toEqual([
      '2026-12-24..2027-01-02 Winter break, with the whole family',
      '2027-01-08 Choir',
      '2027-01-16 Choir, on a Saturday',
      '2027-01-22 Choir',
      '2027-01-29 Choir',
    ]);
    const { free, timed } = readDaysOff(text, FROM, TO);
    expect({ free, timed }).toEqual({ free: 1, timed: 1 });
    expect(rangesOf(text, { free: true })).toContain('2027-05-01 Labour Day');
  });

  test('Outlook: whole days from midnight to midnight under its own mark, out of office', () => {
    const text = [
      '\uFEFFBEGIN:VCALENDAR',
      'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
      'VERSION:2.0',
      'METHOD:PUBLISH',
      'X-MS-OLK-FORCEINSPECTOROPEN:TRUE',
      'BEGIN:VEVENT',
      'CLASS:PUBLIC',
      'DTEND;TZID="W. Europe Standard Time":20270220T000000',
      'DTSTART;TZID="W. Europe Standard Time":20270215T000000',
      'PRIORITY:5',
      'SEQUENCE:0',
      'SUMMARY;LANGUAGE=en-gb:Skiing; no laptop',
      'TRANSP:OPAQUE',
      'UID:040000008200E00074C5B7101A82E008',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTEND;TZID="W. Europe Standard Time":20270302T000000',
      'DTSTART;TZID="W. Europe Standard Time":20270301T000000',
      'SUMMARY:Night train',
      'UID:040000008200E00074C5B7101A82E009',
      'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270326',
      'DTEND;VALUE=DATE:20270330',
      'SUMMARY:Easter',
      'UID:040000008200E00074C5B7101A82E010',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    expect(rangesOf(text)).toEqual([
      '2027-02-15..2027-02-19 Skiing; no laptop',
      '2027-03-26..2027-03-29 Easter',
    ]);
    expect(readDaysOff(text, FROM, TO).timed).toBe(1);
  });

  test('Apple: bare line feeds, a birthday without a year, a series with a day taken out', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Apple Inc.//macOS 15.1//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:7C2A',
      'DTSTART;X-APPLE-OMIT-YEAR=1604;VALUE=DATE:16040612',
      'DURATION:P1D',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Ada’s birthday',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:7C2B',
      'DTSTART;VALUE=DATE:20270705',
      'DTEND;VALUE=DATE:20270708',
      'RRULE:FREQ=MONTHLY;INTERVAL=1;COUNT=4',
      'EXDATE;VALUE=DATE:20270805',
      'SUMMARY:On the farm',
      'END:VEVENT',
      'BEGIN:VTODO',
      'UID:7C2C',
      'DTSTART;VALUE=DATE:20270401',
      'SUMMARY:Not an event',
      'END:VTODO',
      'END:VCALENDAR',
    ].join('\n');
    expect(rangesOf(text)).toEqual([
      '2027-06-12 Ada’s birthday',
      '2027-07-05..2027-07-07 On the farm',
      '2027-09-05..2027-09-07 On the farm',
      '2027-10-05..2027-10-07 On the farm',
    ]);
  });
});

describe('how long', () => {
  const start = 'DTSTART;VALUE=DATE:20270301';
  test.each([
    ['no end', [start], '2027-03-01'],
    [
      'an end, which is not included',
      [start, 'DTEND;VALUE=DATE:20270304'],
      '2027-03-01..2027-03-03',
    ],
    ['an end on the same day', [start, 'DTEND;VALUE=DATE:20270301'], '2027-03-01'],
    ['an end before the beginning', [start, 'DTEND;VALUE=DATE:20270201'], '2027-03-01'],
    ['days', [start, 'DURATION:P3D'], '2027-03-01..2027-03-03'],
    ['weeks', [start, 'DURATION:P2W'], '2027-03-01..2027-03-14'],
    ['hours', [start, 'DURATION:PT36H'], '2027-03-01..2027-03-02'],
    ['less than nothing', [start, 'DURATION:-P3D'], '2027-03-01'],
    ['for ever', [start, 'DURATION:P99999999999999999999W'], '2027-03-01..2027-12-31'],
    ['a day without its type', ['DTSTART:20270301', 'DTEND:20270303'], '2027-03-01..2027-03-02'],
    ['small letters', ['dtstart;value=date:20270301'], '2027-03-01'],
  ])('%s', (_, lines, expected) => {
    expect(rangesOf(calendar(lines))).toEqual([expected]);
  });

  test.each([
    ['20261206', '20261208', ['2026-12-07']],
    ['20200101', '20300101', ['2026-12-07..2027-12-31']],
    ['20271231', '20280105', ['2027-12-31']],
    ['20261201', '20261207', []],
    ['20280101', '20280102', []],
  ])('from %s to %s, as far as it is between the days asked for', (start, end, expected) => {
    const lines = [`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`];
    expect(rangesOf(calendar(lines))).toEqual(expected);
  });
});

describe('what is left out', () => {
  const day = 'DTSTART;VALUE=DATE:20270301';

  test('what is cancelled, and a cancelled day of a series', () => {
    const text = calendar(
      [day, 'STATUS:CANCELLED', 'UID:a'],
      ['DTSTART;VALUE=DATE:20270401', 'RRULE:FREQ=DAILY;COUNT=3', 'UID:b'],
      [
        'DTSTART;VALUE=DATE:20270402',
        'RECURRENCE-ID;VALUE=DATE:20270402',
        'UID:b',
        'STATUS:CANCELLED',
      ],
      ['DTSTART:20270301T090000Z', 'STATUS:CANCELLED', 'UID:c'],
    );
    expect(rangesOf(text)).toEqual(['2027-04-01', '2027-04-03']);
    expect(readDaysOff(text, FROM, TO).timed).toBe(0);
  });

  test('what leaves the day free, counted only between the days asked for', () => {
    const text = calendar(
      [day, 'TRANSP:TRANSPARENT'],
      ['DTSTART;VALUE=DATE:20250301', 'RRULE:FREQ=YEARLY', 'TRANSP:TRANSPARENT'],
      ['DTSTART;VALUE=DATE:20250302', 'TRANSP:TRANSPARENT'],
      ['DTSTART;VALUE=DATE:20270401', 'TRANSP:OPAQUE'],
    );
    expect(rangesOf(text)).toEqual(['2027-04-01']);
    expect(readDaysOff(text, FROM, TO).free).toBe(2);
    expect(rangesOf(text, { free: true })).toEqual(['2027-03-01', '2027-04-01']);
    expect(readDaysOff(text, FROM, TO, { free: true }).free).toBe(0);
  });

  test('a day of a series that became one with a time', () => {
    const text = calendar(
      ['DTSTART;VALUE=DATE:20270401', 'RRULE:FREQ=DAILY;COUNT=3', 'UID:b'],
      ['DTSTART:20270402T090000Z', 'RECURRENCE-ID;VALUE=DATE:20270402', 'UID:b'],
    );
    expect(rangesOf(text)).toEqual(['2027-04-01', '2027-04-03']);
    expect(readDaysOff(text, FROM, TO).timed).toBe(1);
  });

  test('nothing is there where a calendar has no events', () => {
    expect(readDaysOff(calendar(), FROM, TO)).toEqual({ ranges: [], free: 0, timed: 0 });
  });
});

describe('changes of a series', () => {
  const series = ['DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=WEEKLY;COUNT=5', 'UID:a', 'SUMMARY:A'];

  test('from a day onwards', () => {
    const change = [
      'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270118',
      'DTSTART;VALUE=DATE:20270119',
      'DTEND;VALUE=DATE:20270121',
      'UID:a',
      'SUMMARY:B',
    ];
    expect(rangesOf(calendar(series, change))).toEqual([
      '2027-01-04 A',
      '2027-01-11 A',
      '2027-01-19..2027-01-20 B',
      '2027-01-26..2027-01-27 B',
      '2027-02-02..2027-02-03 B',
    ]);
  });

  test('into the days asked for, from outside them', () => {
    const moved = ['RECURRENCE-ID:20270201', 'DTSTART:20261224', 'UID:a', 'SUMMARY:moved'];
    expect(rangesOf(calendar(series, moved), {}, FROM, '2026-12-31')).toEqual(['2026-12-24 moved']);
  });

  test('belong to their own series only', () => {
    const other = ['RECURRENCE-ID:20270104', 'DTSTART:20270105', 'UID:b', 'SUMMARY:B'];
    expect(rangesOf(calendar(series, other), {}, FROM, '2027-01-08')).toEqual([
      '2027-01-04 A',
      '2027-01-05 B',
    ]);
  });
});

describe('rules', () => {
  test.each([
    // The examples of RFC 5545, section 3.8.5.3, as whole days, and what calendars really hold.
    ['20261210', 'FREQ=DAILY;INTERVAL=10;COUNT=5', '12-10 12-20 12-30 01-09 01-19'],
    ['20261209', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3', '12-09 12-23 01-06'],
    ['20261208', 'FREQ=WEEKLY;COUNT=5;WKST=SU;BYDAY=TU,TH', '12-08 12-10 12-15 12-17 12-22'],
    ['19970805', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;UNTIL=20270101', '12-15 12-20 12-29'],
    [
      '19970805',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;UNTIL=20270101',
      '12-13 12-15 12-27 12-29',
    ],
    ['20270101', 'FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '01-01 02-05 03-05'],
    ['20270103', 'FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU', '01-03 01-31 03-07 03-28'],
    ['20270129', 'FREQ=MONTHLY;BYMONTHDAY=-3;UNTIL=20270430', '01-29 02-26 03-29 04-28'],
    ['20270131', 'FREQ=MONTHLY;UNTIL=20270601', '01-31 03-31 05-31'],
    ['19980213', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '08-13'],
    ['20261231', 'FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '12-31 01-29 02-26'],
    ['19971225', 'FREQ=YEARLY', '12-25 12-25'],
    ['20240229', 'FREQ=YEARLY', ''],
    ['20260302', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ''],
    ['19970101', 'FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200', '01-01 04-10 07-19'],
    ['19970519', 'FREQ=YEARLY;BYDAY=20MO', '05-17'],
    ['19970512', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '05-17'],
    ['19970101', 'FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU', '01-03'],
    ['19970313', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH', '03-04 03-11 03-18 03-25'],
    ['19961105', 'FREQ=YEARLY;INTERVAL=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ''],
    ['20080324', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '11-25'],
    ['20270110', 'FREQ=DAILY;BYMONTH=1;BYDAY=SU;BYHOUR=0;BYMINUTE=0', '01-10 01-17 01-24 01-31'],
    ['20270110', 'freq=daily;count=2', '01-10 01-11'],
    ['20270110', 'FREQ=DAILY;INTERVAL=0;COUNT=2;', '01-10 01-11'],
    ['20270110', 'FREQ=WEEKLY;UNTIL=20270124T225959Z', '01-10 01-17 01-24'],
  ])('from %s, %s', (start, rule, expected) => {
    const text = calendar([`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`]);
    const days = daysIn(readDaysOff(text, FROM, TO)).map((day) => day.slice(5));
    expect(days.join(' ')).toBe(expected);
  });

  test('days beside the rule, and days taken out of it', () => {
    const text = calendar([
      'DTSTART;VALUE=DATE:20270301',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RRULE:FREQ=MONTHLY;COUNT=2',
      'RDATE;VALUE=DATE:20270310,20270312',
      'RDATE;VALUE=PERIOD:20270320T000000Z/P1D',
      'EXDATE;VALUE=DATE:20270301,20270312',
      'EXDATE:20270315T000000',
    ]);
    expect(rangesOf(text)).toEqual(['2027-03-08', '2027-03-10', '2027-03-20', '2027-04-01']);
  });

  test('a long event that began before the days asked for reaches into them', () => {
    const text = calendar([
      'DTSTART;VALUE=DATE:20200705',
      'DURATION:P60D',
      'RRULE:FREQ=YEARLY',
      'SUMMARY:Summer',
    ]);
    expect(rangesOf(text, {}, '2027-08-20', '2028-07-10')).toEqual([
      '2027-08-20..2027-09-02 Summer',
      '2028-07-05..2028-07-10 Summer',
    ]);
  });

  test('the library finds the same days for the rules that people make', () => {
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const part = (name: string, values: fc.Arbitrary<string | number>, most: number) =>
      fc
        .option(fc.uniqueArray(values, { minLength: 1, maxLength: most }))
        .map((list) => (list ? `;${name}=${list.join(',')}` : ''));
    const rule = fc.oneof(
      fc.constant('FREQ=DAILY'),
      part('BYDAY', weekday, 4).map((days) => `FREQ=WEEKLY${days}`),
      part('BYMONTHDAY', fc.integer({ min: 1, max: 28 }), 3).map((days) => `FREQ=MONTHLY${days}`),
      fc
        .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), weekday)
        .map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
      fc.constant('FREQ=YEARLY'),
    );
    const end = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
      fc.integer({ min: 0, max: 900 }).map((n) => {
        return `;UNTIL=${addDays('2026-01-01', n).replaceAll('-', '')}`;
      }),
    );
    const starts = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
    const intervals = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(rule, intervals, end, starts, (base, interval, until, start) => {
        const text = `${base};INTERVAL=${interval}${until}`;
        const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
        const expected = new Set<string>();
        for (let next = iterator.next(); next && next.toString() <= TO; next = iterator.next()) {
          expected.add(next.toString());
        }
        // A first day that the rule does not name counts for it, which the library leaves open.
        fc.pre(expected.has(start));
        const lines = [`DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`, `RRULE:${text}`];
        const found = daysIn(readDaysOff(calendar(lines), FROM, TO));
        expect(found).toEqual([...expected].filter((day) => day >= FROM));
      }),
      { numRuns: 400 },
    );
  });
});

describe('ranges', () => {
  const day = (start: string, end: string, title: string) => [
    `DTSTART;VALUE=DATE:${start}`,
    `DTEND;VALUE=DATE:${end}`,
    `SUMMARY:${title}`,
  ];

  test('are in order, joined where they share days or have the same title in a row', () => {
    const text = calendar(
      day('20270320', '20270321', 'Later'),
      day('20270303', '20270306', 'Conference'),
      day('20270301', '20270304', 'Trip'),
      day('20270310', '20270311', 'Course'),
      day('20270311', '20270312', 'Course'),
      day('20270312', '20270313', 'Party'),
    );
    expect(rangesOf(text)).toEqual([
      '2027-03-01..2027-03-05 Trip, Conference',
      '2027-03-10..2027-03-11 Course',
      '2027-03-12 Party',
      '2027-03-20 Later',
    ]);
  });

  test('have titles that are safe to show, and not without end', () => {
    const evil = 'Break\\n\u001b]0;owned\u0007 \u202Efiles\u0000 away';
    const text = calendar(
      day('20270301', '20270302', evil),
      day('20270310', '20270311', '🎄'.repeat(500)),
    );
    const [first, second] = readDaysOff(text, FROM, TO).ranges;
    expect(first?.title).toBe('Break ]0;owned files away');
    expect(second?.title).toBe(`${'🎄'.repeat(50)}…`);
  });

  test('whatever the order of the events', () => {
    const events = [
      day('20270301', '20270304', 'Trip'),
      day('20270303', '20270306', 'Conference'),
      day('20270303', '20270306', 'Another'),
      day('20270310', '20270312', 'Course'),
      [...day('20270312', '20270313', 'Course'), 'RRULE:FREQ=DAILY;COUNT=9'],
    ];
    const whole = rangesOf(calendar(...events));
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(rangesOf(calendar(...shuffled))).toEqual(whole);
      }),
    );
  });
});

describe('bad files', () => {
  const event = ['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270301', 'END:VEVENT'];
  test.each([
    ['', 'calendar.empty', 'The calendar is empty.'],
    [' \r\n\t\r\n', 'calendar.empty', 'The calendar is empty.'],
    [
      '<!DOCTYPE html>\n<title>Sign in</title>',
      'calendar.invalid',
      'This is no calendar: it begins with "<!DOCTYPE html>", not with BEGIN:VCALENDAR.',
    ],
    [
      '\u001b[2JBEGIN:VCARD',
      'calendar.invalid',
      'This is no calendar: it begins with "[2JBEGIN:VCARD", not with BEGIN:VCALENDAR.',
    ],
    [
      ['BEGIN:VCALENDAR', ...event].join('\r\n'),
      'calendar.damaged',
      'The calendar is damaged at line 1: VCALENDAR begins here and never ends.',
    ],
    [
      ['BEGIN:VCALENDAR', ...event, 'BEGIN:VEVENT', 'DTST'].join('\r\n'),
      'calendar.damaged',
      'The calendar is damaged at line 5: VEVENT begins here and never ends.',
    ],
    [
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR'].join('\r\n'),
      'calendar.damaged',
      'The calendar is damaged at line 3: VEVENT is still open.',
    ],
    [
      ['BEGIN:VCALENDAR', 'END:VCALENDAR', 'END:VCALENDAR'].join('\r\n'),
      'calendar.damaged',
      'The calendar is damaged at line 3: nothing is open here.',
    ],
    [
      calendar(['SUMMARY:folded\r\n  over\r\n  lines', 'DTSTART;VALUE=DATE:20270230']),
      'calendar.damaged',
      'The calendar is damaged at line 8: this is no day.',
    ],
    [
      calendar(['DTSTART;VALUE=DATE:today']),
      'calendar.damaged',
      'The calendar is damaged at line 5: this is no day.',
    ],
    [
      calendar(['DTSTART;VALUE=DATE:20270301', 'EXDATE;VALUE=DATE:20270301,2027']),
      'calendar.damaged',
      'The calendar is damaged at line 6: this is no day.',
    ],
    [
      calendar(['DTSTART;VALUE=DATE:20270301', 'DURATION:a while']),
      'calendar.damaged',
      'The calendar is damaged at line 6: this is no duration.',
    ],
    [
      calendar(['DTSTART;VALUE="DATE:20270301']),
      'calendar.damaged',
      'The calendar is damaged at line 5: it cannot be read.',
    ],
    ...['FREQ=HOURLY', 'FREQ=SECONDLY;COUNT=9', 'COUNT=3', 'FREQ=DAILY;UNTIL=soon'].map((rule) => [
      calendar(['DTSTART;VALUE=DATE:20270301', `RRULE:${rule}`]),
      'calendar.damaged',
      'The calendar is damaged at line 6: this is no rule for repeating days.',
    ]),
    [
      calendar(['DTSTART;VALUE=DATE:20270301', `RRULE:FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(600)}1`]),
      'calendar.damaged',
      'The calendar is damaged at line 6: the rule is far too long.',
    ],
    [
      calendar([`DTSTART${';a=b'.repeat(6000)}:20270301`]),
      'calendar.damaged',
      'The calendar is damaged at line 5: DTSTART is far too long.',
    ],
    [
      'BEGIN:VCALENDAR\r\n'.repeat(400_000),
      'calendar.too-large',
      'The calendar is larger than 5 MB.',
    ],
  ] as [string, string, string][])(
    '%# are told in one sentence, with a hint',
    (text, code, message) => {
      const error = errorOf(text);
      expect({ code: error.code, message: error.message }).toEqual({ code, message });
      expect(error.hint).toBeTruthy();
    },
  );

  test('what is damaged in lines that say nothing of days off is let be', () => {
    const text = calendar([
      'DTSTART;VALUE=DATE:20270301',
      'DESCRIPTION:first line',
      'second line that the writer forgot to fold',
      'DTSTAMP:yesterday',
      'ATTENDEE;CN="no end:mailto:a@b.org',
      `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'A'.repeat(1_000_000)}`,
      'X-constructor;__proto__=1:2',
    ]);
    expect(rangesOf(text)).toEqual(['2027-03-01']);
  });

  test('an event with a time is not looked into', () => {
    const text = calendar([
      'DTSTART;TZID=Nowhere/Land:20270301T090000',
      'DTEND;TZID=Nowhere/Land:2027',
      'RRULE:FREQ=SECONDLY',
    ]);
    expect(readDaysOff(text, FROM, TO)).toEqual({ ranges: [], free: 0, timed: 1 });
  });
});

describe('rules that never end', () => {
  test.each([
    'FREQ=DAILY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    `FREQ=DAILY;INTERVAL=${'9'.repeat(500)}`,
    'FREQ=DAILY;COUNT=99999999999999999999',
    'FREQ=WEEKLY;BYWEEKNO=1,2;BYDAY=MO',
    `FREQ=WEEKLY;INTERVAL=${'9'.repeat(20)}`,
    'FREQ=MONTHLY;INTERVAL=4800;BYDAY=5MO',
    'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=MONTHLY;BYSETPOS=300;BYDAY=MO',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=YEARLY;BYYEARDAY=-366',
  ])('%s is read at once', (rule) => {
    const lines = ['DTSTART;VALUE=DATE:16040202', `RRULE:${rule}`];
    const began = performance.now();
    readDaysOff(calendar(lines), FROM, TO);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test.each([
    ['counted from long ago', '16040202', 'FREQ=DAILY;COUNT=9999999'],
    ['on every day', '20260202', 'FREQ=DAILY'],
    ['with long rules', '20260202', `FREQ=MONTHLY;BYDAY=${'MO,-1TU,'.repeat(100)}SU`],
  ])('thousands %s are refused', (_, start, rule) => {
    const lines = [`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`];
    const error = errorOf(calendar(...Array.from({ length: 4_000 }, () => lines)));
    expect(error.code).toBe('calendar.too-large');
    expect(error.message).toBe('The events of the calendar repeat too often to be read.');
  });

  test('a calendar of a whole life is not', () => {
    const born = Array.from({ length: 2_000 }, (_, i) => addDays('1950-01-01', 13 * i));
    const birthdays = born.map((day) => [
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      'RRULE:FREQ=YEARLY',
    ]);
    const bins = ['DTSTART;VALUE=DATE:20000103', 'RRULE:FREQ=WEEKLY'];
    const text = calendar(...birthdays, ...Array(200).fill(bins));
    const found = daysIn(readDaysOff(text, FROM, TO));
    const dates = new Set(born.map((day) => day.slice(5)));
    const all = Array.from({ length: 390 }, (_, i) => addDays(FROM, i));
    expect(found).toEqual(all.filter((day) => dates.has(day.slice(5)) || weekday(day) === 0));
  });
});
