import type { QuestionsFile } from './format/questions.ts';
import type { PathFile, PhaseFile, ResourcesFile } from './format/schema.ts';
import type { Source } from './format/source.ts';

/** A parsed and valid file with the places of its values. */
export interface Loaded<T> {
  source: Source;
  value: T;
}

/** The files of a path that are valid in themselves; rules look at them together. */
export interface PathFiles {
  folder: string;
  path: Loaded<PathFile>;
  resources: Loaded<ResourcesFile>;
  phases: Loaded<PhaseFile>[];
  questions: Loaded<QuestionsFile>[];
  /** YAML files of the folder that the path does not name. */
  unlisted: string[];
  /** Whether all files were valid. When not, the rules see only those that were. */
  complete: boolean;
  /** Ids that stand in files that were read but are not valid. */
  elsewhere: ReadonlySet<string>;
  /** Whether a file could not be read at all that may hold any topic, or any resource. */
  unread: { topic: boolean; resource: boolean };
}
