import type { Day } from '../../../domain/day.ts';
import { formatMinutes } from '../../../domain/duration.ts';
import { sum } from '../../../domain/path/path.ts';
import { minutesPlannedUntil } from '../../../domain/plan/ahead.ts';
import { describeAvailability } from '../../../domain/plan/availability.ts';
import type { Remedy } from '../../../domain/plan/feasibility.ts';
import { factorOf, type Medium } from '../../../domain/plan/pace.ts';
import { usualWeek } from '../../../domain/plan/timetable.ts';
import type { Calendar } from '../../plan-document.ts';
import type { Session } from '../../session.ts';
import { formatDay } from '../dates.ts';
import { sayChance, sayFinish } from '../finish.ts';
import { plural } from '../text.ts';

/** What a plan comes to, in words: label and text. */
export function planFacts(session: Session, calendar: Calendar): [string, string][] {
  const { today } = session;
  const { plan, learner, finish } = calendar;
  const facts: [string, string][] = [];
  const soFar = saySoFar(session);
  if (soFar) facts.push(['so far', soFar]);
  const pace = sayPace(calendar);
  if (pace) facts.push(['pace', pace]);
  facts.push(['hours', sayHoursOf(session)]);
  const reviews = sum(
    plan.days.flatMap((day) => day.blocks.filter((b) => b.kind === 'review').map((b) => b.minutes)),
  );
  const left = `about ${formatMinutes(plan.minutesLeft)}`;
  facts.push(['left', reviews > 0 ? `${left}, and ${formatMinutes(reviews)} of reviews` : left]);
  facts.push(['plan', `ends ${formatDay(plan.end, today)} when all goes by it`]);
  facts.push(['finish', sayFinish(session, finish)]);
  if (learner.target !== null) {
    const stands = sayStanding(calendar, learner.target);
    const though = calendar.atRisk && calendar.missing === 0 ? ', though the plan fits' : '';
    facts.push(['target', `${formatDay(learner.target, today)}: ${stands}${though}`]);
  }
  if (calendar.remedy) facts.push(['to make it', sayRemedy(calendar.remedy, today)]);
  return facts;
}

/** Minutes planned since the start against minutes studied; null before the first of both. */
function saySoFar({ record, timetable, today }: Session): string | null {
  const { enrolment } = record;
  if (!enrolment || enrolment.start >= today) return null;
  const planned = minutesPlannedUntil(enrolment, timetable, today);
  const studied = sum(
    [...record.days].filter(([day]) => day < today).map(([, minutes]) => minutes),
  );
  if (planned === 0 || studied === 0) return null;
  return `studied ${formatMinutes(studied)}; there was time for ${formatMinutes(planned)}`;
}

/** Which kinds take the learner longer or shorter than estimated, by a tenth or more. */
function sayPace({ pace }: Calendar): string | null {
  if (pace.evidence === 0) return null;
  const kinds = [...pace.kinds.keys()]
    .map((kind) => ({ kind, factor: factorOf(pace, kind) }))
    .filter(({ factor }) => Math.abs(factor - 1) >= 0.1)
    .map(({ kind, factor }) => `${PLURALS[kind]} ${factor.toFixed(1)}`);
  const factor = pace.overall.mean.toFixed(1);
  const overall = `things take you ${factor === '1.0' ? 'as long as' : `${factor} times what was`} estimated`;
  return kinds.length > 0 ? `${overall} (${kinds.join(', ')})` : overall;
}

const PLURALS: Record<Medium, string> = {
  video: 'videos',
  course: 'courses',
  book: 'books',
  paper: 'papers',
  interactive: 'interactive pages',
  article: 'articles',
  tool: 'tools',
  community: 'communities',
  milestone: 'milestones',
  quiz: 'quizzes',
  practice: 'practice',
};

function sayHoursOf({ timetable, today }: Session): string {
  const change = timetable.weeks.find((week) => week.from > today);
  const off = [...timetable.days].filter(([day, minutes]) => day >= today && minutes === 0).length;
  return [
    describeAvailability(usualWeek(timetable, today)),
    ...(change
      ? [`from ${formatDay(change.from, today)} ${describeAvailability(change.minutes)}`]
      : []),
    ...(off > 0 ? [`${plural(off, 'day')} off to come`] : []),
  ].join(' · ');
}

/** How a target stands against the plan and the forecast. */
export function sayStanding({ missing, atRisk, finish }: Calendar, target: Day): string {
  if (missing > 0) return `${formatMinutes(missing)} of the plan lie after it`;
  return atRisk ? `it ${sayChance(target, finish.p50)}` : 'it fits';
}

/** What would make the target, the gentlest first, and the nearest targets that can be made. */
export function sayRemedy(remedy: Remedy, today: Day): string {
  const { hours, leaveOut, isEnough, everything, essential } = remedy;
  const titles = leaveOut.map((entry) => entry.topic.title).join(', ');
  const ways = [
    ...(hours === null ? [] : [`${hours} h a week`]),
    ...(isEnough && leaveOut.length > 0 ? [`to leave out ${titles}`] : []),
  ];
  const nearest =
    leaveOut.length > 0
      ? `${formatDay(everything.p80, today)} with everything, ${formatDay(essential.p80, today)} with the essential alone`
      : formatDay(everything.p80, today);
  const way = ways.length > 0 ? `${ways.join('; or ')}` : 'no number of hours a week will do';
  return `${way}. The nearest safe targets: ${nearest}`;
}
