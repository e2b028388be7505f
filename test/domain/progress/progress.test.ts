import { describe, expect, test } from 'vitest';
import {
  aPath,
  aPhase,
  aTopic,
  core,
  extra,
  milestone,
  type Recorded,
  standOn,
} from '../../helpers/path-builder.ts';

const path = aPath(
  aPhase(
    'math',
    aTopic('vectors', { hours: 2, parts: [core('film', [20, 20, 20]), extra('essay', 45)] }),
    aTopic('matrices', {
      hours: 3,
      needs: ['vectors'],
      parts: [core('book', 60), milestone('multiply', 60)],
    }),
  ),
  aPhase('ml', aTopic('layers', { needs: ['matrices'], parts: [core('course', 90)] })),
);

function topicAfter(topic: string, recorded: Recorded) {
  const entry = standOn(path, recorded).progress.get(topic);
  if (!entry) throw new Error(`no topic ${topic}`);
  return entry;
}

function statesAfter(recorded: Recorded): string {
  return [...standOn(path, recorded).progress.values()].map((entry) => entry.state).join(' ');
}

const today = { lastDay: '2026-12-07' };
const done = { done: true, ...today };

describe('the states of topics', () => {
  test.each<[string, Recorded, string]>([
    ['nothing was done', {}, 'ready locked locked'],
    ['time was spent on a resource', { 'vectors/film': today }, 'started locked locked'],
    ['one unit is finished', { 'vectors/film': { units: 1, ...today } }, 'started locked locked'],
    ['all units are finished', { 'vectors/film': { units: 3, ...today } }, 'done ready locked'],
    ['the core resource is done', { 'vectors/film': done }, 'done ready locked'],
    ['only an extra resource is done', { 'vectors/essay': done }, 'started locked locked'],
    [
      'the core resource is left out',
      { 'vectors/film': { skipped: true } },
      'skipped ready locked',
    ],
    [
      'one core part is left out and the other done',
      { vectors: done, 'matrices/book': { skipped: true }, 'matrices/m/multiply': done },
      'done done ready',
    ],
    ['the topic is done', { vectors: done }, 'done ready locked'],
    ['the topic is skipped', { vectors: { skipped: true } }, 'skipped ready locked'],
    ['it was done and is skipped', { vectors: { ...done, skipped: true } }, 'done ready locked'],
    [
      'the milestone is not yet reached, which holds up nothing',
      { vectors: done, 'matrices/book': done },
      'done done ready',
    ],
    [
      'the milestone is reached too',
      { vectors: done, 'matrices/book': done, 'matrices/m/multiply': done },
      'done done ready',
    ],
    ['a later topic was done first', { matrices: done }, 'ready done ready'],
    ['the phase is skipped', { math: { skipped: true } }, 'skipped skipped ready'],
    [
      'one topic of the skipped phase was done',
      { math: { skipped: true }, vectors: done },
      'done skipped ready',
    ],
  ])('when %s', (_, recorded, states) => {
    expect(statesAfter(recorded)).toBe(states);
  });

  test('what was begun against the order stays begun, and says what it waits for', () => {
    const entry = topicAfter('matrices', { matrices: { chosen: true, ...today } });
    expect(entry).toMatchObject({ state: 'started', chosen: true, waitingFor: ['vectors'] });
  });

  test('a topic waits only for what is neither done nor skipped', () => {
    expect(topicAfter('layers', {}).waitingFor).toEqual(['matrices']);
    expect(topicAfter('layers', { matrices: { skipped: true } }).waitingFor).toEqual([]);
  });
});

describe('percent, minutes and days of a topic', () => {
  test.each<[string, Recorded, number, number]>([
    ['untouched', {}, 0, 120],
    ['one unit finished', { 'vectors/film': { units: 1 } }, 33, 100],
    ['a unit and half the next', { 'vectors/film': { units: 1, partial: 10 } }, 50, 90],
    ['more time than the unit has', { 'vectors/film': { partial: 30 } }, 50, 90],
    ['more time than the whole has', { 'vectors/film': { partial: 500 } }, 91, 65],
    ['all units finished', { 'vectors/film': { units: 3 } }, 100, 0],
    ['done by word', { vectors: { done: true } }, 100, 0],
    ['skipped', { vectors: { skipped: true } }, 0, 0],
    ['skipped half way', { vectors: { skipped: true }, 'vectors/film': { units: 2 } }, 66, 0],
    ['an extra resource done', { 'vectors/essay': { done: true } }, 0, 120],
  ])('%s', (_, recorded, percent, minutesLeft) => {
    expect(topicAfter('vectors', recorded)).toMatchObject({ percent, minutesLeft });
  });

  test('the time of the topic and of all its parts counts as spent', () => {
    const recorded = {
      vectors: { minutes: 5 },
      'vectors/film': { minutes: 20 },
      'vectors/essay': { minutes: 7 },
      matrices: { minutes: 1000 },
    };
    expect(topicAfter('vectors', recorded).minutesSpent).toBe(32);
  });

  test('the last day is the latest of the topic and of its parts', () => {
    const recorded = {
      vectors: { lastDay: '2026-12-02' },
      'vectors/film': { lastDay: '2026-12-09' },
      'vectors/essay': { lastDay: '2026-11-30' },
    };
    expect(topicAfter('vectors', recorded).lastDay).toBe('2026-12-09');
    expect(topicAfter('vectors', {}).lastDay).toBeNull();
  });
});

describe('a topic without core resources', () => {
  const bare = aPath(aPhase('math', aTopic('reading', { hours: 2, parts: [extra('essay', 30)] })));

  test('is one piece of work, and its hours count once', () => {
    const entry = standOn(bare).progress.get('reading');
    expect(entry?.work.map((work) => [work.ref, work.required, work.minutes])).toEqual([
      ['reading', true, 120],
      ['reading/essay', false, 30],
    ]);
    expect(entry?.minutesLeft).toBe(120);
  });

  test('is done once it is called done', () => {
    const { progress } = standOn(bare, { reading: { done: true } });
    expect(progress.get('reading')).toMatchObject({ state: 'done', percent: 100, minutesLeft: 0 });
  });
});
