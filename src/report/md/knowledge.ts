import type { RootContent } from 'mdast';
import type { Report } from '../../domain/report/report.ts';
import { plural, sayCalibration, sayKind, sayRoot, sayScore, sayShare } from '../words.ts';
import { type Item, list, paragraph, table } from './nodes.ts';

/** Recall, what was right at the first try, and whether predictions came true. */
export function knowledge({
  accuracy,
  calibration,
  concepts,
  topics,
  phases,
}: Report): RootContent[] {
  const asked = topics.filter(({ recall }) => recall !== null);
  if (asked.length === 0 && accuracy.answers === 0) {
    return [paragraph('No question was answered yet.')];
  }
  const recall = phases.flatMap((phase) => {
    const own = asked.filter((topic) => topic.phase === phase.id);
    return own.map((topic) => [
      topic.title,
      sayShare(topic.recall?.today ?? 0),
      sayShare(topic.recall?.finish ?? 0),
      sayScore(topic.right, topic.reviews),
      concepts.filter((concept) => concept.topic === topic.id && concept.proven).length,
    ]);
  });
  const head = ['Topic', 'Recall today', 'At the finish', 'Right at first try', 'Concepts shown'];
  const scores = [
    ...accuracy.byKind.map(({ key, right, reviews }) => [sayKind(key), sayScore(right, reviews)]),
    ...accuracy.byDifficulty.map(({ key, right, reviews }) => [
      `difficulty ${key} of 5`,
      sayScore(right, reviews),
    ]),
  ];
  const right: ['left', 'right'] = ['left', 'right'];
  return [
    paragraph(
      accuracy.answers === 0
        ? 'No question was answered in this period.'
        : `In this period ${plural(accuracy.answers, 'answer')}; right at the first try of a day: ${sayScore(accuracy.right, accuracy.reviews)}.`,
    ),
    ...(recall.length === 0
      ? []
      : [table(head, recall, ['left', 'right', 'right', 'right', 'right'])]),
    ...(scores.length === 0 ? [] : [table(['Questions', 'Right at first try'], scores, right)]),
    ...(accuracy.answers === 0 ? [] : calibrated(calibration)),
  ];
}

function calibrated(calibration: Report['calibration']): RootContent[] {
  const rows = calibration.bins.map(({ from, to, reviews, predicted, observed }) => [
    `${sayShare(from)} – ${sayShare(to)}`,
    reviews,
    sayShare(predicted),
    sayShare(observed),
  ]);
  const head = ['Predicted recall', 'Reviews', 'Predicted on average', 'As it was'];
  return [
    paragraph(sayCalibration(calibration)),
    ...(rows.length === 0 ? [] : [table(head, rows, ['left', 'right', 'right', 'right'])]),
  ];
}

/** What is weak and which prerequisite is behind it. */
export function weak({ weak: weaknesses }: Report): RootContent[] {
  const items = weaknesses.map(({ title, recall, concepts, root }): Item => {
    const parts = [`${title}: recall ${sayShare(recall)}`];
    if (concepts.length > 0) parts.push(concepts.join(', '));
    if (root !== null) parts.push(sayRoot(root));
    return { text: parts.join('; '), checked: null };
  });
  return items.length === 0 ? [] : [list(items)];
}

/** Every concept that was asked about, as far as memory tells. */
export function concepts({ concepts: all, topics }: Report): RootContent[] {
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const rows = all.map((concept) => [
    concept.name,
    titles.get(concept.topic) ?? concept.topic,
    concept.proven ? 'yes' : 'not yet',
    sayShare(concept.recall.today),
    sayShare(concept.recall.finish),
    concept.answers,
  ]);
  const head = ['Concept', 'Topic', 'Shown once', 'Recall today', 'At the finish', 'Answers'];
  if (rows.length === 0) return [];
  return [table(head, rows, ['left', 'left', 'left', 'right', 'right', 'right'])];
}
