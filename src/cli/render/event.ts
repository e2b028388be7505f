import type { Day } from '../../domain/day.ts';
import { formatMinutes } from '../../domain/duration.ts';
import type { Answered, Event, EventBodies } from '../../domain/event/event.ts';
import { currentRef, type RefIndex } from '../../domain/path/refs.ts';
import { describeAvailability } from '../../domain/plan/availability.ts';
import { stripText } from '../../domain/strip.ts';
import { formatDay, formatDays } from './dates.ts';
import { sayDayHours, sayWeek } from './hours.ts';
import { plural } from './text.ts';

/** What is needed to tell events: titles where the path is at hand, and the present day. */
export interface Telling {
  index: RefIndex | null;
  today: Day;
  /** The first event of a change, for what was undone. */
  firstOf(change: string): Event | null;
}

/** An event as a sentence. */
export function sayEvent(telling: Telling, event: Event): string {
  const title = nameOf(telling, event.ref);
  switch (event.kind) {
    case 'enrolled':
      return `enrolled in ${event.path}, ${describeAvailability(event.body.availability)}`;
    case 'clock-started':
      return `clock started on ${title}`;
    case 'clock-paused':
      return `clock paused on ${title}`;
    case 'clock-resumed':
      return `clock running again on ${title}`;
    case 'clock-stopped':
      return `clock stopped on ${title}, ${formatMinutes(event.body.minutes)}`;
    case 'time-logged': {
      const estimate = event.body.estimated ? ', the estimate' : '';
      const day =
        event.body.day === event.day ? '' : ` for ${formatDay(event.body.day, telling.today)}`;
      return `${formatMinutes(event.body.minutes)}${estimate} on ${title}${day}`;
    }
    case 'resource-done':
      return event.body.units === null
        ? `${title} done`
        : `${title}: ${plural(event.body.units, 'unit')} done`;
    case 'topic-done':
    case 'milestone-done':
      return `${title} done`;
    case 'skipped':
      return `${title} left out`;
    case 'unskipped':
      return `${title} taken in again`;
    case 'overridden':
      return `${title} chosen before ${event.body.waitingFor.join(', ')}`;
    case 'noted':
      return `note on ${title}: ${stripText(event.body.text).split('\n')[0]}`;
    case 'hours-changed': {
      const { from, availability } = event.body;
      return `usual week from ${formatDay(from, telling.today)}: ${sayWeek(availability)}`;
    }
    case 'days-changed':
      return sayDays(event.body, telling.today);
    case 'finish-changed':
      return event.body.finish === null
        ? 'no target any more'
        : `to be done by ${formatDay(event.body.finish, telling.today)}`;
    case 'quiz-started':
      return `${event.body.exam ? 'exam' : 'quiz'} of ${plural(event.body.questions.length, 'question')}`;
    case 'quiz-ended':
      return `quiz ended, ${formatMinutes(event.body.minutes)}`;
    case 'answered':
      return sayAnswer(event.body, stripText(event.ref ?? ''));
    case 'undone':
      return `undo of: ${sayChange(telling, event.body.change)}`;
    case 'redone':
      return `redo of: ${sayChange(telling, event.body.change)}`;
  }
}

function sayDays({ from, to, minutes, title }: EventBodies['days-changed'], today: Day): string {
  const days = formatDays({ from, to }, today);
  if (minutes === null) return `${days}: the usual hours again`;
  const name = title === null ? '' : `, ${stripText(title)}`;
  return `${days}: ${sayDayHours({ from, to, minutes })}${name}`;
}

function sayAnswer({ answer, correct, hints }: Answered, ref: string): string {
  const helped = hints > 0 ? ` with ${plural(hints, 'hint')}` : '';
  if (answer === null) return `${ref}: not known yet`;
  return correct ? `${ref}: right${helped}` : `${ref}: not right`;
}

function nameOf({ index }: Telling, ref: string | null): string {
  if (ref === null) return '';
  const thing = index?.things.get(currentRef(index, ref));
  return thing ? `${thing.title} (${stripText(ref)})` : stripText(ref);
}

function sayChange(telling: Telling, change: string): string {
  const first = telling.firstOf(change);
  return first === null ? 'a change' : sayEvent(telling, first);
}
