import { describe, expect, test } from 'vitest';
import { aPathFolder, type PathFileName, type PathFolder } from '../helpers/path-files.ts';

describe('a ref that names nothing', () => {
  test.each<
    [
      what: string,
      file: PathFileName,
      before: string,
      after: string,
      problems: string[],
      hint: string,
    ]
  >([
    [
      'needs',
      '1-basics.yaml',
      'needs: [vectors]',
      'needs: [vector]',
      ['ref.unknown 1-basics.yaml:33:13'],
      'Did you mean vectors?',
    ],
    [
      'a need of another phase',
      '2-models.yaml',
      'needs: [matrices]',
      'needs: [vectors, matrixes]',
      ['ref.unknown 2-models.yaml:14:22'],
      'Did you mean matrices?',
    ],
    [
      'helps',
      '1-basics.yaml',
      'helps: [vectors]',
      'helps: [vektors]',
      ['ref.unknown 1-basics.yaml:45:13'],
      'Did you mean vectors?',
    ],
    [
      'a resource',
      '1-basics.yaml',
      'use: maths-book',
      'use: math-book',
      ['ref.unknown 1-basics.yaml:36:14'],
      'Did you mean maths-book?',
    ],
    [
      'a book',
      'path.yaml',
      'resource: maths-book',
      'resource: maths-boko',
      ['ref.unknown path.yaml:13:15'],
      'Did you mean maths-book?',
    ],
    [
      'a section',
      '2-models.yaml',
      'section: networks',
      'section: network',
      ['orphan.section 2-models.yaml:6:9', 'ref.unknown 2-models.yaml:11:14'],
      'Did you mean networks?',
    ],
    [
      'what is like nothing',
      '1-basics.yaml',
      'needs: [vectors]',
      'needs: [attention]',
      ['ref.unknown 1-basics.yaml:33:13'],
      '',
    ],
    [
      'the topic of an application',
      '1-basics.yaml',
      '    relevance: Attention scores are dot products.',
      '    relevance: Attention scores.\n        applications: [{ to: Attention, topic: layer }]',
      ['ref.unknown 1-basics.yaml:28:48'],
      'Did you mean layers?',
    ],
    [
      'a format',
      '2-models.yaml',
      'topics:\n',
      'formats:\n  - title: Films\n    resources: { network: [vector-films] }\ntopics:\n',
      ['ref.unknown 2-models.yaml:10:18', 'ref.unknown 2-models.yaml:10:28'],
      'Did you mean networks?',
    ],
  ])('%s', (_, file, before, after, problems, hint) => {
    const folder = aPathFolder().change(file, before, after);
    expect(folder.problems()).toEqual(problems);
    const issue = folder.load().issues.find(({ code }) => code === 'ref.unknown');
    expect(issue?.hint).toBe(hint);
    expect(issue?.level).toBe('error');
  });
});

describe('one name for two things', () => {
  const CONCEPT = `
      - id: dot-product
        name: again
        definition: Again.
        relevance: Again.
  - id: matrices`;
  const MILESTONE = `[It learns XOR]
      - { id: tiny-net, title: Again, minutes: 1, brief: Again., checks: [Again] }`;

  test.each<
    [what: string, change: (folder: PathFolder) => void, problems: string[], where: string]
  >([
    [
      'topics',
      (f) =>
        f
          .change('1-basics.yaml', 'id: odds', 'id: vectors')
          .change('1-basics.yaml', 'tier: helpful', 'tier: essential')
          .change('1-basics.yaml', 'weeks: 1-2', 'weeks: 2'),
      ['id.duplicate 1-basics.yaml:40:9'],
      '1-basics.yaml:11',
    ],
    [
      'topics of two phases',
      (f) => f.change('2-models.yaml', 'id: layers', 'id: odds'),
      ['id.duplicate 2-models.yaml:9:9'],
      '1-basics.yaml:40',
    ],
    [
      'phases',
      (f) => f.change('2-models.yaml', 'id: models', 'id: basics'),
      ['id.duplicate 2-models.yaml:1:5'],
      '1-basics.yaml:1',
    ],
    [
      'resources',
      (f) =>
        f
          .change('resources.yaml', 'id: gone-page', 'id: odds-course')
          .change('1-basics.yaml', 'gone-page', 'maths-book'),
      ['id.duplicate resources.yaml:23:9'],
      'resources.yaml:17',
    ],
    [
      'a topic and a phase',
      (f) => f.change('2-models.yaml', 'id: layers', 'id: basics'),
      ['id.duplicate 2-models.yaml:9:9'],
      '1-basics.yaml:1',
    ],
    [
      'a topic and a resource',
      (f) => f.change('1-basics.yaml', 'id: odds', 'id: gone-page'),
      ['id.duplicate 1-basics.yaml:40:9'],
      'resources.yaml:23',
    ],
    [
      'concepts of a topic',
      (f) => f.change('1-basics.yaml', '\n  - id: matrices', CONCEPT),
      ['id.duplicate 1-basics.yaml:28:13'],
      '1-basics.yaml:24',
    ],
    [
      'a concept and a resource of a topic',
      (f) => f.change('1-basics.yaml', 'id: dot-product', 'id: vector-film'),
      ['id.duplicate 1-basics.yaml:24:13'],
      '1-basics.yaml:18',
    ],
    [
      'a resource used twice',
      (f) => f.change('1-basics.yaml', 'use: gone-page', 'use: odds-course'),
      ['id.duplicate 1-basics.yaml:52:14', 'orphan.resource resources.yaml:23:9'],
      '1-basics.yaml:48',
    ],
    [
      'milestones of a topic',
      (f) => f.change('2-models.yaml', '[It learns XOR]', MILESTONE),
      ['id.duplicate 2-models.yaml:22:15'],
      '2-models.yaml:17',
    ],
  ])('%s', (_, change, problems, where) => {
    const folder = aPathFolder();
    change(folder);
    expect(folder.problems()).toEqual(problems);
    const hint = `That one stands at mine/${where}; each name means one thing.`;
    expect(folder.load().issues[0]?.hint).toBe(hint);
  });

  test('a resource used twice is fine with an id of its own', () => {
    const folder = aPathFolder().change(
      '1-basics.yaml',
      'use: gone-page',
      'use: odds-course\n        id: odds-again',
    );
    expect(folder.problems()).toEqual(['orphan.resource resources.yaml:23:9']);
  });

  test('concepts of two topics may share a name', () => {
    const concept = '{ id: dot-product, name: n, definition: d., relevance: r. }';
    const folder = aPathFolder().change(
      '2-models.yaml',
      '    milestones:',
      `    concepts: [${concept}]\n    milestones:`,
    );
    expect(folder.problems()).toEqual([]);
  });
});

describe('old names', () => {
  test.each<[what: string, change: (folder: PathFolder) => void, problems: string[]]>([
    [
      'of something that has it today',
      (f) => f.change('1-basics.yaml', 'hours: 3', 'hours: 3\n    was: [odds]'),
      ['id.was 1-basics.yaml:33:11'],
    ],
    [
      'of two things',
      (f) =>
        f
          .change('1-basics.yaml', 'hours: 3', 'hours: 3\n    was: [grids]')
          .change('2-models.yaml', 'hours: 5', 'hours: 5\n    was: [grids]'),
      ['id.was 2-models.yaml:14:11'],
    ],
    [
      'of a part of its topic',
      (f) =>
        f.change(
          '1-basics.yaml',
          'use: vector-film',
          'use: vector-film\n        was: [dot-product]',
        ),
      ['id.was 1-basics.yaml:19:15'],
    ],
    [
      'that nothing else has',
      (f) => f.change('1-basics.yaml', 'hours: 3', 'hours: 3\n    was: [grids, tables]'),
      [],
    ],
  ])('%s', (_, change, problems) => {
    const folder = aPathFolder();
    change(folder);
    expect(folder.problems()).toEqual(problems);
  });
});
