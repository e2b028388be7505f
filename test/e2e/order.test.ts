import { expect, test } from 'vitest';
import { type Learner, newLearner } from '../helpers/cli.ts';
import { aPathFolder } from '../helpers/path-files.ts';

interface Topic {
  id: string;
  state: string;
}

test('a topic waits for what it needs, and opens when that is done or left out', () => {
  const learner = learnerOfSmallPath();
  expect(statesOf(learner)).toEqual({
    vectors: 'ready',
    matrices: 'locked',
    odds: 'ready',
    layers: 'locked',
  });
  const done = learner.json<{ topics: object[] }>('done', 'vectors/vector-film');
  expect(done.topics).toEqual([
    { id: 'vectors', from: 'ready', to: 'done' },
    { id: 'matrices', from: 'locked', to: 'ready' },
  ]);
  const skipped = learner.json<{ topics: object[] }>('skip', 'matrices');
  expect(skipped.topics).toEqual([
    { id: 'matrices', from: 'ready', to: 'skipped' },
    { id: 'layers', from: 'locked', to: 'ready' },
  ]);
});

test('starting a topic that waits is allowed, said and remembered', () => {
  const learner = learnerOfSmallPath();
  const { stdout } = learner.run('start', 'matrices');
  expect(stdout).toContain('Matrices would wait for Vectors; you chose it, and next knows');
  expect(eventsOf(learner)).toEqual([
    ['clock-started', 'matrices/maths-book'],
    ['overridden', 'matrices'],
  ]);
  learner.at('2026-12-07T19:30:00Z').run('stop');

  const { action } = learner.json<{ action: { ref: string; why: { term: string }[] } }>('next');
  expect(action.ref).toBe('matrices/maths-book');
  expect(action.why.map((reason) => reason.term)).toContain('chosen');
  expect(learner.run('next', '--why').stdout).toContain('you asked for it');

  learner.run('log', 'matrices/maths-book', '--minutes', '10');
  expect(eventsOf(learner).filter(([kind]) => kind === 'overridden')).toHaveLength(1);
  expect(learner.json<{ waitingFor: string[] }>('show', 'matrices').waitingFor).toEqual([
    'vectors',
  ]);
});

test('undo forgets the override along with the start', () => {
  const learner = learnerOfSmallPath();
  const before = learner.run('next', '--json').stdout;
  learner.run('start', 'layers');
  expect(statesOf(learner).layers).toBe('started');
  learner.run('undo');
  expect(statesOf(learner).layers).toBe('locked');
  expect(learner.run('next', '--json').stdout).toBe(before);
});

test('every command that works on a waiting topic remembers the choice', () => {
  for (const args of [
    ['done', 'matrices/maths-book'],
    ['log', 'matrices', '--minutes', '5'],
    ['done', 'matrices'],
  ]) {
    const learner = learnerOfSmallPath();
    learner.run(...args);
    expect(eventsOf(learner)).toContainEqual(['overridden', 'matrices']);
  }
});

test('a ref may be any unambiguous beginning or end, in any case', () => {
  const learner = learnerOfSmallPath();
  for (const ref of ['tiny-net', 'layers/m', 'TINY-NET', 'layers/m/tiny-net']) {
    expect(learner.json<{ milestone: { ref: string } }>('show', ref).milestone.ref).toBe(
      'layers/m/tiny-net',
    );
  }
  expect(learner.json<{ kind: string }>('show', 'lay').kind).toBe('topic');
});

test('when all is done there is nothing to start, and it says so kindly', () => {
  const learner = learnerOfSmallPath();
  for (const ref of ['vectors', 'matrices', 'odds', 'layers']) learner.run('done', ref);
  const next = learner.json<{ action: { kind: string }; then: object[] }>('next');
  expect(next.action.kind).toBe('finished');
  expect(next.then).toHaveLength(0);
  expect(learner.run().stdout).toContain('Everything on this path is done.');
  expect(learner.run('prompt').stdout).toBe('✓ path done\n');
  expect(learner.json<{ days: [] }>('plan').days).toEqual([]);
  expect(learner.run('start')).toMatchObject({ code: 2, stdout: '' });
  const again = learner.run('done', 'vectors');
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('was done already, today; nothing changed');
});

test('units are finished one by one, and the last one finishes the whole', () => {
  const learner = learnerOfSmallPath();
  learner.run('done', 'vector-film', '--units', '2');
  expect(stateOf(learner)).toMatchObject({ units: 2, done: false, minutes: 40 });
  learner.run('done', 'vector-film', '--units', '1');
  expect(stateOf(learner)).toMatchObject({ done: true, minutes: 60 });
  expect(statesOf(learner).vectors).toBe('done');
});

function learnerOfSmallPath(): Learner {
  return newLearner({ env: { LLMPATH_PATH: aPathFolder().dir } });
}

function statesOf(learner: Learner): Record<string, string> {
  const { topics } = learner.json<{ topics: Topic[] }>('status');
  return Object.fromEntries(topics.map((topic) => [topic.id, topic.state]));
}

function eventsOf(learner: Learner): [string, string][] {
  const { events } = learner.json<{ events: { kind: string; ref: string }[] }>('history');
  return events.map(({ kind, ref }) => [kind, ref]);
}

function stateOf(learner: Learner): object {
  return learner.json<{ state: object }>('show', 'vectors/vector-film').state;
}
