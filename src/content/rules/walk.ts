import type { QuestionEntry, QuestionsFile } from '../format/questions.ts';
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

/** A question with the file it stands in and its key path there. */
export interface QuestionAt {
  file: Loaded<QuestionsFile>;
  /** The id of its topic. */
  topic: string;
  entry: QuestionEntry;
  at: KeyPath;
}

export function eachQuestion(files: PathFiles): QuestionAt[] {
  return files.questions.flatMap((file) =>
    file.value.questions.map((entry, i) => ({
      file,
      topic: file.value.topic,
      entry,
      at: ['questions', i],
    })),
  );
}
