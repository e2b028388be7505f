import { scaleThreshold } from 'd3-scale';
import { addDays, type Day, daysBetween, startOfWeek, weekday } from '../../../domain/day.ts';
import { formatMinutes } from '../../../domain/duration.ts';
import type { DayRow, Report } from '../../../domain/report/report.ts';
import { plural, sayDay, sayMonth, sayScore } from '../../words.ts';
import { legend } from '../legend.ts';
import { html, type Markup } from '../markup.ts';
import { n, svg, text, tipOf } from '../svg.ts';
import { dataTable, figure } from '../table.ts';
import { order } from './burn-up.ts';

const CELL = 11;
const STEP = 13;
const LEFT = 30;
const TOP = 20;
const WEEKS = 53;
/** Room for the name of a month that begins in the last week. */
const END = 40;
/** Widest mean of a letter in the name of a month. */
const LETTER = 7;
/** Older years stand in the table only. */
const MOST_YEARS = 5;

const level = scaleThreshold<number, number>([1, 30, 60, 120], [0, 1, 2, 3, 4]);

/** Minutes of each day, a column a week, a block for each year back from the end of the period. */
export function heatmap({ activity, period }: Report): Markup {
  const byDay = new Map(activity.days.map((row) => [row.day, row]));
  const blocks: Markup[] = [];
  for (let end = period.to; end >= period.from && blocks.length < MOST_YEARS; ) {
    const year = addDays(startOfWeek(end), -7 * (WEEKS - 1));
    const begin = year > period.from ? year : period.from;
    blocks.unshift(block(begin, end, byDay));
    end = addDays(begin, -1);
  }
  const rows = activity.days.map((row) => [
    { show: sayDay(row.day), by: order(row.day) },
    { show: formatMinutes(row.minutes), by: row.minutes },
    { show: `${row.answers}`, by: row.answers },
    {
      show: sayScore(row.right, row.reviews),
      by: row.reviews === 0 ? -1 : row.right / row.reviews,
    },
  ]);
  return figure(
    'Study days',
    `${plural(activity.studyDays, 'study day')}, ${formatMinutes(activity.minutes)}. Each square is a day, each column a week from Monday; the deeper, the longer.`,
    html`${blocks}${LEGEND}`,
    dataTable(
      'Each day with study or answers',
      [
        { title: 'Day' },
        { title: 'Studied', numeric: true },
        { title: 'Answers', numeric: true },
        { title: 'Right at first try', numeric: true },
      ],
      rows,
    ),
  );
}

const LEGEND = legend([
  ['h0', 'none'],
  ['h1', 'under 30 min'],
  ['h2', 'under 1 h'],
  ['h3', 'under 2 h'],
  ['h4', '2 h and more'],
]);

function block(from: Day, to: Day, byDay: ReadonlyMap<Day, DayRow>): Markup {
  const first = startOfWeek(from);
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const column = (day: Day) => Math.floor(daysBetween(first, day) / 7);
  const cells = days.map((day) => {
    const row = byDay.get(day);
    const minutes = row?.minutes ?? 0;
    const tip = `${sayDay(day)}: ${minutes === 0 ? 'no study' : formatMinutes(minutes)}${row && row.answers > 0 ? `, ${plural(row.answers, 'answer')}` : ''}`;
    const told = row === undefined ? '' : html` data-value="${minutes}"${tipOf(tip)}`;
    return html`<rect x="${LEFT + column(day) * STEP}" y="${TOP + weekday(day) * STEP}" width="${CELL}" height="${CELL}" rx="2" class="h${level(minutes)}"${told}/>`;
  });
  const starts = days.filter((day, i) => i === 0 || day.endsWith('-01'));
  const months = starts.flatMap((day, i) => {
    const next = starts[i + 1];
    const room = (next === undefined ? WEEKS + END / STEP : column(next)) - column(day);
    const name = sayMonth(day);
    const short = i > 0 && !day.endsWith('01-01') ? name.slice(0, 3) : name;
    const fits = [short, short.slice(0, 3)].find((one) => one.length * LETTER <= room * STEP);
    return fits === undefined ? [] : text(fits, { x: LEFT + column(day) * STEP, y: TOP - 7 });
  });
  const names = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'].map((name, i) =>
    name === '' ? null : text(name, { x: 0, y: TOP + i * STEP + 9 }),
  );
  const width = LEFT + WEEKS * STEP + END;
  const label = `Study days from ${sayDay(from)} to ${sayDay(to)}`;
  return svg(n(width), TOP + 7 * STEP, label, html`${months}${names}${cells}`);
}
