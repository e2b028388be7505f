import { type Day, daysBetween } from '../day.ts';
import type { EventOf } from '../event/event.ts';
import { retrievability } from './fsrs.ts';
import { foldQuestion, NEW_QUESTION, type QuestionState } from './question.ts';

/**
 * What answers are counted by: their topic, the kind and the difficulty of their question, how likely
 * recall was said to be before (in twentieths), and the concept that they were the first to show.
 */
export type Facet = 'topic' | 'kind' | 'difficulty' | 'recall' | 'proof';

/** Counts of the answers of one study day under one key of a facet. Whole numbers, so that sums are exact. */
export interface Tally {
  facet: Facet;
  day: Day;
  key: string;
  answers: number;
  /** Answers that counted: the first of a question on its study day. */
  reviews: number;
  /** Reviews that were right. */
  right: number;
  /** Sum of the recalls predicted before these reviews, in millionths. */
  predicted: number;
  /** Sum of their log losses, in millionths of a nat. */
  loss: number;
}

/** Parts of equal width in which predicted recall is counted. */
export const RECALL_BINS = 20;
const MILLION = 1_000_000;
/** A prediction is never taken for certain, so that no single answer weighs without bound. */
const LEAST_DOUBT = 0.001;

/** What an answer adds to the counts, by the state of its question before and after it. */
export function tallyAnswer(
  before: QuestionState,
  after: QuestionState,
  { day, body }: EventOf<'answered'>,
): Tally[] {
  const counts = after.reviews > before.reviews;
  const one = {
    day,
    answers: 1,
    reviews: counts ? 1 : 0,
    right: counts && body.correct ? 1 : 0,
    predicted: 0,
    loss: 0,
  };
  const tallies: Tally[] = [{ facet: 'topic', key: body.topic, ...one }];
  if (body.kind !== undefined) tallies.push({ facet: 'kind', key: body.kind, ...one });
  if (body.difficulty !== undefined) {
    tallies.push({ facet: 'difficulty', key: `${body.difficulty}`, ...one });
  }
  if (before.right === 0 && after.right > 0) {
    tallies.push({ facet: 'proof', key: body.concept, ...one });
  }
  if (counts && before.memory !== null && before.reviewed !== null) {
    const recall = retrievability(before.memory, daysBetween(before.reviewed, day));
    const bin = Math.min(RECALL_BINS - 1, Math.floor(recall * RECALL_BINS));
    tallies.push({ facet: 'recall', key: `${bin}`, ...one, ...scoreOf(recall, body.correct) });
  }
  return tallies;
}

function scoreOf(recall: number, correct: boolean): Pick<Tally, 'predicted' | 'loss'> {
  const sure = Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, recall));
  const loss = -Math.log(correct ? sure : 1 - sure);
  return { predicted: Math.round(recall * MILLION), loss: Math.round(loss * MILLION) };
}

/** The counts of all answers to one question, in their order. */
export function tallyAnswers(answers: readonly EventOf<'answered'>[]): Tally[] {
  let state = NEW_QUESTION;
  return answers.flatMap((answer) => {
    const before = state;
    state = foldQuestion(before, answer);
    return tallyAnswer(before, state, answer);
  });
}
