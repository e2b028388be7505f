import type { PhaseFile, TopicEntry } from '../format/schema.ts';
import type { KeyPath } from '../format/source.ts';
import type { Loaded, PathFiles } from '../path-files.ts';

/** A topic with the file it stands in and its key path there. */
export interface TopicAt {
  file: Loaded<PhaseFile>;
  /** 0-based index of its phase. */
  phase: number;
  topic: TopicEntry;
  at: KeyPath;
}

export function eachTopic(files: PathFiles): TopicAt[] {
  return files.phases.flatMap((file, phase) =>
    file.value.topics.map((topic, i) => ({ file, phase, topic, at: ['topics', i] })),
  );
}
