import { type Day, daysBetween } from '../../../domain/day.ts';
import type { Outline } from '../../../domain/path/path.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Theme } from '../../output.ts';
import { formatRange } from '../dates.ts';
import { plural, spread } from '../text.ts';

/** A phase on the timeline. */
export interface PhaseSpan {
  id: string;
  /** As it is planned now; null for a phase that is done or left out. */
  now: Span | null;
  /** As it was planned at enrolment; null on that day, and for what was not planned then. */
  first: Span | null;
  isLeftOut: boolean;
}

type Span = Pick<Plan['phases'][number], 'start' | 'end'>;

const MARGIN = 4;
const WIDEST = 60;

/**
 * The phases from the first day to the last as bars on one scale, with a mark at today: filled what is
 * planned now, light where it was first planned to be.
 */
export function renderTimeline(
  path: Outline,
  spans: readonly PhaseSpan[],
  range: { first: Day; last: Day; today: Day },
  theme: Theme,
  width: number,
): string[] {
  const room = Math.min(WIDEST, width - MARGIN);
  const total = Math.max(1, daysBetween(range.first, range.last) + 1);
  const column = (day: Day) =>
    Math.max(0, Math.min(room - 1, Math.floor((daysBetween(range.first, day) / total) * room)));
  const mark = column(range.today);
  const lines = spans.flatMap((span) => {
    const phase = path.phases.find(({ id }) => id === span.id);
    const cells = new Array<string>(room).fill('·');
    if (span.first) cells.fill('░', column(span.first.start), column(span.first.end) + 1);
    if (span.now) cells.fill('█', column(span.now.start), column(span.now.end) + 1);
    cells[mark] = '│';
    const bar = cells.join('');
    const text = theme.faint(saySpan(span, range.today));
    return [
      spread(`  ${phase?.number ?? ''} `, phase?.title ?? span.id, text, width),
      `${' '.repeat(MARGIN)}${bar.slice(0, mark)}${theme.accent('│')}${bar.slice(mark + 1)}`,
    ];
  });
  const label = '▲ today';
  const at = Math.min(mark, Math.max(0, room - label.length));
  const words = mark > at ? `${' '.repeat(mark - 6)}today ▲` : `${' '.repeat(at)}${label}`;
  return [...lines, `${' '.repeat(MARGIN)}${theme.accent(words)}`];
}

function saySpan({ now, first, isLeftOut }: PhaseSpan, today: Day): string {
  if (!now) return isLeftOut ? 'left out' : 'done';
  const dates = formatRange({ p50: now.start, p80: now.end }, today);
  const late = first ? Math.round(daysBetween(first.end, now.end) / 7) : 0;
  const shift =
    late === 0 ? '' : ` · ${plural(Math.abs(late), 'week')} ${late > 0 ? 'later' : 'sooner'}`;
  return `${dates}${shift}`;
}
