import type { Report } from '../../../domain/report/report.ts';
import { MILESTONE_STATES, plural, sayDay } from '../../words.ts';
import { glue } from '../glue.ts';
import { html, type Markup } from '../markup.ts';
import { prose } from '../prose.ts';

/** Milestones done, begun or left out, with their checks. */
export function milestones({ milestones: list }: Report): Markup | null {
  if (list.length === 0) return null;
  const shown = list.filter((row) => row.state !== 'open' || row.spent > 0);
  const open = list.length - shown.length;
  return html`<ul class="checks">${shown.map(
    (row) =>
      html`<li class="${row.state}"><strong>${prose(row.title)}</strong> <span class="faint">${glue(`${row.topicTitle} · ${MILESTONE_STATES[row.state]}${row.doneDay ? `, ${sayDay(row.doneDay)}` : ''}`)}</span>${row.state === 'done' && row.checks.length > 0 ? html`<ul>${row.checks.map((check) => html`<li>${prose(check)}</li>`)}</ul>` : null}</li>`,
  )}</ul>${open > 0 ? html`<p class="faint">${plural(open, 'milestone')} not begun.</p>` : null}`;
}

export function choices({ choices: list }: Report): Markup | null {
  if (list.length === 0) return null;
  const words = {
    'left-out': 'left out',
    overruled: 'called done by own word, before its questions showed it',
    'chosen-early': 'chosen before',
  };
  return html`<ul>${list.map(({ kind, title, day, before }) => html`<li><strong>${prose(title)}</strong>: ${words[kind]}${before.length > 0 ? ` ${before.join(', ')}` : ''}${day ? `, ${sayDay(day)}` : ''}</li>`)}</ul>`;
}

export function notes({ notes: list }: Report): Markup | null {
  if (list.length === 0) return null;
  return html`${list.map(({ day, title, text }) => html`<article class="note"><h3>${prose(title)}</h3><p class="faint">${sayDay(day)}</p>${text.split(/\n\s*\n/).map((part) => html`<p>${prose(part)}</p>`)}</article>`)}`;
}
