import type { Question } from '../../domain/quiz/question.ts';
import { type Control, controlCalled } from './controls.ts';
import type { Key } from './keys.ts';
import type { Screen } from './screen.ts';
import { act, call, isEnter, type Reader, type Step, show, stay } from './step.ts';

/** A key where a single one answers, or marks an option. */
export function pressOne(screen: Screen, key: Key, read: Reader): Step {
  const { question } = screen.asked;
  if (screen.slash) return slashed({ ...screen, slash: false }, key);
  if (key.kind === 'character' && key.text === '/') return show({ ...screen, slash: true });
  if (key.kind === 'character') {
    const control = controlCalled(screen.controls, key.text);
    if (control === 'hint' && screen.stage.kind === 'rate') return show(screen);
    if (control) return call(screen, control);
  }
  switch (question.kind) {
    case 'several':
      return mark(screen, question, key, read);
    case 'open':
      return screen.stage.kind === 'rate' ? answer(screen, key, read) : reveal(screen, key);
    default:
      return answer(screen, key, read);
  }
}

/** What was typed behind a slash, as on a line: never an answer. */
function slashed(screen: Screen, key: Key): Step {
  const letter = key.kind === 'character' ? key.text.toLowerCase() : '';
  const control = SLASHED.get(letter);
  return control ? call(screen, control) : stay(screen, `${sentence(oneKey(screen))}.`);
}

const SLASHED: ReadonlyMap<string, Control> = new Map([
  ['d', 'unknown'],
  ['s', 'skip'],
  ['e', 'why'],
  ['q', 'leave'],
  ['h', 'hint'],
  ['?', 'hint'],
]);

function reveal(screen: Screen, key: Key): Step {
  if (key.kind !== 'character' && !isEnter(key)) return show(screen);
  return show({ ...screen, stage: { kind: 'rate' } });
}

function answer(screen: Screen, key: Key, read: Reader): Step {
  if (key.kind !== 'character' && !isEnter(key)) return show(screen);
  const reading = key.kind === 'character' ? read(key.text) : null;
  if (!reading?.ok) return stay(screen, `${sentence(oneKey(screen))}.`);
  return act(screen, { kind: 'answer', given: reading });
}

function mark(
  screen: Screen,
  question: Extract<Question, { kind: 'several' }>,
  key: Key,
  read: Reader,
): Step {
  const { marked } = screen;
  if (key.kind === 'press') {
    if (key.name === 'clear') return show({ ...screen, marked: [] });
    if (key.name === 'backspace') return show({ ...screen, marked: marked.slice(0, -1) });
    if (key.name !== 'enter') return show(screen);
    const reading = read([...marked]);
    if (!reading.ok) return stay(screen, reading.message);
    return marked.length === 0
      ? show({ ...screen, pending: reading, message: 'None of them? Enter again says so.' })
      : act(screen, { kind: 'answer', given: reading });
  }
  const ids = question.options.map((option) => option.id);
  const id = key.text.toLowerCase();
  if (!ids.includes(id)) return stay(screen, `${sentence(oneKey(screen))}.`);
  const chosen = marked.includes(id) ? marked.filter((other) => other !== id) : [...marked, id];
  return show({ ...screen, marked: ids.filter((known) => chosen.includes(known)) });
}

/** Which keys answer, as the end of a sentence. */
export function oneKey({ asked: { question }, stage }: Screen): string {
  switch (question.kind) {
    case 'choice':
      return `one letter answers, ${range(question)}`;
    case 'several':
      return `letters mark the right ones, ${range(question)}, and Enter ends`;
    case 'truefalse':
      return 'one letter answers, t for true or f for false';
    default:
      return stage.kind === 'rate' ? 'one of 1, 2, 3 and 4 rates it' : 'any key shows the answer';
  }
}

export function range({ options }: Extract<Question, { kind: 'choice' | 'several' }>): string {
  return `${options[0]?.id} to ${options.at(-1)?.id}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
