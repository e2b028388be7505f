import type { Concept, Milestone, Path, Phase, Resource, Topic, Use } from '../domain/path/path.ts';
import { parseWeeks } from '../domain/path/weeks.ts';
import type { Template } from '../domain/quiz/template.ts';
import type { PhaseFile, ResourceEntry, TopicEntry, UseEntry } from './format/schema.ts';
import type { PathFiles } from './path-files.ts';

/**
 * The domain's path from valid files and their questions: refs in full, defaults filled in, units
 * with minutes.
 */
export function linkPath(files: PathFiles, templates: readonly Template[]): Path {
  const { value } = files.path;
  return {
    id: value.id,
    title: value.title,
    version: value.version,
    summary: value.summary,
    pace: value.pace,
    tiers: value.tiers,
    phases: files.phases.map((file, i) => linkPhase(file.value, i + 1, templates)),
    resources: files.resources.value.resources.map(linkResource),
    books: value.books ?? [],
    communities: value.communities ?? [],
  };
}

function linkPhase(entry: PhaseFile, number: number, templates: readonly Template[]): Phase {
  return {
    id: entry.id,
    number,
    title: entry.title,
    weeks: parseWeeks(String(entry.weeks)) ?? { min: 1, max: null },
    optional: entry.optional ?? false,
    skipIf: entry.skip_if ?? null,
    summary: entry.summary,
    sections: entry.sections.map((section) => ({
      id: section.id,
      title: section.title,
      aliases: section.aliases ?? [],
      summary: section.summary ?? '',
    })),
    formats: entry.formats ?? [],
    topics: entry.topics.map((topic) => {
      const own = templates.filter((template) => template.topic === topic.id);
      return { ...linkTopic(topic, entry.id), ...sumUpQuestions(topic, own) };
    }),
    was: entry.was ?? [],
  };
}

function linkTopic(entry: TopicEntry, phase: string): Omit<Topic, keyof QuestionFacts> {
  const inTopic = (ids: readonly string[] | undefined, between = '/') =>
    (ids ?? []).map((id) => `${entry.id}${between}${id}`);
  return {
    id: entry.id,
    phase,
    section: entry.section,
    title: entry.title,
    tier: entry.tier,
    hours: entry.hours,
    needs: entry.needs ?? [],
    helps: entry.helps ?? [],
    outcomes: entry.outcomes,
    uses: (entry.resources ?? []).map(
      (use): Use => ({
        ref: `${entry.id}/${useId(use)}`,
        topic: entry.id,
        resource: use.use,
        portion: use.portion,
        role: use.role,
        minutes: use.minutes,
        units: linkUnits(use),
        was: inTopic(use.was),
      }),
    ),
    concepts: (entry.concepts ?? []).map(
      (concept): Concept => ({
        ref: `${entry.id}/${concept.id}`,
        topic: entry.id,
        name: concept.name,
        aliases: concept.aliases ?? [],
        definition: concept.definition,
        relevance: concept.relevance,
        applications: (concept.applications ?? []).map((application) => ({
          to: application.to,
          purpose: application.purpose ?? null,
          stage: application.stage ?? null,
          section: application.section ?? null,
          topic: application.topic ?? null,
        })),
        was: inTopic(concept.was),
      }),
    ),
    milestones: (entry.milestones ?? []).map(
      (milestone): Milestone => ({
        ref: `${entry.id}/m/${milestone.id}`,
        topic: entry.id,
        title: milestone.title,
        minutes: milestone.minutes,
        brief: milestone.brief,
        checks: milestone.checks,
        was: inTopic(milestone.was, '/m/'),
      }),
    ),
    was: entry.was ?? [],
  };
}

/** What a topic says of its questions. */
type QuestionFacts = Pick<
  Topic,
  'quiz' | 'renamedQuestions' | 'renamedConcepts' | 'questions' | 'generators'
>;

function sumUpQuestions(topic: TopicEntry, templates: readonly Template[]): QuestionFacts {
  const easiestFirst = templates.toSorted((a, b) => a.difficulty - b.difficulty);
  const about = (concept: string) =>
    easiestFirst.filter((template) => template.concept === `${topic.id}/${concept}`);
  const slugs = (topic.concepts ?? []).map(({ id }): [string, string[]] => [
    id,
    about(id).map(({ ref }) => ref.slice(ref.lastIndexOf('/') + 1)),
  ]);
  return {
    quiz: Object.fromEntries(slugs.filter(([, list]) => list.length > 0)),
    renamedQuestions: Object.fromEntries(
      templates.flatMap(({ ref, was }) => was.map((old) => [old, ref])),
    ),
    renamedConcepts: Object.fromEntries(
      (topic.concepts ?? []).flatMap(({ id, was }) =>
        (was ?? []).map((old) => [`${topic.id}/${old}`, `${topic.id}/${id}`]),
      ),
    ),
    questions: templates.length,
    generators: templates.filter((template) => template.generated).length,
  };
}

/** The id of a use within its topic. */
export function useId(use: UseEntry): string {
  return use.id ?? use.use;
}

/** Units with minutes; bare names share what the others leave, exact in sum. */
function linkUnits(use: UseEntry): Use['units'] {
  const units = use.units ?? [];
  const given = units.reduce((total, u) => total + (typeof u === 'string' ? 0 : u.minutes), 0);
  const bare = units.filter((u) => typeof u === 'string').length;
  const shared = use.minutes - given;
  let index = 0;
  return units.map((unit) => {
    if (typeof unit !== 'string') return { title: unit.title, minutes: unit.minutes };
    const from = Math.floor((index * shared) / bare);
    index += 1;
    return { title: unit, minutes: Math.floor((index * shared) / bare) - from };
  });
}

function linkResource(entry: ResourceEntry): Resource {
  return {
    id: entry.id,
    title: entry.title,
    by: entry.by ?? null,
    kind: entry.kind,
    level: entry.level,
    hours: entry.hours ?? null,
    status: entry.status,
    url: entry.url ?? null,
    seedUrl: entry.seed_url ?? null,
    replacement: entry.replacement ?? null,
    note: entry.note ?? null,
    listed: (entry.listed ?? []).map((listing) => ({ ...listing, label: listing.label ?? null })),
  };
}
