import { formatMinutes } from '../../../domain/duration.ts';
import type { WeekLoad } from '../../../domain/plan/load.ts';
import type { Theme } from '../../output.ts';
import { shortDay } from '../dates.ts';
import { padEnd, plural, widthOf } from '../text.ts';

const LABEL = 10;
const WIDEST_BAR = 30;
const NARROWEST_BAR = 12;

/**
 * The load of weeks as bars on one scale: filled what is planned, light what the week has beside it.
 * Where bar and words do not fit on a line, the words stand below.
 */
export function renderWeeks(weeks: readonly WeekLoad[], theme: Theme, width: number): string[] {
  const most = Math.max(1, ...weeks.map(({ planned, capacity }) => Math.max(planned, capacity)));
  const texts = weeks.map(sayLoad);
  const beside = width - LABEL - 2 - Math.max(0, ...texts.map(widthOf));
  const room = Math.min(WIDEST_BAR, beside >= NARROWEST_BAR ? beside : width - LABEL - 2);
  return weeks.flatMap(({ start, planned, capacity }, i) => {
    const label = `  ${shortDay(start)}`.padEnd(LABEL);
    const filled = Math.round((planned / most) * room);
    const free = Math.max(0, Math.round((capacity / most) * room) - filled);
    const bar = '█'.repeat(filled) + theme.faint('░'.repeat(free));
    const text = theme.faint(texts[i] ?? '');
    if (beside >= NARROWEST_BAR) return [`${label}${padEnd(bar, room)}  ${text}`.trimEnd()];
    return [`${label}${bar}`.trimEnd(), `${' '.repeat(LABEL)}${text}`];
  });
}

function sayLoad({ planned, capacity, daysOff }: WeekLoad): string {
  const load = `${formatMinutes(planned)} of ${formatMinutes(capacity)}`;
  return daysOff > 0 ? `${load} · ${plural(daysOff, 'day')} off` : load;
}
