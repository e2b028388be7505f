import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '../../src/domain/path/path.ts';
import { aPathFolder, type PathFolder } from '../helpers/path-files.ts';

function linked(folder: PathFolder): Path {
  const { path, issues } = folder.load();
  expect(issues).toEqual([]);
  return path as Path;
}

describe('a path from its files', () => {
  test('has refs in full, and defaults where nothing is said', () => {
    const path = linked(aPathFolder());
    const [vectors, matrices] = path.phases[0]?.topics ?? [];
    expect(path.phases[0]).toMatchObject({
      id: 'basics',
      number: 1,
      weeks: { min: 1, max: 2 },
      optional: false,
      skipIf: null,
      formats: [],
      was: [],
    });
    expect(vectors).toMatchObject({ phase: 'basics', needs: [], helps: [], milestones: [] });
    expect(vectors?.uses[0]?.ref).toBe('vectors/vector-film');
    expect(vectors?.concepts[0]).toMatchObject({ ref: 'vectors/dot-product', aliases: [] });
    expect(matrices).toMatchObject({ needs: ['vectors'], concepts: [] });
    expect(matrices?.uses[0]?.units).toEqual([]);
    expect(path.phases[1]?.topics[0]?.milestones[0]?.ref).toBe('layers/m/tiny-net');
    expect(path.communities).toEqual([]);
    expect(path.resources[1]).toMatchObject({
      id: 'maths-book',
      by: null,
      hours: null,
      seedUrl: 'http://old.example.org/book',
      listed: [],
    });
  });

  test('has old ids in full, of a topic and within it', () => {
    const path = linked(
      aPathFolder()
        .change('1-basics.yaml', 'use: vector-film', 'use: vector-film\n        was: [reel]')
        .change('1-basics.yaml', 'hours: 2', 'hours: 2\n    was: [arrows]')
        .change('1-basics.yaml', 'name: dot product', 'name: dot product\n        was: [inner]')
        .change('2-models.yaml', 'minutes: 180', 'minutes: 180\n        was: [toy]'),
    );
    const vectors = path.phases[0]?.topics[0];
    expect(vectors?.was).toEqual(['arrows']);
    expect(vectors?.uses[0]?.was).toEqual(['vectors/reel']);
    expect(vectors?.concepts[0]?.was).toEqual(['vectors/inner']);
    expect(path.phases[1]?.topics[0]?.milestones[0]?.was).toEqual(['layers/m/toy']);
  });
});

describe('units without minutes share what the others leave', () => {
  const unitsOf = (units: string) =>
    linked(aPathFolder().change('1-basics.yaml', '[film 1, film 2, film 3]', units)).phases[0]
      ?.topics[0]?.uses[0]?.units;

  test.each([
    ['[a, b]', [30, 30]],
    ['[a, b, c, d, e, f, g]', [8, 9, 8, 9, 8, 9, 9]],
    ['[{ title: a, minutes: 25 }, b, c]', [25, 17, 18]],
    ['[a, { title: b, minutes: 58 }, c]', [1, 58, 1]],
  ])('%s', (units, minutes) => {
    expect(unitsOf(units)?.map((unit) => unit.minutes)).toEqual(minutes);
  });

  test('to the minute, alike but for one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), (count) => {
        const names = Array.from({ length: count }, (_, i) => `film ${i + 1}`);
        const units = unitsOf(`[${names.join(', ')}]`) ?? [];
        const minutes = units.map((unit) => unit.minutes);
        expect(units.map((unit) => unit.title)).toEqual(names);
        expect(minutes.reduce((a, b) => a + b, 0)).toBe(60);
        expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });
});
