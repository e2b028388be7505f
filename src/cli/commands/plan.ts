import { addDays, type Day, daysBetween, startOfWeek } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import { sum } from '../../domain/path/path.ts';
import type { Plan, PlannedDay } from '../../domain/plan/allocate.ts';
import { describeAvailability } from '../../domain/plan/availability.ts';
import { forecastFinish } from '../../domain/plan/forecast.ts';
import { minutesMissing } from '../../domain/plan/target.ts';
import { type Run, textOf } from '../command.ts';
import type { Theme } from '../output.ts';
import { readCount } from '../read.ts';
import { newcomerLine } from '../remarks.ts';
import { formatDay, formatRange } from '../render/dates.ts';
import { bar, rows, spread } from '../render/text.ts';
import { openSession, planOf, type Session } from '../session.ts';

const DEFAULT_WEEKS = 2;
const MOST_WEEKS = 1000;

export const runPlan: Run = async (ctx, _args, options) => {
  const given = textOf(options.weeks);
  const weeks = given === undefined ? undefined : readCount(given, '--weeks', MOST_WEEKS);
  const session = await openSession(ctx, { write: false });
  const calendar = planOf(session);
  const { out } = ctx;
  if (out.json) {
    out.document(planDocument(session, calendar, weeks));
    return;
  }
  const width = Math.min(out.columns, 96);
  await out.page(renderPlan(session, calendar, weeks ?? DEFAULT_WEEKS, out.theme, width));
  if (!session.record.enrolment) out.note(newcomerLine(session.path.title, session.path.pace));
};

function planDocument(session: Session, calendar: Plan, weeks: number | undefined) {
  const target = session.record.enrolment?.finish ?? null;
  const missing = missingMinutes(session, calendar);
  const days = weeks === undefined ? calendar.days : firstWeeks(calendar, weeks);
  return {
    schema: 'llmpath/plan@1',
    from: calendar.from,
    days,
    phases: calendar.phases,
    finish: { day: calendar.end, ...forecastFinish(session.today, calendar.end) },
    target,
    feasible: missing === 0,
    missingMinutes: missing,
  };
}

/** Minutes that do not fit before the target day; 0 without a target or when all fits. */
function missingMinutes(session: Session, calendar: Plan): number {
  const target = session.record.enrolment?.finish;
  return target ? minutesMissing(calendar, target) : 0;
}

function firstWeeks(calendar: Plan, weeks: number): PlannedDay[] {
  const end = addDays(startOfWeek(calendar.from), 7 * weeks);
  return calendar.days.filter((day) => day.day < end);
}

function renderPlan(
  session: Session,
  calendar: Plan,
  weeks: number,
  theme: Theme,
  width: number,
): string {
  const { today, path, availability } = session;
  if (calendar.days.length === 0)
    return '  Nothing is left to plan: everything is done or left out.';
  const lines: string[] = [];
  const shown = firstWeeks(calendar, weeks);
  let week: Day | null = null;
  for (const day of shown) {
    const monday = startOfWeek(day.day);
    if (monday !== week) {
      week = monday;
      const days = shown.filter((other) => startOfWeek(other.day) === monday);
      const minutes = sum(days.map((other) => other.minutes));
      if (lines.length > 0) lines.push('');
      lines.push(spread('  ', theme.strong(sayWeek(monday, today)), formatMinutes(minutes), width));
    }
    lines.push(...renderDay(day, today, theme, width));
  }
  lines.push('', `  ${theme.strong('Phases')}`);
  for (const span of calendar.phases) {
    const phase = path.phases.find((candidate) => candidate.id === span.id);
    const when = `${formatDay(span.start, today)} – ${formatDay(span.end, today)}`;
    lines.push(spread(`  ${phase?.number ?? ''} `, phase?.title ?? span.id, when, width));
    lines.push(timelineBar(calendar, span, Math.min(48, width - 6)));
  }
  const facts: [string, string][] = [
    ['finish', formatRange(forecastFinish(today, calendar.end), today)],
    ['hours', describeAvailability(availability)],
    ['left', `about ${formatMinutes(calendar.minutesLeft)}`],
  ];
  const target = session.record.enrolment?.finish;
  if (target) facts.push(['target', sayTarget(session, calendar, target)]);
  lines.push('', rows(facts, 2, width));
  return lines.join('\n');
}

function renderDay(day: PlannedDay, today: Day, theme: Theme, width: number): string[] {
  const label = `  ${formatDay(day.day, today)}`.padEnd(14);
  return day.blocks.map((block, i) => {
    const name = block.portion ? `${block.title}, ${block.portion}` : block.title;
    const head = i === 0 ? label : ' '.repeat(14);
    const minutes = formatMinutes(block.minutes);
    return spread(head, name, theme.faint(minutes), width);
  });
}

function sayWeek(monday: Day, today: Day): string {
  const away = daysBetween(startOfWeek(today), monday) / 7;
  if (away === 0) return 'This week';
  if (away === 1) return 'Next week';
  return `Week of ${formatDay(monday, today)}`;
}

/** Where a phase lies between today and the end, as a bar. */
function timelineBar(calendar: Plan, span: Plan['phases'][number], width: number): string {
  const total = Math.max(1, daysBetween(calendar.from, calendar.end) + 1);
  const at = (day: Day) => Math.floor((daysBetween(calendar.from, day) / total) * width);
  const start = at(span.start);
  const length = Math.max(1, at(span.end) - start + 1);
  const rest = Math.max(0, width - start - length);
  return `    ${'·'.repeat(start)}${bar(1, length)}${'·'.repeat(rest)}`;
}

function sayTarget(session: Session, calendar: Plan, target: Day): string {
  const missing = missingMinutes(session, calendar);
  const day = formatDay(target, session.today);
  if (missing === 0) return `${day}: it fits`;
  return `${day}: ${formatMinutes(missing)} do not fit before it. More hours, a later day or less to do would make it: llmpath init, llmpath skip REF`;
}
