import { scaleBand } from 'd3-scale';
import { formatMinutes } from '../../../domain/duration.ts';
import type { PhaseRow, Report } from '../../../domain/report/report.ts';
import { sayDay, sayShare } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { line, rect, svg, text, WIDTH } from '../svg.ts';
import { dataTable, figure } from '../table.ts';
import { timeAxis } from './time-axis.ts';

const LEFT = 200;
const RIGHT = WIDTH - 12;
const TOP = 12;
const ROW = 32;

/** When each phase was studied, and when its rest is planned. */
export function timeline({ phases, day }: Report): Markup {
  const days = phases.flatMap(({ began, last, from, to }) => [began, last, from, to]);
  const known = [...days.filter((one) => one !== null), day].sort();
  const axis = timeAxis(known[0] ?? day, known.at(-1) ?? day, LEFT, RIGHT);
  const bottom = TOP + phases.length * ROW;
  const y = scaleBand(
    phases.map(({ id }) => id),
    [TOP, bottom],
  ).padding(0.3);
  const bars = phases.map((phase) => {
    const top = y(phase.id) ?? 0;
    const height = y.bandwidth();
    const span = (from: string | null, to: string | null, kind: string, words: string) =>
      from === null || to === null
        ? null
        : rect(
            { x: axis.x(from), y: top, width: Math.max(3, axis.x(to) - axis.x(from)), height },
            kind,
            `${phase.title}: ${words} ${sayDay(from)} – ${sayDay(to)}`,
          );
    return html`${text(`${phase.number} ${cut(phase.title)}`, { x: 0, y: top + height / 2 + 4, kind: 'label' })}
${span(phase.from, phase.to, 'planned', 'planned')}${span(phase.began, phase.last, 'studied', 'studied')}`;
  });
  const chart = svg(
    WIDTH,
    bottom + 24,
    'Phases over time',
    html`${axis.ticks(TOP, bottom)}${bars}${line(axis.x(day), TOP, axis.x(day), bottom, 'today')}`,
  );
  return figure(
    'Phases over time',
    'Full: the days from the first to the last study; outlined: what the plan gives the rest. The upright line is today.',
    chart,
    phaseTable(phases),
  );
}

/** Titles share the width with the bars. */
function cut(title: string): string {
  return title.length <= 26 ? title : `${title.slice(0, 25).trimEnd()}…`;
}

function phaseTable(phases: readonly PhaseRow[]): Markup {
  const dash = (day: string | null) => (day === null ? '–' : sayDay(day));
  return dataTable(
    'Phases',
    [
      { title: 'Phase' },
      { title: 'Topics done', numeric: true },
      { title: 'Done', numeric: true },
      { title: 'Planned', numeric: true },
      { title: 'Spent', numeric: true },
      { title: 'First studied' },
      { title: 'Last studied' },
      { title: 'Rest planned from' },
      { title: 'to' },
    ],
    phases.map((phase) => [
      `${phase.number} ${phase.title}`,
      {
        show: phase.leftOut ? 'left out' : `${phase.topicsDone} of ${phase.topics}`,
        by: phase.topicsDone,
      },
      { show: phase.leftOut ? '–' : sayShare(phase.share), by: phase.share },
      { show: formatMinutes(phase.planned), by: phase.planned },
      { show: formatMinutes(phase.spent), by: phase.spent },
      dash(phase.began),
      dash(phase.last),
      dash(phase.from),
      dash(phase.to),
    ]),
  );
}
