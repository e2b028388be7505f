import { formatMinutes } from '../../../domain/duration.ts';
import type { Report } from '../../../domain/report/report.ts';
import { plural, sayDay, sayScore, sayStreak } from '../../words.ts';
import { timeColumns } from '../charts/bars.ts';
import { order } from '../charts/burn-up.ts';
import { heatmap } from '../charts/heatmap.ts';
import { html, type Markup } from '../markup.ts';
import { dataTable, figure } from '../table.ts';

/** What was done when. */
export function activity(report: Report): Markup {
  const { activity: done, standing } = report;
  if (done.days.length === 0) return html`<p>Nothing was recorded in this period.</p>`;
  const streak = sayStreak(standing.streak);
  const rhythm = streak === null ? null : html`<p>${streak}</p>`;
  return html`${rhythm}${heatmap(report)}${weeks(report)}${hours(done.hours)}`;
}

function weeks({ activity: { weeks: list } }: Report): Markup {
  const every = Math.max(1, Math.ceil(list.length / 9));
  const ticks = list.flatMap(({ week }, at) =>
    at % every === 0 ? [{ at, name: sayDay(week).slice(0, -5) }] : [],
  );
  const columns = list.map(({ week, minutes, studyDays }) => ({
    value: minutes,
    tip: `Week from ${sayDay(week)}: ${formatMinutes(minutes)} on ${plural(studyDays, 'day')}`,
  }));
  const rows = list.map((row) => [
    { show: sayDay(row.week), by: order(row.week) },
    { show: `${row.studyDays}`, by: row.studyDays },
    { show: formatMinutes(row.minutes), by: row.minutes },
    { show: `${row.answers}`, by: row.answers },
    {
      show: sayScore(row.right, row.reviews),
      by: row.reviews === 0 ? -1 : row.right / row.reviews,
    },
  ]);
  return figure(
    'Week by week',
    'Time studied in each week, from Monday.',
    timeColumns('Time studied by week', columns, ticks),
    dataTable(
      'Weeks',
      [
        { title: 'Week from' },
        { title: 'Study days', numeric: true },
        { title: 'Studied', numeric: true },
        { title: 'Answers', numeric: true },
        { title: 'Right at first try', numeric: true },
      ],
      rows,
    ),
  );
}

function hours(list: readonly number[]): Markup | null {
  if (list.every((minutes) => minutes === 0)) return null;
  const columns = list.map((value, hour) => ({
    value,
    tip: `${hour}:00 – ${hour + 1}:00: ${formatMinutes(value)}`,
  }));
  const ticks = [0, 6, 12, 18].map((at) => ({ at, name: `${at}:00` }));
  const rows = list.flatMap((minutes, hour) =>
    minutes === 0
      ? []
      : [
          [
            { show: `${hour}:00 – ${hour + 1}:00`, by: hour },
            { show: formatMinutes(minutes), by: minutes },
          ],
        ],
  );
  return figure(
    'Time of day',
    'When study was counted, by the hours of the learner’s own clock.',
    timeColumns('Time studied by hour of the day', columns, ticks),
    dataTable('Time of day', [{ title: 'Hour' }, { title: 'Studied', numeric: true }], rows),
  );
}
