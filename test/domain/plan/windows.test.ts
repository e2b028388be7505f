import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/domain/day.ts';
import type { Outline } from '../../../src/domain/path/path.ts';
import { spreadHours } from '../../../src/domain/plan/availability.ts';
import { compress, type Window, windowsOf } from '../../../src/domain/plan/windows.ts';
import { bundledOutline } from '../../helpers/bundled-outline.ts';
import { aLearner, MONDAY } from '../../helpers/learner.ts';
import { aPath, aPhase, aTopic, type Recorded } from '../../helpers/path-builder.ts';

interface Facts {
  hours?: number;
  other?: Record<Day, number>;
  recorded?: Recorded;
  from?: Day;
  chosen?: Record<string, number>;
}

function windowsOn(path: Outline, facts: Facts = {}): Window[] {
  const { hours = 7, other = {}, recorded = {}, from = MONDAY, chosen = {} } = facts;
  const { progress, timetable } = aLearner(path, { week: spreadHours(hours), other, recorded });
  return windowsOf(path, progress, timetable, MONDAY, from, chosen);
}

/** Whole weeks of each window, from the first day on. */
function weeksOf(windows: readonly Window[]): number[] {
  return windows.map(({ last }, i) => (last - (windows[i - 1]?.last ?? -1)) / 7);
}

const daysOff = (first: Day, count: number) =>
  Object.fromEntries([...Array(count).keys()].map((i) => [addDays(first, i), 0]));

const bundled = bundledOutline();
const path = aPath(
  aPhase('math', aTopic('vectors', { hours: 20 })),
  aPhase('ml', aTopic('trees', { hours: 7 }), aTopic('layers', { hours: 7 })),
);

describe('the weeks of the phases', () => {
  test.each([
    [9, [6, 8, 6, 4, 8, 8]],
    [18, [3, 4, 3, 2, 4, 4]],
  ])('of the bundled path at %i hours', (hours, weeks) => {
    expect(weeksOf(windowsOn(bundled, { hours }))).toEqual(weeks);
  });

  test.each<[string, Facts, number[]]>([
    ['are as many as the topics take, rounded up', {}, [3, 2]],
    ['are fewer with more hours', { hours: 20 }, [1, 1]],
    ['do not grow for half an hour too much', { hours: 6.8 }, [3, 3]],
    ['grow by the days off in them', { other: daysOff(addDays(MONDAY, 3), 7) }, [4, 2]],
    ['do not grow for days off after them', { other: daysOff(addDays(MONDAY, 40), 7) }, [3, 2]],
    ['are those that the learner chose', { chosen: { math: 6 } }, [6, 2]],
    ['do not count what is left out', { recorded: { trees: { skipped: true } } }, [3, 1]],
    ['count what is done', { recorded: { trees: { done: true } } }, [3, 2]],
    ['are at least one', { hours: 168 }, [1, 1]],
  ])('%s', (_, facts, weeks) => {
    expect(weeksOf(windowsOn(path, facts))).toEqual(weeks);
  });

  test('of a phase without anything are none', () => {
    const recorded = { math: { skipped: true } };
    expect(windowsOn(path, { recorded })).toEqual([{ phase: 2, last: 13, chosen: false }]);
  });

  test('do not move when days pass', () => {
    const [first, later] = [MONDAY, addDays(MONDAY, 10)].map((from) => windowsOn(path, { from }));
    expect(later).toEqual(first?.map((window) => ({ ...window, last: window.last - 10 })));
  });

  test('end after twenty years where there is no time', () => {
    const [first, second] = windowsOn(path, { hours: 0 });
    expect(first?.last).toBeGreaterThan(7000);
    expect(second?.last).toBeGreaterThan(first?.last ?? 0);
  });
});

describe('windows drawn together', () => {
  const windows: Window[] = [
    { phase: 1, last: -3, chosen: false },
    { phase: 2, last: 20, chosen: true },
    { phase: 3, last: 40, chosen: false },
  ];

  test('end by the last day, each in proportion, and those that are over as they were', () => {
    expect(compress(windows, 30).map((window) => window.last)).toEqual([-3, 15, 30]);
  });

  test.each([40, 41, 1000])('stay as they are by day %i', (last) => {
    expect(compress(windows, last)).toEqual(windows);
  });
});
