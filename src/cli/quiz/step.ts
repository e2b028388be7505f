import type { Reading } from '../../domain/quiz/grade/answer.ts';
import type { Control } from './controls.ts';
import type { Key } from './keys.ts';
import type { Given, Screen } from './screen.ts';

/** What a key makes happen outside the screen. */
export type Effect =
  | { kind: 'answer'; given: Given }
  | { kind: 'hint' }
  | { kind: 'skip' }
  | { kind: 'next' }
  | { kind: 'leave' };

export interface Step {
  screen: Screen;
  effect: Effect | null;
}

/** Reads an answer to the question on the screen. */
export type Reader = (input: unknown) => Reading;

export const act = (screen: Screen, effect: Effect): Step => ({ screen, effect });
export const show = (screen: Screen): Step => ({ screen, effect: null });
export const stay = (screen: Screen, message: string): Step => show({ ...screen, message });
export const isEnter = (key: Key): boolean => key.kind === 'press' && key.name === 'enter';

/** What a control does. */
export function call(screen: Screen, control: Control): Step {
  switch (control) {
    case 'hint':
      return hint(screen);
    case 'unknown':
      return act(screen, { kind: 'answer', given: { answer: null, shown: 'do not know' } });
    case 'skip':
      return act(screen, { kind: 'skip' });
    case 'why':
      return show({ ...screen, why: !screen.why });
    case 'leave':
      return act(screen, { kind: 'leave' });
  }
}

export function hint(screen: Screen): Step {
  const { asked, exam } = screen;
  if (exam) return stay(screen, 'An exam gives no hints.');
  if (asked.question.hints.length === 0) return stay(screen, 'This question has no hints.');
  return act(screen, { kind: 'hint' });
}
