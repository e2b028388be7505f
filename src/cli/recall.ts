import type { Day } from '../domain/day.ts';
import { recallOn } from '../domain/memory/question.ts';
import { currentRef } from '../domain/path/refs.ts';
import type { Remembered } from '../domain/quiz/choose.ts';
import { meanRecalls } from '../domain/quiz/weakness.ts';
import { readQuestions } from '../storage/read-questions.ts';
import { finishOf } from './forecast.ts';
import type { Session } from './session.ts';

/** The predicted recall of a thing, 0 to 1, today and on the likely finish day; null for nothing asked. */
export interface PredictedRecall {
  today: number;
  finish: number;
}

/** Every question answered, by present ref. */
export function rememberedIn(session: Session): Map<string, Remembered> {
  const { store, path, index } = session;
  return store ? readQuestions(store, path.id, (ref) => currentRef(index, ref)) : new Map();
}

/** The predicted recall of a topic, a concept or a question. */
export function predictRecall(
  session: Session,
  thing: { kind: string; ref: string },
): PredictedRecall | null {
  const remembered = rememberedIn(session);
  const on = (day: Day) => recallAt(remembered, thing, day);
  const today = on(session.today);
  const finish = on(finishOf(session).p50);
  return today === null || finish === null ? null : { today, finish };
}

function recallAt(
  remembered: ReadonlyMap<string, Remembered>,
  { kind, ref }: { kind: string; ref: string },
  day: Day,
): number | null {
  if (kind === 'topic' || kind === 'concept') {
    return meanRecalls(remembered.values(), kind, day).get(ref) ?? null;
  }
  const state = kind === 'question' ? remembered.get(ref) : undefined;
  return state ? recallOn(state, day) : null;
}

/** A recall as a whole number of per cent, the way estimates are told. */
export function sayRecall(recall: number): string {
  return `about ${Math.round(recall * 100)} %`;
}
