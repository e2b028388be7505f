import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEW_ITEM } from '../../../src/domain/event/fold.ts';
import { nameUnits, sliceWork } from '../../../src/domain/next/slice.ts';
import { minutesLeft, type Work } from '../../../src/domain/progress/work.ts';
import { aPath, aPhase, aTopic, core, standOn } from '../../helpers/path-builder.ts';

function workOn(minutes: number | number[], state = {}): Work {
  const path = aPath(aPhase('math', aTopic('vectors', { parts: [core('film', minutes)] })));
  const { progress } = standOn(path, { 'vectors/film': { ...NEW_ITEM, ...state } });
  return progress.get('vectors')?.work[0] as Work;
}

const OVERRUN = 1.15;

describe('a part that fits the sitting', () => {
  test.each<[string, number | number[], object, number, object]>([
    ['all of it', 40, {}, 45, { minutes: 40, units: 1, finishes: true, portion: 'all of film' }],
    ['all, a little over', 46, {}, 40, { minutes: 46, finishes: true }],
    [
      'not all, for one minute',
      47,
      {},
      40,
      { minutes: 40, units: 0, finishes: false, portion: 'all of film: the first 40 min' },
    ],
    [
      'the next minutes',
      90,
      { partial: 20 },
      40,
      { minutes: 40, units: 0, finishes: false, portion: 'all of film: the next 40 min' },
    ],
    ['the rest', 90, { partial: 60 }, 40, { minutes: 30, finishes: true }],
    [
      'units that fit',
      [20, 20, 20],
      {},
      45,
      { minutes: 40, units: 2, finishes: false, portion: 'parts 1-2' },
    ],
    ['units a little over', [23, 23, 23], {}, 40, { minutes: 46, units: 2, finishes: false }],
    [
      'the next units',
      [20, 20, 20],
      { units: 1 },
      60,
      { minutes: 40, units: 2, finishes: true, portion: 'parts 2-3' },
    ],
    [
      'a unit begun, and the next',
      [40, 20, 20],
      { partial: 30 },
      30,
      { minutes: 30, units: 2, finishes: false, portion: 'parts 1-2' },
    ],
    [
      'a part of a long unit',
      [90, 20],
      {},
      30,
      { minutes: 30, units: 0, finishes: false, portion: 'part 1: the first 30 min' },
    ],
    [
      'more of a long unit',
      [20, 90],
      { units: 1, partial: 30 },
      30,
      { minutes: 30, units: 0, finishes: false, portion: 'part 2: the next 30 min' },
    ],
  ])('%s', (_, minutes, state, sitting, slice) => {
    expect(sliceWork(workOn(minutes, state), sitting)).toMatchObject(slice);
  });

  test('is never empty, fits with the allowed overrun, and ends where it says', () => {
    const units = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 });
    const state = fc.record({ units: fc.nat(7), partial: fc.nat(200) });
    fc.assert(
      fc.property(units, state, fc.integer({ min: 5, max: 240 }), (minutes, done, sitting) => {
        fc.pre(done.units < minutes.length);
        const work = workOn(minutes, done);
        const left = minutesLeft(work);
        const slice = sliceWork(work, sitting);
        expect(slice.minutes).toBeGreaterThan(0);
        expect(slice.minutes).toBeLessThanOrEqual(sitting * OVERRUN);
        expect(slice.finishes).toBe(left <= sitting * OVERRUN);
        expect(slice.portion).toBeTruthy();
        const after = work.units.slice(work.unitsDone + slice.units);
        const rest = after.reduce((total, unit) => total + unit.minutes, 0);
        if (slice.units > 0) expect(left - slice.minutes).toBe(rest);
        else expect(slice.minutes).toBe(sitting);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  [['film 3', 'film 4', 'film 5'], 'films 3-5'],
  [['film 3', 'film 4'], 'films 3-4'],
  [['film 1', 'film 2', 'film 9'], 'films 1-2, 9'],
  [['film 1', 'film 3', 'film 5'], 'films 1, 3, 5'],
  [['Kapitel 9', 'Kapitel 10'], 'Kapitels 9-10'],
  [['film 3'], 'film 3'],
  [['film 3', 'chapter 4'], 'film 3, chapter 4'],
  [['film 3', 'film 4', 'the end'], 'film 3, film 4, the end'],
  [['film 4', 'film 3'], 'films 4, 3'],
  [['vectors', 'dot products'], 'vectors, dot products'],
  [['week 1 day 2', 'week 1 day 3'], 'week 1 day 2, week 1 day 3'],
  [[], ''],
])('the units %j are called %j', (titles, name) => {
  expect(nameUnits(titles)).toBe(name);
});
