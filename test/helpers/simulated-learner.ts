import { addDays, type Day } from '../../src/domain/day.ts';
import type { Enrolment } from '../../src/domain/event/event.ts';
import { type ItemState, NEW_ITEM } from '../../src/domain/event/fold.ts';
import {
  type Memory,
  nextMemory,
  plainInterval,
  retrievability,
} from '../../src/domain/memory/fsrs.ts';
import { DEFAULT_SCHEDULE } from '../../src/domain/memory/schedule.ts';
import type { Outline } from '../../src/domain/path/path.ts';
import type { RefIndex } from '../../src/domain/path/refs.ts';
import type { Learner } from '../../src/domain/plan/learner.ts';
import { orderTopics } from '../../src/domain/plan/order.ts';
import type { Medium } from '../../src/domain/plan/pace.ts';
import { minutesFrom, type Timetable } from '../../src/domain/plan/timetable.ts';
import { measureProgress } from '../../src/domain/progress/progress.ts';
import { normals, seeded } from '../../src/domain/seeded.ts';

/** How a simulated learner keeps to their hours: the share of a day's minutes they study. */
export type Profile = 'steady' | 'busy' | 'irregular' | 'on a break' | 'fading';
export const PROFILES: Profile[] = ['steady', 'busy', 'irregular', 'on a break', 'fading'];

export interface Life {
  profile: Profile;
  /** What was known at the start, and when a quarter, a half and three quarters were done. */
  looks: Learner[];
  /** The day on which everything was done. */
  finish: Day;
  /** The learner's mean minutes for each estimated one. */
  pace: number;
}

const START = '2026-12-07';
const LONGEST_DAYS = 4000;
const REVIEW = 2 / 3;

interface Step {
  medium: Medium;
  ref: string;
  topic: string;
  estimate: number;
  /** Minutes it really takes this learner. */
  real: number;
  concept: string | null;
  last: boolean;
}

/** One learner's whole way through a path, day by day. The same seed gives the same life. */
export function simulateLife(path: Outline, index: RefIndex, profile: Profile, seed: number): Life {
  const random = seeded(seed);
  const normal = normals(random);
  const timetable = drawTimetable(random);
  const minutesOn = minutesFrom(timetable, START);
  const attend = openAttendance(profile, random, normal);
  const steps = drawSteps(path, index, random, normal);
  const total = steps.reduce((sum, step) => sum + step.estimate, 0);

  const items = new Map<string, ItemState>();
  const proven = new Set<string>();
  const lastDays = new Map<string, Day>();
  const days = new Map<Day, number>();
  const memory = new Map<string, { memory: Memory; at: number; due: number }>();
  const dueOn = new Map<number, string[]>();
  const overdue: string[] = [];
  const looks: Learner[] = [];
  let at = 0;
  let done = 0;
  let spentOnStep = 0;

  const look = (offset: number) => {
    const today = addDays(START, offset);
    looks.push({
      path,
      progress: measureProgress(path, index, new Map(items), {
        proven: new Set(proven),
        lastDays: new Map(lastDays),
      }),
      enrolment: enrolment(timetable),
      target: null,
      timetable,
      days: new Map(days),
      today,
      returning: [...memory.values()].map((m) => ({ memory: m.memory, dueIn: m.due - offset })),
      schedule: DEFAULT_SCHEDULE,
    });
  };
  const learn = (ref: string, offset: number, correct: boolean) => {
    const before = memory.get(ref);
    const next = nextMemory(
      before?.memory ?? null,
      correct ? 3 : 1,
      before ? offset - before.at : 0,
    );
    const due = offset + plainInterval(next, DEFAULT_SCHEDULE);
    memory.set(ref, { memory: next, at: offset, due });
    dueOn.set(due, [...(dueOn.get(due) ?? []), ref]);
  };
  const touch = (ref: string, change: Partial<ItemState>, today: Day) =>
    items.set(ref, { ...(items.get(ref) ?? NEW_ITEM), ...change, lastDay: today });

  look(0);
  for (let offset = 0; offset < LONGEST_DAYS; offset++) {
    const today = addDays(START, offset);
    overdue.push(...(dueOn.get(offset) ?? []));
    let room = Math.round(minutesOn(offset) * attend(offset));
    if (room <= 0) continue;
    days.set(today, room);
    const reviews = Math.min(overdue.length, Math.floor((room * 0.5) / REVIEW));
    for (const ref of overdue.splice(0, reviews)) {
      const known = memory.get(ref);
      const recall = known ? retrievability(known.memory, offset - known.at) : 0;
      learn(ref, offset, random() < recall);
    }
    room -= reviews * REVIEW;
    while (room > 0) {
      const step = steps[at];
      if (!step) return { profile, looks, finish: today, pace: paceOf(steps) };
      const part = Math.min(room, step.real - spentOnStep);
      room -= part;
      spentOnStep += part;
      const item = items.get(step.ref) ?? NEW_ITEM;
      if (step.medium !== 'quiz') {
        const minutes = item.minutes + part;
        touch(step.ref, { minutes, partial: item.partial + part }, today);
      }
      if (spentOnStep < step.real - 1e-9) continue;
      if (step.concept !== null) {
        proven.add(step.concept);
        lastDays.set(step.topic, today);
        learn(step.concept, offset, random() < 0.85);
      } else if (step.medium !== 'practice') {
        const now = items.get(step.ref) ?? NEW_ITEM;
        touch(step.ref, { units: now.units + 1, partial: 0, done: step.last }, today);
      }
      at += 1;
      spentOnStep = 0;
      const share = done / total;
      done += step.estimate;
      for (const quarter of [0.25, 0.5, 0.75]) {
        if (share < quarter && done / total >= quarter) look(offset);
      }
    }
    if (at >= steps.length) return { profile, looks, finish: today, pace: paceOf(steps) };
  }
  throw new Error(`the ${profile} learner of seed ${seed} never finished`);
}

function paceOf(steps: readonly Step[]): number {
  const sum = (of: (step: Step) => number) => steps.reduce((all, step) => all + of(step), 0);
  return sum((step) => step.real) / sum((step) => step.estimate);
}

function enrolment(timetable: Timetable): Enrolment {
  const availability = [...(timetable.weeks[0]?.minutes ?? [])];
  const rest = { finish: null, timezone: null, weeks: {}, plannedBefore: null, folder: null };
  return { start: START, availability, ...rest };
}

/** Five to fourteen hours on three to seven weekdays, and some weeks off known long before. */
function drawTimetable(random: () => number): Timetable {
  const week = new Array<number>(7).fill(0);
  const count = 3 + Math.floor(random() * 5);
  const total = 60 * (5 + 9 * random());
  const free = [0, 1, 2, 3, 4, 5, 6].sort(() => random() - 0.5).slice(0, count);
  for (const day of free) week[day] = Math.round(total / count);
  const days = new Map<Day, number>();
  for (let holiday = 0; holiday < 5; holiday++) {
    const first = Math.floor(random() * 900);
    const length = 2 + Math.floor(random() * 10);
    for (let i = 0; i < length; i++) days.set(addDays(START, first + i), 0);
  }
  return { weeks: [{ from: START, minutes: week }], days };
}

/** All there is to do, in the order of the path, each with the minutes it really takes. */
function drawSteps(
  path: Outline,
  index: RefIndex,
  random: () => number,
  normal: () => number,
): Step[] {
  const own = Math.exp(0.22 * normal() - 0.02);
  const kinds = new Map<Medium, number>();
  const practised = 0.2 + random();
  const factor = (medium: Medium) => {
    if (medium === 'practice') return practised;
    const kind = kinds.get(medium) ?? Math.exp(0.13 * normal());
    kinds.set(medium, kind);
    return own * kind;
  };
  const step = (medium: Medium, ref: string, topic: string, estimate: number): Step => ({
    medium,
    ref,
    topic,
    estimate,
    real: Math.max(0.5, estimate * factor(medium) * Math.exp(0.4 * normal() - 0.08)),
    concept: null,
    last: false,
  });
  return orderTopics(measureProgress(path, index, new Map()), START).flatMap((entry) => {
    const { id } = entry.topic;
    const work = entry.work.filter((piece) => piece.required);
    const of = (kind: string) =>
      work
        .filter((piece) => piece.kind === kind)
        .flatMap((piece) =>
          piece.units.map((unit, i) => ({
            ...step(piece.medium, piece.ref, id, unit.minutes),
            last: i === piece.units.length - 1,
          })),
        );
    const concepts = Object.keys(entry.topic.quiz);
    const quiz = of('quiz').map((one, i) => ({ ...one, concept: `${id}/${concepts[i]}` }));
    const practice = entry.practiceLeft > 0 ? [step('practice', id, id, entry.practiceLeft)] : [];
    return [...of('study'), ...practice, ...quiz, ...of('milestone')];
  });
}

function openAttendance(
  profile: Profile,
  random: () => number,
  normal: () => number,
): (offset: number) => number {
  const between = (a: number, b: number) => a + (b - a) * random();
  const day = (come: number, much: number, spread: number) =>
    random() < come ? Math.max(0.1, much + spread * normal()) : 0;
  let off = 0;
  switch (profile) {
    case 'steady': {
      const come = between(0.85, 1);
      return () => day(come, 1, 0.15);
    }
    case 'busy': {
      const come = between(0.5, 0.85);
      return () => day(come, 0.95, 0.4);
    }
    case 'irregular': {
      const [stop, back] = [between(0.08, 0.25), between(0.4, 0.7)];
      let much = 1;
      return (offset) => {
        if (offset % 7 === 0) {
          off = random() < (off ? 1 - back : stop) ? 1 : 0;
          much = between(0.4, 1.4);
        }
        return off ? 0 : day(0.85, much, 0.3);
      };
    }
    case 'on a break': {
      const come = between(0.75, 0.95);
      const chance = 1 / between(120, 300);
      return () => {
        if (off > 0) {
          off -= 1;
          return 0;
        }
        if (random() < chance) off = Math.round(between(14, 70));
        return day(come, 1, 0.25);
      };
    }
    case 'fading': {
      const come = between(0.85, 1);
      const floor = between(0.4, 0.6);
      const halfLife = between(120, 300);
      return (offset) => day(Math.max(floor, come * 0.5 ** (offset / halfLife / 2)), 1, 0.3);
    }
  }
}
