import type { Day } from '../day.ts';
import type { Event } from '../event/event.ts';
import { foldItem, type ItemState, NEW_ITEM, timeOf } from '../event/fold.ts';
import type { Outline, TopicOutline } from '../path/path.ts';
import { currentRef, type RefIndex } from '../path/refs.ts';
import { minutesDone, minutesPlanned } from '../plan/ahead.ts';
import { measureProgress } from '../progress/progress.ts';
import type { BurnPoint } from './report.ts';

/**
 * What was done of the plan by the end of each day on which that changed: the log told again from its
 * beginning, with only the topics measured anew that a day touched.
 */
export function replayBurnUp(
  path: Outline,
  index: RefIndex<Outline>,
  events: readonly Event[],
  proofs: ReadonlyMap<string, Day>,
): BurnPoint[] {
  const items = new Map<string, ItemState>();
  const proven = new Set<string>();
  const measured = new Map<string, { done: number; planned: number }>();
  const measure = (topic: TopicOutline) => {
    const phase = path.phases.find(({ id }) => id === topic.phase);
    const only = { ...path, phases: phase ? [{ ...phase, topics: [topic] }] : [] };
    const progress = measureProgress(only, index, items, { proven, lastDays: new Map() });
    measured.set(topic.id, { done: minutesDone(progress), planned: minutesPlanned(progress) });
  };
  for (const topic of index.topics.values()) measure(topic);

  const points: BurnPoint[] = [];
  let spent = 0;
  for (const { day, minutes, events: own, concepts } of byDay(events, proofs)) {
    const touched = new Set<string>();
    spent += minutes;
    for (const event of own) {
      if (event.ref === null) continue;
      const ref = currentRef(index, event.ref);
      items.set(ref, foldItem(items.get(ref) ?? NEW_ITEM, event));
      for (const topic of topicsUnder(index, ref)) touched.add(topic);
    }
    for (const concept of concepts) {
      proven.add(concept);
      touched.add(concept.slice(0, concept.indexOf('/')));
    }
    for (const id of touched) {
      const topic = index.topics.get(id);
      if (topic) measure(topic);
    }
    const all = [...measured.values()];
    const total = (of: 'done' | 'planned') => all.reduce((minutes, one) => minutes + one[of], 0);
    points.push({ day, done: total('done'), planned: total('planned'), spent });
  }
  return points;
}

interface DayOfLog {
  day: Day;
  /** Minutes studied on it, also where they were told later. */
  minutes: number;
  events: Event[];
  concepts: string[];
}

/** The days of the log in order. */
function byDay(events: readonly Event[], proofs: ReadonlyMap<string, Day>): DayOfLog[] {
  const days = new Map<Day, DayOfLog>();
  const at = (day: Day): DayOfLog => {
    const found = days.get(day) ?? { day, minutes: 0, events: [], concepts: [] };
    days.set(day, found);
    return found;
  };
  for (const event of events) {
    at(event.day).events.push(event);
    const time = timeOf(event);
    if (time) at(time.day).minutes += time.minutes;
  }
  for (const [concept, day] of proofs) at(day).concepts.push(concept);
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function topicsUnder(index: RefIndex<Outline>, ref: string): string[] {
  const thing = index.things.get(ref);
  if (thing?.kind === 'phase') return thing.phase.topics.map((topic) => topic.id);
  return [ref.split('/')[0] ?? ref];
}
