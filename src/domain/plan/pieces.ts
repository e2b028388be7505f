import { sum, type Unit } from '../path/path.ts';
import type { TopicProgress } from '../progress/progress.ts';
import { unitsLeft, type Work } from '../progress/work.ts';
import { atPace, type Pace } from './pace.ts';
import type { Block } from './plan.ts';

/** A unit of work that is left, at the learner's pace. */
export interface Piece {
  block: Pick<Block, 'kind' | 'ref' | 'title' | 'topic' | 'phase'>;
  /** What to call this part; null for what has no parts. */
  unit: string | null;
  /** The place of the unit in its work. */
  index: number;
  /** Minutes it takes in all, and those not yet placed. */
  minutes: number;
  left: number;
  /** Questions it asks for the first time. */
  questions: number;
}

/** Less practice than this is no sitting. */
const SHORTEST_PRACTICE = 10;

/**
 * What is left of a topic, unit by unit, in the order in which one does it: resources, practice,
 * quiz, milestones. `practice` is the share of its practice that is planned, 0 to 1.
 */
export function piecesOf(entry: TopicProgress, pace: Pace, practice: number): Piece[] {
  const { topic, work } = entry;
  const pieces: Piece[] = [];
  const add = (kind: Work['kind']) => {
    for (const piece of work) {
      if (piece.kind === kind && piece.required && !piece.closed) {
        addUnits(pieces, atPace(piece, pace), topic.phase);
      }
    }
  };
  add('study');
  const minutes = Math.round(entry.practiceLeft * practice);
  if (minutes >= SHORTEST_PRACTICE) {
    const title = `Practise: ${topic.title}`;
    const place = { topic: topic.id, phase: topic.phase };
    const block = { kind: 'practice' as const, ref: topic.id, title, ...place };
    pieces.push({ block, unit: null, index: 0, minutes, left: minutes, questions: 0 });
  }
  add('quiz');
  add('milestone');
  return pieces;
}

function addUnits(pieces: Piece[], work: Work, phase: string): void {
  const { kind, ref, title, topic, unitsDone } = work;
  const units = unitsLeft(work);
  if (kind === 'quiz') {
    if (units.length > 0) pieces.push(quizOf(work, phase, units));
    return;
  }
  const block = { kind, ref, title, topic, phase };
  for (const [i, { title: unit, minutes }] of units.entries()) {
    if (minutes === 0) continue;
    const name = work.divisible ? unit : work.portion;
    const index = unitsDone + i;
    pieces.push({ block, unit: name, index, minutes, left: minutes, questions: 0 });
  }
}

/** A quiz is one piece: its questions are asked in one go. */
function quizOf(work: Work, phase: string, units: readonly Unit[]): Piece {
  const { kind, topic, title } = work;
  const minutes = sum(units.map((unit) => unit.minutes));
  return {
    block: { kind, ref: topic, title, topic, phase },
    unit: units.length === 1 ? '1 question' : `${units.length} questions`,
    index: work.unitsDone,
    minutes,
    left: minutes,
    questions: units.length,
  };
}
