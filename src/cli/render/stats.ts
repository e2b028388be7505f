import { addDays, type Day, daysBetween, partsOfDay, startOfWeek } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Stats } from '../../domain/report/stats.ts';
import { sayShare } from '../../report/words.ts';
import type { Theme } from '../output.ts';
import { ASCII, levelSign, type Signs, shareBar, sparkline, squeeze } from './charts.ts';
import { formatDay } from './dates.ts';
import { cut, flow, indent, padEnd, plural, rows, widthOf } from './text.ts';

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
const YEAR = 53;
const MORE = 'llmpath stats --weeks 52';
const LEVEL_WORDS = ['none', 'under 30 min', 'under 1 h', 'under 2 h', '2 h and more'];
const HOUR_AXIS = '0     6     12    18';
const DAY_AXIS = 'today  7      14     21 days';

/** What was done in the last weeks and what stayed, as a screen. */
export function renderStats(
  title: string,
  stats: Stats,
  today: Day,
  theme: Theme,
  width: number,
  signs: Signs,
): string {
  const { activity, recalls, period } = stats;
  const weeks = activity.weeks.length;
  const isNew = activity.days.length === 0 && recalls.length === 0;
  const span = `${plural(weeks, 'week')} to ${formatDay(period.to, today)}`;
  const hints = isNew
    ? ['llmpath next', 'llmpath start', 'llmpath quiz']
    : ['llmpath report --open', 'llmpath status', ...(weeks < YEAR - 1 ? [MORE] : [])];
  const parts = [
    [indent(`${theme.strong(title)} · ${span}`, MARGIN, width)],
    [rows(factsOf(stats, signs), MARGIN, width)],
    isNew ? [] : heatmap(stats, theme, width, signs),
    weeksAndHours(stats, width, signs),
    recalls.length === 0 ? [] : recallBars(stats, theme, width, signs),
    recalls.length === 0 ? [] : reviewLoad(stats, width, signs),
    faintPieces(hints, ' · ', theme, width),
  ];
  const isAscii = signs === ASCII;
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
    .replaceAll(/[·…]/g, (sign) => (isAscii ? (sign === '·' ? '-' : '.') : sign));
}

function faintPieces(
  pieces: readonly string[],
  gap: string,
  theme: Theme,
  width: number,
): string[] {
  return flow(pieces, gap, width - MARGIN).map((line) => ' '.repeat(MARGIN) + theme.faint(line));
}

function factsOf(stats: Stats, { dash }: Signs): [string, string][] {
  const { streak, answers, reviews, right } = stats;
  const score = reviews === 0 ? '' : ` (${sayShare(right / reviews)})`;
  const facts: [string, string][] = [
    ['studied', sayStudied(stats)],
    [
      'answers',
      answers === 0
        ? 'none yet'
        : `${answers}; right at the first try ${right} of ${reviews}${score}`,
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

/** Days before the learner began count for nothing. */
function sayStudied({ activity, period, since, recalls }: Stats): string {
  const { minutes, studyDays, days, weeks } = activity;
  if (minutes > 0) {
    const most = daysBetween(since, period.to) + 1;
    const share = studyDays < most ? `${studyDays} of ` : '';
    return `${formatMinutes(minutes)} on ${share}${plural(most, 'day')}`;
  }
  if (days.length > 0) return 'no time counted';
  return recalls.length === 0 ? 'nothing yet' : `nothing in ${plural(weeks.length, 'week')}`;
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
  const legend = LEVEL_WORDS.map((words, i) => `${signs.levels[i]} ${words}`);
  const rest =
    weeks.length < all.length
      ? [`the last ${weeks.length} of ${plural(all.length, 'week')} fit here`]
      : [];
  return [
    `${' '.repeat(NAMES)}${monthNames(weeks, step, width - NAMES)}`,
    ...lines,
    ...faintPieces(legend, '  ', theme, width),
    ...faintPieces(rest, '', theme, width),
  ];
}

/** Names of months over the weeks in which they begin, as far as they do not touch. */
function monthNames(weeks: readonly Day[], step: number, room: number): string {
  const starts = weeks.flatMap((week, i) => {
    const { year, month, date } = partsOfDay(addDays(week, 6));
    // Over more than a year, a January bears its number.
    const name = month === 1 && weeks.length > YEAR ? `${year}` : (MONTHS[month - 1] ?? '');
    return i === 0 || date <= 7 ? [{ at: i * step, name }] : [];
  });
  // The month that was running already gives way to one that begins right after.
  if ((starts[1]?.at ?? Number.POSITIVE_INFINITY) < MONTH_ROOM) starts.shift();
  return starts.reduce((line, { at, name }) => {
    const fits = line === '' || at > line.length;
    return fits && at + name.length <= room ? padEnd(line, at) + name : line;
  }, '');
}

function weeksAndHours({ activity, since }: Stats, width: number, signs: Signs): string[] {
  const { weeks, hours, minutes } = activity;
  if (minutes === 0) return [];
  const all = weeks.map((week) => week.minutes);
  const byWeek = squeeze(all, Math.min(width - LABEL, WIDEST_SPARK));
  const lived = weeks.filter(({ week }) => week >= startOfWeek(since)).length;
  const mean = `${formatMinutes(minutes / lived)} a week, ${formatMinutes(Math.max(...all))} at most`;
  const size = Math.ceil(all.length / byWeek.length);
  const words = [
    lived > 1 ? mean : 'the first week',
    ...(size > 1 ? [`${size} weeks a column`] : []),
  ];
  const busiest = hours.indexOf(Math.max(...hours));
  return [
    ...(all.length > 1 ? sparkRow('weeks', sparkline(byWeek, signs), words.join(', '), width) : []),
    ...(hours.some((spent) => spent > 0)
      ? sparkRow('hours', sparkline(hours, signs), `mostly from ${busiest}:00`, width, HOUR_AXIS)
      : []),
  ];
}

/** A sparkline with words behind it, or under it where both do not fit, and its axis right below it. */
function sparkRow(
  name: string,
  spark: string,
  words: string,
  width: number,
  axis?: string,
): string[] {
  const start = padEnd(`${' '.repeat(MARGIN)}${name}`, LABEL) + spark;
  const below = axis === undefined ? [] : [' '.repeat(LABEL) + axis];
  if (start.length + 2 + words.length <= width) return [`${start}  ${words}`, ...below];
  return [start.trimEnd(), ...below, indent(words, LABEL, width)];
}

function recallBars({ recalls }: Stats, theme: Theme, width: number, signs: Signs): string[] {
  const shown = recalls.slice(0, MOST_TOPICS);
  const bar = Math.min(WIDEST_BAR, Math.max(8, Math.floor(width / 4)));
  const room = Math.min(WIDEST_NAME, width - MARGIN - bar - 9);
  const column = Math.min(room, Math.max(...shown.map(({ title }) => widthOf(title))));
  const lines = shown.map(({ title, recall }) => {
    const name = padEnd(cut(title, column), column);
    const percent = sayShare(recall).padStart(5);
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
  return sparkRow('reviews', sparkline(counts, signs), words, width, DAY_AXIS);
}

/** The Monday of the first of so many weeks up to today's. */
export function firstWeek(today: Day, weeks: number): Day {
  return addDays(startOfWeek(today), -7 * (weeks - 1));
}
