import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { said } from '../helpers/said.ts';

const FILM = 'vectors/vector-film';

test('a clock counts from start to stop, without its pauses', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  learner.at(time('19:20')).json('pause');
  learner.at(time('20:20')).json('resume');
  expect(learner.at(time('20:30')).json('stop')).toMatchObject({ ref: FILM, minutes: 30 });
});

test('a paused clock may be stopped, and counts nothing of the pause', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  learner.at(time('19:12')).json('pause');
  expect(learner.at(time('22:00')).json('stop')).toMatchObject({ minutes: 12 });
});

test('a clock left running for 14 hours is not counted blindly', () => {
  const learner = learnerAt('08:00');
  learner.json('start', FILM);
  learner.at(time('22:00'));
  expect(said(learner.run('next').stderr)).toMatch(/still runs, .*14 h/);

  const refused = learner.run('stop');
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(said(refused.stderr)).toContain('ran for 14 h');
  expect(refused.stderr).toContain('--minutes');
  expect(learner.run('prompt').stdout).toMatch(/^● 14 h/);
  expect(spent(learner)).toBe(0);

  expect(learner.json('stop', '--minutes', '30')).toMatchObject({ ref: FILM, minutes: 30 });
  expect(spent(learner)).toBe(30);
  expect(learner.run('stop')).toMatchObject({ code: 1, stdout: '' });
});

test.each([
  ['done', [FILM]],
  ['done', []],
  ['start', ['odds']],
])('%s %j asks for the minutes of a forgotten clock too', (command, args) => {
  const learner = learnerAt('08:00');
  learner.json('start', FILM);
  learner.at(time('22:00'));
  expect(learner.run(command, ...args)).toMatchObject({ code: 2, stdout: '' });
  expect(kindsOf(learner)).toEqual(['clock-started']);
  expect(learner.run(command, ...args, '--minutes', '45').code).toBe(0);
  expect(spent(learner)).toBe(45);
});

test('a clock forgotten overnight counts on the evening it was started', () => {
  const learner = learnerAt('22:00');
  learner.json('start', FILM);
  learner.at('2026-12-08T12:00:00Z').json('stop', '--minutes', '40');
  type Status = { minutes: { spent: number; today: number } };
  expect(learner.json<Status>('status').minutes).toMatchObject({ spent: 40, today: 0 });
  expect(learner.at(time('23:00')).json<Status>('status').minutes.today).toBe(40);
});

test('of a forgotten clock one may count nothing', () => {
  const learner = learnerAt('08:00');
  learner.json('start', FILM);
  expect(learner.at(time('22:00')).json('stop', '--minutes', '0')).toMatchObject({ minutes: 0 });
  expect(spent(learner)).toBe(0);
  expect(learner.run('stop').code).toBe(1);
});

test('four hours are not yet forgotten', () => {
  const learner = learnerAt('08:00');
  learner.json('start', FILM);
  expect(learner.at(time('12:00')).json('stop')).toMatchObject({ minutes: 240 });
});

test('a clock set back counts as no time', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  expect(learner.at(time('18:00')).json('stop')).toMatchObject({ minutes: 0 });
});

test('done without a ref finishes what the clock runs on, with its minutes', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  const done = learner.at(time('19:25')).json('done');
  expect(done).toMatchObject({ ref: FILM, minutes: 25, estimated: false });
  expect(kindsOf(learner)).toEqual(['resource-done', 'clock-stopped', 'clock-started']);
  expect(learner.run('stop').code).toBe(1);
});

test('starting something else stops the first and counts it, as one change', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  learner.at(time('19:10')).json('start', 'odds');
  expect(spent(learner)).toBe(10);
  expect(learner.run('prompt').stdout).toMatch(/^● 0 min Odds for all/);
  learner.json('undo');
  expect(spent(learner)).toBe(0);
  expect(learner.run('prompt').stdout).toMatch(/^● 10 min Vectors in films/);
});

test('starting what runs already changes nothing', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  const again = learner.at(time('19:10')).run('start', FILM);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('already');
  expect(kindsOf(learner)).toEqual(['clock-started']);
});

test('starting what is paused lets it run on', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  learner.at(time('19:10')).json('pause');
  learner.at(time('20:00')).json('start', FILM);
  expect(learner.at(time('20:05')).json('stop')).toMatchObject({ minutes: 15 });
});

test('pausing twice and resuming twice change nothing more', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  for (const command of ['pause', 'pause', 'resume', 'resume']) learner.json(command);
  expect(kindsOf(learner)).toEqual(['clock-resumed', 'clock-paused', 'clock-started']);
});

test('one clock runs over all paths', () => {
  const learner = learnerAt('19:00');
  learner.json('start', FILM);
  learner.at(time('19:15')).json('start', 'math-vectors', '--path', 'llm');
  expect(spent(learner)).toBe(15);
  expect(learner.at(time('19:20')).json('stop', '--path', 'llm')).toMatchObject({ minutes: 5 });
});

function learnerAt(hour: string): Learner {
  return newLearner({ env: { LLMPATH_PATH: aPathFolder().dir } }).at(time(hour));
}

function time(hour: string): string {
  return `2026-12-07T${hour}:00Z`;
}

function spent(learner: Learner): number {
  return learner.json<{ minutes: { spent: number } }>('status').minutes.spent;
}

function kindsOf(learner: Learner): string[] {
  const { events } = learner.json<{ events: { kind: string }[] }>('history');
  return events.map((event) => event.kind);
}
