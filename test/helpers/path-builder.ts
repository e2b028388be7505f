import { type ItemState, NEW_ITEM } from '../../src/domain/event/fold.ts';
import type {
  Concept,
  Milestone,
  Path,
  Phase,
  Resource,
  Role,
  Topic,
  Use,
} from '../../src/domain/path/path.ts';
import { indexPath, type RefIndex } from '../../src/domain/path/refs.ts';
import { measureProgress, type Progress } from '../../src/domain/progress/progress.ts';

/** Paths for tests: `aPath(aPhase('math', aTopic('vectors', { parts: [core('film', 30)] })))`. */
export function aPath(...phases: Phase[]): Path {
  const numbered = phases.map((phase, i) => ({ ...phase, number: i + 1 }));
  const uses = numbered.flatMap((phase) => phase.topics.flatMap((topic) => topic.uses));
  const meaning = { title: 'A tier', meaning: 'How much it matters.' };
  return {
    id: 'test-path',
    title: 'A path for tests',
    version: '1.0.0',
    summary: 'Small.',
    pace: 7,
    tiers: { essential: meaning, helpful: meaning, advanced: meaning },
    phases: numbered,
    resources: [...new Set(uses.map((use) => use.resource))].map(aResource),
    books: [],
    communities: [],
  };
}

export function aPhase(id: string, ...topics: Topic[]): Phase {
  return {
    id,
    number: 0,
    title: titleOf(id),
    weeks: { min: 1, max: 1 },
    optional: false,
    skipIf: null,
    summary: '',
    sections: [],
    formats: [],
    topics: topics.map((topic) => ({ ...topic, phase: id })),
    was: [],
  };
}

type Part =
  | ({ part: 'use' } & Omit<Use, 'topic'>)
  | ({ part: 'milestone' } & Omit<Milestone, 'topic'>);

type TopicFields = Partial<
  Pick<Topic, 'tier' | 'hours' | 'needs' | 'helps' | 'was' | 'quiz' | 'renamedQuestions'>
> & {
  parts?: Part[];
  concepts?: string[];
};

/** Hours default to what the core parts take, so that no time is left for practice. */
export function aTopic(id: string, fields: TopicFields = {}): Topic {
  const { parts = [], concepts = [], ...facts } = fields;
  const inTopic = (ref: string) => `${id}/${ref}`;
  const uses = parts.filter((part) => part.part === 'use');
  const milestones = parts.filter((part) => part.part === 'milestone');
  const required = [...uses.filter((use) => use.role === 'core'), ...milestones];
  return {
    id,
    phase: '',
    section: 'all',
    title: titleOf(id),
    tier: 'essential',
    hours: required.reduce((minutes, part) => minutes + part.minutes, 0) / 60 || 1,
    needs: [],
    helps: [],
    outcomes: [],
    was: [],
    uses: uses.map(({ part, ref, was, ...use }) => ({
      ...use,
      ref: inTopic(ref),
      was: was.map(inTopic),
      topic: id,
    })),
    milestones: milestones.map(({ part, ref, was, ...milestone }) => ({
      ...milestone,
      ref: inTopic(ref),
      was: was.map(inTopic),
      topic: id,
    })),
    concepts: concepts.map((name) => aConcept(id, name)),
    quiz: {},
    renamedQuestions: {},
    renamedConcepts: {},
    questions: 0,
    generators: 0,
    ...facts,
  };
}

/** A core resource; `minutes` as a list makes it one of that many units. */
export function core(resource: string, minutes: number | number[], was: string[] = []): Part {
  return aUse('core', resource, minutes, was);
}

/** A resource that the topic does not wait for. */
export function extra(resource: string, minutes: number): Part {
  return aUse('deeper', resource, minutes, []);
}

function aUse(role: Role, resource: string, minutes: number | number[], was: string[]): Part {
  const parts = Array.isArray(minutes) ? minutes : [];
  return {
    part: 'use',
    ref: resource,
    resource,
    portion: `all of ${resource}`,
    role,
    minutes: Array.isArray(minutes) ? minutes.reduce((a, b) => a + b, 0) : minutes,
    units: parts.map((unit, i) => ({ title: `part ${i + 1}`, minutes: unit })),
    was,
  };
}

export function milestone(id: string, minutes: number, was: string[] = []): Part {
  const old = was.map((name) => `m/${name}`);
  const title = titleOf(id);
  return { part: 'milestone', ref: `m/${id}`, title, minutes, brief: '', checks: [], was: old };
}

function aConcept(topic: string, id: string): Concept {
  return {
    ref: `${topic}/${id}`,
    topic,
    name: titleOf(id),
    aliases: [],
    definition: '',
    relevance: '',
    applications: [],
    was: [],
  };
}

function aResource(id: string): Resource {
  return {
    id,
    title: titleOf(id),
    by: null,
    kind: 'video',
    level: 'beginner',
    hours: null,
    status: 'ok',
    url: `https://example.org/${id}`,
    seedUrl: null,
    replacement: null,
    note: null,
    listed: [],
  };
}

function titleOf(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
}

/** What was recorded, by ref; unnamed facts are those of a thing never touched. */
export type Recorded = Record<string, Partial<ItemState>>;

export function itemsOf(recorded: Recorded): Map<string, ItemState> {
  return new Map(Object.entries(recorded).map(([ref, item]) => [ref, { ...NEW_ITEM, ...item }]));
}

/** The index of a path, and where a learner stands on it after what was recorded. */
export function standOn(
  path: Path,
  recorded: Recorded = {},
): { index: RefIndex; progress: Progress } {
  const index = indexPath<Path>(path) as RefIndex;
  return { index, progress: measureProgress(path, index, itemsOf(recorded)) };
}
