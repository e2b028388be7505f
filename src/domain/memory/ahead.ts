import { type Memory, nextMemory, plainInterval, retrievability } from './fsrs.ts';
import { DEFAULT_SCHEDULE, type Schedule } from './schedule.ts';

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

/** What `sumLapses` gives for the usual schedule: nearly every forecast asks for it. */
const USUAL_FACTOR = 1.763924178539226;

/** Reviews expected for each one of `reviewDays`, with those that wrong answers bring. */
export function lapseFactor(schedule: Schedule): number {
  const { desiredRetention, longestInterval } = DEFAULT_SCHEDULE;
  const isUsual =
    schedule.desiredRetention === desiredRetention && schedule.longestInterval === longestInterval;
  return isUsual ? USUAL_FACTOR : sumLapses(schedule);
}

/** The same, added up from day to day. */
export function sumLapses(schedule: Schedule): number {
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
  /** What becomes of them when they are reviewed in time; null until some are. */
  inTime: Next | null;
  /** What becomes of them otherwise, by the steps of the delay. */
  late: Map<number, Next>;
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
    const due = new Float64Array(horizon);
    const state: State = { memory, interval, due, inTime: null, late: new Map() };
    byKey.set(key, state);
    states.push(state);
    return state;
  };
  const nextOf = ({ memory }: State, elapsed: number): Next => ({
    recall: retrievability(memory, elapsed),
    right: stateOf(nextMemory(memory, 3, elapsed)),
    wrong: stateOf(nextMemory(memory, 1, elapsed)),
  });
  const nextLate = (state: State, delay: number): Next => {
    const step = Math.round(Math.log2(1 + delay) * STEPS_OF_DELAY);
    const elapsed = state.interval + Math.round(2 ** (step / STEPS_OF_DELAY) - 1);
    const next = state.late.get(step) ?? nextOf(state, elapsed);
    state.late.set(step, next);
    return next;
  };
  const overdue = new Float64Array(horizon);
  return {
    /** So many questions of a memory, due on a day, or since some days before it. */
    expect(memory: Memory, day: number, delay: number, count: number): void {
      if (day >= horizon) return;
      const state = stateOf(memory);
      const { due } = state;
      if (delay === 0) due[day] = (due[day] as number) + count;
      else {
        overdue[day] = (overdue[day] as number) + count;
        goOn(nextLate(state, delay), day, count);
      }
    },
    unfold(): Float64Array {
      const load = overdue.slice();
      for (let day = 0; day < horizon; day++) {
        for (let i = passDay(states, 0, day, load); i < states.length; ) {
          const state = states[i] as State;
          state.inTime = nextOf(state, state.interval);
          i = passDay(states, i, day, load);
        }
      }
      return load;
    },
  };
}

/**
 * Moves the states from `first` on through a day and counts their reviews, up to the first one whose
 * future is not known yet; gives its place. A loop of its own, without the memory model in it: that
 * one is compiled in a moment, and it runs a hundred thousand times in a process that has just begun.
 */
function passDay(states: readonly State[], first: number, day: number, load: Float64Array): number {
  for (let i = first; i < states.length; i++) {
    const state = states[i] as State;
    const count = state.due[day] as number;
    if (count < LEAST) continue;
    if (state.inTime === null) return i;
    load[day] = (load[day] as number) + count;
    goOn(state.inTime, day, count);
  }
  return states.length;
}

function goOn({ recall, right, wrong }: Next, day: number, count: number): void {
  const then = day + right.interval;
  const again = day + wrong.interval;
  if (then < right.due.length) right.due[then] = (right.due[then] as number) + count * recall;
  if (again < wrong.due.length) {
    wrong.due[again] = (wrong.due[again] as number) + count * (1 - recall);
  }
}
