import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/render/text.ts';
import {
  BIN,
  type Learner,
  newLearner as learnerAt,
  type Result,
  temporaryFolder,
} from '../helpers/cli.ts';
import { fingerprints } from '../helpers/hash.ts';
import { said } from '../helpers/said.ts';
import { sharedHome } from '../helpers/shared-home.ts';

interface Hours {
  week: number[];
  changes: { from: string; week: number[] }[];
  days: { from: string; to: string; minutes: number; title: string | null }[];
}

interface Change {
  changed: { from: string; to: string; minutes: number | null; title: string | null }[];
  already: number;
  finish: { before: { p50: string }; after: { p50: string } };
  calendar?: { days: number; kept: number; free: number; timed: number };
}

const ENROL = ['init', '--hours', 'mon=1,wed=1.5,sat=3', '--start', '2026-12-07'];
const compiled = sharedHome(['path', 'compile']);

/** A learner with a home of their own, in which the path is compiled already. */
function newLearner(): Learner {
  const home = join(temporaryFolder(), 'home');
  cpSync(compiled().home, home, { recursive: true });
  return { ...learnerAt({ env: { LLMPATH_HOME: home } }), home };
}

const WEEK = [60, 0, 90, 0, 0, 180, 0];
const NINE = [77, 77, 77, 77, 77, 77, 78];

describe('hours', () => {
  test('the usual week changes from today, from a later day, and back by undo', () => {
    const learner = newLearner();
    learner.json(...ENROL);
    expect(hoursOf(learner)).toEqual({
      schema: 'llmpath/hours@1',
      week: WEEK,
      changes: [],
      days: [],
    });

    const later = learner.json<Change>('hours', '9', '--from', '2027-02-01');
    expect(later).toMatchObject({ from: '2027-02-01', week: NINE });
    expect(later.finish.after.p50 < later.finish.before.p50).toBe(true);
    expect(hoursOf(learner)).toMatchObject({
      week: WEEK,
      changes: [{ from: '2027-02-01', week: NINE }],
    });
    expect(capacityOn(learner, '2027-01-30')).toBe(180);
    expect(capacityOn(learner, '2027-02-02')).toBe(77);

    const now = learner.run('hours', 'sat=4');
    expect(now.stdout).toContain('Usual week from today: sat 4 h: 4 h a week');
    expect(now.stdout).toContain('before  mon 1 h, wed 1 h 30, sat 3 h: 5 h 30 a week');
    expect(now.stdout).toContain('later   9 h a week from Mon 1 Feb 2027, as you said before');
    expect(now.stdout).toContain('undo    llmpath undo');
    expect(hoursOf(learner).week).toEqual([0, 0, 0, 0, 0, 240, 0]);

    learner.json('undo', '2');
    expect(hoursOf(learner)).toMatchObject({ week: WEEK, changes: [] });
    learner.json('redo');
    expect(hoursOf(learner).changes).toHaveLength(1);
  });

  test('single days are longer, shorter, and usual again', () => {
    const learner = newLearner();
    learner.json(...ENROL);
    const long = learner.json<Change>('hours', '1h30', '--on', '2026-12-26..2026-12-28');
    expect(long.changed).toEqual([
      { from: '2026-12-26', to: '2026-12-28', minutes: 90, title: null },
    ]);
    expect(capacityOn(learner, '2026-12-27')).toBe(90);
    learner.json('hours', '0', '--on', '2026-12-28');
    expect(daysOff(learner)).toEqual([{ from: '2026-12-28', to: '2026-12-28', title: null }]);
    expect(hoursOf(learner).days).toMatchObject([
      { from: '2026-12-26', to: '2026-12-27', minutes: 90 },
      { from: '2026-12-28', to: '2026-12-28', minutes: 0 },
    ]);
    // The Saturday gives an hour and a half back, the Sunday takes it, and so does not the Monday.
    const usual = learner.run('hours', 'usual', '--on', '2026-12-20..2026-12-28').stdout;
    expect(usual).toContain('Sun 20 Dec – Mon 28 Dec: the usual hours');
    expect(usual).toContain('time    1 h more in all');
    expect(hoursOf(learner).days).toEqual([]);
    expect(learner.run('hours', 'usual', '--on', '2026-12-26').stdout).toContain(
      'Sat 26 Dec: the usual hours already; nothing changed',
    );
  });

  test('said again, nothing changes', () => {
    const learner = newLearner();
    learner.json(...ENROL);
    const events = eventCount(learner);
    const again = learner.run('hours', 'mon=1,wed=1.5,sat=3');
    expect(again.code).toBe(0);
    expect(said(again.stdout)).toContain('5 h 30 a week already; nothing changed');
    expect(again.stdout).not.toContain('undo');
    expect(eventCount(learner)).toBe(events);
  });

  test('without an enrolment the path’s pace is the usual week until a later one begins', () => {
    const learner = newLearner();
    const { week } = hoursOf(learner);
    expect(week.reduce((sum, minutes) => sum + minutes, 0)).toBe(9 * 60);
    learner.json('off', '2026-12-24');
    expect(capacityOn(learner, '2026-12-23')).toBe(77);
    expect(planned(learner)).not.toContain('2026-12-24');
    learner.json('hours', '2', '--from', '2027-01-04');
    expect(hoursOf(learner)).toMatchObject({ week: NINE, changes: [{ from: '2027-01-04' }] });
    learner.json('hours', '14');
    expect(hoursOf(learner).week).toEqual([120, 120, 120, 120, 120, 120, 120]);
    expect(learner.run('hours').stderr).toContain('at 14 h a week. llmpath init makes it yours.');
  });

  test('before the start, the usual week changes from the start on', () => {
    const learner = newLearner();
    learner.json('init', '--hours', '5', '--start', '2027-01-04');
    for (const args of [
      ['hours', '9'],
      ['hours', 'sat=3', '--from', '2026-12-20'],
    ]) {
      expect(learner.json<{ from: string }>(...args).from).toBe('2027-01-04');
    }
    expect(hoursOf(learner)).toMatchObject({ week: [0, 0, 0, 0, 0, 180, 0], changes: [] });
  });

  test('the day rolls over where the learner lives', () => {
    const learner = newLearner().at('2026-12-07T22:00:00Z');
    learner.json('init', '--timezone', 'Asia/Tokyo');
    expect(learner.json<{ from: string }>('hours', '5').from).toBe('2026-12-08');
  });
});

describe('off', () => {
  test('days off leave the plan, move the finish, and come back', () => {
    const learner = newLearner();
    learner.json(...ENROL);
    const off = learner.json<Change>('off', '2026-12-24..2027-01-02', '2027-03-26');
    expect(off.changed).toEqual([
      { from: '2026-12-24', to: '2027-01-02', minutes: 0, title: null },
      { from: '2027-03-26', to: '2027-03-26', minutes: 0, title: null },
    ]);
    expect(off.finish.after.p50 > off.finish.before.p50).toBe(true);
    const days = planned(learner).filter((day) => '2026-12-24' <= day && day <= '2027-01-02');
    expect(days).toEqual([]);
    expect(learner.run('off').stdout).toMatch(/Thu 24 Dec – Sat 2 Jan 2027 +10 days/);

    const back = learner.run('off', '2026-12-31..2027-01-04', '--remove').stdout;
    expect(back).toContain('Thu 31 Dec – Sat 2 Jan 2027: usual again, 3 days');
    expect(back).toContain('2 of these were not off');
    expect(back).toContain('time    3 h more in all');
    expect(daysOff(learner)).toEqual([
      { from: '2026-12-24', to: '2026-12-30', title: null },
      { from: '2027-03-26', to: '2027-03-26', title: null },
    ]);
    learner.json('undo', '2');
    expect(daysOff(learner)).toEqual([]);
  });

  test('ranges that overlap count once, and what was off before is said', () => {
    const learner = newLearner();
    learner.json(...ENROL);
    learner.json('off', '2026-12-24..2026-12-26');
    const more = learner.run('off', '2026-12-26..2026-12-29', '2026-12-28..2026-12-30,2026-12-24');
    expect(more.stdout).toContain('Sun 27 Dec – Wed 30 Dec: off, 4 days');
    expect(more.stdout).toContain('2 of these were off already');
    expect(more.stdout).toContain('time    2 h 30 less in all');
    expect(learner.run('off', '2026-12-24', '2026-12-25').stdout).toContain(
      'These 2 days are off already; nothing changed',
    );
    const one = learner.json<Change>('off', '2026-12-25');
    expect(one).toMatchObject({ changed: [], already: 1 });
    expect(daysOff(learner)).toEqual([{ from: '2026-12-24', to: '2026-12-30', title: null }]);
  });

  test.each([
    [['2026-12-24'], 'Thu 24 Dec is not off; nothing changed'],
    [['2026-12-24..2026-12-26'], 'None of these 3 days is off; nothing changed'],
  ])('to take back %j where nothing is off changes nothing', (days, text) => {
    const learner = newLearner();
    learner.json(...ENROL);
    const events = eventCount(learner);
    const result = learner.run('off', ...days, '--remove');
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(text);
    expect(eventCount(learner)).toBe(events);
  });

  test('an illness last week does not count against the pace', () => {
    const ill = newLearner().at('2026-11-02T19:00:00Z');
    ill.json('init', '--hours', '7', '--start', '2026-11-02');
    for (const day of ['02', '03', '04', '05', '06', '07', '08']) {
      ill.at(`2026-11-${day}T19:00:00Z`).json('log', 'math-vectors', '--minutes', '60');
    }
    ill.at('2026-11-16T19:00:00Z');
    const change = ill.json<Change>('off', '2026-11-09..2026-11-15');
    expect(change.finish.after.p50 < change.finish.before.p50).toBe(true);
    ill.json('undo');
    expect(ill.run('off', '2026-11-09..yesterday').stdout).toContain('pace    measured anew');
    expect(daysOff(ill)).toEqual([]);
  });

  test('29 February is off in 2028', () => {
    const learner = newLearner();
    learner.json('init');
    learner.json('off', '2028-02-28..2028-03-01');
    expect(learner.run('off').stdout).toMatch(/Mon 28 Feb – Wed 1 Mar 2028 +3 days/);
  });
});

const HOLIDAYS = calendar(
  ['1', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas\\, at home'],
  ['2', 'DTSTART;VALUE=DATE:20270101', 'SUMMARY:New Year', 'RRULE:FREQ=YEARLY'],
  ['3', 'DTSTART;VALUE=DATE:20270214', 'SUMMARY:Valentine', 'TRANSP:TRANSPARENT'],
  ['4', 'DTSTART:20270301T120000Z', 'SUMMARY:Lunch'],
  ['5', 'DTSTART;VALUE=DATE:20261101', 'SUMMARY:Over'],
);
const FOUND = [
  { from: '2026-12-24', to: '2026-12-26', title: 'Christmas, at home' },
  { from: '2027-01-01', to: '2027-01-01', title: 'New Year' },
  { from: '2028-01-01', to: '2028-01-01', title: 'New Year' },
];

describe('off --from-ics', () => {
  test('takes the whole-day events of the next two years, once', () => {
    const learner = newLearner();
    learner.json('init');
    const file = fileOf(HOLIDAYS);
    const { stdout } = learner.run('off', '--from-ics', file);
    expect(stdout).toContain('5 days off from holidays.ics');
    expect(stdout).toContain('Thu 24 Dec – Sat 26 Dec: Christmas, at home');
    expect(stdout).toContain('1 event is marked as leaving the day free: left out');
    expect(stdout).toContain('1 event has a time of day: not read');
    expect(daysOff(learner)).toEqual(FOUND);

    const events = eventCount(learner);
    const again = learner.run('off', '--from-ics', file);
    expect(again.code).toBe(0);
    expect(said(again.stdout)).toContain(
      'There are no new days off in holidays.ics; nothing changed',
    );
    expect(again.stdout).toContain('5 days of it were off already');
    expect(eventCount(learner)).toBe(events);

    learner.json('undo');
    expect(daysOff(learner)).toEqual([]);
  });

  test('--all takes in events that leave the day free', () => {
    const learner = newLearner();
    learner.json('off', '--from-ics', fileOf(HOLIDAYS));
    const all = learner.json<Change>('off', '--from-ics', fileOf(HOLIDAYS), '--all');
    expect(all).toMatchObject({
      changed: [{ from: '2027-02-14', to: '2027-02-14', minutes: 0, title: 'Valentine' }],
      already: 5,
      calendar: { days: 6, kept: 0, free: 0, timed: 1 },
    });
  });

  test('the learner’s own hours on a day are stronger', () => {
    const learner = newLearner();
    learner.json('hours', '2', '--on', '2026-12-25');
    const { stdout } = learner.run('off', '--from-ics', fileOf(HOLIDAYS));
    expect(stdout).toContain('4 days off from holidays.ics');
    expect(stdout).toContain('1 day keeps the hours that you gave');
    expect(hoursOf(learner).days[1]).toMatchObject({ from: '2026-12-25', minutes: 120 });
  });

  test('- reads what is piped in', () => {
    const learner = newLearner();
    const { status, stdout } = spawnSync(
      process.execPath,
      [BIN, 'off', '--from-ics', '-', '--json', '--home', learner.home],
      {
        input: HOLIDAYS,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, LLMPATH_NOW: learner.now(), TZ: 'UTC' },
      },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'llmpath/off@1', calendar: { days: 5 } });
    expect(daysOff(learner)).toEqual(FOUND);
  });

  test('a calendar without days off says so', () => {
    const learner = newLearner();
    const { code, stdout } = learner.run('off', '--from-ics', fileOf(calendar()));
    expect(code).toBe(0);
    expect(said(stdout)).toContain(
      'There are no days off in holidays.ics until Fri 8 Dec 2028; nothing changed',
    );
  });

  test('a stranger’s titles meet the terminal without their control characters', () => {
    const learner = newLearner();
    const file = fileOf(
      calendar(['1', 'DTSTART;VALUE=DATE:20261224', 'SUMMARY:\u001b[31mred\u202e']),
    );
    const outputs = [
      learner.run('off', '--from-ics', file).stdout,
      learner.run('off').stdout,
      learner.run('history').stdout,
      learner.run('hours').stdout,
    ];
    for (const text of outputs) {
      expect(text).toContain('red');
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\u202e');
    }
  });
});

describe('finish', () => {
  test('a target that can be made', () => {
    const learner = newLearner();
    learner.json('init', '--hours', '20');
    expect(learner.run('finish').stdout).toMatch(/target +none/);
    const { stdout } = learner.run('finish', '2030-06-01');
    expect(stdout).toContain('To be done by Sat 1 Jun 2030, and you are on the way to it');
    expect(stdout).not.toContain('to make it');
    expect(learner.json('finish')).toMatchObject({
      schema: 'llmpath/finish@1',
      target: '2030-06-01',
      atRisk: false,
      remedy: null,
    });
    expect(learner.json('plan')).toMatchObject({ target: '2030-06-01', feasible: true });
    expect(learner.run('finish', '2030-06-01').stdout).toContain('already; nothing changed');
  });

  test('a target that cannot be made is said at once, with what would make it', () => {
    const learner = newLearner();
    learner.json('init', '--hours', '5');
    for (const args of [['finish', '2027-03-01'], ['finish']]) {
      const { stdout } = learner.run(...args);
      expect(said(stdout)).toContain('target Mon 1 Mar 2027 is likely to be missed');
      expect(said(stdout)).toMatch(/to make it .*The nearest safe targets: /);
    }
    type Standing = { atRisk: boolean; finish: { p80: string }; remedy: { hours: number | null } };
    const { atRisk, finish, remedy } = learner.json<Standing>('finish');
    expect(atRisk).toBe(true);
    expect(finish.p80 > '2027-03-01').toBe(true);
    expect(remedy).toHaveProperty('nearest');
    expect(learner.run().stdout).toContain('Target');
  });

  test('none takes it away, undo brings it back, and a new enrolment keeps it', () => {
    const learner = newLearner();
    learner.json('init', '--finish', '2030-06-01');
    expect(learner.run('finish', 'none').stdout).toContain('No target any more');
    expect(learner.run('finish', 'none').stdout).toContain('You have no target; nothing changed');
    expect(learner.json('finish')).toMatchObject({ target: null });
    learner.json('undo');
    expect(learner.json('finish')).toMatchObject({ target: '2030-06-01' });
    learner.json('finish', '2031-06-01');
    learner.json('init', '--hours', '3', '--yes');
    expect(learner.json('finish')).toMatchObject({ target: '2031-06-01' });
  });
});

test('somebody back after seven months finds all of it, a plan from today and no word of blame', () => {
  const learner = newLearner();
  learner.json('init', '--start', '2026-12-07', '--hours', '9', '--finish', '2028-06-01');
  learner
    .at('2026-12-08T18:00:00Z')
    .json('done', 'math-vectors/3b1b-linear-algebra', '--minutes', '50');
  learner.at('2027-07-20T18:00:00Z');
  const plan = learner.json<{ days: { day: string; minutes: number; capacity: number }[] }>('plan');
  expect(plan.days[0]?.day).toBe('2027-07-20');
  for (const { minutes, capacity } of plan.days) expect(minutes).toBeLessThanOrEqual(capacity);
  const text = learner.run('plan').stdout;
  expect(text).toContain('studied 50 min; there was time for 289 h 17');
  expect(text).toContain('things take you as long as estimated');
  expect(text).toContain('at your hours less what usually comes');
  expect(text).not.toMatch(/behind|overdue|late\b|missed \d|%|!/);
});

test('a year with a calendar that changes, told by the history', () => {
  const learner = newLearner();
  learner.json(...ENROL);
  learner.json('hours', '9', '--from', '2027-02-01');
  learner.json('hours', '3', '--on', '2026-12-12..2026-12-13');
  learner.json('hours', 'usual', '--on', '2026-12-13');
  learner.json('off', '--from-ics', fileOf(HOLIDAYS));
  learner.json('finish', '2028-06-01');
  learner.json('finish', 'none');
  const { stdout } = learner.run('history');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ *Mon 7 Dec +/, ''));
  expect(lines).toEqual([
    'no target any more',
    'to be done by Thu 1 Jun 2028',
    'Sat 1 Jan 2028: off, New Year',
    'Fri 1 Jan 2027: off, New Year',
    'Thu 24 Dec – Sat 26 Dec: off, Christmas, at home',
    'Sun 13 Dec: the usual hours again',
    'Sat 12 Dec – Sun 13 Dec: 3 h a day',
    'usual week from Mon 1 Feb 2027: 9 h a week',
    'enrolled in llm, mon 1 h, wed 1 h 30, sat 3 h',
  ]);
  learner.json('undo', '6');
  expect(hoursOf(learner)).toMatchObject({ week: WEEK, changes: [], days: [] });
});

const inShared = sharedHome(
  ENROL,
  ['hours', '9', '--from', '2027-02-01'],
  ['off', '2026-12-24..2027-01-02', '2027-03-26'],
  ['hours', '3', '--on', '2026-12-19'],
  ['finish', '2027-06-01'],
);

/** What one types, and what stands in the sentence on stderr. */
const REFUSED: [args: string[], text: string][] = [
  [['plan', '-o', 'plan.txt'], '-o, --at, --alarm and --force belong to --format ics'],
  [
    ['plan', '--format', 'json', '--alarm', '10'],
    '-o, --at, --alarm and --force belong to --format ics',
  ],
  [['plan', '--at', '19:30'], '-o, --at, --alarm and --force belong to --format ics'],
  [
    ['plan', '--what-if', '--hours', '6', '-o', 'plan.ics'],
    '--what-if saves nothing, so it makes no',
  ],
  [['hours', 'mon=0'], '"mon=0" leaves no time to study.'],
  [['hours', '0'], '"0" leaves no time to study.'],
  [['hours', '169'], 'A week has no 169 hours.'],
  [['hours', '-3'], '"-3" in llmpath hours is not a number of hours.'],
  [['hours', 'nine'], '"nine" in llmpath hours is not a number of hours.'],
  [['hours', 'moon=3'], '"moon" in llmpath hours is not a day of the week.'],
  [['hours', 'usual'], '"usual" makes single days usual again, so it needs --on.'],
  [['hours', '9', '--from', 'yesterday'], '2026-12-06 is over'],
  [['hours', '9', '--from', '2037-01-01'], '2037-01-01 is more than ten years away.'],
  [['hours', '9', '--from', '2027-02-29'], 'There is no day 2027-02-29.'],
  [['hours', '--from', 'tomorrow'], 'Say how many hours, before --on or --from.'],
  [['hours', '--on', 'tomorrow'], 'Say how many hours, before --on or --from.'],
  [['hours', '3', '--on', 'today', '--from', 'today'], 'only one goes at a time.'],
  [['hours', 'mon=1', '--on', 'tomorrow'], '"mon=1" tells the hours of a week'],
  [['hours', '25', '--on', 'tomorrow'], '"25" is more than the day has: at most 24 hours.'],
  [['hours', '3', '--on', '2027-02-29'], 'There is no day 2027-02-29.'],
  [['hours', '3', '--on', '2027-01-02..2026-12-24'], 'Turned round: --on 2026-12-24..2027-01-02'],
  [['off', '2027-02-29'], 'There is no day 2027-02-29.'],
  [['off', 'soon'], '"soon" in llmpath off is not a day.'],
  [['off', '2026-12-24', 'soon'], '"soon" in llmpath off is not a day.'],
  [['off', '2026-12-24..'], '"2026-12-24.." in llmpath off is not a range of days.'],
  [
    ['off', '2027-01-02..2026-12-24'],
    '2027-01-02..2026-12-24 ends before it begins. Turned round: llmpath off 2026-12-24..2027-01-02',
  ],
  [['off', '2026-12-24..2027-12-25'], 'is 367 days; a range holds at most 366.'],
  [['off', '2040-01-01'], '2040-01-01 is more than ten years away.'],
  [['off', '2024-01-01'], '2024-01-01 is too long ago'],
  [['off', '--remove'], 'Say which days are no longer off.'],
  [['off', '--all'], '--all goes with --from-ics.'],
  [['off', '--from-ics', 'nope.ics'], 'nope.ics does not exist.'],
  [['off', '--from-ics', ''], '--from-ics needs the name of a file.'],
  [['off', '--from-ics', 'x.ics', 'tomorrow'], 'so no days go beside it.'],
  [['off', '--from-ics', 'x.ics', '--remove'], '--remove takes days, not a calendar.'],
  [['finish', 'soon'], '"soon" in llmpath finish is not a day.'],
  [['finish', ''], 'Say which day, or none.'],
  [['finish', 'today'], '2026-12-07 is not in the future.'],
  [['finish', '2026-12-01'], '2026-12-01 is not in the future.'],
  [['finish', '2037-12-01'], '2037-12-01 is more than ten years away.'],
  [['finish', '2027-02-29'], 'There is no day 2027-02-29.'],
];

test.each(REFUSED.map(([args, text]) => [args.join(' '), args, text] as const))(
  'llmpath %s is refused in one sentence, and nothing changes',
  (_, args, text) => {
    const learner = inShared();
    const before = fingerprints(learner.home);
    expectRefusal(learner.run(...args), text);
    expect(fingerprints(learner.home)).toEqual(before);
  },
);

test('a new export of the plan updates the calendar that has the old one', () => {
  const learner = newLearner();
  learner.json(...ENROL);
  const exported = (...args: string[]) => {
    const file = join(temporaryFolder(), 'plan.ics');
    expect(learner.run('plan', '-o', file, ...args)).toMatchObject({ code: 0 });
    const again = learner.run('plan', '-o', file);
    expect(again.code).not.toBe(0);
    expect(said(again.stderr)).toContain('--force');
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: `${event.getFirstPropertyValue('uid')}`,
      start: `${event.getFirstPropertyValue('dtstart')}`,
      sequence: Number(event.getFirstPropertyValue('sequence')),
    }));
    return new Map(events.map((event) => [event.uid, event]));
  };
  const first = exported('--at', '19:30', '--alarm', '10');
  expect(first.size).toBeGreaterThan(100);
  for (const { start } of first.values()) expect(start).toMatch(/T\d\d:\d\d:\d\d/);
  learner.at('2026-12-14T18:00:00Z');
  const second = exported('--at', '19:30', '--alarm', '10');
  const kept = [...second.values()].filter(({ uid }) => first.has(uid));
  expect(kept.length / second.size).toBeGreaterThan(0.8);
  const moved = kept.filter(({ uid, start }) => first.get(uid)?.start !== start);
  expect(moved.length).toBeGreaterThan(0);
  for (const { uid, sequence } of moved) {
    expect(sequence).toBeGreaterThan(first.get(uid)?.sequence ?? sequence);
  }
});

test('a target before the start is refused', () => {
  const learner = newLearner();
  learner.json('init', '--start', '2027-02-01');
  expectRefusal(
    learner.run('finish', '2027-01-15'),
    '2027-01-15 is not after the start, 2027-02-01.',
  );
});

test.each([
  ['empty', '', 'The calendar is empty.'],
  ['no calendar', 'hello', 'This is no calendar: it begins with "hello"'],
  ['damaged', HOLIDAYS.replace('END:VCALENDAR', ''), 'The calendar is damaged at line 1'],
  [
    'of a day that does not exist',
    HOLIDAYS.replace('20261224', '20270229'),
    'The calendar is damaged',
  ],
])('a file that is %s is refused', (_, text, message) => {
  const learner = inShared();
  const before = fingerprints(learner.home);
  expectRefusal(learner.run('off', '--from-ics', fileOf(text)), message);
  expect(fingerprints(learner.home)).toEqual(before);
});

test('a folder is no calendar', () => {
  const folder = join(temporaryFolder(), 'folder.ics');
  mkdirSync(folder);
  expectRefusal(inShared().run('off', '--from-ics', folder), `${folder} is a folder.`);
});

describe.each([40, 80, 120])('at %i columns', (columns) => {
  test.each(['hours', 'off', 'finish', 'history', 'off --help', 'hours --help', 'finish --help'])(
    'no line of %s is wider',
    (line) => {
      const { code, stdout } = inShared({ COLUMNS: `${columns}` }).run(...line.split(' '));
      expect(code).toBe(0);
      expect(stdout.length).toBeGreaterThan(80);
      expect(stdout.split('\n').filter((row) => widthOf(row) > columns)).toEqual([]);
    },
  );
});

test('Tab offers the days that are off, to make them usual', () => {
  const { stdout } = inShared().run('complete', '--', 'off', '--remove', '2026');
  expect(stdout).toContain('2026-12-24..2027-01-02\t');
  expect(inShared().run('complete', '--', 'finish', 'n').stdout).toContain('none\t');
  expect(inShared().run('complete', '--', 'hours', 'u').stdout).toContain('usual\t');
});

function expectRefusal(result: Result, text: string): void {
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(said(result.stderr)).toMatch(/^✗ .*[.?]/);
  expect(said(result.stderr)).toContain(text);
  expect(result.stderr.match(/^\S/gm)).toHaveLength(1);
  expect(result.stderr.trim().split('\n').length).toBeGreaterThan(1);
}

function hoursOf(learner: Learner): Hours {
  return learner.json<Hours>('hours');
}

function daysOff(learner: Learner): { from: string; to: string; title: string | null }[] {
  return learner.json<{ days: { from: string; to: string; title: string | null }[] }>('off').days;
}

function planned(learner: Learner): string[] {
  return learner.json<{ days: { day: string }[] }>('plan').days.map(({ day }) => day);
}

function capacityOn(learner: Learner, day: string): number | undefined {
  type Days = { days: { day: string; capacity: number }[] };
  return learner.json<Days>('plan').days.find((planned) => planned.day === day)?.capacity;
}

function eventCount(learner: Learner): number {
  return learner.json<{ events: unknown[] }>('history', '-n', '1000').events.length;
}

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'holidays.ics');
  writeFileSync(file, text);
  return file;
}

/** A calendar of events, each its UID and its other lines. */
function calendar(...events: [uid: string, ...lines: string[]][]): string {
  const blocks = events.map(([uid, ...lines]) =>
    ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n'),
  );
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...blocks, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
}
