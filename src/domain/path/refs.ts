import { UserError } from '../error.ts';
import { isAsked, questionRef } from '../quiz/bank.ts';
import { didYouMean, nearest } from '../spelling.ts';
import type { Concept, Outline, TopicOutline, Use } from './path.ts';

type PhaseIn<P extends Outline> = P['phases'][number];
type TopicIn<P extends Outline> = PhaseIn<P>['topics'][number];
type MilestoneIn<P extends Outline> = TopicIn<P>['milestones'][number];
type ResourceIn<P extends Outline> = P['resources'][number];

/** Anything that a ref can name in an outline, or with its texts in a whole path. */
export type Thing<P extends Outline = Outline> =
  | { kind: 'phase'; ref: string; title: string; phase: PhaseIn<P> }
  | { kind: 'topic'; ref: string; title: string; topic: TopicIn<P> }
  | {
      kind: 'use';
      ref: string;
      title: string;
      use: Use;
      resource: ResourceIn<P>;
      topic: TopicIn<P>;
    }
  | { kind: 'concept'; ref: string; title: string; concept: Concept; topic: TopicIn<P> }
  | { kind: 'question'; ref: string; title: string; concept: Concept; topic: TopicIn<P> }
  | { kind: 'milestone'; ref: string; title: string; milestone: MilestoneIn<P>; topic: TopicIn<P> }
  | { kind: 'resource'; ref: string; title: string; resource: ResourceIn<P> };

export type ThingKind = Thing['kind'];
type ThingOf<K extends ThingKind, P extends Outline> = Extract<Thing<P>, { kind: K }>;

export interface RefIndex<P extends Outline = Outline> {
  readonly things: ReadonlyMap<string, Thing<P>>;
  readonly resources: ReadonlyMap<string, ResourceIn<P>>;
  readonly topics: ReadonlyMap<string, TopicIn<P>>;
  /** Old ref to present ref, from every `was:`. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** What each kind is called in messages. */
export const KIND_NAMES: Record<ThingKind, string> = {
  phase: 'phase',
  topic: 'topic',
  use: 'resource of a topic',
  concept: 'concept',
  question: 'question',
  milestone: 'milestone',
  resource: 'resource',
};

/** The index of an outline, or of a whole path with its concepts and questions. */
export function indexPath<P extends Outline>(path: P): RefIndex<P> {
  const things = new Map<string, Thing<P>>();
  const topics = new Map<string, TopicIn<P>>();
  const renamed = new Map<string, string>();
  const resources = new Map<string, ResourceIn<P>>(
    path.resources.map((resource) => [resource.id, resource]),
  );
  const add = (thing: Thing<P>, was: readonly string[]) => {
    things.set(thing.ref, thing);
    for (const old of was) renamed.set(old, thing.ref);
  };
  for (const resource of path.resources) {
    add({ kind: 'resource', ref: resource.id, title: resource.title, resource }, []);
  }
  for (const phase of path.phases) {
    add({ kind: 'phase', ref: phase.id, title: phase.title, phase }, phase.was);
    for (const topic of phase.topics) {
      topics.set(topic.id, topic);
      add({ kind: 'topic', ref: topic.id, title: topic.title, topic }, topic.was);
      for (const use of topic.uses) {
        const resource = resources.get(use.resource);
        if (!resource) continue;
        add({ kind: 'use', ref: use.ref, title: resource.title, use, resource, topic }, use.was);
      }
      for (const concept of conceptsOf(topic)) {
        add(
          { kind: 'concept', ref: concept.ref, title: concept.name, concept, topic },
          concept.was,
        );
        for (const slug of topic.quiz[concept.ref.slice(topic.id.length + 1)] ?? []) {
          const ref = questionRef(topic.id, slug);
          add({ kind: 'question', ref, title: concept.name, concept, topic }, []);
        }
      }
      for (const old of [topic.renamedQuestions, topic.renamedConcepts]) {
        for (const [was, ref] of Object.entries(old)) renamed.set(was, ref);
      }
      for (const milestone of topic.milestones) {
        const { ref, title } = milestone;
        add({ kind: 'milestone', ref, title, milestone, topic }, milestone.was);
      }
    }
  }
  return { things, resources, topics, renamed };
}

function conceptsOf(topic: TopicOutline): readonly Concept[] {
  return 'concepts' in topic ? (topic.concepts as Concept[]) : [];
}

/**
 * The present ref of one that may be old: renamed itself, or inside a renamed topic.
 * A ref the path does not know comes back as it is.
 */
export function currentRef(index: RefIndex, ref: string): string {
  if (index.renamed.size === 0 || index.things.has(ref)) return ref;
  const direct = index.renamed.get(ref);
  if (direct) return direct;
  const slash = ref.indexOf('/');
  if (slash < 0) return ref;
  const topic = index.renamed.get(ref.slice(0, slash));
  if (!topic) return ref;
  const moved = topic + ref.slice(slash);
  const isQuestion = moved.startsWith(`${topic}/q/`) && isAsked(index, moved);
  const isConcept = moved.slice(topic.length + 1) in (index.topics.get(topic)?.quiz ?? {});
  if (isQuestion || isConcept || index.things.has(moved)) return moved;
  return index.renamed.get(moved) ?? ref;
}

/**
 * The one thing of the wanted kinds that `text` names: its id, an old id, or any unambiguous
 * prefix or suffix of it, in any case. Where a match is the parent of all others
 * (`math-vectors` of `math-vectors/…`) the parent is meant.
 *
 * Throws UserError `ref.unknown`, `ref.ambiguous` or `ref.kind`, with candidates in `details`.
 */
export function resolveRef<K extends ThingKind, P extends Outline>(
  index: RefIndex<P>,
  text: string,
  kinds: readonly K[],
): ThingOf<K, P> {
  const wanted = text.trim().toLowerCase();
  const isWanted = (thing: Thing<P>): thing is ThingOf<K, P> =>
    (kinds as readonly ThingKind[]).includes(thing.kind);
  const exact = index.things.get(currentRef(index, wanted));
  if (exact && isWanted(exact)) return exact;
  // A resource by itself may stand for its use; anything else named in full is meant as it is.
  if (exact && exact.kind !== 'resource') throw wrongKind(text, exact, kinds);

  const all = [...index.things.values()];
  const matches = wanted === '' ? [] : onlyUse(findMatches(all.filter(isWanted), wanted));
  if (matches.length === 1) return matches[0] as ThingOf<K, P>;
  if (matches.length > 1) throw ambiguous(text, matches);

  const other = exact ?? (wanted === '' ? undefined : findMatches(all, wanted)[0]);
  if (other && !isWanted(other)) throw wrongKind(text, other, kinds);
  throw unknown(text, all.filter(isWanted));
}

function findMatches<T extends Thing>(things: readonly T[], wanted: string): T[] {
  const segments = things.filter((thing) => thing.ref.endsWith(`/${wanted}`));
  if (segments.length > 0) return segments;
  const loose = things.filter(
    (thing) => thing.ref.startsWith(wanted) || thing.ref.endsWith(wanted),
  );
  const parent = loose.find((thing) =>
    loose.every((other) => other === thing || other.ref.startsWith(`${thing.ref}/`)),
  );
  return parent ? [parent] : loose;
}

/** A resource and its only use are one answer: the use, which one can act on. */
function onlyUse<T extends Thing>(matches: T[]): T[] {
  const [a, b] = matches;
  if (matches.length !== 2 || !a || !b) return matches;
  if (a.kind === 'resource' && b.kind === 'use' && b.resource.id === a.ref) return [b];
  return matches;
}

function ambiguous(text: string, matches: readonly Thing[]): UserError {
  const depth = (ref: string) => ref.split('/').length;
  const candidates = matches.map((thing) => thing.ref).sort((a, b) => depth(a) - depth(b));
  const shown = candidates.slice(0, 6);
  const more =
    candidates.length > shown.length ? ` and ${candidates.length - shown.length} more` : '';
  return new UserError(
    'ref.ambiguous',
    `"${text}" could be ${shown.join(', ')}${more}.`,
    'Type more of the one you mean.',
    { candidates },
  );
}

function wrongKind(text: string, found: Thing, kinds: readonly ThingKind[]): UserError {
  const allowed = kinds.map((kind) => `a ${KIND_NAMES[kind]}`).join(' or ');
  return new UserError(
    'ref.kind',
    `"${text}" is the ${KIND_NAMES[found.kind]} ${found.ref}, and ${allowed} is needed here.`,
    `llmpath show ${found.ref}`,
    { candidates: [found.ref] },
  );
}

function unknown(text: string, things: readonly Thing[]): UserError {
  const candidates = nearest(
    text,
    things.map((thing) => thing.ref),
    3,
  );
  return new UserError(
    'ref.unknown',
    `Nothing here is called "${text}". ${didYouMean(candidates)}`.trim(),
    candidates[0] ? `llmpath show ${candidates[0]}` : 'llmpath path show',
    { candidates },
  );
}
