import { type Memory, nextMemory, plainInterval, retrievability } from './fsrs.ts';
import type { Schedule } from './schedule.ts';

/** A question that will come back. */
export interface Returning {
  memory: Memory;
  /** Days from today until it is due; negative when it is overdue. */
  dueIn: number;
}

/** Of new questions about so many are answered right at once. */
const RIGHT_AT_ONCE = 0.85;

/**
 * The reviews expected on each of the next `horizon` days for what was answered already; what is
 * overdue stands on the first.
 */
export function expectedReviews(
  questions: Iterable<Returning>,
  schedule: Schedule,
  horizon: number,
): Float64Array {
  const ahead = openAhead(schedule, horizon);
  for (const { memory, dueIn } of questions) {
    ahead.expect(memory, Math.max(0, dueIn), Math.max(0, -dueIn), 1);
  }
  return ahead.unfold();
}

/** The reviews expected on each day after a question was asked for the first time. */
function reviewsAfter(schedule: Schedule, horizon: number): Float64Array {
  const ahead = openAhead(schedule, horizon);
  for (const [grade, share] of [
    [3, RIGHT_AT_ONCE],
    [1, 1 - RIGHT_AT_ONCE],
  ] as const) {
    const memory = nextMemory(null, grade, 0);
    ahead.expect(memory, plainInterval(memory, schedule), 0, share);
  }
  return ahead.unfold();
}

/** Days over which the reviews of a new question are summed up: a path takes about so many. */
const USUAL_DAYS = 280;

/** Reviews expected for each one of `reviewDays`, with those that wrong answers bring. */
export function lapseFactor(schedule: Schedule): number {
  const all = reviewsAfter(schedule, USUAL_DAYS).reduce((sum, count) => sum + count, 0);
  return all / reviewDays(schedule, USUAL_DAYS).length;
}

/**
 * Days after its first answer on which a question answered right each time comes back, up to and
 * without `horizon`.
 */
export function reviewDays(schedule: Schedule, horizon: number): number[] {
  const days: number[] = [];
  let memory = nextMemory(null, 3, 0);
  for (let day = 0; ; ) {
    const interval = plainInterval(memory, schedule);
    day += interval;
    if (day >= horizon) return days;
    days.push(day);
    memory = nextMemory(memory, 3, interval);
  }
}

/** What is about the same counts as one: steps of stability, of difficulty and of delay. */
const STEPS_PER_E = 4;
const STEPS_OF_DIFFICULTY = 2;
const STEPS_OF_DELAY = 1;
/** A smaller part of a question is not followed. */
const LEAST = 1e-5;

/** All questions of about the same memory. */
interface State {
  memory: Memory;
  interval: number;
  /** How many of them are reviewed on each day. */
  due: Float64Array;
  /** What becomes of them, by the steps of the delay with which they are reviewed. */
  next: Map<number, Next>;
}

interface Next {
  recall: number;
  right: State;
  wrong: State;
}

/**
 * Questions by their memory, moved on from review to review: of each state on each day as many as
 * recall has it go on to the state that a right answer leaves, and the others to that of a wrong one.
 */
function openAhead(schedule: Schedule, horizon: number) {
  const byKey = new Map<string, State>();
  const states: State[] = [];
  const stateOf = ({ stability, difficulty }: Memory): State => {
    const step = Math.round(Math.log(stability) * STEPS_PER_E);
    const half = Math.round(difficulty * STEPS_OF_DIFFICULTY);
    const key = `${step} ${half}`;
    const known = byKey.get(key);
    if (known) return known;
    const memory = {
      stability: Math.exp(step / STEPS_PER_E),
      difficulty: half / STEPS_OF_DIFFICULTY,
    };
    const interval = plainInterval(memory, schedule);
    const state = { memory, interval, due: new Float64Array(horizon), next: new Map() };
    byKey.set(key, state);
    states.push(state);
    return state;
  };
  const nextOf = (state: State, delay: number): Next => {
    const step = Math.round(Math.log2(1 + delay) * STEPS_OF_DELAY);
    const known = state.next.get(step);
    if (known) return known;
    const { memory, interval } = state;
    const elapsed = interval + Math.round(2 ** (step / STEPS_OF_DELAY) - 1);
    const next = {
      recall: retrievability(memory, elapsed),
      right: stateOf(nextMemory(memory, 3, elapsed)),
      wrong: stateOf(nextMemory(memory, 1, elapsed)),
    };
    state.next.set(step, next);
    return next;
  };
  const overdue = new Float64Array(horizon);
  const goOn = ({ recall, right, wrong }: Next, day: number, count: number) => {
    const [then, again] = [day + right.interval, day + wrong.interval];
    if (then < horizon) right.due[then] = (right.due[then] ?? 0) + count * recall;
    if (again < horizon) wrong.due[again] = (wrong.due[again] ?? 0) + count * (1 - recall);
  };
  return {
    /** So many questions of a memory, due on a day, or since some days before it. */
    expect(memory: Memory, day: number, delay: number, count: number): void {
      if (day >= horizon) return;
      const state = stateOf(memory);
      if (delay === 0) {
        state.due[day] = (state.due[day] ?? 0) + count;
        return;
      }
      overdue[day] = (overdue[day] ?? 0) + count;
      goOn(nextOf(state, delay), day, count);
    },
    unfold(): Float64Array {
      const load = overdue.slice();
      const inTime: Next[] = [];
      for (let day = 0; day < horizon; day++) {
        for (let i = 0; i < states.length; i++) {
          const state = states[i] as State;
          const count = state.due[day] as number;
          if (count < LEAST) continue;
          load[day] = (load[day] ?? 0) + count;
          inTime[i] ??= nextOf(state, 0);
          goOn(inTime[i] as Next, day, count);
        }
      }
      return load;
    },
  };
}
