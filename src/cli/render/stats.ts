import { addDays, type Day, daysBetween, partsOfDay, startOfWeek } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Stats } from '../../domain/report/stats.ts';
import type { Theme } from '../output.ts';
import { ASCII, levelSign, type Signs, shareBar, sparkline, squeeze } from './charts.ts';
import { formatDay } from './dates.ts';
import { cut, indent, padEnd, plural, rows, widthOf } from './text.ts';

const MARGIN = 2;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NAMES = MARGIN + 5;
const LABEL = MARGIN + 9;
const WIDEST_SPARK = 60;
const MONTH_ROOM = 4;
const MOST_TOPICS = 8;
const WIDEST_BAR = 24;
const WIDEST_NAME = 52;

/** What was done in the last weeks and what stayed, as a screen. */
export function renderStats(
  title: string,
  stats: Stats,
  today: Day,
  theme: Theme,
  width: number,
  signs: Signs,
): string {
  const { activity, recalls } = stats;
  const isAscii = signs === ASCII;
  const parts = [
    [
      indent(
        `${theme.strong(title)} · ${plural(activity.weeks.length, 'week')} to ${formatDay(stats.period.to, today)}`,
        MARGIN,
        width,
      ),
    ],
    [rows(factsOf(stats, signs), MARGIN, width)],
    heatmap(stats, theme, width, signs),
    weeksAndHours(stats, width, signs),
    recalls.length === 0 ? [] : recallBars(stats, theme, width, signs),
    recalls.length === 0 ? [] : reviewLoad(stats, width, signs),
    [
      indent(
        theme.faint('llmpath report --open · llmpath status · llmpath stats --weeks 52'),
        MARGIN,
        width,
      ),
    ],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .replaceAll(/[·…]/g, (sign) => (isAscii ? (sign === '·' ? '-' : '.') : sign));
}

function factsOf(
  { activity, streak, answers, reviews, right, period }: Stats,
  { dash }: Signs,
): [string, string][] {
  const days = daysBetween(period.from, period.to) + 1;
  const facts: [string, string][] = [
    [
      'studied',
      `${formatMinutes(activity.minutes)} on ${activity.studyDays} of ${plural(days, 'day')}`,
    ],
    [
      'answers',
      answers === 0
        ? 'none'
        : `${answers}; right at the first try ${right} of ${reviews}${reviews > 0 ? ` (${Math.round((100 * right) / reviews)} %)` : ''}`,
    ],
  ];
  if (streak.days > 1) {
    const rest =
      streak.buffer === 0
        ? 'studying today carries it on'
        : `${plural(streak.buffer, 'day')} off may follow`;
    facts.push([
      'rhythm',
      `${plural(streak.days, 'study day')} without a long gap ${dash} ${rest}`,
    ]);
  }
  return facts;
}

/** A row a weekday, a column a week; the weeks that fit, up to this one. */
function heatmap({ activity, period }: Stats, theme: Theme, width: number, signs: Signs): string[] {
  const minutes = new Map(activity.days.map((row) => [row.day, row.minutes]));
  const all = activity.weeks.map(({ week }) => week);
  const step = NAMES + all.length * 2 <= width ? 2 : 1;
  const weeks = all.slice(-Math.floor((width - NAMES) / step));
  const cell = (week: Day, weekday: number) => {
    const day = addDays(week, weekday);
    return day < period.from || day > period.to ? ' ' : levelSign(minutes.get(day) ?? 0, signs);
  };
  const lines = WEEKDAYS.map((name, weekday) => {
    const cells = weeks.map((week) => cell(week, weekday)).join(' '.repeat(step - 1));
    return `${' '.repeat(MARGIN)}${padEnd(name, NAMES - MARGIN)}${theme.done(cells)}`.trimEnd();
  });
  const [none, ...more] = [...signs.levels];
  const legend = [none, ...more]
    .map(
      (sign, i) =>
        `${sign} ${['none', 'under 30 min', 'under 1 h', 'under 2 h', '2 h and more'][i]}`,
    )
    .join('  ');
  const months = `${' '.repeat(NAMES)}${monthNames(weeks, step)}`.trimEnd();
  return [months, ...lines, indent(theme.faint(legend), MARGIN, width)];
}

/** Names of months over the weeks in which they begin, as far as they do not touch. */
function monthNames(weeks: readonly Day[], step: number): string {
  const starts = weeks.flatMap((week, i) => {
    const { month, date } = partsOfDay(addDays(week, 6));
    return i === 0 || date <= 7 ? [{ at: i * step, name: MONTHS[month - 1] ?? '' }] : [];
  });
  // The month that was running already gives way to one that begins right after.
  if ((starts[1]?.at ?? Number.POSITIVE_INFINITY) < MONTH_ROOM) starts.shift();
  return starts.reduce((line, { at, name }) => {
    const fits = line === '' || at > line.length;
    return fits && at + name.length <= weeks.length * step ? padEnd(line, at) + name : line;
  }, '');
}

function weeksAndHours({ activity }: Stats, width: number, signs: Signs): string[] {
  const { weeks, hours } = activity;
  if (activity.minutes === 0) return [];
  const minutes = weeks.map((week) => week.minutes);
  const byWeek = squeeze(minutes, Math.min(width - LABEL, WIDEST_SPARK));
  const mean = formatMinutes(activity.minutes / weeks.length);
  const words = `${mean} a week, ${formatMinutes(Math.max(...minutes))} at most`;
  const lines = sparkRow('weeks', sparkline(byWeek, signs), words, width);
  if (hours.every((spent) => spent === 0)) return lines;
  const busiest = hours.indexOf(Math.max(...hours));
  const [spark = '', ...under] = sparkRow(
    'hours',
    sparkline(hours, signs),
    `mostly from ${busiest}:00`,
    width,
  );
  return [...lines, spark, `${' '.repeat(LABEL)}0     6     12    18`, ...under];
}

/** A sparkline with words behind it, or under it where both do not fit. */
function sparkRow(name: string, spark: string, words: string, width: number): string[] {
  const start = padEnd(`${' '.repeat(MARGIN)}${name}`, LABEL) + spark;
  if (start.length + 2 + words.length <= width) return [`${start}  ${words}`];
  return [start.trimEnd(), indent(words, LABEL, width)];
}

function recallBars({ recalls }: Stats, theme: Theme, width: number, signs: Signs): string[] {
  const shown = recalls.slice(0, MOST_TOPICS);
  const bar = Math.min(WIDEST_BAR, Math.max(8, Math.floor(width / 4)));
  const room = Math.min(WIDEST_NAME, width - MARGIN - bar - 9);
  const column = Math.min(room, Math.max(...shown.map(({ title }) => widthOf(title))));
  const lines = shown.map(({ title, recall }) => {
    const name = padEnd(cut(title, column), column);
    const percent = `${Math.round(recall * 100)} %`.padStart(5);
    return `${' '.repeat(MARGIN)}${name}  ${shareBar(recall, bar, signs)} ${percent}`;
  });
  const rest = recalls.length - shown.length;
  const more =
    rest === 0
      ? []
      : [
          indent(
            theme.faint(`and ${plural(rest, 'topic')} more certain than these`),
            MARGIN,
            width,
          ),
        ];
  return [
    indent('Predicted recall today, the least certain first', MARGIN, width),
    ...lines,
    ...more,
  ];
}

function reviewLoad({ due }: Stats, width: number, signs: Signs): string[] {
  const counts = due.map(({ count }) => count);
  const within = (days: number) => counts.slice(0, days).reduce((sum, count) => sum + count, 0);
  const words = `${counts[0] ?? 0} due now, ${within(7)} within 7 days, ${within(28)} within 28`;
  return sparkRow('reviews', sparkline(counts, signs), words, width);
}

/** The Monday of the first of so many weeks up to today's. */
export function firstWeek(today: Day, weeks: number): Day {
  return addDays(startOfWeek(today), -7 * (weeks - 1));
}
