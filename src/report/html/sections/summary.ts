import { formatMinutes } from '../../../domain/duration.ts';
import type { Report } from '../../../domain/report/report.ts';
import { plural, sayFinish, sayShare, sayTarget } from '../../words.ts';
import { glue } from '../glue.ts';
import { html, type Markup } from '../markup.ts';

/** The few numbers that one looks for first. */
export function summary({ standing, activity, accuracy, day }: Report): Markup {
  const target = sayTarget(standing);
  const facts: [string, string, string][] = [
    [
      sayShare(standing.share),
      'done',
      `${formatMinutes(standing.done)} of ${formatMinutes(standing.planned)} planned; ${standing.topicsDone} of ${plural(standing.topics, 'topic')}`,
    ],
    [
      formatMinutes(activity.minutes),
      'studied',
      `on ${plural(activity.studyDays, 'day')} of this period`,
    ],
    [
      accuracy.reviews === 0 ? '–' : sayShare(accuracy.right / accuracy.reviews),
      'right at first try',
      `${plural(accuracy.answers, 'answer')} in this period`,
    ],
    [sayFinish(standing.finish, day), 'finish', target ?? 'as likely as not – four times in five'],
  ];
  return html`<dl class="facts">${facts.map(([value, name, more]) => html`<div><dt>${name}</dt><dd><strong>${glue(value)}</strong><span>${glue(more)}</span></dd></div>`)}</dl>`;
}
