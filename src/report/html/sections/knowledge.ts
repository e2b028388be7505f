import type { Report, Score } from '../../../domain/report/report.ts';
import { sayKind, sayRoot, sayScore, sayShare } from '../../words.ts';
import { barChart, halves } from '../charts/bars.ts';
import { calibrationChart } from '../charts/calibration.ts';
import { recallClass, topicMap } from '../charts/map.ts';
import { html, type Markup } from '../markup.ts';
import { prose } from '../prose.ts';
import { dataTable, figure } from '../table.ts';

/** What the answers show: recall by topic, the map, accuracy and calibration. */
export function knowledge(report: Report): Markup | null {
  const { topics, accuracy, concepts, calibration } = report;
  const asked = topics.filter(({ recall }) => recall !== null);
  if (asked.length === 0 && accuracy.answers === 0)
    return html`<p>No question was answered yet.</p>`;
  const bars = asked.map((topic) => ({
    name: topic.title,
    value: topic.recall?.today ?? 0,
    shown: `${sayShare(topic.recall?.today ?? 0)}`,
    kind: `bar ${recallClass(topic)}`,
    mark: topic.recall?.finish ?? 0,
  }));
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const rows = concepts.map((concept) => [
    prose(concept.name),
    titles.get(concept.topic) ?? concept.topic,
    concept.proven ? 'yes' : 'not yet',
    { show: sayShare(concept.recall.today), by: concept.recall.today },
    { show: sayShare(concept.recall.finish), by: concept.recall.finish },
    { show: `${concept.answers}`, by: concept.answers },
  ]);
  const recall = figure(
    'Recall by topic',
    'The share of what was asked that memory should still give today. The small mark is the finish day, if nothing is reviewed until then.',
    barChart('Predicted recall by topic', halves(bars), 1),
    html`${topicTable(asked)}${dataTable(
      'Recall by concept',
      [
        { title: 'Concept' },
        { title: 'Topic' },
        { title: 'Shown once' },
        { title: 'Today', numeric: true },
        { title: 'At the finish', numeric: true },
        { title: 'Answers', numeric: true },
      ],
      rows,
    )}`,
  );
  return html`${bars.length > 0 ? recall : null}${topicMap(report)}${accuracyBars(report)}${calibration.reviews > 0 ? calibrationChart(report) : null}`;
}

function topicTable(asked: Report['topics']): Markup {
  return dataTable(
    'Recall by topic',
    [
      { title: 'Topic' },
      { title: 'Today', numeric: true },
      { title: 'At the finish', numeric: true },
      { title: 'Right at first try', numeric: true },
    ],
    asked.map(({ title, recall, right, reviews }) => [
      title,
      { show: sayShare(recall?.today ?? 0), by: recall?.today ?? 0 },
      { show: sayShare(recall?.finish ?? 0), by: recall?.finish ?? 0 },
      { show: sayScore(right, reviews), by: reviews === 0 ? -1 : right / reviews },
    ]),
  );
}

function accuracyBars({ accuracy }: Report): Markup | null {
  const named = (name: (key: string) => string, scores: readonly Score[]) =>
    scores
      .filter(({ reviews }) => reviews > 0)
      .map((score) => ({ ...score, name: name(score.key) }));
  const kinds = named(sayKind, accuracy.byKind);
  const difficulties = named((key) => `difficulty ${key}`, accuracy.byDifficulty);
  const counted = [...kinds, ...difficulties];
  if (counted.length === 0) return null;
  const bars = (scores: typeof counted) =>
    scores.map(({ name, right, reviews }) => ({
      name,
      value: right / reviews,
      shown: `${right} of ${reviews}`,
      kind: 'bar',
    }));
  const rows = counted.map(({ name, right, reviews }) => [
    name,
    { show: `${reviews}`, by: reviews },
    { show: `${right}`, by: right },
    { show: sayShare(right / reviews), by: right / reviews },
  ]);
  return figure(
    'Right at the first try',
    `By kind of question and by difficulty, from 1 (recall) to 5 (hard). In all ${sayScore(accuracy.right, accuracy.reviews)}; only the first answer of a day counts.`,
    barChart('Share right at the first try', [bars(kinds), bars(difficulties)], 1),
    dataTable(
      'Right at the first try',
      [
        { title: 'Questions' },
        { title: 'Asked', numeric: true },
        { title: 'Right', numeric: true },
        { title: 'Share', numeric: true },
      ],
      rows,
    ),
  );
}

/** Topics about to be forgotten, and what is behind them. */
export function weak({ weak: list }: Report): Markup | null {
  if (list.length === 0) return null;
  return html`<ul class="weak">${list.map(
    ({ title, recall, concepts, root }) =>
      html`<li><strong>${prose(title)}</strong>, recall ${sayShare(recall)}${concepts.length > 0 ? html`: ${concepts.map((name, i) => html`${i > 0 ? ', ' : ''}${prose(name)}`)}` : ''}${root ? html`<br><span class="faint">${sayRoot(root)}</span>` : ''}</li>`,
  )}</ul>`;
}
