import type { Prose } from '../../../src/cli/render/question.ts';
import type { Look } from '../../../src/cli/render/quiz.ts';
import { indent } from '../../../src/cli/render/text.ts';

const plain = (text: string): string => text;

/** A screen without colour on a day in December 2026. */
export function lookAt(width: number, prose: Prose = indent): Look {
  return {
    theme: {
      accent: plain,
      strong: plain,
      faint: plain,
      done: plain,
      due: plain,
      trouble: plain,
      link: plain,
    },
    prose,
    width,
    today: '2026-12-07',
  };
}
