/** The reviews that memory foretells, from the day a plan begins. */
export interface ReviewsAhead {
  /** Reviews expected each day of what was answered already; what is overdue stands on the first. */
  known: Float64Array;
  /** Days after its first answer on which a new question comes back. */
  returns: readonly number[];
  /** Reviews expected for each of these, lapses counted. */
  factor: number;
  /** Minutes of one review. */
  each: number;
}

export const NO_REVIEWS: ReviewsAhead = {
  known: new Float64Array(0),
  returns: [],
  factor: 1,
  each: 0,
};

/** Fewer minutes of reviews than this are no sitting, */
const SHORTEST = 3;
/** and fewer than this wait for what a day leaves over. */
const PRESSING = 8;
/** Of a day's time reviews take no more, so that what piled up in a break is spread. */
export const MOST_REVIEWS = 0.5;

export interface Reviews {
  count: number;
  minutes: number;
}

/** The reviews of a plan in the making. */
export interface Ledger {
  /** Questions asked for the first time on a day; they will come back. */
  ask(offset: number, questions: number): void;
  /**
   * Takes the reviews that cannot wait for a day of `minutes`: how many, and their minutes. Days must
   * come in order.
   */
  press(offset: number, minutes: number): Reviews;
  /** Takes the reviews that fit into what the day at hand leaves over. */
  fill(minutes: number): Reviews;
  /** Minutes of reviews expected between two days, with so many new questions asked meanwhile. */
  expected(first: number, last: number, questions: number): number;
}

const NONE: Reviews = { count: 0, minutes: 0 };

export function openLedger({ known, returns, factor, each }: ReviewsAhead): Ledger {
  const load = new Map<number, number>();
  const on = (offset: number) => (known[offset] ?? 0) + (load.get(offset) ?? 0);
  let seen = -1;
  let due = 0;
  const take = (minutes: number): Reviews => {
    const most = Math.min(due * each, minutes);
    if (each === 0 || most < SHORTEST) return NONE;
    const count = Math.floor(most / each);
    due -= count;
    return { count, minutes: Math.ceil(count * each) };
  };
  return {
    ask(offset, questions) {
      for (const days of returns) {
        const day = offset + days;
        load.set(day, (load.get(day) ?? 0) + questions * factor);
      }
    },
    press(offset, minutes) {
      while (seen < offset) due += on(++seen);
      return due * each < PRESSING ? NONE : take(Math.floor(minutes * MOST_REVIEWS));
    },
    fill: take,
    expected(first, last, questions) {
      let count = due;
      for (let day = Math.max(first, seen + 1); day <= last; day++) count += on(day);
      const half = (last - first) / 2;
      const again = returns.filter((days) => days <= half).length;
      return (count + questions * factor * again) * each;
    },
  };
}
