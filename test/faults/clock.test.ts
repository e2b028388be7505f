import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';
import { expectSound } from './sound.ts';

interface History {
  events: { kind: string; day: string; body: { minutes?: number } }[];
}

function aLearner(zone: string): Learner {
  return newLearner({ env: { LLMPATH_PATH: aPathFolder().dir, TZ: zone } });
}

async function soundEvents(learner: Learner): Promise<History['events']> {
  await expectSound(join(learner.home, 'llmpath.db'));
  return learner.json<History>('history', '-n', '100').events.toReversed();
}

test('a clock set back a year in the middle of a session counts no time, and loses none', async () => {
  const learner = aLearner('UTC');
  learner.run('log', 'vectors', '--minutes', '30');
  learner.run('start', 'vectors');
  learner.at('2025-12-07T19:00:00Z').run('stop');
  learner.run('log', 'vectors', '--minutes', '5');
  const events = await soundEvents(learner);
  expect(events.map(({ kind, body }) => [kind, body.minutes])).toEqual([
    ['time-logged', 30],
    ['clock-started', undefined],
    ['clock-stopped', 0],
    ['time-logged', 5],
  ]);
  expect(learner.run('undo').code).toBe(0);
  expect(learner.json<{ minutes: { spent: number } }>('status').minutes.spent).toBe(30);
});

test('a flight over twelve zones in the middle of a session counts the time that passed', async () => {
  const learner = aLearner('Europe/Berlin');
  learner.at('2026-12-07T19:00:00Z').run('start', 'vectors');
  learner.run('config', 'set', 'timezone', 'Pacific/Auckland');
  learner.at('2026-12-07T19:45:00Z').run('stop');
  const events = await soundEvents(learner);
  expect(events.map(({ kind, day, body }) => [kind, day, body.minutes])).toEqual([
    ['clock-started', '2026-12-07', undefined],
    ['clock-stopped', '2026-12-08', 45],
  ]);
});

test.each([
  ['spring, from 2 to 3', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z', '2027-03-27'],
  ['autumn, 2 o’clock twice', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-24'],
])(
  'in the night of %s, an hour is an hour, of the day that began before',
  async (_, from, to, day) => {
    const learner = aLearner('Europe/Berlin');
    learner.at(from).run('start', 'vectors');
    learner.at(to).run('stop');
    const events = await soundEvents(learner);
    expect(events.at(-1)).toMatchObject({ kind: 'clock-stopped', day, body: { minutes: 60, day } });
  },
);
