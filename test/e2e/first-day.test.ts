import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newLearner } from '../helpers/cli.ts';
import { said } from '../helpers/said.ts';

interface Next {
  day: string;
  enrolled: boolean;
  action: { kind: string; ref: string; url: string; minutes: number; topic: string; phase: string };
  then: Next['action'][];
}

interface Status {
  topics: { id: string; state: string }[];
}

interface PathShow {
  phases: { id: string; topics: { id: string; tier: string; needs: string[] }[] }[];
}

test('a newcomer is told what to study, without having enrolled', () => {
  const learner = newLearner();
  const { action, enrolled, day } = learner.json<Next>('next');
  expect(enrolled).toBe(false);
  expect(day).toBe('2026-12-07');
  expect(action).toMatchObject({ kind: 'study', phase: 'math' });
  expect(action.url).toMatch(/^https?:\/\/\S+$/);
  expect(action.minutes).toBeGreaterThan(0);
  const { phases } = learner.json<PathShow>('path', 'show');
  const topic = phases[0]?.topics.find((candidate) => candidate.id === action.topic);
  expect(topic).toMatchObject({ tier: 'essential', needs: [] });
  const { topics } = learner.json<Status>('status');
  expect(topics.find((candidate) => candidate.id === action.topic)?.state).toBe('ready');
});

test('the first enrolment has no finish before it, and the next one tells whether it moved', () => {
  const learner = newLearner();
  const finish = (...args: string[]) => /^ *finish .*$/m.exec(learner.run(...args).stdout)?.[0];
  expect(finish('init', '--hours', '9')).toMatch(/^ {2}finish {2}[^,;]+$/);
  expect(finish('init', '--hours', '9')).toMatch(/, as before$/);
  expect(finish('init', '--hours', '6')).toMatch(/; before it was /);
});

test('looking around keeps no record', () => {
  const learner = newLearner();
  for (const command of ['next', 'status', 'plan', 'history', 'prompt', '--help']) {
    expect(learner.run(command).code).toBe(0);
  }
  expect(existsSync(join(learner.home, 'llmpath.db'))).toBe(false);
});

test('the same clock gives the same answer', () => {
  const learner = newLearner();
  expect(learner.run('next', '--json').stdout).toBe(learner.run('next', '--json').stdout);
});

test('done moves on, undo brings it back exactly, redo moves on again', () => {
  const learner = newLearner();
  learner.run('init');
  const before = learner.run('next', '--json').stdout;
  const first = JSON.parse(before) as Next;

  const done = learner.json<{ next: Next['action'] }>('done', first.action.ref);
  const after = learner.run('next', '--json').stdout;
  const second = JSON.parse(after) as Next;
  expect(second.action.ref).not.toBe(first.action.ref);
  expect(second.action.ref).toBe(first.then[0]?.ref);
  expect(done.next.ref).toBe(second.action.ref);

  learner.json('undo');
  expect(learner.run('next', '--json').stdout).toBe(before);
  learner.json('redo');
  expect(learner.run('next', '--json').stdout).toBe(after);
});

test('history tells all of it, newest first, with what was taken back', () => {
  const learner = newLearner();
  learner.run('init');
  learner.run('done', 'math-vectors/3b1b-linear-algebra');
  learner.run('undo');
  learner.run('note', 'math-vectors', 'watch', 'again');
  const { events } = learner.json<{
    events: { kind: string; ref: string; text: string; at: string; undone: boolean }[];
  }>('history');
  expect(events.map(({ kind, ref, undone }) => [kind, ref, undone])).toEqual([
    ['noted', 'math-vectors', false],
    ['undone', null, false],
    ['resource-done', 'math-vectors/3b1b-linear-algebra', true],
    ['time-logged', 'math-vectors/3b1b-linear-algebra', true],
    ['enrolled', null, false],
  ]);
  expect(events[0]?.text).toContain('watch again');
  expect(events[0]?.at).toBe('2026-12-07T19:00:00.000Z');
  const screen = learner.run('history').stdout;
  expect(screen).toContain('(taken back)');
  expect(screen).toContain('enrolled in llm');
  expect(learner.json<{ events: unknown[] }>('history', '-n', '2').events).toHaveLength(2);
});

test('undo 2 takes back two commands, and undo of nothing says so', () => {
  const learner = newLearner();
  learner.run('log', 'math-vectors', '--minutes', '10');
  learner.run('log', 'math-vectors', '--minutes', '20');
  const { undone } = learner.json<{ undone: { ref: string; undone: boolean }[] }>('undo', '2');
  expect(undone.map((event) => [event.ref, event.undone])).toEqual([
    ['math-vectors', true],
    ['math-vectors', true],
  ]);
  const nothing = learner.run('undo');
  expect(nothing.code).toBe(1);
  expect(nothing.stderr).toContain('There is nothing to undo.');
});

test('redo after something new is refused, and says why', () => {
  const learner = newLearner();
  learner.run('log', 'math-vectors', '--minutes', '10');
  learner.run('undo');
  learner.run('log', 'math-matrices', '--minutes', '20');
  const { code, stdout, stderr } = learner.run('redo');
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(said(stderr)).toContain('something new happened since');
});

test('a change says what changed, what it did to the plan, what is next and how to undo it', () => {
  const learner = newLearner();
  learner.run('init');
  const { stdout } = learner.run('done', 'math-vectors/3b1b-linear-algebra', '--minutes', '40');
  expect(stdout).toMatch(/^✓ {2}Essence of Linear Algebra: done, 40 min counted$/m);
  expect(stdout).toMatch(/^ {2}topic {3}Vectors, norms and dot products: (started|\d+ %)/m);
  expect(stdout).toMatch(/^ {2}finish {2}\d+ \w+( \d+)? – \d+ \w+ \d+/m);
  expect(stdout).toMatch(/^ {2}next {4}Khan Academy: Linear Algebra/m);
  expect(stdout).toMatch(/^ {2}undo {4}llmpath undo$/m);
});

test('next fits the minutes one has, and names more when asked', () => {
  const learner = newLearner();
  const short = learner.json<Next>('next', '--minutes', '15');
  expect(short.action.minutes).toBeLessThanOrEqual(17);
  expect(learner.json<Next>('next', '-n', '5').then).toHaveLength(4);
  expect(learner.json<Next>('next', '-n', '1').then).toHaveLength(0);
});

test('the reasons of next add up to its total', () => {
  const { stdout } = newLearner().run('next', '--why');
  const numbers = [...stdout.matchAll(/ ([+-]?\d+\.\d)$/gm)].map((match) => Number(match[1]));
  const total = Number(/^ {2}total +(\d+\.\d)$/m.exec(stdout)?.[1]);
  const terms = numbers.slice(0, numbers.indexOf(total));
  expect(terms.length).toBeGreaterThan(2);
  expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(total, 5);
  expect(stdout).toMatch(/^ {2}ready +it needs nothing before it +yes$/m);
});
