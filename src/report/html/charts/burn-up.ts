import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line as lineShape } from 'd3-shape';
import { addDays, startOfWeek } from '../../../domain/day.ts';
import { formatMinutes } from '../../../domain/duration.ts';
import type { BurnPoint, FanPoint, Report } from '../../../domain/report/report.ts';
import { sayDay, sayFinish } from '../../words.ts';
import { legend } from '../legend.ts';
import { html, type Markup } from '../markup.ts';
import { line, n, path, svg, text, tipOf, WIDTH } from '../svg.ts';
import { dataTable, figure } from '../table.ts';
import { timeAxis } from './time-axis.ts';

const HEIGHT = 300;
const LEFT = 48;
const RIGHT = WIDTH - 12;
const TOP = 14;
const BOTTOM = HEIGHT - 30;
const HOUR = 60;

/** Work done against the whole plan, with where the rest is likely to lead. */
export function burnUp(report: Report): Markup {
  const { burnUp: burn, day, standing } = report;
  const points = weekly(burn.points);
  const fan = burn.fan ?? [];
  const first = points[0]?.day ?? day;
  const from = first < day ? first : addDays(day, -7);
  const target = standing.target !== null && standing.target > day ? [standing.target] : [];
  const to = [day, fan.at(-1)?.day ?? day, ...target].sort().at(-1) ?? day;
  const axis = timeAxis(from, to, LEFT, RIGHT);
  const highest = Math.max(60, standing.planned, ...points.map(({ planned }) => planned));
  const y = scaleLinear([0, highest / HOUR], [BOTTOM, TOP]).nice(5);
  const at = (minutes: number) => y(minutes / HOUR);
  const last: BurnPoint = {
    day,
    done: standing.done,
    planned: standing.planned,
    spent: standing.spent,
  };
  const nothing = { day: from, done: 0, spent: 0, planned: points[0]?.planned ?? last.planned };
  const series = [nothing, ...points, last];
  const steps = (of: (point: BurnPoint) => number) =>
    lineShape<BurnPoint>()
      .x((point) => axis.x(point.day))
      .y((point) => at(of(point)))
      .curve(curveStepAfter)(series);
  const chart = svg(
    WIDTH,
    HEIGHT,
    `Burn-up: ${formatMinutes(standing.done)} of ${formatMinutes(standing.planned)} done; finish ${sayFinish(standing.finish, day)}`,
    html`${axis.ticks(TOP, BOTTOM)}
${y.ticks(5).map((hours) => html`${line(LEFT, y(hours), RIGHT, y(hours), 'grid')}${text(`${hours} h`, { x: LEFT - 6, y: y(hours) + 4, anchor: 'end' })}`)}
${fanOf(fan, axis.x, at)}
${target.map((wanted) => html`${line(axis.x(wanted), TOP, axis.x(wanted), BOTTOM, 'target')}${text('wanted', { x: axis.x(wanted) - 4, y: TOP + 24, anchor: 'end' })}`)}
${path(
  steps(({ planned }) => planned),
  'series plan',
)}
${path(
  steps(({ spent }) => spent),
  'series spent',
)}
${path(
  steps(({ done }) => done),
  'series done',
)}
${line(axis.x(day), TOP, axis.x(day), BOTTOM, 'today')}
${points.map((point) => html`<circle cx="${n(axis.x(point.day))}" cy="${n(at(point.done))}" r="3.5" class="dot" data-value="${point.done}"${tipOf(`${sayDay(point.day)}: ${formatMinutes(point.done)} of work done, ${formatMinutes(point.spent)} studied`)}/>`)}`,
  );
  const rows = points.map((point) => [
    { show: sayDay(point.day), by: order(point.day) },
    minutesCell(point.done),
    minutesCell(point.spent),
    minutesCell(point.planned),
  ]);
  const ahead = fan.map(({ day: on, p50, p80 }) => [
    { show: sayDay(on), by: order(on) },
    minutesCell(p50),
    minutesCell(p80),
  ]);
  return figure(
    'Burn-up',
    `The line is work done, by its estimates; thin: time studied; dashed: the whole plan. From today on the shade reaches from what comes as likely as not to what comes four times in five. Finish: ${sayFinish(standing.finish, day)}.`,
    html`${chart}${LEGEND}`,
    html`${dataTable('Work done by week', [{ title: 'By' }, { title: 'Done', numeric: true }, { title: 'Studied', numeric: true }, { title: 'Plan', numeric: true }], rows)}
${fan.length === 0 ? '' : dataTable('Forecast', [{ title: 'By' }, { title: 'As likely as not', numeric: true }, { title: 'Four times in five', numeric: true }], ahead)}`,
  );
}

const LEGEND = legend([
  ['done', 'work done'],
  ['spent', 'time studied'],
  ['plan', 'whole plan'],
  ['fan', 'forecast'],
]);

function fanOf(
  fan: readonly FanPoint[],
  x: (day: string) => number,
  y: (minutes: number) => number,
): Markup {
  const shade = area<FanPoint>()
    .x((point) => x(point.day))
    .y0((point) => y(point.p80))
    .y1((point) => y(point.p50));
  const middle = lineShape<FanPoint>()
    .x((point) => x(point.day))
    .y((point) => y(point.p50));
  return html`${path(shade([...fan]), 'fan')}${path(middle([...fan]), 'series forecast')}`;
}

/** The last point of each week: as fine as the chart can show. */
function weekly(points: readonly BurnPoint[]): BurnPoint[] {
  const weeks = new Map(points.map((point) => [startOfWeek(point.day), point]));
  return [...weeks.values()];
}

function minutesCell(minutes: number) {
  return { show: formatMinutes(minutes), by: minutes };
}

/** A day as a number that sorts. */
export function order(day: string): number {
  return Number(day.replaceAll('-', ''));
}
