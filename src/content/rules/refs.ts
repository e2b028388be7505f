import { didYouMean, nearest } from '../../domain/spelling.ts';
import type { KeyPath, Source } from '../format/source.ts';
import type { Issue } from '../issue.ts';
import type { PathFiles } from '../path-files.ts';
import { eachTopic } from './walk.ts';

/** Every ref names something that exists; a wrong one gets the nearest right spelling. */
export function checkRefs(files: PathFiles): Issue[] {
  const issues: Issue[] = [];
  const topics = new Set(eachTopic(files).map(({ topic }) => topic.id));
  const resources = new Set(files.resources.value.resources.map((resource) => resource.id));
  const check = (
    id: string,
    known: Set<string>,
    what: 'topic' | 'resource' | 'section',
    source: Source,
    at: KeyPath,
    key?: string,
  ) => {
    if (known.has(id)) return;
    if (what !== 'section' && (files.unread[what] || files.elsewhere.has(id))) return;
    const hint = didYouMean(
      nearest(id, [...known, ...(what === 'section' ? [] : files.elsewhere)]),
    );
    const message = `"${id}" is not a ${what} of this path`;
    issues.push(source.issue('error', 'ref.unknown', at, message, { hint, ...(key && { key }) }));
  };
  for (const key of ['books', 'communities'] as const) {
    files.path.value[key]?.forEach((item, i) => {
      check(item.resource, resources, 'resource', files.path.source, [key, i, 'resource']);
    });
  }
  for (const { source, value } of files.phases) {
    const sections = new Set(value.sections.map((section) => section.id));
    value.formats?.forEach((format, i) => {
      for (const [section, ids] of Object.entries(format.resources)) {
        const shelf = ['formats', i, 'resources'];
        const at = [...shelf, section];
        check(section, sections, 'section', source, shelf, section);
        for (const [j, id] of ids.entries()) check(id, resources, 'resource', source, [...at, j]);
      }
    });
    value.topics.forEach((topic, i) => {
      const at = ['topics', i];
      check(topic.section, sections, 'section', source, [...at, 'section']);
      for (const key of ['needs', 'helps'] as const) {
        const ids = topic[key] ?? [];
        for (const [j, id] of ids.entries()) check(id, topics, 'topic', source, [...at, key, j]);
      }
      topic.resources?.forEach((use, j) => {
        check(use.use, resources, 'resource', source, [...at, 'resources', j, 'use']);
      });
      topic.concepts?.forEach((concept, j) => {
        concept.applications?.forEach((application, k) => {
          if (application.topic === undefined) return;
          const place = [...at, 'concepts', j, 'applications', k, 'topic'];
          check(application.topic, topics, 'topic', source, place);
        });
      });
    });
  }
  return issues;
}
