import { expect, test } from 'vitest';
import { aPathFolder, type PathFolder } from '../helpers/path-files.ts';

/** Gives the first topic, which needs nothing, something to need. */
function vectorsNeed(topics: string): (folder: PathFolder) => void {
  return (folder) => folder.change('1-basics.yaml', 'hours: 2', `hours: 2\n    needs: [${topics}]`);
}

const TAKE_AWAY = 'Take one of these needs away; a mutual benefit belongs under helps.';

test.each<
  [
    what: string,
    change: (folder: PathFolder) => void,
    problems: string[],
    message: string,
    hint: string,
  ]
>([
  [
    'a topic that needs itself',
    (f) => f.change('1-basics.yaml', 'needs: [vectors]', 'needs: [matrices]'),
    ['graph.cycle 1-basics.yaml:33:13'],
    'matrices needs itself',
    TAKE_AWAY,
  ],
  [
    'two topics that need each other',
    vectorsNeed('matrices'),
    ['graph.cycle 1-basics.yaml:16:13'],
    'These topics need each other in a circle: vectors → matrices → vectors',
    TAKE_AWAY,
  ],
  [
    'three topics in a circle, over two phases',
    vectorsNeed('layers'),
    ['graph.cycle 1-basics.yaml:16:13', 'graph.order 1-basics.yaml:16:13'],
    'These topics need each other in a circle: vectors → layers → matrices → vectors',
    TAKE_AWAY,
  ],
  [
    'a need of a later phase',
    (f) => f.change('1-basics.yaml', 'helps: [vectors]', 'needs: [layers]'),
    ['graph.order 1-basics.yaml:45:13'],
    'odds needs layers, which comes in a later phase',
    'Move one of them to the phase of the other.',
  ],
  [
    'an essential topic that needs a helpful one',
    (f) => f.change('2-models.yaml', 'needs: [matrices]', 'needs: [matrices, odds]'),
    ['graph.tier 2-models.yaml:14:23'],
    'layers is essential but needs odds, which is helpful',
    'Make odds essential, or list it under helps.',
  ],
  [
    'an essential topic that needs an advanced one',
    (f) =>
      f
        .change('1-basics.yaml', 'tier: helpful', 'tier: advanced')
        .change('2-models.yaml', 'needs: [matrices]', 'needs: [odds]'),
    ['graph.tier 2-models.yaml:14:13'],
    'layers is essential but needs odds, which is advanced',
    'Make odds essential, or list it under helps.',
  ],
])('%s', (_, change, problems, message, hint) => {
  const folder = aPathFolder();
  change(folder);
  expect(folder.problems()).toEqual(problems);
  expect(folder.load()).toMatchObject({
    path: null,
    issues: [{ level: 'error', message, hint }, ...problems.slice(1).map(() => ({}))],
  });
});

test.each([
  ['a helpful topic may need an essential one', 'helps: [vectors]', 'needs: [vectors, matrices]'],
  ['topics may help each other', 'helps: [vectors]', 'helps: [vectors, layers]'],
])('%s', (_, before, after) => {
  expect(aPathFolder().change('1-basics.yaml', before, after).problems()).toEqual([]);
});
