import { formatMinutes } from '../../domain/duration.ts';
import {
  addressOf,
  type Path,
  practiceMinutes,
  type Resource,
  type Topic,
} from '../../domain/path/path.ts';
import type { Thing as AnyThing, RefIndex } from '../../domain/path/refs.ts';
import { formatWeeks } from '../../domain/path/weeks.ts';
import { minutesLeft, type Work } from '../../domain/progress/work.ts';
import type { Remembered } from '../../domain/quiz/choose.ts';
import { stripText } from '../../domain/strip.ts';
import type { Note } from '../../storage/read.ts';
import { STATE_WORDS } from '../change.ts';
import type { Theme } from '../output.ts';
import { type PredictedRecall, sayRecall } from '../recall.ts';
import type { Session } from '../session.ts';
import { formatDay, sayDay } from './dates.ts';
import { indent, plural, rows } from './text.ts';

export type Thing = AnyThing<Path>;

/** The learner's session with the path's texts. */
export interface Library extends Session {
  index: RefIndex<Path>;
  /** A text of the path, with its formulas laid out, indented by `by` and `width` columns in all. */
  prose(text: string, by: number, width: number): string;
  /** Of the thing shown; null where no question on it was answered. */
  recall: PredictedRecall | null;
  /** Of the question shown; null where it was never answered. */
  remembered: Remembered | null;
}

/** Everything about one thing, for a screen. */
export function renderThing(session: Library, thing: Thing, theme: Theme, width: number): string[] {
  const title = indent(theme.strong(thing.title), 2, width);
  switch (thing.kind) {
    case 'phase':
      return [title, ...renderPhase(session, thing.phase, theme, width)];
    case 'topic':
      return [title, ...renderTopic(session, thing.topic, theme, width)];
    case 'use':
      return [title, ...renderUse(session, thing, theme, width)];
    case 'resource':
      return [title, ...renderResource(session, thing.resource, theme, width)];
    case 'concept':
      return [title, ...renderConcept(session, thing, theme, width)];
    case 'milestone':
      return [title, ...renderMilestone(session, thing, theme, width)];
    case 'question':
      return [title, ...renderQuestion(session, thing, theme, width)];
  }
}

function renderQuestion(
  session: Library,
  { ref, topic }: Extract<Thing, { kind: 'question' }>,
  theme: Theme,
  width: number,
): string[] {
  const { remembered, today } = session;
  const facts: [string, string][] = [['topic', `${topic.title} (${topic.id})`]];
  if (remembered === null) facts.push(['asked', 'not yet']);
  else {
    const { answers, right, due } = remembered;
    facts.push(['answered', `${plural(answers, 'time')}, right ${right} of them`]);
    facts.push(['returns', due <= today ? 'now' : formatDay(due, today)]);
  }
  facts.push(...recallFacts(session));
  return [
    indent(theme.faint(ref), 2, width),
    '',
    rows(facts, 2, width),
    '',
    indent(`llmpath quiz ${ref} · llmpath path preview ${ref}`, 2, width),
  ];
}

/** The predicted recall today and at the likely finish. */
function recallFacts({ recall }: Library): [string, string][] {
  if (recall === null) return [];
  const finish = `${sayRecall(recall.finish)} at the finish if nothing is reviewed`;
  return [['recall', `${sayRecall(recall.today)} today, ${finish}`]];
}

function renderPhase(
  session: Library,
  phase: Extract<Thing, { kind: 'phase' }>['phase'],
  theme: Theme,
  width: number,
): string[] {
  const weeks = `${formatWeeks(phase.weeks)} weeks`;
  const lines = [
    indent(
      theme.faint(
        [`phase ${phase.number}`, weeks, phase.optional ? 'optional' : '']
          .filter(Boolean)
          .join(' · '),
      ),
      2,
      width,
    ),
    '',
    indent(phase.summary, 2, width),
  ];
  if (phase.skipIf) lines.push('', indent(phase.skipIf, 2, width));
  for (const section of phase.sections) {
    lines.push('', indent(theme.strong(section.title), 2, width));
    if (section.summary) lines.push(indent(theme.faint(section.summary), 2, width));
    const topics = phase.topics.filter((topic) => topic.section === section.id);
    const pairs = topics.map((topic): [string, string] => {
      const state = session.progress.get(topic.id)?.state ?? 'ready';
      return [
        topic.id,
        `${topic.title} · ${topic.hours} h · ${topic.tier} · ${STATE_WORDS[state]}`,
      ];
    });
    lines.push(...pairs.map((pair) => rows([pair], 4, width)));
  }
  for (const format of phase.formats) {
    const names = phase.sections.flatMap((section) => {
      const ids = format.resources[section.id] ?? [];
      const titles = ids.map((id) => session.index.resources.get(id)?.title ?? id);
      return titles.length === 0 ? [] : [`${section.title}: ${titles.join(', ')}`];
    });
    lines.push(
      '',
      indent(theme.strong(format.title), 2, width),
      ...names.map((n) => indent(n, 4, width)),
    );
  }
  return lines;
}

function renderTopic(session: Library, topic: Topic, theme: Theme, width: number): string[] {
  const entry = session.progress.get(topic.id);
  if (!entry) return [];
  const titles = (ids: readonly string[]) =>
    ids.map(
      (id) =>
        `${session.index.topics.get(id)?.title ?? id} (${STATE_WORDS[session.progress.get(id)?.state ?? 'ready']})`,
    );
  const after = neededBy(session, topic).map((other) => other.title);
  const state =
    entry.state === 'started' ? `started, ${entry.percent} %` : STATE_WORDS[entry.state];
  const facts: [string, string][] = [
    ['state', entry.overruled ? `${state} by your word, before its questions showed it` : state],
    ...recallFacts(session),
  ];
  if (topic.needs.length > 0) facts.push(['needs', titles(topic.needs).join(', ')]);
  if (topic.helps.length > 0) facts.push(['helped by', titles(topic.helps).join(', ')]);
  if (after.length > 0) facts.push(['opens', after.join(', ')]);
  if (entry.minutesSpent > 0) facts.push(['spent', formatMinutes(entry.minutesSpent)]);
  const lines = [
    indent(theme.faint([topic.id, topic.tier, `${topic.hours} h`].join(' · ')), 2, width),
    '',
    rows(facts, 2, width),
    '',
    indent('You will be able to', 2, width),
    ...topic.outcomes.map((outcome) => rows([['·', outcome]], 2, width)),
  ];
  const groups: [string, Work[]][] = [
    ['Core', entry.work.filter((work) => work.required && work.kind === 'study')],
    ['Instead of a core resource, or deeper', entry.work.filter((work) => !work.required)],
    ['Questions', entry.work.filter((work) => work.kind === 'quiz')],
    ['Milestones', entry.work.filter((work) => work.kind === 'milestone')],
  ];
  for (const [label, work] of groups) {
    if (work.length === 0) continue;
    lines.push(
      '',
      indent(label, 2, width),
      ...work.map((piece) => renderWork(piece, theme, width)),
    );
  }
  if (practiceMinutes(topic) > 0) {
    lines.push(
      '',
      indent(`Practice and review: ${formatMinutes(practiceMinutes(topic))}`, 2, width),
    );
  }
  if (topic.concepts.length > 0) {
    const names = topic.concepts.map((concept) => concept.name).join(' · ');
    lines.push('', indent('Concepts', 2, width), indent(names, 2, width));
  }
  return lines;
}

function renderWork(work: Work, theme: Theme, width: number): string {
  const sign = work.state.skipped ? '–' : work.closed ? theme.done('✓') : '·';
  const left = minutesLeft(work);
  const time = work.closed
    ? work.state.skipped
      ? 'left out'
      : 'done'
    : left === work.minutes
      ? formatMinutes(work.minutes)
      : `${formatMinutes(left)} of ${formatMinutes(work.minutes)} left`;
  const name = work.portion ? `${work.title}, ${work.portion}` : work.title;
  const lines = [rows([[sign, `${name} · ${time}`]], 2, width)];
  lines.push(indent(theme.faint(work.ref), 5, width));
  return lines.join('\n');
}

function renderUse(
  session: Library,
  thing: Extract<Thing, { kind: 'use' }>,
  theme: Theme,
  width: number,
): string[] {
  const { use, resource, topic } = thing;
  const work = session.progress.get(topic.id)?.work.find((piece) => piece.ref === use.ref);
  const facts: [string, string][] = [
    ['portion', use.portion],
    ['role', `${use.role}, about ${formatMinutes(use.minutes)}`],
    ['for', topic.title],
  ];
  if (work && work.state.minutes > 0) facts.push(['spent', formatMinutes(work.state.minutes)]);
  const lines = [indent(theme.faint(use.ref), 2, width), '', rows(facts, 2, width)];
  if (work?.divisible) {
    lines.push('');
    work.units.forEach((unit, i) => {
      const sign = i < work.unitsDone ? theme.done('✓') : '·';
      lines.push(rows([[sign, `${unit.title} · ${formatMinutes(unit.minutes)}`]], 2, width));
    });
  }
  return [...lines, ...renderResource(session, resource, theme, width)];
}

function renderResource(
  session: Library,
  resource: Resource,
  theme: Theme,
  width: number,
): string[] {
  const facts: [string, string][] = [
    ['kind', [resource.by, resource.kind, resource.level].filter(Boolean).join(' · ')],
  ];
  if (resource.hours !== null) facts.push(['length', `about ${resource.hours} h in full`]);
  const address = addressOf(resource);
  if (resource.status === 'dead' && resource.replacement) {
    facts.push(['instead', resource.replacement.title]);
  }
  if (address) facts.push(['address', theme.link(address, address)]);
  if (resource.seedUrl) facts.push(['before', resource.seedUrl]);
  if (resource.status !== 'ok') facts.push(['status', resource.status]);
  if (resource.note) facts.push(['note', resource.note]);
  if (resource.replacement && resource.status !== 'dead') {
    facts.push(['instead', `${resource.replacement.title}: ${resource.replacement.url}`]);
  }
  for (const { title, label, section } of resource.listed) {
    facts.push(['listed as', `${title}${label ? ` [${label}]` : ''} under ${section}`]);
  }
  const uses = [...session.index.things.values()].filter(
    (thing) => thing.kind === 'use' && thing.resource.id === resource.id,
  );
  if (uses.length > 0) facts.push(['used in', uses.map((thing) => thing.ref).join(', ')]);
  return ['', rows(facts, 2, width)];
}

function renderConcept(
  session: Library,
  thing: Extract<Thing, { kind: 'concept' }>,
  theme: Theme,
  width: number,
): string[] {
  const { concept, topic } = thing;
  const lines = [
    indent(theme.faint(concept.ref), 2, width),
    '',
    session.prose(concept.definition, 2, width),
  ];
  lines.push(
    '',
    indent('Why it matters for LLMs', 2, width),
    session.prose(concept.relevance, 2, width),
  );
  for (const application of concept.applications) {
    const back = application.topic ? session.index.topics.get(application.topic)?.title : null;
    const facts = [
      application.purpose,
      application.stage && `in ${application.stage}`,
      application.section && `section ${application.section}`,
      back && `comes back in ${back}`,
    ].filter(Boolean);
    lines.push('', rows([['·', `${application.to}: ${facts.join('; ')}`]], 2, width));
  }
  if (concept.aliases.length > 0) {
    lines.push('', rows([['also called', concept.aliases.join(', ')]], 2, width));
  }
  const facts: [string, string][] = [['topic', `${topic.title} (${topic.id})`]];
  lines.push('', rows([...facts, ...recallFacts(session)], 2, width));
  return lines;
}

function renderMilestone(
  session: Library,
  thing: Extract<Thing, { kind: 'milestone' }>,
  theme: Theme,
  width: number,
): string[] {
  const { milestone, topic } = thing;
  const state = session.record.items.get(milestone.ref);
  const when = state?.doneDay ? `done ${sayDay(state.doneDay, session.today)}` : 'open';
  return [
    indent(
      theme.faint(`${milestone.ref} · ${formatMinutes(milestone.minutes)} · ${when}`),
      2,
      width,
    ),
    '',
    session.prose(milestone.brief, 2, width),
    '',
    indent('It is done when', 2, width),
    ...milestone.checks.map((check) => rows([['·', check]], 2, width)),
    '',
    rows([['topic', `${topic.title} (${topic.id})`]], 2, width),
  ];
}

export function neededBy(session: Library, topic: Topic): Topic[] {
  return [...session.index.topics.values()].filter((other) => other.needs.includes(topic.id));
}

export function renderNotes(
  session: Library,
  notes: Note[],
  theme: Theme,
  width: number,
): string[] {
  if (notes.length === 0) return [];
  const lines = notes.map((note) => {
    const head = theme.faint(`${formatDay(note.day, session.today)} · ${note.ref}`);
    return `${indent(head, 2, width)}\n${indent(stripText(note.text), 4, width)}`;
  });
  return ['', indent(plural(notes.length, 'note'), 2, width), ...lines];
}
