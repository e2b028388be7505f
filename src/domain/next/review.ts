import type { Action } from './next.ts';
import { type Reason, round } from './score.ts';

/** Minutes that one review takes. */
export const REVIEW_MINUTES = 2 / 3;
/** What one due review weighs; what a day without reviews leaves, soon outweighs new material. */
const DUE_EACH = 0.25;
const DUE_MOST = 8;
/** For reviews that all fit into the sitting. */
const FITS = 0.5;

/** Estimated minutes of so many reviews. */
export function reviewMinutes(count: number): number {
  return Math.ceil(count * REVIEW_MINUTES);
}

/**
 * The reviews that are due as one action, as many as fit `minutes` and at least one; null when none
 * are. Few wait for a pause in the study; many come before it.
 */
export function rankReviews(due: number, minutes: number): Action | null {
  if (due === 0) return null;
  const count = Math.max(1, Math.min(due, Math.floor(minutes / REVIEW_MINUTES)));
  const some = count < due ? `${count} of ${due}` : `${count}`;
  const time = reviewMinutes(count);
  const why: Reason[] = [
    {
      term: 'due',
      score: round(Math.min(DUE_MOST, due * DUE_EACH)),
      text:
        due === 1
          ? '1 question is about to be forgotten'
          : `${due} questions are about to be forgotten`,
    },
    {
      term: 'fits',
      score: count === due ? FITS : 0,
      text: `${time} of the ${minutes} min you have`,
    },
  ];
  return {
    kind: 'review',
    ref: null,
    title: `${some} ${count === 1 && due === 1 ? 'review' : 'reviews'}, most at risk first`,
    url: null,
    minutes: time,
    topic: null,
    phase: null,
    portion: null,
    units: count === due ? null : count,
    partial: false,
    why,
  };
}
