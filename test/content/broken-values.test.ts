import { describe, expect, test } from 'vitest';
import { aPathFolder, type PathFileName } from '../helpers/path-files.ts';

describe('values of the wrong kind', () => {
  test.each<[file: PathFileName, before: string, after: string, place: string, message: string]>([
    [
      '1-basics.yaml',
      'hours: 3',
      'hours: three',
      'value.type 1-basics.yaml:32:12',
      'topics[2].hours must be a number, not "three"',
    ],
    [
      '1-basics.yaml',
      'hours: 3',
      'hours: [3]',
      'value.type 1-basics.yaml:32:12',
      'topics[2].hours must be a number, not a list',
    ],
    [
      '1-basics.yaml',
      'hours: 3',
      'hours: -3',
      'value.invalid 1-basics.yaml:32:12',
      'topics[2].hours must be more than 0',
    ],
    [
      '1-basics.yaml',
      'needs: [vectors]',
      'needs: vectors',
      'value.type 1-basics.yaml:33:12',
      'topics[2].needs must be a list, not "vectors"',
    ],
    [
      '1-basics.yaml',
      'minutes: 90',
      'minutes: 90.5',
      'value.type 1-basics.yaml:39:18',
      'topics[2].resources[1].minutes must be a whole number, not "90.5"',
    ],
    [
      '1-basics.yaml',
      'minutes: 90',
      'minutes: 0',
      'value.invalid 1-basics.yaml:39:18',
      'topics[2].resources[1].minutes must be at least 1',
    ],
    [
      '1-basics.yaml',
      'minutes: 90',
      'minutes: 6001',
      'value.invalid 1-basics.yaml:39:18',
      'topics[2].resources[1].minutes must be at most 6000',
    ],
    [
      '1-basics.yaml',
      'id: odds',
      'id: Odds',
      'value.invalid 1-basics.yaml:40:9',
      'topics[3].id must be lower-case words joined by hyphens, like math-vectors',
    ],
    [
      '1-basics.yaml',
      'title: Matrices',
      'title: ""',
      'value.invalid 1-basics.yaml:29:12',
      'topics[2].title must not be empty',
    ],
    [
      '1-basics.yaml',
      'title: Matrices',
      'title: 7',
      'value.type 1-basics.yaml:29:12',
      'topics[2].title must be text, not "7"',
    ],
    [
      '1-basics.yaml',
      'weeks: 1-2',
      'weeks: 2-1',
      'value.invalid 1-basics.yaml:3:8',
      'weeks must be weeks like 8, 4-6 or 8+',
    ],
    [
      '1-basics.yaml',
      'weeks: 1-2',
      'weeks: 1.5',
      'value.invalid 1-basics.yaml:3:8',
      'weeks must be weeks like 8, 4-6 or 8+',
    ],
    [
      '1-basics.yaml',
      '[film 1, film 2, film 3]',
      '[film 1, {title: film 2}]',
      'value.invalid 1-basics.yaml:22:25',
      'topics[1].resources[1].units[2] must be a name, or {title, minutes}',
    ],
    ['path.yaml', 'pace: 5', 'pace: 0', 'value.invalid path.yaml:5:7', 'pace must be more than 0'],
    [
      'path.yaml',
      'version: 1.0.0',
      'version: one',
      'value.invalid path.yaml:3:10',
      'version must be three numbers, like 1.0.0',
    ],
    [
      'resources.yaml',
      'level: intermediate',
      'level: {}',
      'value.unknown resources.yaml:12:12',
      'resources[2].level is a map of keys, and must be one of beginner, intermediate, advanced',
    ],
  ])('%s: %s as %s', (file, before, after, place, message) => {
    const folder = aPathFolder().change(file, before, after);
    expect(folder.problems()).toEqual([place]);
    expect(folder.load().issues[0]?.message).toBe(message);
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '26-11-20', '20.11.2026', 'soon'])(
    'a day that is none: %s',
    (day) => {
      const folder = aPathFolder().change('resources.yaml', '2026-11-20', day);
      expect(folder.problems()).toEqual(['value.invalid resources.yaml:8:14']);
      const message = 'resources[1].checked must be a real day written YYYY-MM-DD';
      expect(folder.load().issues[0]?.message).toBe(message);
    },
  );
});
