import { describe, expect, test } from 'vitest';
import { aPathFolder, type PathFileName } from '../helpers/path-files.ts';

/** What is put where, and every problem that comes of it: its place, and its message and hint. */
type Row = [
  what: string,
  file: PathFileName,
  before: string,
  after: string,
  problems: [place: string, sentence: string][],
];

function expectProblems([, file, before, after, problems]: Row): void {
  const folder = aPathFolder().change(file, before, after);
  const found = folder.load().issues.map(({ message, hint }) => `${message}. ${hint}`.trim());
  expect(folder.problems()).toEqual(problems.map(([place]) => place));
  expect(found).toEqual(problems.map(([, sentence]) => sentence));
}

test('the small path has no problem', () => {
  expect(aPathFolder().load()).toMatchObject({ path: { id: 'small' }, issues: [] });
});

describe('keys', () => {
  test.each<Row>([
    [
      'a misspelt one',
      '1-basics.yaml',
      'helps: [vectors]',
      'help: [vectors]',
      [['key.unknown 1-basics.yaml:45:5', '"help" is not a key of topics[3]. Did you mean helps?']],
    ],
    [
      'a misspelt one that must be there',
      '1-basics.yaml',
      'title: Vectors',
      'tittle: Vectors',
      [
        ['key.missing 1-basics.yaml:11:5', 'topics[1] has no "title". Add title: to it.'],
        [
          'key.unknown 1-basics.yaml:12:5',
          '"tittle" is not a key of topics[1]. Did you mean title?',
        ],
      ],
    ],
    [
      'one like no other',
      '2-models.yaml',
      '        minutes: 180',
      '        difficulty: 3\n        minutes: 180',
      [
        [
          'key.unknown 2-models.yaml:19:9',
          '"difficulty" is not a key of topics[1].milestones[1]. Allowed here: id, title, minutes, brief, checks, was.',
        ],
      ],
    ],
    [
      'one of the whole file',
      'path.yaml',
      'pace: 5',
      'pace: 5\nhomepages: []',
      [
        [
          'key.unknown path.yaml:6:1',
          '"homepages" is not a key of this file. Allowed here: id, title, version, summary, pace, resources, phases, tiers, books, communities.',
        ],
      ],
    ],
    [
      'a missing one of a topic',
      '1-basics.yaml',
      '    hours: 3\n',
      '',
      [['key.missing 1-basics.yaml:28:5', 'topics[2] has no "hours". Add hours: to it.']],
    ],
    [
      'a missing one of the whole file',
      'path.yaml',
      'pace: 5\n',
      '',
      [['key.missing path.yaml:1:1', 'this file has no "pace". Add pace: to it.']],
    ],
    [
      'a portion without minutes',
      '1-basics.yaml',
      '        minutes: 90\n',
      '',
      [
        [
          'key.missing 1-basics.yaml:36:9',
          'topics[2].resources[1] has no "minutes". Add minutes: to it.',
        ],
      ],
    ],
  ])('%s', (...row) => expectProblems(row));
});

describe('values out of a list', () => {
  test.each<Row>([
    [
      'a misspelt tier',
      '1-basics.yaml',
      'tier: helpful',
      'tier: helpfull',
      [
        [
          'value.unknown 1-basics.yaml:43:11',
          'topics[3].tier is "helpfull", and must be one of essential, helpful, advanced. Did you mean helpful?',
        ],
      ],
    ],
    [
      'a misspelt status',
      'resources.yaml',
      'status: dead',
      'status: deed',
      [
        [
          'value.unknown resources.yaml:27:13',
          'resources[4].status is "deed", and must be one of ok, moved, dead, doubtful. Did you mean dead?',
        ],
      ],
    ],
    [
      'a role like no other',
      '1-basics.yaml',
      'role: deeper',
      'role: sideshow',
      [
        [
          'value.unknown 1-basics.yaml:54:15',
          'topics[3].resources[2].role is "sideshow", and must be one of core, alternative, deeper.',
        ],
      ],
    ],
  ])('%s', (...row) => expectProblems(row));
});

test('the excerpt is the line, with the width of what is wrong', () => {
  const { issues } = aPathFolder().change('1-basics.yaml', 'hours: 3', 'hours: three').load();
  expect(issues[0]?.excerpt).toEqual({ text: '    hours: three', width: 5 });
});
