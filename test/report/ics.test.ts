import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, type Zone } from '../../src/domain/day.ts';
import { type PlanCalendar, type PlanEvent, planToIcs } from '../../src/report/ics.ts';

const MINUTE = 60_000;
const UTC: Zone = () => 0;

function block(more: Partial<PlanEvent> = {}): PlanEvent {
  return {
    day: '2027-03-27',
    kind: 'study',
    ref: 'math-vectors/3b1b-linear-algebra',
    title: 'Essence of linear algebra',
    portion: 'chapters 1 to 3',
    minutes: 45,
    topic: 'Vectors',
    url: 'https://example.org/watch?list=a,b;c&v=1',
    key: 'math-vectors/3b1b-linear-algebra/1',
    ...more,
  };
}

function plan(blocks: PlanEvent[], more: Partial<PlanCalendar> = {}): string {
  const path = { id: 'llm', title: 'From vectors to language models' };
  const stamp = Date.UTC(2026, 11, 7, 18, 30);
  return planToIcs({ path, blocks, zone: UTC, stamp, alarm: null, timed: null, ...more });
}

/** Read by a second library, which refuses what is no iCalendar. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((component) => ({
    component,
    event: new ICAL.Event(component),
    value: (name: string) => component.getFirstPropertyValue(name),
  }));
  return { calendar, events };
}

function only<T>(list: readonly T[]): T {
  expect(list).toHaveLength(1);
  return list[0] as T;
}

/** The zone as the platform has it. */
function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  return (instant) => {
    const text = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d+):(\d+))?/.exec(text ?? '') ?? [];
    if (!sign) return 0;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

describe('the calendar', () => {
  test('says what wrote it and what it is called, and asks for no answer', () => {
    const { calendar } = read(plan([block()]));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toBe('-//llmpath//llmpath//EN');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('From vectors to language models');
    expect(calendar.getFirstPropertyValue('method')).toBe(null);
  });

  test('without blocks it is a calendar still', () => {
    expect(read(plan([])).events).toEqual([]);
  });
});

describe('a block without a time', () => {
  test('takes its whole day, and leaves it free', () => {
    const { event, value } = only(read(plan([block({ day: '2028-02-29' })])).events);
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2028-02-29');
    expect(event.endDate.toString()).toBe('2028-03-01');
    expect(value('transp')).toBe('TRANSPARENT');
    expect(event.summary).toBe('Essence of linear algebra, chapters 1 to 3 (45 min)');
  });

  test('says what it is, where it is and how to say that it is done', () => {
    const { event, value } = only(read(plan([block()])).events);
    expect(event.description.split('\n')).toEqual([
      '45 min · Vectors',
      'math-vectors/3b1b-linear-algebra',
      'https://example.org/watch?list=a,b;c&v=1',
      '',
      'When it is done: llmpath done math-vectors/3b1b-linear-algebra',
    ]);
    expect(value('url')).toBe('https://example.org/watch?list=a,b;c&v=1');
  });

  test.each([
    ['study', 'When it is done: llmpath done math-vectors'],
    ['practice', 'When it is done: llmpath done math-vectors'],
    ['milestone', 'When it is done: llmpath done math-vectors'],
    ['quiz', 'llmpath quiz math-vectors'],
    ['review', 'llmpath quiz --due'],
  ] as const)('of %s ends with "%s"', (kind, expected) => {
    const { event } = only(read(plan([block({ kind, ref: 'math-vectors', url: null })])).events);
    expect(event.description.split('\n').at(-1)).toBe(expected);
  });

  test('of several topics says how long it takes and how to begin', () => {
    const review = block({ kind: 'review', ref: '', topic: '', portion: null, url: null });
    const { event } = only(read(plan([review])).events);
    expect(event.description).toBe('45 min\n\nllmpath quiz --due');
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'not an address', ''])(
    'never leads to %j',
    (url) => {
      const { event, value } = only(read(plan([block({ url })])).events);
      expect(value('url')).toBe(null);
      expect(event.description.split('\n')).toHaveLength(4);
    },
  );
});

describe('blocks with a time', () => {
  const starts = (text: string) =>
    read(text).events.map(({ event }) => event.startDate.toJSDate().toISOString().slice(0, 16));

  test('follow each other from the given time of each day', () => {
    const blocks = [
      block({ key: 'a', minutes: 45 }),
      block({ key: 'b', minutes: 30 }),
      block({ key: 'c', day: '2027-03-28', minutes: 60 }),
      block({ key: 'd', minutes: 15 }),
    ];
    const { events } = read(plan(blocks, { timed: 18 * 60 }));
    const spans = events.map(({ event }) => [event.startDate.toString(), event.endDate.toString()]);
    expect(spans).toEqual([
      ['2027-03-27T18:00:00Z', '2027-03-27T18:45:00Z'],
      ['2027-03-27T18:45:00Z', '2027-03-27T19:15:00Z'],
      ['2027-03-27T19:15:00Z', '2027-03-27T19:30:00Z'],
      ['2027-03-28T18:00:00Z', '2027-03-28T19:00:00Z'],
    ]);
    expect(events.map(({ value }) => value('transp'))).toEqual(Array(4).fill('OPAQUE'));
    expect(events[0]?.event.summary).toBe('Essence of linear algebra, chapters 1 to 3');
  });

  test.each([
    ['Europe/Berlin', '2027-03-27', 18 * 60, '2027-03-27T17:00'],
    ['Europe/Berlin', '2027-03-28', 18 * 60, '2027-03-28T16:00'],
    ['Europe/Berlin', '2027-03-28', 2 * 60 + 30, '2027-03-28T01:30'],
    ['Europe/Berlin', '2027-10-31', 2 * 60 + 30, '2027-10-31T00:30'],
    ['America/New_York', '2027-03-13', 9 * 60, '2027-03-13T14:00'],
    ['America/New_York', '2027-03-14', 9 * 60, '2027-03-14T13:00'],
    ['America/New_York', '2027-11-07', 23 * 60, '2027-11-08T04:00'],
    ['Asia/Kolkata', '2027-03-28', 6 * 60, '2027-03-28T00:30'],
  ])('in %s on %s at minute %i begin at %s UTC', (zone, day, timed, expected) => {
    expect(starts(plan([block({ day })], { zone: zoneOf(zone), timed }))).toEqual([expected]);
  });

  test('a row over a change of clocks has no gap and no overlap', () => {
    const blocks = ['a', 'b', 'c'].map((key) => block({ key, day: '2027-03-28', minutes: 60 }));
    const text = plan(blocks, { zone: zoneOf('Europe/Berlin'), timed: 60 });
    expect(starts(text)).toEqual(['2027-03-28T00:00', '2027-03-28T01:00', '2027-03-28T02:00']);
  });
});

describe('alarms', () => {
  test.each([
    [10, -600],
    [90, -5400],
    [0, 0],
  ])('%i minutes before', (alarm, seconds) => {
    const { component } = only(read(plan([block()], { alarm, timed: 600 })).events);
    const found = only(component.getAllSubcomponents('valarm'));
    expect(found.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(found.getFirstPropertyValue('description')).toContain('Essence of linear algebra');
    const trigger = found.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(trigger.toSeconds()).toBe(seconds);
  });

  test('only where one is wanted', () => {
    const { component } = only(read(plan([block()])).events);
    expect(component.getAllSubcomponents('valarm')).toEqual([]);
  });
});

describe('a later export', () => {
  const first = [block({ key: 'a' }), block({ key: 'b', day: '2027-03-29' })];
  const moved = [
    block({ key: 'b', day: '2027-04-02', minutes: 60, portion: null }),
    block({ key: 'a', day: '2027-03-30' }),
    block({ key: 'c' }),
  ];
  const uids = (text: string) => read(text).events.map(({ event }) => event.uid);

  test('names moved blocks as before, and new ones anew', () => {
    const [a, b] = uids(plan(first));
    const again = uids(plan(moved, { stamp: Date.UTC(2027, 0, 1), timed: 600 }));
    expect(again.slice(0, 2)).toEqual([b, a]);
    expect(new Set([...again, a, b]).size).toBe(3);
    for (const uid of again) expect(uid).toMatch(/^[0-9a-f-]{36}@llmpath$/);
  });

  test('never takes blocks of another path for its own', () => {
    const other = plan(first, { path: { id: 'llm-2', title: 'Another' } });
    expect(uids(other).filter((uid) => uids(plan(first)).includes(uid))).toEqual([]);
  });

  test('keeps to the names that exports have always had', () => {
    expect(uids(plan([block({ key: 'math-vectors/x/1' })]))).toEqual([
      '81b4fcae-9268-5330-8537-aaf6d7cae055@llmpath',
    ]);
  });

  test('is newer, by stamp and by sequence', () => {
    const stamps = [0, 1, 60, 366 * 24 * 60].map((m) => Date.UTC(2026, 11, 7) + m * MINUTE);
    const seen = stamps.map((stamp) => only(read(plan([block()], { stamp })).events));
    const sequences = seen.map(({ event }) => event.sequence);
    expect(sequences).toEqual([3646080, 3646081, 3646140, 4173120]);
    const dates = seen.map(({ value }) => (value('dtstamp') as ICAL.Time).toJSDate().getTime());
    expect(dates).toEqual(stamps);
  });
});

/** Text of strangers: every plane of Unicode, line ends, marks of the format, broken halves. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
        '\nATTACH:file:///etc/passwd',
        '\u2028',
        '\u0000',
        '\u001b]0;x\u0007',
        '\u202e',
        '\ud83d',
        '\\n',
        '\\',
        ';',
        ',',
        ':',
        '"',
        '数学と線形代数',
        '🧮🧑‍🔬',
        'é',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const plans = fc.record({
  title: hostile,
  blocks: fc.array(
    fc
      .record({
        offset: fc.integer({ min: 0, max: 400 }),
        kind: fc.constantFrom('study', 'practice', 'quiz', 'review', 'milestone'),
        ref: hostile,
        title: hostile,
        portion: fc.option(hostile),
        minutes: fc.integer({ min: 1, max: 600 }),
        topic: hostile,
        url: fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile)),
        key: hostile,
      })
      .map(({ offset, ...rest }) => ({ ...rest, day: addDays('2026-12-07', offset) }) as PlanEvent),
    { maxLength: 4 },
  ),
  alarm: fc.option(fc.integer({ min: 0, max: 1440 })),
  timed: fc.option(fc.integer({ min: 0, max: 1439 })),
});

describe('whatever the texts', () => {
  test('lines are at most 75 octets, and end in CRLF and nothing else', () => {
    fc.assert(
      fc.property(plans, ({ title, ...rest }) => {
        const text = plan(rest.blocks, { path: { id: 'p', title }, ...rest });
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(Buffer.from(text).toString()).toBe(text);
      }),
    );
  });

  test('there are as many events as blocks, with the lines of one and no more', () => {
    fc.assert(
      fc.property(plans, ({ title, ...rest }) => {
        const text = plan(rest.blocks, { path: { id: 'p', title }, ...rest });
        const { calendar, events } = read(text);
        expect(calendar.getAllProperties().map(({ name }) => name)).toEqual([
          'version',
          'prodid',
          'x-wr-calname',
        ]);
        expect(calendar.getAllSubcomponents()).toHaveLength(rest.blocks.length);
        for (const { component } of events) {
          const names = component.getAllProperties().map(({ name }) => name);
          expect(names.filter((name) => name !== 'url')).toEqual([
            'uid',
            'dtstamp',
            'sequence',
            'description',
            'summary',
            'dtstart',
            'dtend',
            'transp',
          ]);
        }
      }),
    );
  });

  test('what is read back holds nothing that could act on a terminal or a calendar', () => {
    fc.assert(
      fc.property(plans, ({ title, ...rest }) => {
        const { events } = read(plan(rest.blocks, { path: { id: 'p', title }, ...rest }));
        for (const { event } of events) {
          expect(event.summary).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
          expect(event.description.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
          expect(event.description.split('\n').length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('plain text comes back as it was, folded or not', () => {
    const plain = fc
      .array(fc.constantFrom('a', ' b', ';', ',', '\\', 'é', '数', '🧮', ':', '"', '\\n'), {
        minLength: 1,
        maxLength: 200,
      })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(plain, (title) => {
        const text = plan([block({ title, portion: null })], {
          path: { id: 'p', title },
          timed: 0,
          alarm: 5,
        });
        const { calendar, events } = read(text);
        const { component, event } = only(events);
        expect(event.summary).toBe(title);
        const alarm = only(component.getAllSubcomponents('valarm'));
        expect(alarm.getFirstPropertyValue('description')).toBe(title);
        expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(
          title.replaceAll('\\', '\\\\').replaceAll(/[;,]/g, '\\$&'),
        );
      }),
    );
  });
});
