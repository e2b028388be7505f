import { addDays, type Day, daysBetween, startOfWeek } from '../../../domain/day.ts';
import { formatMinutes } from '../../../domain/duration.ts';
import { sum } from '../../../domain/path/path.ts';
import type { Block, PlannedDay } from '../../../domain/plan/plan.ts';
import { minutesOn, type Timetable } from '../../../domain/plan/timetable.ts';
import type { Theme } from '../../output.ts';
import { formatDay } from '../dates.ts';
import { spread } from '../text.ts';

/** The days of one week from `first` on, each with its blocks; days off and free ones are said. */
export function renderWeek(
  days: readonly PlannedDay[],
  timetable: Timetable,
  monday: Day,
  first: Day,
  today: Day,
  theme: Theme,
  width: number,
): string[] {
  const own = days.filter(({ day }) => startOfWeek(day) === monday);
  const minutes = sum(own.map((day) => day.minutes));
  const lines = [spread('  ', theme.strong(sayWeek(monday, today)), formatMinutes(minutes), width)];
  for (let day = first > monday ? first : monday; day < addDays(monday, 7); day = addDays(day, 1)) {
    const planned = own.find((other) => other.day === day);
    if (planned) lines.push(...renderDay(planned, today, theme, width));
    else {
      const free = sayFree(timetable, day);
      if (free) lines.push(labelOf(day, today) + theme.faint(free));
    }
  }
  return lines;
}

function renderDay(day: PlannedDay, today: Day, theme: Theme, width: number): string[] {
  return day.blocks.map((block, i) => {
    const head = i === 0 ? labelOf(day.day, today) : ' '.repeat(LABEL);
    return spread(head, nameBlock(block), theme.faint(formatMinutes(block.minutes)), width);
  });
}

export function nameBlock({ title, portion }: Pick<Block, 'title' | 'portion'>): string {
  return portion ? `${title}, ${portion}` : title;
}

const LABEL = 14;

function labelOf(day: Day, today: Day): string {
  return `  ${formatDay(day, today)}`.padEnd(LABEL);
}

/** What a day without a plan is; null for one that never has time. */
function sayFree(timetable: Timetable, day: Day): string | null {
  if (minutesOn(timetable, day) > 0) return 'free, or to catch up';
  return timetable.days.has(day) ? 'off' : null;
}

function sayWeek(monday: Day, today: Day): string {
  const away = daysBetween(startOfWeek(today), monday) / 7;
  if (away === 0) return 'This week';
  if (away === 1) return 'Next week';
  return `Week of ${formatDay(monday, today)}`;
}
