import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { Report } from '../../../domain/report/report.ts';
import { plural, sayCalibration, sayShare } from '../../words.ts';
import { html, type Markup } from '../markup.ts';
import { line, n, svg, text, tipOf } from '../svg.ts';
import { dataTable, figure } from '../table.ts';

const SIDE = 320;
const LEFT = 56;
const TOP = 12;
const LARGEST = 14;

/** Predicted recall against what happened: on the diagonal both agree. */
export function calibrationChart({ calibration }: Report): Markup {
  const { bins } = calibration;
  const lowest = Math.min(
    0.5,
    ...bins.map(({ predicted, observed }) => Math.min(predicted, observed)),
  );
  const least = Math.floor(lowest * 10) / 10;
  const x = scaleLinear([least, 1], [LEFT, LEFT + SIDE]);
  const y = scaleLinear([least, 1], [TOP + SIDE, TOP]);
  const size = scaleSqrt([0, Math.max(1, ...bins.map(({ reviews }) => reviews))], [0, LARGEST]);
  const chart = svg(
    LEFT + SIDE + 24,
    TOP + SIDE + 42,
    'Predicted recall against what happened',
    html`${x.ticks(5).map((share) => html`${line(x(share), TOP, x(share), TOP + SIDE, 'grid')}${text(sayShare(share), { x: x(share), y: TOP + SIDE + 18, anchor: 'middle' })}`)}
${y.ticks(5).map((share) => html`${line(LEFT, y(share), LEFT + SIDE, y(share), 'grid')}${text(sayShare(share), { x: LEFT - 8, y: y(share) + 4, anchor: 'end' })}`)}
${line(x(least), y(least), x(1), y(1), 'diagonal')}
${bins.map(({ reviews, predicted, observed }) => html`<circle cx="${n(x(predicted))}" cy="${n(y(observed))}" r="${n(Math.max(3, size(reviews)))}" class="bubble" data-value="${reviews}"${tipOf(`${plural(reviews, 'review')}: predicted ${sayShare(predicted)}, was ${sayShare(observed)}`)}/>`)}
${text('predicted', { x: LEFT + SIDE / 2, y: TOP + SIDE + 36, anchor: 'middle' })}`,
  );
  const rows = bins.map(({ from, to, reviews, predicted, observed }) => [
    { show: `${sayShare(from)} – ${sayShare(to)}`, by: from },
    { show: `${reviews}`, by: reviews },
    { show: sayShare(predicted), by: predicted },
    { show: sayShare(observed), by: observed },
  ]);
  return figure(
    'Was the prediction right?',
    `${sayCalibration(calibration)} Larger dots are more reviews; on the line, both agree.`,
    html`<div class="small">${chart}</div>`,
    dataTable(
      'Predicted recall against what happened',
      [
        { title: 'Predicted' },
        { title: 'Reviews', numeric: true },
        { title: 'Mean predicted', numeric: true },
        { title: 'Was', numeric: true },
      ],
      rows,
    ),
  );
}
