import { describe, expect, test } from 'vitest';
import { aPathFolder } from '../helpers/path-files.ts';

/** The first phase with other hours: of its two essential topics and of the helpful one. */
function basicsWith(vectors: number, matrices: number, odds: number) {
  return aPathFolder()
    .change('1-basics.yaml', 'hours: 2', `hours: ${vectors}`)
    .change('1-basics.yaml', 'hours: 3', `hours: ${matrices}`)
    .change('1-basics.yaml', 'hours: 5', `hours: ${odds}`);
}

describe('a phase of 1-2 weeks at 5 hours', () => {
  test.each<[vectors: number, matrices: number, odds: number, message: string | null]>([
    [2, 3, 5, null],
    [2, 3, 5.5, null],
    [2, 3, 4.5, null],
    [2, 3.25, 5, null],
    [2, 3, 5.75, 'The topics of basics take 10.75 h, but 1-2 weeks at 5 h a week are 10 h'],
    [2.1, 3, 6.3, 'The topics of basics take 11.4 h, but 1-2 weeks at 5 h a week are 10 h'],
    [2, 3, 4.25, 'The topics of basics take only 9.25 h, but 1-2 weeks at 5 h a week are 10 h'],
    [
      2,
      3.5,
      4.5,
      'The essential topics of basics take 5.5 h, more than the 5 h of its shortest duration',
    ],
  ])('with topics of %d, %d and %d hours', (vectors, matrices, odds, message) => {
    const folder = basicsWith(vectors, matrices, odds);
    expect(folder.problems()).toEqual(message === null ? [] : ['hours.phase 1-basics.yaml:3:8']);
    expect(folder.load().issues[0]?.message ?? null).toBe(message);
  });
});

describe('a phase of one length', () => {
  test.each([
    ['1', 5, []],
    ['1', 5.5, ['hours.phase 2-models.yaml:3:8']],
    ['1', 4.5, ['hours.phase 2-models.yaml:3:8']],
    ['1+', 5, []],
    ['1+', 40, []],
    ['1+', 4, ['hours.phase 2-models.yaml:3:8']],
    ['2', 10, []],
  ])('weeks %s with %d hours', (weeks, hours, problems) => {
    const folder = aPathFolder()
      .change('2-models.yaml', 'weeks: 1', `weeks: ${weeks}`)
      .change('2-models.yaml', 'hours: 5', `hours: ${hours}`);
    expect(folder.problems()).toEqual(problems);
  });

  test('may be essential from end to end', () => {
    expect(
      aPathFolder()
        .read('2-models.yaml')
        .match(/tier: .*/g),
    ).toEqual(['tier: essential']);
    expect(aPathFolder().problems()).toEqual([]);
  });
});

describe('a topic', () => {
  test.each([
    ['1-basics.yaml', 'minutes: 90', 'minutes: 180', [], ''],
    [
      '1-basics.yaml',
      'minutes: 90',
      'minutes: 181',
      ['hours.topic 1-basics.yaml:32:12'],
      'Core resources and milestones of matrices take 181 min, more than its 3 h',
    ],
    [
      '2-models.yaml',
      'minutes: 180',
      'minutes: 301',
      ['hours.topic 2-models.yaml:13:12'],
      'Core resources and milestones of layers take 301 min, more than its 5 h',
    ],
    ['1-basics.yaml', 'minutes: 20', 'minutes: 2000', [], ''],
  ] as const)('%s with %s as %s', (file, before, after, problems, message) => {
    const folder = aPathFolder().change(file, before, after);
    expect(folder.problems()).toEqual(problems);
    expect(folder.load().issues[0]?.message ?? '').toBe(message);
  });
});

describe('units of a portion of 60 minutes', () => {
  const withUnits = (units: string) =>
    aPathFolder().change('1-basics.yaml', '[film 1, film 2, film 3]', units);

  test.each([
    '[film 1, film 2]',
    '[{ title: one, minutes: 20 }, { title: two, minutes: 40 }]',
    '[{ title: one, minutes: 20 }, two, three]',
    '[{ title: one, minutes: 59 }, two]',
  ])('%s add up', (units) => {
    expect(withUnits(units).problems()).toEqual([]);
  });

  test.each([
    ['[{ title: one, minutes: 20 }, { title: two, minutes: 30 }]', 50],
    ['[{ title: one, minutes: 20 }, { title: two, minutes: 50 }]', 70],
    ['[{ title: one, minutes: 61 }, two]', 61],
  ])('%s do not', (units, minutes) => {
    const folder = withUnits(units);
    expect(folder.problems()).toEqual(['hours.units 1-basics.yaml:22:16']);
    expect(folder.load().issues[0]?.message).toBe(
      `The units of vectors/vector-film take ${minutes} min, but its portion 60 min`,
    );
  });

  test('leave no time for one without minutes', () => {
    const folder = withUnits('[{ title: one, minutes: 60 }, two]');
    expect(folder.problems()).toEqual(['hours.units 1-basics.yaml:22:16']);
    expect(folder.load().issues[0]?.message).toBe(
      'The units of vectors/vector-film leave no time for those without minutes: 60 of 60 min are given',
    );
  });
});
