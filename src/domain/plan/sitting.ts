import type { Piece } from './pieces.ts';

/** Minutes that a person does of one thing at a stretch. */
interface Stretch {
  /** No part is shorter, */
  least: number;
  /** nor what a part leaves over. */
  rest: number;
  /** No block is longer. */
  most: number;
}

const STUDY: Stretch = { least: 15, rest: 15, most: 120 };
const MILESTONE: Stretch = { least: 30, rest: 20, most: 180 };
/** A quiz is asked whole. */
const QUIZ: Stretch = { least: 30, rest: 15, most: 120 };

/** A day's remainder smaller than this holds nothing. */
export const SHORTEST_ROOM = 10;

export function stretchOf(piece: Piece): Stretch {
  if (piece.block.kind === 'milestone') return MILESTONE;
  return piece.block.kind === 'quiz' ? QUIZ : STUDY;
}

/**
 * How many minutes of a piece to do where `room` minutes are left: all of it, or a part that is worth
 * sitting down for and leaves one; 0 when it should wait. On a day with nothing else yet (`first`) some
 * of it is done in any case, so that days of ten minutes get on too: the room there is, or half of what
 * is left where that would leave a scrap.
 */
export function partThatFits(piece: Piece, room: number, first: boolean): number {
  if (piece.left <= room) return piece.left;
  const { least, rest } = stretchOf(piece);
  const part = Math.min(room, piece.left - rest);
  if (part >= least) return part;
  if (!first) return 0;
  return piece.left - room >= rest ? room : Math.min(room, Math.ceil(piece.left / 2));
}
