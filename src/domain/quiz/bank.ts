import type { Outline, TopicOutline } from '../path/path.ts';
import type { RefIndex } from '../path/refs.ts';

/** A question as choosing sees it. */
export interface BankEntry {
  ref: string;
  topic: string;
  /** The ref of its concept. */
  concept: string;
}

/** The ref of a question. */
export function questionRef(topic: string, slug: string): string {
  return `${topic}/q/${slug}`;
}

/** The questions of a topic, concept by concept in their order, the easiest of each first. */
export function questionsOf(topic: TopicOutline): BankEntry[] {
  return Object.entries(topic.quiz).flatMap(([concept, slugs]) =>
    slugs.map((slug) => ({
      ref: questionRef(topic.id, slug),
      topic: topic.id,
      concept: `${topic.id}/${concept}`,
    })),
  );
}

/** Whether the path has a question of this present ref. */
export function isAsked(index: RefIndex<Outline>, ref: string): boolean {
  const topic = ref.slice(0, ref.indexOf('/'));
  const slug = ref.slice(topic.length + '/q/'.length);
  const quiz = index.topics.get(topic)?.quiz;
  for (const concept in quiz) if (quiz[concept]?.includes(slug)) return true;
  return false;
}

/** The refs of all questions of a path, to ask of many whether the path has them. */
export function askedRefs(index: RefIndex<Outline>): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const topic of index.topics.values()) {
    for (const slugs of Object.values(topic.quiz)) {
      for (const slug of slugs) refs.add(questionRef(topic.id, slug));
    }
  }
  return refs;
}
