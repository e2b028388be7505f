import { addDays, daysBetween, daysFrom, startOfWeek } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Finish } from '../../domain/forecast/finish.ts';
import type { Choice } from '../../domain/next/next.ts';
import type { Reason } from '../../domain/next/score.ts';
import { sum } from '../../domain/path/path.ts';
import { minutesBetween, minutesOn } from '../../domain/plan/timetable.ts';
import type { Theme } from '../output.ts';
import { type Session, spentOn } from '../session.ts';
import { commandsFor, nameAction, renderAction, sayMinutes } from './action.ts';
import { formatDay } from './dates.ts';
import { isAtRisk, sayFinish, sayTarget } from './finish.ts';
import { bar, hang, indent, spread, widthOf } from './text.ts';

const LABEL = 10;
const MARGIN = 2;
const WIDEST_TEXT = 96;
const WIDEST_BAR = 24;

/** Today's screen: what to do now, what follows, and the week and the progress around it. */
export function renderToday(
  session: Session,
  choice: Choice,
  finish: Finish,
  theme: Theme,
  columns: number,
): string {
  const width = Math.min(columns, WIDEST_TEXT);
  return [
    header(session, theme, width),
    '',
    ...renderNow(session, choice, theme, width),
    ...renderThen(choice, width),
    '',
    ...renderProgress(session, finish, theme, width),
    '',
    indent(theme.faint(hints(session, choice)), MARGIN, width),
  ].join('\n');
}

function header(session: Session, theme: Theme, width: number): string {
  const { path, today, record } = session;
  const start = record.enrolment?.start;
  const begun = start !== undefined && start <= today;
  const week = begun ? [`week ${Math.floor(daysBetween(start, today) / 7) + 1}`] : [];
  const parts = [path.title, ...week, formatDay(today, today)];
  return indent(theme.faint(parts.join(' · ')), MARGIN, width);
}

/** The loudest thing on the screen, and in words why it is that. */
export function renderNow(session: Session, choice: Choice, theme: Theme, width: number): string[] {
  const { action } = choice;
  const label = '▸ Now'.padEnd(LABEL);
  if (action.kind === 'finished') {
    return [`${theme.accent('▸')} ${theme.strong('Everything on this path is done.')}`];
  }
  const because = indent(theme.faint(sayBecause(action.why)), LABEL, width);
  return [...renderAction(action, session.index, theme, width, label), because];
}

/** The two strongest reasons as one sentence's end. */
export function sayBecause(why: readonly Reason[]): string {
  const strongest = why
    .filter((reason) => reason.score > 0 && !['tier', 'fits'].includes(reason.term))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map((reason) => reason.text);
  const ready = why.find((reason) => reason.term === 'ready')?.text;
  const texts = strongest.length > 0 ? strongest : ready ? [ready] : [];
  return texts.length === 0 ? '' : `because ${texts.join(', and ')}`;
}

export function renderThen(choice: Choice, width: number): string[] {
  if (choice.then.length === 0) return [];
  const lines = choice.then.map((action, i) =>
    spread((i === 0 ? '  Then' : '').padEnd(LABEL), nameAction(action), sayMinutes(action), width),
  );
  return ['', ...lines];
}

function renderProgress(session: Session, finish: Finish, theme: Theme, width: number): string[] {
  const { progress, path, today, timetable } = session;
  const monday = startOfWeek(today);
  const spent = sum([0, 1, 2, 3, 4, 5, 6].map((i) => spentOn(session, addDays(monday, i))));
  const sunday = addDays(monday, 6);
  const planned = minutesBetween(timetable, monday, sunday);
  const ahead = daysFrom(today, sunday);
  const daysLeft = ahead.filter((day) => minutesOn(timetable, day) > 0).length;
  const current = [...progress.values()].filter(
    (entry) => entry.state !== 'done' && entry.state !== 'skipped',
  );
  const phase = path.phases.find(
    (p) => p.number === Math.min(...current.map((e) => e.phaseNumber)),
  );
  const lines = [
    barLine(
      'Week',
      planned === 0 ? 0 : spent / planned,
      `${formatMinutes(spent)} of ${formatMinutes(planned)} · ${daysLeft === 1 ? '1 study day' : `${daysLeft} study days`} left`,
      width,
    ),
  ];
  if (phase) {
    const share = phaseShare(session, phase.id);
    lines.push(barLine('Phase', share, `${phase.title}, ${Math.floor(share * 100)} %`, width));
  }
  if (current.length > 0) {
    lines.push(hang('  Finish'.padEnd(LABEL), sayFinish(session, finish), width));
    const target = sayTarget(session, finish);
    if (target && isAtRisk(session, finish)) {
      lines.push(hang(theme.due('  Target'.padEnd(LABEL)), target, width));
    }
  }
  return lines;
}

/** The share of a phase's estimated minutes that is done, 0 to 1; skipped topics do not count. */
export function phaseShare(session: Session, phase: string): number {
  const entries = [...session.progress.values()].filter(
    (entry) => entry.topic.phase === phase && entry.state !== 'skipped',
  );
  const total = sum(entries.map((entry) => entry.topic.hours * 60));
  const done = sum(entries.map((entry) => (entry.topic.hours * 60 * entry.percent) / 100));
  return total === 0 ? 1 : done / total;
}

function barLine(label: string, share: number, text: string, width: number): string {
  const room = Math.min(WIDEST_BAR, width - LABEL - MARGIN);
  const head = `  ${label}`.padEnd(LABEL) + bar(share, room);
  if (widthOf(head) + 2 + widthOf(text) <= width) return `${head}  ${text}`;
  return `${head}\n${indent(text, LABEL, width)}`;
}

function hints(session: Session, choice: Choice): string {
  const { clock, enrolment } = session.record;
  const hints = clock
    ? ['llmpath stop', 'llmpath done']
    : choice.action.kind === 'finished'
      ? ['llmpath status', 'llmpath history']
      : commandsFor(choice.action);
  if (!enrolment) hints.push('llmpath init');
  else hints.push('llmpath plan');
  if (choice.action.kind !== 'finished') hints.push('llmpath next --why');
  return hints.join(' · ');
}
