import { didYouMean, nearest } from '../../domain/spelling.ts';
import type { TopicEntry } from '../format/schema.ts';
import type { Issue } from '../issue.ts';
import { useId } from '../link.ts';
import type { PathFiles } from '../path-files.ts';
import { eachQuestion, eachTopic, type QuestionAt } from './walk.ts';

/** The topic of a file, and the concept, the source and the outcome of a question, exist. */
export function checkQuestionRefs(files: PathFiles): Issue[] {
  const topics = new Map(eachTopic(files).map(({ topic }) => [topic.id, topic]));
  const strangers = files.questions.flatMap(({ source, value }) => {
    if (topics.has(value.topic)) return [];
    if (files.unread.topic || files.elsewhere.has(value.topic)) return [];
    const message = `"${value.topic}" is not a topic of this path`;
    const hint = didYouMean(nearest(value.topic, [...topics.keys(), ...files.elsewhere]));
    return [source.issue('error', 'ref.unknown', ['topic'], message, { hint })];
  });
  const wrong = eachQuestion(files).flatMap((question) => {
    const topic = topics.get(question.topic);
    return topic ? checkQuestion(question, topic) : [];
  });
  return [...strangers, ...wrong];
}

function checkQuestion({ file, entry, at }: QuestionAt, topic: TopicEntry): Issue[] {
  const issues: Issue[] = [];
  const report = (key: (string | number)[], message: string, hint: string) => {
    issues.push(file.source.issue('error', 'ref.unknown', [...at, ...key], message, { hint }));
  };
  const concepts = (topic.concepts ?? []).map((concept) => concept.id);
  if (!concepts.includes(entry.concept)) {
    const message = `"${entry.concept}" is not a concept of ${topic.id}`;
    report(['concept'], message, offer(entry.concept, concepts, 'concepts'));
  }
  const source = typeof entry.source === 'object' ? entry.source.use : entry.source;
  const uses = (topic.resources ?? []).map(useId);
  if (source !== undefined && !uses.includes(source)) {
    const key = typeof entry.source === 'object' ? ['source', 'use'] : ['source'];
    report(key, `"${source}" is not a resource of ${topic.id}`, offer(source, uses, 'resources'));
  }
  const count = topic.outcomes.length;
  if (entry.outcome !== undefined && entry.outcome > count) {
    const has = count === 1 ? 'has one outcome' : `has ${count} outcomes`;
    report(['outcome'], `${topic.id} ${has}, not ${entry.outcome}`, `Count from 1 to ${count}.`);
  }
  return issues;
}

/** The nearest spelling, or all there are where they are few. */
function offer(id: string, known: readonly string[], what: string): string {
  const close = nearest(id, known);
  if (close.length > 0) return didYouMean(close);
  if (known.length === 0) return `The topic has no ${what}.`;
  return known.length > 12 ? '' : `It has ${known.join(', ')}.`;
}
