import type { Day } from '../day.ts';
import type { Event } from '../event/event.ts';
import { timeOf } from '../event/fold.ts';
import { currentRef } from '../path/refs.ts';
import { stripText } from '../strip.ts';
import type { ReportInput } from './input.ts';
import { isWithin } from './period.ts';
import type { Choice, Happening, NoteRow } from './report.ts';

type Told = Pick<ReportInput, 'index' | 'log' | 'period' | 'progress' | 'record'>;

/** What was done in the period, oldest first. */
export function listHappenings({ index, log, period }: Told): Happening[] {
  return log.events.flatMap((event): Happening[] => {
    const kind = kindOf(event);
    const time = timeOf(event);
    const day = time?.day ?? event.day;
    if (kind === null || !isWithin(period, day)) return [];
    const ref = event.ref === null ? null : currentRef(index, event.ref);
    // Minutes told on a later day have no hour of their own.
    const timed = time !== null && time.day === event.day && time.minutes > 0;
    const title = ref === null ? 'Quiz' : titleOf(index, ref);
    return [
      { id: event.id, at: event.at, day, kind, ref, title, minutes: time?.minutes ?? null, timed },
    ];
  });
}

function kindOf(event: Event): Happening['kind'] | null {
  switch (event.kind) {
    case 'clock-stopped':
    case 'time-logged':
      return event.body.minutes > 0 ? 'studied' : null;
    case 'quiz-ended':
      return event.body.minutes > 0 ? 'quiz' : null;
    case 'resource-done':
      return 'resource';
    case 'topic-done':
      return 'topic';
    case 'milestone-done':
      return 'milestone';
    case 'skipped':
      return 'left-out';
    case 'unskipped':
      return 'taken-in';
    case 'noted':
      return 'note';
    default:
      return null;
  }
}

/** Notes of the period, oldest first. */
export function listNotes({ index, log, period }: Told): NoteRow[] {
  return log.events.flatMap((event): NoteRow[] => {
    if (event.kind !== 'noted' || event.ref === null || !isWithin(period, event.day)) return [];
    const ref = currentRef(index, event.ref);
    return [{ day: event.day, ref, title: titleOf(index, ref), text: stripText(event.body.text) }];
  });
}

/** What the learner decided otherwise than the path, as it stands today. */
export function listChoices({ index, log, progress, record }: Told): Choice[] {
  const days = latestDays(log.events, (ref) => currentRef(index, ref));
  const choices: Choice[] = [];
  for (const [ref, item] of record.items) {
    if (!item.skipped || item.done || !index.things.has(ref)) continue;
    const day = days.get(`skipped ${ref}`) ?? null;
    choices.push({ kind: 'left-out', ref, title: titleOf(index, ref), day, before: [] });
  }
  for (const [id, entry] of progress) {
    if (!entry.overruled) continue;
    const day = days.get(`topic-done ${id}`) ?? null;
    choices.push({ kind: 'overruled', ref: id, title: entry.topic.title, day, before: [] });
  }
  const early = new Map<string, Choice>();
  for (const event of log.events) {
    if (event.kind !== 'overridden' || event.ref === null) continue;
    const ref = currentRef(index, event.ref);
    const before = event.body.waitingFor.map((id) => titleOf(index, currentRef(index, id)));
    const choice: Choice = {
      kind: 'chosen-early',
      ref,
      title: titleOf(index, ref),
      day: event.day,
      before,
    };
    if (!early.has(ref)) early.set(ref, choice);
  }
  return [...choices, ...early.values()];
}

function latestDays(events: readonly Event[], current: (ref: string) => string): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const event of events) {
    if (event.ref !== null) days.set(`${event.kind} ${current(event.ref)}`, event.day);
  }
  return days;
}

function titleOf(index: Told['index'], ref: string): string {
  const thing = index.things.get(ref);
  return thing ? thing.title : stripText(ref);
}
