import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';

const FILM = 'math-vectors/3b1b-linear-algebra';
const KHAN = 'math-vectors/khan-linear-algebra';

interface Status {
  day: string;
  minutes: { spent: number; today: number; week: number; planned: number };
  streak: { days: number };
  topics: { id: string; state: string; percent: number; minutes: number }[];
}

test('a week, from Monday morning to Sunday evening', () => {
  const learner = newLearner().at('2026-12-07T07:00:00Z');
  const enrol = learner.json<{ enrolment: { availability: number[]; start: string } }>(
    'init',
    ...['--hours', 'mon=1,wed=1.5,sat=3', '--start', '2026-12-07', '--timezone', 'Europe/Berlin'],
  );
  expect(enrol.enrolment).toMatchObject({
    start: '2026-12-07',
    availability: [60, 0, 90, 0, 0, 180, 0],
  });

  // Monday evening: the clock runs for half an hour, then one film is called done;
  // another fits into what is left of the hour.
  learner.at('2026-12-07T18:00:00Z');
  expect(learner.json<{ ref: string }>('start').ref).toBe(FILM);
  learner.at('2026-12-07T18:10:00Z').json('pause');
  expect(learner.at('2026-12-07T18:20:00Z').run('prompt').stdout).toMatch(/^‖ 10 min Essence/);
  learner.json('resume');
  expect(learner.at('2026-12-07T18:40:00Z').run('prompt').stdout).toMatch(/^● 30 min Essence/);
  expect(learner.json('stop')).toMatchObject({ ref: FILM, minutes: 30 });
  expect(learner.json('done', FILM, '--units', '1', '--minutes', '5')).toMatchObject({
    minutes: 5,
    estimated: false,
  });
  expect(statusOf(learner)).toMatchObject({
    day: '2026-12-07',
    minutes: { spent: 35, today: 35, week: 35 },
  });
  // The first film took longer than its 15 minutes, and the next is expected to take a little longer.
  expect(nextOf(learner)).toMatchObject({ ref: FILM, portion: 'film 2', minutes: 17 });

  // Tuesday is no study day, yet what one does counts; a late hour belongs to the day it began.
  learner.at('2026-12-08T23:30:00Z').json('note', FILM, 'span is all sums');
  expect(statusOf(learner).day).toBe('2026-12-08');

  // Wednesday: Tuesday's reading is entered a day late.
  learner.at('2026-12-09T18:00:00Z').json('log', KHAN, '--minutes', '1h05', '--on', 'yesterday');
  expect(statusOf(learner)).toMatchObject({
    minutes: { spent: 100, today: 0, week: 100 },
    streak: { days: 2 },
  });
  const { notes, state } = learner.json<{ notes: { day: string; text: string }[]; state: object }>(
    'show',
    FILM,
  );
  expect(notes).toEqual([{ ref: FILM, day: '2026-12-08', text: 'span is all sums' }]);
  expect(state).toMatchObject({ units: 1, minutes: 35, done: false });
  expect(learner.run('show', 'math-vectors').stdout).toContain('span is all sums');

  // Saturday: the rest of the films, and a milestone left out and taken in again.
  learner.at('2026-12-12T10:00:00Z').json('done', FILM, '--minutes', '28');
  learner.json('skip', 'norms-by-hand');
  expect(stateOf(learner, 'math-vectors/m/norms-by-hand')).toMatchObject({ skipped: true });
  learner.json('unskip', 'norms-by-hand');
  expect(stateOf(learner, 'math-vectors/m/norms-by-hand')).toBeNull();
  learner.json('done', 'math-vectors');
  expect(statusOf(learner).topics.slice(0, 2)).toMatchObject([
    { id: 'math-vectors', state: 'done', percent: 100, minutes: 128 },
    { id: 'math-matrices', state: 'ready', percent: 0 },
  ]);
  expect(nextOf(learner).topic).not.toBe('math-vectors');

  // Sunday: the week as a whole.
  const sunday = statusOf(learner.at('2026-12-13T20:00:00Z'));
  expect(sunday.minutes).toMatchObject({ spent: 128, today: 0, week: 128 });
  expect(learner.run().stdout).toContain('2 h 08 of 5 h 30');
  expect(learner.run('status').stdout).toContain('1 of 12 topics');
  expect(statusOf(learner.at('2026-12-14T20:00:00Z')).minutes.week).toBe(0);
});

test('the plan lies on the days one has, within their hours', () => {
  const learner = newLearner();
  learner.json('init', '--hours', 'mon=1,wed=1.5,sat=3', '--finish', '2027-06-30');
  const plan = learner.json<{
    from: string;
    days: {
      day: string;
      minutes: number;
      capacity: number;
      blocks: { kind: string; minutes: number }[];
    }[];
    feasible: boolean;
    missingMinutes: number;
    target: string;
  }>('plan');
  const weekdays = plan.days.map(({ day }) => new Date(`${day}T12:00:00Z`).getUTCDay());
  expect(new Set(weekdays)).toEqual(new Set([1, 3, 6]));
  // What is left of a day and too short for a block moves to the next one.
  expect(plan.days.filter(({ minutes, capacity }) => minutes > capacity)).toEqual([]);
  expect(plan.days[0]?.day).toBe('2026-12-07');
  expect(plan).toMatchObject({ from: '2026-12-07', target: '2027-06-30', feasible: false });
  expect(plan.missingMinutes).toBe(
    plan.days
      .filter(({ day }) => day > '2027-06-30')
      .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'review'))
      .reduce((sum, { minutes }) => sum + minutes, 0),
  );
  const screen = learner.run('plan').stdout;
  expect(screen).toContain('This week');
  expect(screen).toContain('of the plan lie after it');
});

test('a phase left out at the start is never offered, and comes in again', () => {
  const learner = newLearner();
  learner.json('init', '--skip', 'math');
  expect(nextOf(learner).phase).toBe('ml');
  learner.json('unskip', 'math');
  expect(nextOf(learner).phase).toBe('math');
});

test('enrolling again changes the hours and keeps the progress', () => {
  const learner = newLearner();
  learner.json('init', '--hours', '9', '--timezone', 'Asia/Tokyo');
  learner.json('done', FILM, '--minutes', '30');
  const again = learner.json<{ enrolment: object }>('init', '--hours', 'sun=2');
  expect(again.enrolment).toMatchObject({
    availability: [0, 0, 0, 0, 0, 0, 120],
    timezone: 'Asia/Tokyo',
  });
  expect(stateOf(learner, FILM)).toMatchObject({ done: true, minutes: 30 });
});

test('the first study day is today where the learner lives', () => {
  const learner = newLearner().at('2026-12-07T22:00:00Z');
  const { enrolment } = learner.json<{ enrolment: object }>('init', '--timezone', 'Asia/Tokyo');
  expect(enrolment).toMatchObject({ start: '2026-12-08', timezone: 'Asia/Tokyo' });
});

function statusOf(learner: Learner): Status {
  return learner.json<Status>('status');
}

function nextOf(learner: Learner) {
  type Action = { ref: string; portion: string; minutes: number; topic: string; phase: string };
  return learner.json<{ action: Action }>('next').action;
}

function stateOf(learner: Learner, ref: string): object | null {
  return learner.json<{ state: object | null }>('show', ref).state;
}
