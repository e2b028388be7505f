import type { Key } from './keys.ts';
import { pressOnLine } from './press-line.ts';
import { oneKey, pressOne } from './press-one.ts';
import { hasWorking, type Screen, type Stage } from './screen.ts';
import { act, isEnter, type Reader, type Step, show, stay } from './step.ts';

/** What a key does; `read` reads answers to the question on the screen. */
export function pressKey(screen: Screen, key: Key, read: Reader): Step {
  if (key.kind === 'press' && key.name === 'end-of-input') return act(screen, { kind: 'leave' });
  if (screen.stage.kind === 'graded') return pressGraded(screen, screen.stage, key);
  if (isEnter(key) && screen.pending) {
    return act({ ...screen, message: null }, { kind: 'answer', given: screen.pending });
  }
  const calm: Screen = { ...screen, pending: null, message: null };
  if (screen.controls.lines) return pressOnLine(calm, key, read);
  if (key.kind === 'paste') {
    return stay(calm, `Nothing was taken of what was pasted: ${oneKey(calm)}.`);
  }
  return pressOne(calm, key, read);
}

function pressGraded(screen: Screen, stage: Extract<Stage, { kind: 'graded' }>, key: Key): Step {
  if (isEnter(key)) return act(screen, { kind: 'next' });
  if (key.kind !== 'character') return show(screen);
  switch (key.text.toLowerCase()) {
    case ' ':
    case 'n':
      return act(screen, { kind: 'next' });
    case 'q':
      return act(screen, { kind: 'leave' });
    case 'e':
    case '!':
      return show({ ...screen, why: !screen.why });
    case 'w':
      return hasWorking(screen)
        ? show({ ...screen, stage: { ...stage, worked: !stage.worked } })
        : show(screen);
    default:
      return show(screen);
  }
}
