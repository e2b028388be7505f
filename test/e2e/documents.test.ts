import { expect, test } from 'vitest';
import { sharedHome } from '../helpers/shared-home.ts';

type Json = Record<string, unknown>;

const ACTION = ['kind', 'ref', 'title', 'url', 'minutes', 'topic', 'phase', 'portion', 'why'];

/** The keys that scripts may rely on, at the top of each document and inside its lists. */
const DOCUMENTS: { args: string[]; schema: string; keys: Record<string, string[]> }[] = [
  {
    args: ['next'],
    schema: 'next',
    keys: {
      '': ['day', 'enrolled', 'action', 'then', 'due', 'pace', 'finish'],
      action: ACTION,
      'then.0': ACTION,
      'action.why.0': ['term', 'score', 'text'],
      due: ['reviews', 'minutes'],
      pace: ['aheadDays'],
      finish: ['p50', 'p80'],
    },
  },
  {
    args: ['plan'],
    schema: 'plan',
    keys: {
      '': ['from', 'days', 'phases', 'finish', 'target', 'feasible', 'missingMinutes'],
      'days.0': ['day', 'minutes', 'capacity', 'blocks'],
      'days.0.blocks.0': ['kind', 'ref', 'title', 'minutes'],
      'phases.0': ['id', 'start', 'end', 'weeks'],
      finish: ['day', 'p50', 'p80'],
    },
  },
  {
    args: ['status'],
    schema: 'status',
    keys: {
      '': ['day', 'path', 'phases', 'topics', 'minutes', 'due', 'streak', 'finish'],
      'phases.0': ['id', 'title', 'optional', 'weeks', 'topics', 'topicsDone', 'percent'],
      'phases.0.weeks': ['min', 'max'],
      'topics.0': ['id', 'state', 'recall', 'percent'],
      minutes: ['planned', 'spent', 'today', 'week'],
      due: ['now', 'today', 'week'],
      streak: ['days', 'buffer'],
      finish: ['p50', 'p80'],
    },
  },
  {
    args: ['stats'],
    schema: 'stats',
    keys: {
      '': [
        'day',
        'path',
        'from',
        'to',
        'activity',
        'answers',
        'reviews',
        'right',
        'streak',
        'recalls',
        'due',
      ],
      activity: ['minutes', 'studyDays', 'days', 'weeks', 'hours'],
      'due.0': ['day', 'count'],
      streak: ['days', 'buffer'],
    },
  },
  {
    args: ['report'],
    schema: 'report',
    keys: {
      '': [
        ...[
          'at',
          'day',
          'path',
          'learner',
          'period',
          'standing',
          'phases',
          'topics',
          'concepts',
          'weak',
        ],
        ...['accuracy', 'calibration', 'activity', 'burnUp', 'resources', 'pace', 'milestones'],
        ...['choices', 'notes', 'ahead', 'happenings'],
      ],
      standing: ['planned', 'done', 'spent', 'share', 'topics', 'topicsDone', 'finish', 'target'],
      'topics.0': [
        'id',
        'phase',
        'title',
        'state',
        'overruled',
        'percent',
        'planned',
        'spent',
        'recall',
      ],
      'burnUp.fan.0': ['day', 'p50', 'p80'],
      calibration: ['reviews', 'logLoss', 'predicted', 'observed', 'bins'],
    },
  },
  {
    args: ['history'],
    schema: 'history',
    keys: { '': ['events'], 'events.0': ['id', 'at', 'day', 'kind', 'ref', 'text', 'undone'] },
  },
  {
    args: ['path', 'show'],
    schema: 'path-show',
    keys: {
      '': ['id', 'title', 'version', 'phases', 'books', 'communities', 'totals'],
      'phases.0': ['id', 'number', 'title', 'weeks', 'optional', 'hours', 'topics'],
      'phases.0.weeks': ['min', 'max'],
      'phases.0.topics.0': [
        ...['id', 'title', 'tier', 'hours', 'needs', 'helps', 'outcomes', 'concepts'],
        ...['resources', 'questions', 'generators', 'milestones'],
      ],
      'phases.0.topics.0.concepts.0': ['id', 'name', 'definition', 'relevance'],
      'phases.0.topics.0.resources.0': [
        ...['id', 'title', 'url', 'kind', 'level', 'role', 'portion', 'minutes'],
      ],
      'phases.0.topics.0.milestones.0': ['id', 'title'],
      totals: [
        ...['topics', 'concepts', 'resources', 'questions', 'generators', 'milestones', 'hours'],
      ],
    },
  },
  {
    args: ['path', 'check', '--seeds', '1'],
    schema: 'path-check',
    keys: { '': ['files', 'errors', 'warnings'] },
  },
  {
    args: ['path', 'list'],
    schema: 'path-list',
    keys: { '': ['paths'], 'paths.0': ['id', 'title', 'version', 'folder', 'valid', 'current'] },
  },
  {
    args: ['path', 'compile'],
    schema: 'path-compile',
    keys: { '': ['id', 'files', 'cache', 'totals'] },
  },
  {
    args: ['path', 'preview', 'math-vectors', '--answers'],
    schema: 'path-preview',
    keys: {
      '': ['questions'],
      'questions.0': [
        ...['id', 'topic', 'concept', 'kind', 'generated', 'seed', 'prompt', 'options'],
        ...['answer', 'tolerance', 'explain', 'hints'],
      ],
    },
  },
  { args: ['undo'], schema: 'undo', keys: { '': ['undone'], 'undone.0': ['id', 'kind', 'ref'] } },
];

const newLearner = sharedHome();

test.each(DOCUMENTS)('$schema has the promised keys', ({ args, schema, keys }) => {
  const learner = newLearner();
  learner.run('log', 'math-vectors', '--minutes', '5');
  const { code, stdout, stderr } = learner.run(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document = JSON.parse(stdout) as Json;
  expect(Object.keys(document)[0]).toBe('schema');
  expect(document.schema).toBe(`llmpath/${schema}@1`);
  for (const [place, expected] of Object.entries(keys)) {
    expect(Object.keys(at(document, place)), place || 'the document').toEqual(
      expect.arrayContaining(expected),
    );
  }
});

test('path schema prints a JSON Schema for each kind of file', () => {
  const learner = newLearner();
  const schemas = JSON.parse(learner.run('path', 'schema').stdout) as Record<string, Json>;
  expect(Object.keys(schemas).sort()).toEqual([
    'path.schema.json',
    'phase.schema.json',
    'questions.json',
    'resources.schema.json',
  ]);
  const phase = JSON.parse(learner.run('path', 'schema', 'phase').stdout) as Json;
  expect(phase).toEqual(schemas['phase.schema.json']);
  expect(phase).toMatchObject({ type: 'object', required: expect.arrayContaining(['topics']) });
  const questions = JSON.parse(learner.run('path', 'schema', 'questions').stdout) as Json;
  expect(questions).toEqual(schemas['questions.json']);
});

test('path show agrees with itself', () => {
  type Topic = { hours: number; concepts: unknown[]; milestones: unknown[] };
  const path = newLearner().json<{
    phases: { hours: number; topics: Topic[] }[];
    totals: Record<string, number>;
  }>('path', 'show');
  const topics = path.phases.flatMap((phase) => phase.topics);
  const total = (count: (topic: Topic) => number) => topics.reduce((t, x) => t + count(x), 0);
  expect(path.totals).toMatchObject({
    topics: topics.length,
    concepts: total((topic) => topic.concepts.length),
    milestones: total((topic) => topic.milestones.length),
    hours: total((topic) => topic.hours),
  });
  expect(path.phases.map((phase) => phase.hours)).toEqual(
    path.phases.map((phase) => phase.topics.reduce((t, topic) => t + topic.hours, 0)),
  );
});

test('path list marks the one in use', () => {
  type Paths = { paths: { id: string; current: boolean }[] };
  const { paths } = newLearner().json<Paths>('path', 'list');
  expect(paths.filter((path) => path.current).map((path) => path.id)).toEqual(['llm']);
});

function at(document: Json, place: string): Json {
  if (place === '') return document;
  return place.split('.').reduce((value, key) => value[key] as Json, document);
}
