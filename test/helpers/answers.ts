import type { Answered, EventOf } from '../../src/domain/event/event.ts';
import {
  foldQuestion,
  NEW_QUESTION,
  type QuestionState,
} from '../../src/domain/memory/question.ts';
import type { AskedBefore, Scheduled } from '../../src/domain/quiz/choose.ts';

/** The event of an answer to `topic/q/slug` on a day. */
export function anAnswer(
  ref: string,
  day: string,
  body: Partial<Answered> = {},
): EventOf<'answered'> {
  const [topic = ''] = ref.split('/');
  return {
    id: '',
    change: '',
    device: '',
    at: 0,
    day,
    kind: 'answered',
    path: 'test-path',
    ref,
    body: {
      quiz: '',
      seed: 1,
      topic,
      concept: `${topic}/concept`,
      answer: null,
      correct: true,
      credit: 1,
      hints: 0,
      ms: 20_000,
      grade: 3,
      ...body,
    },
  };
}

/** The state of a question after answers on these days, wrong where the day is followed by `!`. */
export function answeredOn(ref: string, ...days: string[]): QuestionState {
  return days
    .map((day) => {
      const correct = !day.endsWith('!');
      return anAnswer(ref, day.replace('!', ''), { correct, grade: correct ? 3 : 1 });
    })
    .reduce(foldQuestion, NEW_QUESTION);
}

/** A question answered on these days and due on another. */
export function scheduled(ref: string, due: string, ...days: string[]): [string, Scheduled] {
  const { memory, reviewed } = answeredOn(ref, ...days);
  if (memory === null || reviewed === null) throw new Error(`${ref} was never answered`);
  return [ref, { memory, reviewed, due, logged: ref }];
}

/** All that choosing needs to know of these questions. */
export function askedBefore(known: Iterable<[string, Scheduled]>, today: string): AskedBefore {
  const all = new Map(known);
  const due = new Map([...all].filter(([, state]) => state.due <= today));
  return { has: (ref) => all.has(ref), due, all: () => all };
}
