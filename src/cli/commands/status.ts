import { addDays, type Day, startOfWeek } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import { sum } from '../../domain/path/path.ts';
import { formatWeeks } from '../../domain/path/weeks.ts';
import { daysAhead, minutesPlanned } from '../../domain/plan/ahead.ts';
import { minutesBetween } from '../../domain/plan/timetable.ts';
import { measureStreak } from '../../domain/progress/streak.ts';
import { meanRecalls } from '../../domain/quiz/weakness.ts';
import { countReviewed } from '../../storage/read-questions.ts';
import { STATE_WORDS } from '../change.ts';
import { countDue } from '../choice.ts';
import type { Run } from '../command.ts';
import { finishOf } from '../forecast.ts';
import type { Theme } from '../output.ts';
import { rememberedIn, sayRecall } from '../recall.ts';
import { clockLines } from '../remarks.ts';
import { sayFinish, sayTarget } from '../render/finish.ts';
import { bar, indent, plural, rows, spread } from '../render/text.ts';
import { phaseShare } from '../render/today.ts';
import { openSession, type Session, spentOn } from '../session.ts';

export const runStatus: Run = async (ctx, _args, options) => {
  const session = await openSession(ctx, { write: false });
  const { out } = ctx;
  if (out.json) {
    out.document(statusDocument(session));
    return;
  }
  for (const line of clockLines(session)) out.note(line);
  const width = Math.min(out.columns, 96);
  await out.page(renderStatus(session, out.theme, width, options.all === true));
};

function statusDocument(session: Session) {
  const { path, progress, today } = session;
  const recalls = meanRecalls(rememberedIn(session).values(), 'topic', today);
  const due = countDue(session, today);
  return {
    schema: 'llmpath/status@1',
    day: today,
    path: path.id,
    phases: path.phases.map((phase) => ({
      id: phase.id,
      title: phase.title,
      optional: phase.optional,
      weeks: phase.weeks,
      topics: phase.topics.length,
      topicsDone: countDone(session, phase.id),
      percent: Math.floor(phaseShare(session, phase.id) * 100),
    })),
    topics: [...progress.values()].map((entry) => ({
      id: entry.topic.id,
      state: entry.state,
      recall: recalls.get(entry.topic.id) ?? null,
      overruled: entry.overruled,
      percent: entry.percent,
      minutes: entry.minutesSpent,
    })),
    minutes: {
      planned: minutesPlanned(progress),
      spent: sum([...session.record.days.values()]),
      today: spentOn(session, today),
      week: weekMinutes(session),
    },
    due: {
      now: due,
      today: due + reviewedToday(session),
      week: countDue(session, addDays(today, 7)),
    },
    streak: measureStreak(session.record.days, today),
    finish: finishOf(session),
  };
}

function renderStatus(session: Session, theme: Theme, width: number, all: boolean): string {
  const { path, progress, today, timetable } = session;
  const monday = startOfWeek(today);
  const entries = [...progress.values()];
  const recalls = meanRecalls(rememberedIn(session).values(), 'topic', today);
  const open = entries.filter((entry) => entry.state !== 'done' && entry.state !== 'skipped');
  const here = open[0]?.topic.phase;
  const lines = [indent(theme.strong(path.title), 2, width), ''];
  for (const phase of path.phases) {
    const own = entries.filter((entry) => entry.topic.phase === phase.id);
    const skipped = own.every((entry) => entry.state === 'skipped');
    const share = phaseShare(session, phase.id);
    const mark = phase.id === here ? theme.accent('▸') : ' ';
    const title = `${phase.number} ${phase.title}`;
    const count = skipped
      ? 'left out'
      : `${countDone(session, phase.id)} of ${plural(own.length, 'topic')} · ${formatWeeks(phase.weeks)} weeks`;
    lines.push(spread(`${mark} `, phase.id === here ? theme.strong(title) : title, count, width));
    if (!skipped) lines.push(`    ${bar(share, 24)}  ${Math.floor(share * 100)} %`);
    if (phase.id === here || all) {
      lines.push(
        ...own.map((entry) => {
          const recall = recalls.get(entry.topic.id);
          const words = [
            entry.state === 'started' ? `${entry.percent} %` : STATE_WORDS[entry.state],
            ...(entry.overruled ? ['by your word'] : []),
            ...(recall === undefined ? [] : [`recall ${sayRecall(recall)}`]),
          ].join(' · ');
          const sign =
            entry.state === 'done' ? theme.done('✓') : entry.state === 'started' ? '▹' : '·';
          return spread(`    ${sign} `, entry.topic.title, theme.faint(words), width);
        }),
      );
    }
  }
  const spent = sum([...session.record.days.values()]);
  const ahead = daysAhead(progress, session.record.enrolment, timetable, today);
  const streak = measureStreak(session.record.days, today);
  const facts: [string, string][] = [
    ['time', `${formatMinutes(spent)} studied of about ${formatMinutes(minutesPlanned(progress))}`],
    [
      'week',
      `${formatMinutes(weekMinutes(session))} of ${formatMinutes(minutesBetween(timetable, monday, addDays(monday, 6)))}`,
    ],
  ];
  if (recalls.size > 0) facts.push(['reviews', sayReviews(session)]);
  if (open.length > 0) {
    const finish = finishOf(session);
    facts.push(['finish', sayFinish(session, finish)]);
    const target = sayTarget(session, finish);
    if (target) facts.push(['target', target]);
  }
  if (ahead > 0)
    facts.push(['pace', `${plural(ahead, 'study day')} ahead of the plan you began with`]);
  if (ahead < 0) {
    facts.push([
      'pace',
      `${plural(-ahead, 'study day')} later than the plan you began with; the finish above has moved with you`,
    ]);
  }
  if (streak.days > 1)
    facts.push(['rhythm', `studied on ${plural(streak.days, 'day')} without a long gap`]);
  lines.push('', rows(facts, 2, width));
  return lines.join('\n');
}

function sayReviews(session: Session): string {
  const { today } = session;
  const due = countDue(session, today);
  const week = countDue(session, addDays(today, 7)) - due;
  return `${due === 0 ? 'none' : due} due now · ${week === 0 ? 'none' : week} more this week`;
}

function reviewedToday({ store, path, today }: Session): number {
  return store ? countReviewed(store, path.id, today) : 0;
}

function countDone(session: Session, phase: string): number {
  return [...session.progress.values()].filter(
    (entry) => entry.topic.phase === phase && entry.state === 'done',
  ).length;
}

function weekMinutes(session: Session): number {
  const monday: Day = startOfWeek(session.today);
  return sum([0, 1, 2, 3, 4, 5, 6].map((i) => spentOn(session, addDays(monday, i))));
}
