import type { Day } from '../../../domain/day.ts';
import { formatMinutes } from '../../../domain/duration.ts';
import { sum } from '../../../domain/path/path.ts';
import { describeAvailability } from '../../../domain/plan/availability.ts';
import { weeksOf } from '../../../domain/plan/load.ts';
import { usualWeek } from '../../../domain/plan/timetable.ts';
import type { Theme } from '../../output.ts';
import type { Calendar } from '../../plan-document.ts';
import type { Session } from '../../session.ts';
import type { WhatIf } from '../../what-if.ts';
import { formatDay, formatRange } from '../dates.ts';
import { indent, padEnd, plural, rows, widthOf, wrap } from '../text.ts';
import { sayRemedy, sayStanding } from './facts.ts';

/** Two columns need this much. */
const SIDE_BY_SIDE = 66;
const LABEL = 12;
/** Weeks over which the load is told. */
const LOAD_WEEKS = 8;

/** Today's plan and the one tried out, side by side; below each other where it is narrow. */
export function renderComparison(
  session: Session,
  now: Calendar,
  then: Calendar,
  whatIf: WhatIf,
  theme: Theme,
  width: number,
): string {
  const { today } = session;
  const left = factsOf(now, today);
  const right = factsOf(then, today);
  const lines =
    width >= SIDE_BY_SIDE ? beside(left, right, theme, width) : below(left, right, theme, width);
  const skipped =
    whatIf.skip.length > 0 ? [`left out: ${plural(whatIf.skip.length, 'topic')}`] : [];
  const remedy = then.remedy ? [`To make it: ${sayRemedy(then.remedy, today)}`] : [];
  return [
    ...lines,
    ...[...skipped, ...remedy].flatMap((text) => ['', indent(text, 2, width)]),
    '',
    indent(theme.faint(commandsFor(whatIf)), 2, width),
  ].join('\n');
}

/** Label and value, the same labels for every calendar. */
function factsOf(calendar: Calendar, today: Day): [string, string][] {
  const { learner, plan, finish } = calendar;
  const { timetable, target } = learner;
  const off = [...timetable.days].filter(([day, minutes]) => day >= today && minutes === 0).length;
  const weeks = weeksOf(plan, timetable, LOAD_WEEKS);
  const load = weeks.length === 0 ? 0 : sum(weeks.map((week) => week.planned)) / weeks.length;
  return [
    ['hours', describeAvailability(usualWeek(timetable, today))],
    ['days off', `${off === 0 ? 'none' : off} to come`],
    ['load', `${formatMinutes(Math.round(load))} a week for the next ${weeks.length}`],
    ['plan ends', formatDay(plan.end, today)],
    ['finish', formatRange(finish, today)],
    ['target', target ? `${formatDay(target, today)}: ${sayStanding(calendar, target)}` : 'none'],
    ['left', `about ${formatMinutes(plan.minutesLeft)}`],
  ];
}

function beside(
  left: readonly [string, string][],
  right: readonly [string, string][],
  theme: Theme,
  width: number,
): string[] {
  const column = Math.floor((width - 2 - LABEL - 2) / 2);
  const heads = `${' '.repeat(2 + LABEL)}${padEnd(theme.strong('as it is'), column)}  ${theme.strong('what if')}`;
  return [
    heads,
    ...left.flatMap(([label, was], i) => {
      const is = right[i]?.[1] ?? '';
      const [a, b] = [was, is].map((text) => wrap(text, column).split('\n'));
      const count = Math.max(a?.length ?? 0, b?.length ?? 0);
      return Array.from({ length: count }, (_, row) => {
        const head = padEnd(row === 0 ? `  ${label}` : '', 2 + LABEL);
        const other = b?.[row] ?? '';
        const shown = was === is ? theme.faint(other) : theme.accent(other);
        return `${head}${padEnd(a?.[row] ?? '', column)}  ${widthOf(other) > 0 ? shown : ''}`.trimEnd();
      });
    }),
  ];
}

function below(
  left: [string, string][],
  right: [string, string][],
  theme: Theme,
  width: number,
): string[] {
  return [
    `  ${theme.strong('As it is')}`,
    rows(left, 2, width),
    '',
    `  ${theme.strong('What if')}`,
    rows(right, 2, width),
  ];
}

/** The commands that would make it so. */
function commandsFor({ hours, finish, off, skip }: WhatIf): string {
  const commands = [
    ...(hours ? ['llmpath hours'] : []),
    ...(finish !== undefined ? ['llmpath finish'] : []),
    ...(off.length > 0 ? ['llmpath off'] : []),
    ...(skip.length > 0 ? ['llmpath skip'] : []),
  ];
  if (commands.length === 0)
    return 'Try --hours 6, --finish 2027-06-01, --off 2026-12-24..2027-01-02.';
  return `Nothing was saved. To make it so: ${commands.join(' · ')}`;
}
