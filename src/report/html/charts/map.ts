import { scalePoint } from 'd3-scale';
import { curveBasis, line as lineShape } from 'd3-shape';
import type { Report, TopicRow } from '../../../domain/report/report.ts';
import { sayShare, sayTopicState } from '../../words.ts';
import { legend } from '../legend.ts';
import { html, type Markup } from '../markup.ts';
import { n, path, svg, text, tipOf, WIDTH } from '../svg.ts';
import { dataTable, figure } from '../table.ts';

const AXIS = 170;
const ROW = 22;
const TOP = 16;
/** How far arcs reach to the left, in the root of the rows they span. */
const REACH = 22;

/** Every topic in path order with an arc from each topic that it needs, coloured by predicted recall. */
export function topicMap(report: Report): Markup {
  const { topics, phases } = report;
  const order = topics.map(({ id }) => id);
  const bottom = TOP + topics.length * ROW;
  const y = scalePoint(order, [TOP, bottom - ROW]);
  const arcs = topics.flatMap((topic) =>
    topic.needs.flatMap((need) => {
      const [from, to] = [y(need), y(topic.id)];
      if (from === undefined || to === undefined) return [];
      const reach = Math.min(AXIS - 10, REACH * Math.sqrt(Math.abs(to - from) / ROW));
      const arc = lineShape().curve(curveBasis)([
        [AXIS - 7, from],
        [AXIS - reach, from],
        [AXIS - reach, to],
        [AXIS - 7, to],
      ]);
      return path(arc, `arc ${recallClass(topics.find(({ id }) => id === need))}-line`);
    }),
  );
  const starts = new Map(
    phases.map((phase) => [topics.find((t) => t.phase === phase.id)?.id, phase]),
  );
  const nodes = topics.map((topic) => {
    const at = y(topic.id) ?? 0;
    const phase = starts.get(topic.id);
    const told = `${topic.title}: ${sayTopicState(topic)}${topic.recall === null ? '' : `, recall ${sayShare(topic.recall.today)}`}`;
    return html`${phase ? text(`phase ${phase.number}`, { x: WIDTH - 2, y: at + 4, anchor: 'end', kind: 'strong' }) : null}<circle cx="${AXIS}" cy="${n(at)}" r="${topic.state === 'done' ? 7 : 5}" class="node ${recallClass(topic)}"${tipOf(told)}/>${text(`${topic.title}${topic.recall === null ? '' : ` · ${sayShare(topic.recall.today)}`}`, { x: AXIS + 14, y: at + 4, kind: 'label' })}
`;
  });
  return figure(
    'Topics and what they need',
    'From top to bottom as the path goes; an arc leads from each topic to one that needs it. Large dots are done. The colour is the predicted recall, which stands in words beside the title; hollow means not asked yet.',
    html`<div class="tall">${svg(WIDTH, bottom, 'Topics and their prerequisites', html`${arcs}${nodes}`)}</div>${LEGEND}`,
    topicTable(report),
  );
}

const LEGEND = legend(
  [
    ['r1', 'under 60 %'],
    ['r2', 'under 75 %'],
    ['r3', 'under 85 %'],
    ['r4', 'under 92 %'],
    ['r5', '92 % and more'],
    ['r0', 'not asked'],
  ],
  'recall',
);

/** A class from r1, nearly forgotten, to r5, firm; r0 for what was never asked. */
export function recallClass(topic: Pick<TopicRow, 'recall'> | undefined): string {
  const recall = topic?.recall?.today;
  if (recall === undefined) return 'r0';
  return `r${1 + [0.6, 0.75, 0.85, 0.92].filter((bound) => recall >= bound).length}`;
}

function topicTable({ topics, phases }: Report): Markup {
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const numbers = new Map(phases.map(({ id, number }) => [id, number]));
  return dataTable(
    'Topics',
    [
      { title: 'Topic' },
      { title: 'Phase', numeric: true },
      { title: 'State' },
      { title: 'Recall today', numeric: true },
      { title: 'At the finish', numeric: true },
      { title: 'Needs' },
    ],
    topics.map((topic) => [
      topic.title,
      `${numbers.get(topic.phase) ?? ''}`,
      sayTopicState(topic),
      { show: topic.recall ? sayShare(topic.recall.today) : '–', by: topic.recall?.today ?? -1 },
      { show: topic.recall ? sayShare(topic.recall.finish) : '–', by: topic.recall?.finish ?? -1 },
      topic.needs.map((id) => titles.get(id) ?? id).join(', ') || '–',
    ]),
  );
}
