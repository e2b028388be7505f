import type { KeyPath, Source } from '../format/source.ts';
import type { Issue } from '../issue.ts';
import { useId } from '../link.ts';
import type { PathFiles } from '../path-files.ts';
import { eachQuestion, eachTopic } from './walk.ts';

/**
 * Every id names one thing. Phases, topics and resources share one space, since a ref may name any
 * of them; uses, concepts, milestones and questions are unique within their topic. Old ids (`was`)
 * may not name anything that exists or another thing's past.
 */
export function checkDuplicateIds(files: PathFiles): Issue[] {
  const issues: Issue[] = [];
  const space = new IdSpace(issues);
  for (const file of files.phases) {
    space.add(file.value.id, file.source, ['id'], 'phase');
    const sections = new IdSpace(issues);
    file.value.sections.forEach((section, i) => {
      sections.add(section.id, file.source, ['sections', i, 'id'], 'section');
    });
  }
  files.resources.value.resources.forEach((resource, i) => {
    space.add(resource.id, files.resources.source, ['resources', i, 'id'], 'resource');
  });
  for (const { file, topic, at } of eachTopic(files)) {
    space.add(topic.id, file.source, [...at, 'id'], 'topic');
    topic.resources?.forEach((use, i) => {
      const key = use.id === undefined ? 'use' : 'id';
      const place = [...at, 'resources', i, key];
      space.add(`${topic.id}/${useId(use)}`, file.source, place, 'use of a resource');
    });
    topic.concepts?.forEach((concept, i) => {
      space.add(`${topic.id}/${concept.id}`, file.source, [...at, 'concepts', i, 'id'], 'concept');
    });
    topic.milestones?.forEach((milestone, i) => {
      const place = [...at, 'milestones', i, 'id'];
      space.add(`${topic.id}/m/${milestone.id}`, file.source, place, 'milestone');
    });
  }
  for (const { file, topic, entry, at } of eachQuestion(files)) {
    space.add(`${topic}/q/${entry.id}`, file.source, [...at, 'id'], 'question');
  }
  for (const file of files.phases) space.addOld(file.value.was, '', file.source, ['was']);
  for (const { file, topic, at } of eachTopic(files)) {
    space.addOld(topic.was, '', file.source, [...at, 'was']);
    const parts = [
      { key: 'resources', between: '/', list: topic.resources },
      { key: 'concepts', between: '/', list: topic.concepts },
      { key: 'milestones', between: '/m/', list: topic.milestones },
    ] as const;
    for (const { key, between, list } of parts) {
      list?.forEach((entry, i) => {
        space.addOld(entry.was, topic.id + between, file.source, [...at, key, i, 'was']);
      });
    }
  }
  for (const { file, topic, entry, at } of eachQuestion(files)) {
    space.addOld(entry.was, `${topic}/q/`, file.source, [...at, 'was']);
  }
  return issues;
}

/** In a ref, what stands between a topic and its questions (`q`) or milestones (`m`). */
const RESERVED: readonly string[] = ['q', 'm'];

/** A use or a concept called like that would make refs of two meanings. */
export function checkReservedIds(files: PathFiles): Issue[] {
  return eachTopic(files).flatMap(({ file, topic, at }) => {
    const uses = (topic.resources ?? []).map((use, i) => {
      const place = [...at, 'resources', i, use.id === undefined ? 'use' : 'id'];
      return { id: useId(use), place, what: 'use of a resource' };
    });
    const concepts = (topic.concepts ?? []).map(({ id }, i) => {
      return { id, place: [...at, 'concepts', i, 'id'], what: 'concept' };
    });
    return [...uses, ...concepts].flatMap(({ id, place, what }) => {
      if (!RESERVED.includes(id)) return [];
      const message = `A ${what} cannot be called ${id}, which marks questions and milestones in refs`;
      const hint = 'Give it a longer id.';
      return [file.source.issue('error', 'id.reserved', place, message, { hint })];
    });
  });
}

class IdSpace {
  private readonly seen = new Map<string, { what: string; source: Source; at: KeyPath }>();
  private readonly old = new Set<string>();

  constructor(private readonly issues: Issue[]) {}

  add(id: string, source: Source, at: KeyPath, what: string): void {
    const first = this.seen.get(id);
    if (!first) {
      this.seen.set(id, { what, source, at });
      return;
    }
    const message = `The ${what} ${id} has the name of a ${first.what} of the same path`;
    const hint = `That one stands at ${whereIs(first)}; each name means one thing.`;
    this.issues.push(source.issue('error', 'id.duplicate', at, message, { hint }));
  }

  addOld(was: readonly string[] | undefined, prefix: string, source: Source, at: KeyPath): void {
    was?.forEach((name, i) => {
      const id = prefix + name;
      const living = this.seen.get(id);
      if (!living && !this.old.has(id)) {
        this.old.add(id);
        return;
      }
      const message = living
        ? `"${name}" cannot be an old id: something is called so today`
        : `"${name}" is the old id of two things`;
      const hint = living ? `It stands at ${whereIs(living)}.` : 'An old id belongs to one thing.';
      this.issues.push(source.issue('error', 'id.was', [...at, i], message, { hint }));
    });
  }
}

function whereIs({ source, at }: { source: Source; at: KeyPath }): string {
  const { file, line } = source.issue('error', '', at, '');
  return `${file}:${line}`;
}
