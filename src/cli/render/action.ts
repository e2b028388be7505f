import { formatMinutes } from '../../domain/duration.ts';
import type { Action } from '../../domain/next/next.ts';
import type { RefIndex } from '../../domain/path/refs.ts';
import type { Theme } from '../output.ts';
import { indent, spread } from './text.ts';

/** `Essence of Linear Algebra, films 1-2` or a milestone's title. */
export function nameAction(action: Action): string {
  return action.portion ? `${action.title}, ${action.portion}` : action.title;
}

/** The minutes of an action, said as an estimate. */
export function sayMinutes(action: Action): string {
  return formatMinutes(action.minutes);
}

/** The command that does the action, or says that it is done. */
export function doneHint(action: Action): string {
  const count = action.units === null ? '' : ` --count ${action.units}`;
  if (action.kind === 'review') return `llmpath quiz --due${count}`;
  if (action.ref === null) return '';
  if (action.kind === 'quiz') return `llmpath quiz ${action.ref}${count}`;
  if (action.partial) return `llmpath log ${action.ref} --minutes ${action.minutes}`;
  const units = action.units === null ? '' : ` --units ${action.units}`;
  return `llmpath done ${action.ref}${units}`;
}

/** The commands by which one does the action; a quiz counts its own time, so no clock is started. */
export function commandsFor(action: Action): string[] {
  const done = doneHint(action);
  if (done === '') return [];
  return action.kind === 'review' || action.kind === 'quiz' ? [done] : ['llmpath start', done];
}

/** The action in full: what, by whom, where and how to say that it is done. */
export function renderAction(
  action: Action,
  index: RefIndex,
  theme: Theme,
  width: number,
  label: string,
): string[] {
  const margin = label.length;
  const minutes = action.kind === 'finished' ? '' : sayMinutes(action);
  const mark = theme.accent(label.slice(0, 1)) + label.slice(1);
  const first = spread(mark, theme.strong(action.title), minutes, width);
  const below = (text: string) => indent(text, margin, width);
  const lines = [first];
  if (action.portion) lines.push(below(action.portion));
  const facts = [...describeSource(action, index), topicTitle(action, index)].filter(Boolean);
  if (facts.length > 0) lines.push(below(theme.faint(facts.join(' · '))));
  if (action.url) lines.push(below(theme.link(shortAddress(action.url), action.url)));
  return lines;
}

function describeSource(action: Action, index: RefIndex): string[] {
  if (action.kind === 'milestone' || action.kind === 'quiz') return [action.kind];
  const thing = action.ref === null ? undefined : index.things.get(action.ref);
  if (thing?.kind !== 'use') return [];
  return [thing.resource.by, thing.resource.kind].filter((fact) => fact !== null);
}

function topicTitle(action: Action, index: RefIndex): string {
  return (action.topic && index.topics.get(action.topic)?.title) || '';
}

/** An address without what nobody needs to read; what is left still leads there when typed. */
export function shortAddress(address: string): string {
  const video = /^https:\/\/www\.youtube\.com\/watch\?v=[\w-]+/.exec(address)?.[0];
  return (video ?? address).replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
}
