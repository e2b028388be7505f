import { join } from 'node:path';
import type { Issue } from '../issue.ts';
import { useId } from '../link.ts';
import type { PathFiles } from '../path-files.ts';
import { eachTopic } from './walk.ts';

/** Things that nobody would ever meet: listed, but used by nothing. Warnings. */
export function checkOrphans(files: PathFiles): Issue[] {
  return [
    ...checkUnusedResources(files),
    ...checkUnusedSections(files),
    ...checkUnlistedFiles(files),
    ...checkEmptyTopics(files),
  ];
}

function checkUnusedResources(files: PathFiles): Issue[] {
  if (!files.complete) return [];
  const { books, communities } = files.path.value;
  const used = new Set([
    ...[...(books ?? []), ...(communities ?? [])].map((item) => item.resource),
    ...files.phases.flatMap(({ value }) =>
      (value.formats ?? []).flatMap((format) => Object.values(format.resources).flat()),
    ),
    ...eachTopic(files).flatMap(({ topic }) => (topic.resources ?? []).map((use) => use.use)),
  ]);
  const { source, value } = files.resources;
  return value.resources.flatMap((resource, i) => {
    if (used.has(resource.id)) return [];
    const message = `No topic uses ${resource.id}`;
    const hint = 'Use it in a topic, or take it out.';
    const at = ['resources', i, 'id'];
    return [source.issue('warning', 'orphan.resource', at, message, { hint })];
  });
}

function checkUnusedSections(files: PathFiles): Issue[] {
  return files.phases.flatMap(({ source, value }) => {
    const used = new Set(value.topics.map((topic) => topic.section));
    return value.sections.flatMap((section, i) => {
      if (used.has(section.id)) return [];
      const message = `The section ${section.id} has no topic`;
      const hint = 'Put a topic in it, or take it out.';
      const at = ['sections', i, 'id'];
      return [source.issue('warning', 'orphan.section', at, message, { hint })];
    });
  });
}

function checkUnlistedFiles(files: PathFiles): Issue[] {
  if (!files.complete) return [];
  return files.unlisted.map((name) => ({
    level: 'warning' as const,
    code: 'orphan.file',
    file: join(files.folder, name),
    line: 1,
    column: 1,
    message: `path.yaml does not name ${name}, so it is not read`,
    hint: 'Add it to phases:, or move it out of the folder.',
    excerpt: null,
  }));
}

function checkEmptyTopics(files: PathFiles): Issue[] {
  return eachTopic(files).flatMap(({ file, topic, at }) => {
    const issues: Issue[] = [];
    const uses = topic.resources ?? [];
    if (!uses.some((use) => use.role === 'core') && !topic.milestones?.length) {
      const message = `${topic.id} has neither a core resource nor a milestone`;
      const hint = 'Give it one, so that next can say where in the topic to begin.';
      issues.push(file.source.issue('warning', 'orphan.topic', [...at, 'id'], message, { hint }));
    }
    uses.forEach((use, i) => {
      const resource = files.resources.value.resources.find((r) => r.id === use.use);
      if (use.role !== 'core' || resource?.status !== 'dead') return;
      const message = `The core resource ${topic.id}/${useId(use)} is dead; its replacement opens instead`;
      const hint = 'Use the replacement as a resource of its own.';
      const place = [...at, 'resources', i, 'use'];
      issues.push(file.source.issue('warning', 'status.core', place, message, { hint }));
    });
    return issues;
  });
}
