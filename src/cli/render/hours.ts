import type { Day } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import {
  type Availability,
  describeAvailability,
  isSameWeek,
  spreadHours,
  weeklyMinutes,
} from '../../domain/plan/availability.ts';
import type { OtherDays } from '../../domain/plan/other-days.ts';
import type { Theme } from '../output.ts';
import { formatDay, formatDays } from './dates.ts';
import { bar, hang, indent, padEnd, rows } from './text.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WIDEST_BAR = 24;
const LABEL = 7;
const MINUTES = 10;

/** When the learner has time, from today on. */
export interface Hours {
  week: Availability;
  /** Usual weeks that begin later. */
  changes: readonly { from: Day; week: Availability }[];
  /** Days that differ from the usual. */
  days: readonly OtherDays[];
}

export function renderHours(hours: Hours, today: Day, theme: Theme, width: number): string {
  const { week, changes, days } = hours;
  const alike = isEven(week) ? ', every day alike' : '';
  const lines = [`  ${theme.strong('Your usual week')}  ${sayWeekly(week)}${alike}`];
  if (alike === '') lines.push('', ...weekBars(week, width));
  if (changes.length > 0) {
    const pairs = changes.map(({ from, week: later }): [string, string] => [
      `from ${formatDay(from, today)}`,
      sayWeek(later),
    ]);
    lines.push('', rows(pairs, 2, width));
  }
  if (days.length > 0) {
    const pairs = days.map((range): [string, string] => [
      formatDays(range, today),
      [sayDayHours(range), range.title].filter(Boolean).join(' · '),
    ]);
    lines.push('', `  ${theme.strong('Other days')}`, '', rows(pairs, 2, width));
  }
  const commands = [
    'llmpath hours mon=1,sat=3',
    'llmpath hours 3 --on DAY',
    'llmpath off DAY..DAY',
  ];
  lines.push('', indent(theme.faint(commands.join(' · ')), 2, width));
  return lines.join('\n');
}

function weekBars(week: Availability, width: number): string[] {
  const most = Math.max(...week);
  const room = Math.min(WIDEST_BAR, width - LABEL - MINUTES - 2);
  return WEEKDAYS.map((name, day) => {
    const minutes = week[day] ?? 0;
    const label = padEnd(`  ${name}`, LABEL);
    if (minutes === 0) return `${label}–`;
    return hang(label, padEnd(formatMinutes(minutes), MINUTES) + bar(minutes / most, room), width);
  });
}

/** `9 h a week` or `mon 1 h, wed 1 h 30, sat 3 h: 5 h 30 a week`. */
export function sayWeek(week: Availability): string {
  const days = describeAvailability(week);
  return isEven(week) ? days : `${days}: ${sayWeekly(week)}`;
}

export function sayDayHours({ from, to, minutes }: Omit<OtherDays, 'title'>): string {
  if (minutes === 0) return 'off';
  return from === to ? formatMinutes(minutes) : `${formatMinutes(minutes)} a day`;
}

function sayWeekly(week: Availability): string {
  return `${formatMinutes(weeklyMinutes(week))} a week`;
}

function isEven(week: Availability): boolean {
  return isSameWeek(week, spreadHours(weeklyMinutes(week) / 60));
}
