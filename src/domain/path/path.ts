/**
 * A learning path as the rest of the program sees it: validated, linked, every ref in full.
 * Durations are minutes unless a name says hours or weeks.
 *
 * An `Outline` is what deciding what is next needs; a `Path` is an outline with all its texts.
 * The two are kept apart because `next` must not read half a megabyte of prose at each start.
 */
export type Tier = 'essential' | 'helpful' | 'advanced';
export type Role = 'core' | 'alternative' | 'deeper';
export type Level = 'beginner' | 'intermediate' | 'advanced';
export type Status = 'ok' | 'moved' | 'dead' | 'doubtful';
export type ResourceKind =
  | 'video'
  | 'course'
  | 'book'
  | 'paper'
  | 'interactive'
  | 'article'
  | 'tool'
  | 'community';
export type Stage = 'training' | 'inference' | 'evaluation';

/** Inclusive; `max` is null for an open-ended duration such as `8+`. */
export interface Weeks {
  min: number;
  max: number | null;
}

export interface Outline {
  id: string;
  title: string;
  version: string;
  /** Hours a week that the phases' durations assume. */
  pace: number;
  phases: PhaseOutline[];
  resources: ResourceOutline[];
}

export interface Path extends Outline {
  summary: string;
  tiers: Record<Tier, { title: string; meaning: string }>;
  phases: Phase[];
  resources: Resource[];
  books: { resource: string; why: string }[];
  communities: { resource: string; why: string }[];
}

export interface PhaseOutline {
  id: string;
  number: number;
  title: string;
  weeks: Weeks;
  optional: boolean;
  /** Who may skip it. */
  skipIf: string | null;
  topics: TopicOutline[];
  was: string[];
}

export interface Phase extends PhaseOutline {
  summary: string;
  sections: Section[];
  formats: { title: string; resources: Record<string, string[]> }[];
  topics: Topic[];
}

export interface Section {
  id: string;
  title: string;
  aliases: string[];
  summary: string;
}

export interface TopicOutline {
  id: string;
  phase: string;
  title: string;
  tier: Tier;
  hours: number;
  /** Topic ids that block this one until done or skipped. */
  needs: string[];
  /** Topic ids that advise only. */
  helps: string[];
  uses: Use[];
  milestones: MilestoneOutline[];
  /** Ids of questions by the id of their concept, the easiest first; empty where there are none. */
  quiz: Record<string, string[]>;
  /** Old refs of questions, each with the present one. */
  renamedQuestions: Record<string, string>;
  /** Old refs of concepts that have questions, each with the present one. */
  renamedConcepts: Record<string, string>;
  was: string[];
}

export interface Topic extends TopicOutline {
  section: string;
  outcomes: string[];
  concepts: Concept[];
  milestones: Milestone[];
  /** How many questions it has, and how many of these are drawn anew from a seed. */
  questions: number;
  generators: number;
}

/** A resource as used in a topic: a portion of it, in a role. */
export interface Use {
  ref: string;
  topic: string;
  resource: string;
  portion: string;
  role: Role;
  minutes: number;
  /** Countable parts in order; their minutes add up to the use's. Empty where there are none. */
  units: Unit[];
  was: string[];
}

export interface Unit {
  title: string;
  minutes: number;
}

export interface Concept {
  ref: string;
  topic: string;
  name: string;
  aliases: string[];
  definition: string;
  /** Why it matters for large language models. */
  relevance: string;
  applications: Application[];
  was: string[];
}

/** Where a concept is used: an LLM application or a training component. */
export interface Application {
  to: string;
  purpose: string | null;
  stage: Stage | null;
  section: string | null;
  topic: string | null;
}

export interface MilestoneOutline {
  ref: string;
  topic: string;
  title: string;
  minutes: number;
  was: string[];
}

export interface Milestone extends MilestoneOutline {
  brief: string;
  checks: string[];
}

export interface ResourceOutline {
  id: string;
  title: string;
  by: string | null;
  kind: ResourceKind;
  status: Status;
  /** The address that works today; for a dead resource the dead one. */
  url: string | null;
  replacement: { title: string; url: string } | null;
  /** What is wrong with the address, the title or the content. */
  note: string | null;
}

export interface Resource extends ResourceOutline {
  level: Level;
  /** Full length in hours, an estimate. */
  hours: number | null;
  /** The address as the source lists gave it, where it differs. */
  seedUrl: string | null;
  /** Titles, labels and sections under which the source lists name it. */
  listed: { title: string; label: string | null; section: string }[];
}

/** The outline of a path, without its texts. */
export function outlineOf(path: Path): Outline {
  return {
    id: path.id,
    title: path.title,
    version: path.version,
    pace: path.pace,
    phases: path.phases.map(({ id, number, title, weeks, optional, skipIf, topics, was }) => ({
      id,
      number,
      title,
      weeks,
      optional,
      skipIf,
      topics: topics.map(
        ({ section, outcomes, concepts, milestones, questions, generators, ...topic }) => ({
          ...topic,
          milestones: milestones.map(({ brief, checks, ...milestone }) => milestone),
        }),
      ),
      was,
    })),
    resources: path.resources.map(({ id, title, by, kind, status, url, replacement, note }) => ({
      id,
      title,
      by,
      kind,
      status,
      url,
      replacement,
      note,
    })),
  };
}

/** The address to open: the replacement's where the resource is dead. */
export function addressOf(resource: ResourceOutline): string | null {
  if (resource.status === 'dead') return resource.replacement?.url ?? null;
  return resource.url;
}

export function topicsOf(path: Outline): TopicOutline[] {
  return path.phases.flatMap((phase) => phase.topics);
}

/** Minutes of a topic that its core resources take. */
export function coreMinutes(topic: TopicOutline): number {
  return sum(topic.uses.filter((use) => use.role === 'core').map((use) => use.minutes));
}

/** Minutes of a topic left for exercises and quizzes after core resources and milestones. */
export function practiceMinutes(topic: TopicOutline): number {
  const milestones = sum(topic.milestones.map((milestone) => milestone.minutes));
  const parts = coreMinutes(topic) + milestones;
  // A topic without parts is one piece of work, and its hours are that.
  if (parts === 0) return 0;
  return Math.max(0, Math.round(topic.hours * 60) - parts - quizMinutes(topic));
}

/** Minutes that one new question takes, read, worked out and looked at. */
const QUESTION_MINUTES = 1.5;

/** Minutes of a topic's quiz: one question a concept. */
export function quizMinutes(topic: TopicOutline): number {
  return Math.ceil(Object.keys(topic.quiz).length * QUESTION_MINUTES);
}

export function totalsOf(path: Path) {
  const topics = path.phases.flatMap((phase) => phase.topics);
  return {
    topics: topics.length,
    concepts: sum(topics.map((topic) => topic.concepts.length)),
    resources: path.resources.length,
    questions: sum(topics.map((topic) => topic.questions)),
    generators: sum(topics.map((topic) => topic.generators)),
    milestones: sum(topics.map((topic) => topic.milestones.length)),
    hours: sum(topics.map((topic) => topic.hours)),
  };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
