import { formatMinutes } from '../../../domain/duration.ts';
import type { Report } from '../../../domain/report/report.ts';
import { barChart, halves } from '../charts/bars.ts';
import type { Markup } from '../markup.ts';
import { prose } from '../prose.ts';
import { dataTable, figure } from '../table.ts';

/** How long things took against what the path says. */
export function pace({ pace: list, resources }: Report): Markup | null {
  if (list.length === 0) return null;
  const bars = list.flatMap(({ kind, estimate, spent, resources: count }) => [
    {
      name: `${kind} (${count}), estimate`,
      value: estimate,
      shown: formatMinutes(estimate),
      kind: 'bar quiet',
    },
    {
      name: 'real',
      value: spent,
      shown: `${formatMinutes(spent)}, ${(spent / estimate).toFixed(2)} ×`,
      kind: 'bar',
    },
  ]);
  const most = Math.max(...list.flatMap(({ estimate, spent }) => [estimate, spent]));
  const rows = resources
    .filter((row) => row.state === 'done' && row.measured)
    .map((row) => [
      prose(`${row.title}, ${row.portion}`),
      row.kind,
      { show: formatMinutes(row.estimate), by: row.estimate },
      { show: formatMinutes(row.spent), by: row.spent },
      { show: `${(row.spent / row.estimate).toFixed(2)} ×`, by: row.spent / row.estimate },
    ]);
  return figure(
    'By kind of resource',
    'Finished resources whose time was measured, by kind. Above 1 × they took longer than the path says.',
    barChart('Estimated and real time by kind of resource', halves(bars, 2), most),
    dataTable(
      'Finished resources',
      [
        { title: 'Resource' },
        { title: 'Kind' },
        { title: 'Estimate', numeric: true },
        { title: 'Real', numeric: true },
        { title: 'Real / estimate', numeric: true },
      ],
      rows,
    ),
  );
}
