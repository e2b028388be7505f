import { formatMinutes } from '../../../domain/duration.ts';
import type { Report } from '../../../domain/report/report.ts';
import { plural, sayDue, sayWeekday } from '../../words.ts';
import { columnChart } from '../charts/bars.ts';
import { order } from '../charts/burn-up.ts';
import { html, type Markup } from '../markup.ts';
import { prose } from '../prose.ts';
import { dataTable, figure } from '../table.ts';

/** The plan of the coming week, and the reviews of four. */
export function ahead({ ahead: { days, reviews } }: Report): Markup | null {
  const week = reviews.slice(0, 7).reduce((total, { count }) => total + count, 0);
  if (days.length === 0 && reviews.every(({ count }) => count === 0)) return null;
  const plan = html`<ol class="plan">${days.map(({ day, blocks, minutes }) => html`<li><h3>${sayWeekday(day)} <span class="faint">${formatMinutes(minutes)}</span></h3><ul>${blocks.map((block) => html`<li>${prose([block.title, block.portion].filter(Boolean).join(', '))} <span class="faint">${formatMinutes(block.minutes)}</span></li>`)}</ul></li>`)}</ol>`;
  const columns = reviews.map(({ day, count }) => ({
    value: count,
    tip: `${sayWeekday(day)}: ${plural(count, 'review')}`,
  }));
  const ticks = reviews.flatMap(({ day }, at) =>
    at % 7 === 0 ? [{ at, name: sayWeekday(day).slice(4) }] : [],
  );
  const load = figure(
    'Reviews to come',
    `${sayDue(week)} within seven days. The first column has what is overdue as well.`,
    columnChart('Reviews due on each day', columns, ticks),
    dataTable(
      'Reviews due',
      [{ title: 'Day' }, { title: 'Reviews', numeric: true }],
      reviews.map(({ day, count }) => [
        { show: sayWeekday(day), by: order(day) },
        { show: `${count}`, by: count },
      ]),
    ),
  );
  return html`${plan}${reviews.some(({ count }) => count > 0) ? load : null}`;
}
