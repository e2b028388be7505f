import { addDays, startOfWeek } from '../../../domain/day.ts';
import { weeksOf } from '../../../domain/plan/load.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Theme } from '../../output.ts';
import { type Calendar, firstWeeks } from '../../plan-document.ts';
import type { Session } from '../../session.ts';
import { rows } from '../text.ts';
import { renderWeek } from './days.ts';
import { planFacts } from './facts.ts';
import { type PhaseSpan, renderTimeline } from './timeline.ts';
import { renderWeeks } from './weeks.ts';

/** Weeks shown as bars after those shown day by day. */
const COMING_WEEKS = 8;

/** The calendar: weeks day by day, the load of the coming ones, the phases, and what it comes to. */
export function renderPlan(
  session: Session,
  calendar: Calendar,
  weeks: number,
  theme: Theme,
  width: number,
): string {
  const { plan } = calendar;
  const { today, timetable, path } = session;
  if (plan.days.length === 0) return '  Nothing is left to plan: everything is done or left out.';
  const lines: string[] = [];
  const shown = firstWeeks(plan, weeks);
  const monday = startOfWeek(plan.from);
  for (let week = 0; week < weeks; week++) {
    const start = addDays(monday, 7 * week);
    if (start > plan.end) break;
    if (week > 0) lines.push('');
    lines.push(...renderWeek(shown, timetable, start, plan.from, today, theme, width));
  }
  const coming = weeksOf(plan, timetable, weeks + COMING_WEEKS).slice(weeks);
  if (coming.length > 0) {
    lines.push('', `  ${theme.strong('Coming weeks')}`, ...renderWeeks(coming, theme, width));
  }
  const spans = spansOf(session, plan);
  const range = {
    first: session.record.enrolment?.start ?? plan.from,
    last: spans
      .map((span) => span.first?.end ?? plan.end)
      .reduce((a, b) => (a > b ? a : b), plan.end),
    today,
  };
  lines.push('', `  ${theme.strong('Phases')}`);
  lines.push(...renderTimeline(path, spans, range, theme, width));
  lines.push('', rows(planFacts(session, calendar), 2, width));
  return lines.join('\n');
}

/** Each phase as it was planned on the day of enrolment and as it is planned now. */
function spansOf({ path, record, progress, today }: Session, plan: Plan): PhaseSpan[] {
  const { enrolment } = record;
  const first = enrolment && enrolment.start < today ? (enrolment.phases ?? []) : [];
  return path.phases.map(({ id, topics }) => ({
    id,
    now: plan.phases.find((phase) => phase.id === id) ?? null,
    first: first.find((phase) => phase.id === id) ?? null,
    isLeftOut: topics.every((topic) => progress.get(topic.id)?.state === 'skipped'),
  }));
}
