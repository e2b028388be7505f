import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { formatMinutes } from '../../domain/duration.ts';
import type { Report } from '../../domain/report/report.ts';
import {
  MILESTONE_STATES,
  plural,
  sayAbout,
  sayDay,
  sayDue,
  sayFinish,
  sayScore,
  sayShare,
  sayStreak,
  sayTarget,
  sayTopicState,
  sayWeekday,
} from '../words.ts';
import { concepts, knowledge, weak } from './knowledge.ts';
import { heading, type Item, list, paragraph, section, table, textOf } from './nodes.ts';

/** The report as GitHub Flavored Markdown that reads well raw and rendered. */
export function renderMarkdown(report: Report): string {
  const children: RootContent[] = [
    heading(1, `${report.path.title}: progress`),
    paragraph(sayAbout(report)),
    ...section('Where I stand', standing(report)),
    ...section('What I know', knowledge(report)),
    ...section('What is weak', weak(report)),
    ...section('Topics', topics(report)),
    ...section('What I did', activity(report)),
    ...section('Estimate against real', pace(report)),
    ...section('Milestones', milestones(report)),
    ...section('Decided otherwise than the path', choices(report)),
    ...section('Notes', notes(report)),
    ...section('Coming week', ahead(report)),
    ...section('Concept by concept', concepts(report)),
  ];
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_', rule: '-' },
  );
}

function standing({ standing: now, phases, day }: Report): RootContent[] {
  const target = sayTarget(now);
  const facts = [
    `${sayShare(now.share)} of the plan: ${formatMinutes(now.done)} of ${formatMinutes(now.planned)} of work done`,
    `${now.topicsDone} of ${plural(now.topics, 'topic')} done`,
    `${formatMinutes(now.spent)} studied in all`,
    `finish: ${sayFinish(now.finish, day)}${target === null ? '' : `; ${target}`}`,
  ];
  const rows = phases.map((phase) => [
    `${phase.number} ${phase.title}`,
    phase.leftOut ? 'left out' : `${phase.topicsDone} of ${phase.topics}`,
    phase.leftOut ? '–' : sayShare(phase.share),
    formatMinutes(phase.planned),
    formatMinutes(phase.spent),
    phase.began === null ? '–' : sayDay(phase.began),
    phase.to === null ? '–' : sayDay(phase.to),
  ]);
  const head = ['Phase', 'Topics', 'Done', 'Planned', 'Spent', 'Began', 'Ends, as planned'];
  return [
    list(facts.map((text) => ({ text, checked: null }))),
    table(head, rows, ['left', 'right', 'right', 'right', 'right', 'left', 'left']),
  ];
}

function topics({ phases, topics: all }: Report): RootContent[] {
  return phases.flatMap((phase): RootContent[] => {
    const own = all.filter((topic) => topic.phase === phase.id);
    const items = own.map((topic) => ({
      text: `${topic.title} (${sayTopicState(topic)}${topic.spent > 0 ? `, ${formatMinutes(topic.spent)}` : ''})`,
      checked: topic.state === 'done',
    }));
    return items.length === 0 ? [] : [heading(3, `${phase.number} ${phase.title}`), list(items)];
  });
}

function activity({ activity: done, standing: { streak } }: Report): RootContent[] {
  if (done.days.length === 0) return [paragraph('Nothing was recorded in this period.')];
  const weeks = done.weeks.map((week) => [
    sayDay(week.week),
    week.studyDays,
    formatMinutes(week.minutes),
    week.answers,
    sayScore(week.right, week.reviews),
  ]);
  const rhythm = sayStreak(streak);
  return [
    paragraph(
      `${formatMinutes(done.minutes)} on ${plural(done.studyDays, 'study day')}.${rhythm === null ? '' : ` ${rhythm}`}`,
    ),
    table(['Week from', 'Study days', 'Studied', 'Answers', 'Right at first try'], weeks, [
      'left',
      'right',
      'right',
      'right',
      'right',
    ]),
    ...hoursOf(done.hours),
  ];
}

function hoursOf(hours: readonly number[]): RootContent[] {
  const rows = hours.flatMap((minutes, hour) =>
    minutes === 0 ? [] : [[`${hour}:00 – ${hour + 1}:00`, formatMinutes(minutes)]],
  );
  return rows.length === 0 ? [] : [table(['Time of day', 'Studied'], rows, ['left', 'right'])];
}

function pace({ pace: rows }: Report): RootContent[] {
  if (rows.length === 0) return [];
  const body = rows.map(({ kind, resources, estimate, spent }) => [
    kind,
    resources,
    formatMinutes(estimate),
    formatMinutes(spent),
    `${(spent / estimate).toFixed(2)} ×`,
  ]);
  const head = ['Kind', 'Finished', 'Estimate', 'Real', 'Real / estimate'];
  return [table(head, body, ['left', 'right', 'right', 'right', 'right'])];
}

function milestones({ milestones: all }: Report): RootContent[] {
  const shown = all.filter((row) => row.state !== 'open' || row.spent > 0);
  const open = all.length - shown.length;
  const items = shown.flatMap((row): Item[] => [
    {
      text: [
        `${row.title} (${row.topicTitle}): ${MILESTONE_STATES[row.state]}`,
        ...(row.doneDay === null ? [] : [sayDay(row.doneDay)]),
        ...(row.state === 'done' && row.checks.length > 0 ? [row.checks.join(' ')] : []),
      ].join(' · '),
      checked: row.state === 'done',
    },
  ]);
  const rest = open > 0 ? [paragraph(`${plural(open, 'milestone')} not begun.`)] : [];
  return [...(items.length > 0 ? [list(items)] : []), ...rest];
}

function choices({ choices: all }: Report): RootContent[] {
  const items = all.map(({ kind, title, day, before }): Item => {
    const on = day === null ? '' : ` on ${sayDay(day)}`;
    const words = {
      'left-out': `left out${on}`,
      overruled: `called done by own word${on}, before its questions showed it`,
      'chosen-early': `chosen${on} before ${before.join(', ')}`,
    };
    return { text: `${title}: ${words[kind]}`, checked: null };
  });
  return items.length === 0 ? [] : [list(items)];
}

function notes({ notes: all }: Report): RootContent[] {
  return all.flatMap(({ day, title, text }): RootContent[] => [
    paragraph(`${sayDay(day)} · ${title}`),
    {
      type: 'blockquote',
      children: text
        .split(/\n\s*\n/)
        .filter((part) => part.trim() !== '')
        .map((part) => ({ type: 'paragraph', children: textOf(part) })),
    },
  ]);
}

function ahead({ ahead: { days, reviews } }: Report): RootContent[] {
  const rows = days.flatMap(({ day, blocks }) =>
    blocks.map((block, i) => [
      i === 0 ? sayWeekday(day) : '',
      [block.title, block.portion].filter(Boolean).join(', '),
      formatMinutes(block.minutes),
    ]),
  );
  const due = reviews.slice(0, 7).reduce((total, { count }) => total + count, 0);
  if (rows.length === 0 && due === 0) return [];
  return [
    ...(rows.length === 0 ? [] : [table(['Day', 'What', 'Time'], rows, ['left', 'left', 'right'])]),
    paragraph(`${sayDue(due)} within seven days.`),
  ];
}
