import { minutesLeft, unitsLeft, type Work } from '../progress/work.ts';

/** A part of a piece of work that one can do in one sitting. */
export interface Slice {
  minutes: number;
  /** Units finished by it; 0 when it ends inside one. */
  units: number;
  /** Whether it finishes the whole piece. */
  finishes: boolean;
  /** What to do, in words; null for a whole milestone. */
  portion: string | null;
}

/** A sitting may run this much over before a piece is split. */
const OVERRUN = 1.15;

/**
 * The next part of the work that fits `minutes`: all of it, else as many whole units as fit, else
 * the first `minutes` of the unit at hand.
 */
export function sliceWork(work: Work, minutes: number): Slice {
  const left = minutesLeft(work);
  const most = minutes * OVERRUN;
  const rest = unitsLeft(work);
  if (left <= most) {
    const portion = work.unitsDone === 0 ? work.portion : nameUnits(rest.map((u) => u.title));
    return { minutes: left, units: rest.length, finishes: true, portion };
  }
  let count = 0;
  let total = 0;
  for (const unit of rest) {
    if (total + unit.minutes > most) break;
    total += unit.minutes;
    count += 1;
  }
  if (total > 0) {
    const portion = nameUnits(rest.slice(0, count).map((u) => u.title));
    return { minutes: total, units: count, finishes: false, portion };
  }
  const begun = work.state.partial > 0;
  const unit = work.divisible ? rest[0]?.title : work.portion;
  const part = `${begun ? 'the next' : 'the first'} ${minutes} min`;
  return {
    minutes,
    units: 0,
    finishes: false,
    portion: unit ? `${unit}: ${part}` : part,
  };
}

/**
 * Unit titles as one would say them: runs of numbered ones are joined
 * (`film 3`, `film 4`, `film 5` become `films 3-5`).
 */
export function nameUnits(titles: readonly string[]): string {
  if (titles.length < 2) return titles.join(', ');
  const runs: { word: string; from: number; to: number }[] = [];
  const numbered = titles.map(matchNumbered);
  if (numbered.some((match) => match === null)) return titles.join(', ');
  for (const match of numbered) {
    const word = match?.[1] as string;
    const number = Number(match?.[2]);
    const last = runs.at(-1);
    if (last && last.word === word && last.to + 1 === number) last.to = number;
    else runs.push({ word, from: number, to: number });
  }
  const words = new Set(runs.map((run) => run.word));
  if (words.size > 1) return titles.join(', ');
  const parts = runs.map((run) => (run.from === run.to ? `${run.from}` : `${run.from}-${run.to}`));
  return `${runs[0]?.word}s ${parts.join(', ')}`;
}

/** Word and number of a title. Letters of all the world's scripts are a pattern slow to compile. */
function matchNumbered(title: string): RegExpExecArray | null {
  if (/[^\0-\x7f]/.test(title)) return /^(\p{L}+) (\d+)$/u.exec(title);
  return /^([A-Za-z]+) (\d+)$/.exec(title);
}
