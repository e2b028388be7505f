import type { Report } from '../../domain/report/report.ts';
import { burnUp } from './charts/burn-up.ts';
import { timeline } from './charts/timeline.ts';
import { html, type Markup } from './markup.ts';
import { activity } from './sections/activity.ts';
import { ahead } from './sections/ahead.ts';
import { knowledge, weak } from './sections/knowledge.ts';
import { choices, milestones, notes } from './sections/lists.ts';
import { pace } from './sections/pace.ts';

/** A section of the page; without a body where a report has nothing to say in it. */
export interface Section {
  id: string;
  title: string;
  body: Markup | null;
}

export function sectionsOf(report: Report): Section[] {
  return [
    { id: 'standing', title: 'Where I stand', body: html`${burnUp(report)}${timeline(report)}` },
    { id: 'knowledge', title: 'What I know', body: knowledge(report) },
    { id: 'weak', title: 'What is weak', body: weak(report) },
    { id: 'activity', title: 'What I did', body: activity(report) },
    { id: 'pace', title: 'Estimate against real', body: pace(report) },
    { id: 'milestones', title: 'Milestones', body: milestones(report) },
    { id: 'choices', title: 'Decided otherwise than the path', body: choices(report) },
    { id: 'notes', title: 'Notes', body: notes(report) },
    { id: 'ahead', title: 'What comes next', body: ahead(report) },
  ].filter(({ body }) => body !== null);
}
